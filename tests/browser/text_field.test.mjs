// The real text field over the canvas: every way in which text arrives, where it lies, and that it is never left behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { watch } from './support/browser.mjs';
import { PATIENCE } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

let context, page, product, seen, cdp;

const stage = stageBrowser(async ({ browser, url }) => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, permissions: ['clipboard-read', 'clipboard-write'], locale: 'id-ID' });
  product = await Product.open(context, url);
  page = product.page;
  seen = watch(page);
  cdp = await context.newCDPSession(page);
  await product.openSample();
});

// What has the keyboard.
const focus = () => page.evaluate(() => {
  const { tagName, className, value, readOnly, lang, spellcheck, inputMode } = document.activeElement;
  const box = document.activeElement.getBoundingClientRect();
  return { tag: tagName, armed: /armed/.test(className), value, readOnly, lang, spellcheck, inputMode, x: box.x, y: box.y, w: box.width, h: box.height };
});
const shownFields = () => page.evaluate(() => [...document.querySelectorAll('.text-field')].filter((field) => !field.hidden && !field.classList.contains('armed')).length);
const waitFocus = (condition) => page.waitForFunction(condition, null, { timeout: PATIENCE, polling: 30 });

// Opens the note at the end of the pane beside the grid.
async function openProse() {
  await product.clickCell(await product.rowId(0), 'name');
  const next = await product.wait('Baris berikutnya');
  await page.mouse.move(next.x, next.y + 300);
  await page.mouse.wheel(0, 10000);
  await page.waitForTimeout(300);
  const place = await product.wait('Catatan');
  await page.mouse.click(place.x + place.w / 2, place.y + place.h / 2);
  await waitFocus(() => document.activeElement.tagName === 'TEXTAREA');
}

test('a selected cell is ready for the first key without showing a field', async () => {
  await product.clickCell(await product.rowId(1), 'name');
  await waitFocus(() => document.activeElement.classList.contains('armed'));
  const field = await focus();
  assert.equal(field.value, '');
  assert.equal(await shownFields(), 0);
});

test('dashes, quotation marks, accents and ideographs arrive whole', async () => {
  const id = await product.rowId(12), text = 'é – “kutip” 日本語';
  await product.typeCell(id, 'name', text);
  await product.waitRead(id, 'name', text);
});

test('a second press on a selected cell opens it only when it follows at once', async () => {
  const id = await product.rowId(11);
  await product.clickCell(id, 'name');
  await page.waitForTimeout(1500);
  await product.clickCell(id, 'name');
  await page.waitForTimeout(200);
  assert.equal((await focus()).armed, true);
  assert.equal(await shownFields(), 0);
  await page.waitForTimeout(800);
  await product.clickCell(id, 'name', { clickCount: 2 });
  await waitFocus(() => document.activeElement.value?.length > 0);
  assert.equal((await focus()).value, await product.read(id, 'name'));
  await page.keyboard.press('Escape');
});

test('rows typed without a pause lose no letter', async () => {
  const ids = [await product.rowId(2), await product.rowId(3), await product.rowId(4)];
  const kept = await Promise.all(ids.map((id) => product.read(id, 'name')));
  await product.clickCell(ids[0], 'name');
  for (const text of ['Satu', 'Dua', 'Tiga']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  for (const [index, text] of ['Satu', 'Dua', 'Tiga'].entries()) await product.waitRead(ids[index], 'name', text);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  for (const [index, text] of kept.entries()) await product.waitRead(ids[index], 'name', text);
});

test('the field lies over its cell, grows with a long text, and has the font of the canvas', async () => {
  const id = await product.rowId(3);
  const cell = await product.rect('cell', id, 'name'), last = await product.rect('cell', id, 'budget.2027');
  await product.clickCell(id, 'name');
  await page.keyboard.press('F2');
  await waitFocus(() => document.activeElement.value?.length > 0);
  const field = await focus();
  const place = `${JSON.stringify(field)} over ${JSON.stringify(cell)}`;
  assert.ok(field.value.length > 35 && Math.abs(field.x - cell.x) <= 2 && field.w >= cell.w - 4, place);
  assert.ok(field.w > cell.w + 20 && field.x + field.w < last.x + last.w, `grown, but within the table: ${place}`);
  assert.ok(await page.evaluate(() => document.activeElement.scrollWidth <= document.activeElement.clientWidth), 'the whole text is seen');
  assert.ok(field.y >= cell.y - 2 && field.y + field.h <= cell.y + cell.h + 2);
  const style = await page.evaluate(() => {
    const { fontFamily, fontSize } = getComputedStyle(document.activeElement);
    return { fontFamily, fontSize: parseFloat(fontSize), loaded: document.fonts.check('15px "Rancang Inter"') };
  });
  assert.match(style.fontFamily, /Rancang Inter/);
  assert.ok(style.loaded);
  assert.ok(style.fontSize > 11 && style.fontSize < 15, String(style.fontSize));
  await page.keyboard.press('Escape');
});

test('a composition of an input method starts in a selected cell and keeps its keys', async () => {
  const id = await product.rowId(5);
  await product.clickCell(id, 'name');
  await waitFocus(() => document.activeElement.classList.contains('armed'));
  await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await waitFocus(() => document.activeElement.value === 'に' && !document.activeElement.classList.contains('armed'));
  await cdp.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  // Enter and the arrows choose among the method's proposals; they must not leave the field.
  for (const key of ['Enter', 'Tab', 'ArrowDown', 'Escape']) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
  }
  assert.equal((await focus()).value, 'にほん');
  await cdp.send('Input.insertText', { text: '日本' });
  await page.keyboard.press('Enter');
  await product.waitRead(id, 'name', '日本');
  await page.keyboard.press('Control+z');
});

test('five thousand pasted words of every script wrap and are all there', async () => {
  await openProse();
  const words = Array.from({ length: 5000 }, (_, index) => ['kota', 'warga', '日本', '“é”', 'naïve', 'عربي'][index % 6] + index).join(' ');
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await waitFocus(() => document.activeElement.value.length > 20000);
  const field = await page.evaluate(() => {
    const { value, scrollHeight, scrollWidth, clientWidth, clientHeight } = document.activeElement;
    return { value, scrollHeight, scrollWidth, clientWidth, clientHeight };
  });
  assert.equal(field.value, words);
  assert.ok(field.scrollHeight > 20 * field.clientHeight, 'wrapped into many lines');
  assert.ok(field.scrollWidth <= field.clientWidth, 'nothing runs out at the side');
  await page.keyboard.press('Enter');
  await page.keyboard.type('baris baru');
  await page.keyboard.press('Tab');
  const saved = JSON.parse(await product.save());
  const texts = JSON.stringify(saved.records);
  assert.ok(texts.includes(JSON.stringify(`${words}\nbaris baru`).slice(1, -1)));
});

test('undo inside the field is the field’s own', async () => {
  await openProse();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('asli');
  await page.keyboard.press('Control+z');
  assert.notEqual((await focus()).value, 'asli');
  assert.equal((await focus()).tag, 'TEXTAREA');
  await page.keyboard.press('Escape');
});

test('a number is written right aligned, without spell check, for the number keyboard', async () => {
  const id = await product.rowId(6);
  await product.clickCell(id, 'budget.2025');
  await page.keyboard.type('123');
  const field = await focus();
  assert.equal(field.inputMode, 'decimal');
  assert.equal(field.spellcheck, false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).textAlign), 'right');
  await page.keyboard.press('Escape');
  await product.clickCell(id, 'name');
  await page.keyboard.press('F2');
  await waitFocus(() => document.activeElement.tagName === 'INPUT' && !document.activeElement.classList.contains('armed'));
  const name = await focus();
  assert.equal(name.spellcheck, true);
  assert.equal(name.lang, 'id');
  await page.keyboard.press('Escape');
});

test('Tab goes on to the next cell, Shift+Tab back, Escape restores', async () => {
  const id = await product.rowId(7);
  const before = await product.read(id, 'budget.2024');
  await product.clickCell(id, 'budget.2024');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6');
  await page.keyboard.press('Shift+Tab');
  await product.waitRead(id, 'budget.2024', '5');
  await product.waitRead(id, 'budget.2025', '6');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await product.waitRead(id, 'budget.2024', '5');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z');
  await product.waitRead(id, 'budget.2024', before);
});

test('a window that loses the keyboard and gets it back keeps the field and its text', async () => {
  const id = await product.rowId(8);
  await product.clickCell(id, 'name');
  await page.keyboard.type('setengah');
  const other = await context.newPage();
  await other.bringToFront();
  await other.waitForTimeout(200);
  await other.close();
  await page.bringToFront();
  await page.keyboard.type(' jadi');
  await page.keyboard.press('Enter');
  await product.waitRead(id, 'name', 'setengah jadi');
});

test('a press elsewhere commits what was written', async () => {
  const id = await product.rowId(9);
  await product.clickCell(id, 'name');
  await page.keyboard.type('ditulis lalu diklik');
  await product.clickCell(await product.rowId(10), 'name');
  await product.waitRead(id, 'name', 'ditulis lalu diklik');
});

test('no field is left behind when the view changes', async () => {
  const ways = [
    () => product.click('Sumber dana'),
    () => page.goBack(),
    () => page.evaluate(() => { location.hash = '#/'; }),
  ];
  for (const leave of ways) {
    if ((await page.evaluate(() => location.hash)).length < 4) await page.goBack();
    await product.waitRows(1);
    await product.clickCell(await product.rowId(0), 'name');
    await page.keyboard.press('F2');
    await waitFocus(() => document.activeElement.classList.contains('text-field') && !document.activeElement.classList.contains('armed'));
    await leave();
    await page.waitForFunction(() => [...document.querySelectorAll('.text-field')].every((field) => field.hidden || field.classList.contains('armed')), null, { timeout: PATIENCE, polling: 50 });
    await page.waitForTimeout(300);
  }
});

test('no page complained', () => assert.deepEqual(seen.errors, []));
