// A stranger's first day: sample plan, a few cells, closing, coming back, a second tab, a file for a colleague.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { launchProfile, watch } from './support/browser.mjs';
import { PATIENCE } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageProfile } from './support/stage.mjs';

const OPTIONS = { viewport: { width: 1366, height: 768 }, locale: 'id-ID', acceptDownloads: true };
let product, seen;

// The product in a new page of the browser.
async function open({ context, url }, route) {
  product = await Product.open(context, url, route);
  seen = watch(product.page);
}
const stage = stageProfile('plan', OPTIONS, open);

test('the first visit asks nothing and the sample is one press away', async () => {
  await product.wait('Belum ada rencana di peramban ini');
  await product.openSample(150);
  assert.match(await product.page.title(), /Kota Tebing Tinggi/);
});

test('typing over a cell replaces its value and leaves the next row alone', async () => {
  const id = await product.rowId(2), below = await product.rowId(3);
  const kept = await product.read(below, 'budget.2025');
  await product.typeCell(id, 'budget.2025', '777');
  await product.waitRead(id, 'budget.2025', '777');
  await product.clickCell(id, 'name');
  await product.page.waitForTimeout(200);
  assert.equal(await product.read(below, 'budget.2025'), kept);
});

test('a name takes dashes, quotation marks and letters of every script', async () => {
  const id = await product.rowId(2), name = 'Nama é – “kutip” 日本語';
  await product.clickCell(id, 'name');
  await product.page.keyboard.press('F2');
  await product.page.keyboard.press('Control+A');
  await product.page.keyboard.type(name);
  await product.page.keyboard.press('Enter');
  await product.waitRead(id, 'name', name);
});

test('Escape gives the old value back', async () => {
  const id = await product.rowId(4), old = await product.read(id, 'budget.2024');
  await product.clickCell(id, 'budget.2024');
  await product.page.keyboard.type('123');
  await product.page.keyboard.press('Escape');
  await product.waitRead(id, 'budget.2024', old);
});

test('undo and redo follow the keyboard', async () => {
  const id = await product.rowId(5), old = await product.read(id, 'budget.2026');
  await product.typeCell(id, 'budget.2026', '321');
  await product.waitRead(id, 'budget.2026', '321');
  await product.page.keyboard.press('Control+z');
  await product.waitRead(id, 'budget.2026', old);
  await product.page.keyboard.press('Control+y');
  await product.waitRead(id, 'budget.2026', '321');
});

test('every word is there after closing the browser', async () => {
  const id = await product.rowId(2), route = await product.page.evaluate(() => location.hash);
  await product.waitSaved();
  await stage.restart();
  await open(stage, route);
  await product.waitRows(150);
  assert.equal(await product.read(id, 'name'), 'Nama é – “kutip” 日本語');
  assert.equal(await product.read(id, 'budget.2025'), '777');
});

test('a second tab reads only, follows the first, and takes over', async () => {
  const id = await product.rowId(2);
  const second = await Product.open(stage.context, stage.url, await product.page.evaluate(() => location.hash));
  await second.waitRows(150);
  await second.wait('Ambil alih');
  await product.page.bringToFront();
  await product.typeCell(id, 'budget.2026', '654');
  await product.waitSaved();
  await second.page.bringToFront();
  await second.waitRead(id, 'budget.2026', '654');
  await second.click('Ambil alih');
  await second.page.waitForFunction(() => !window.__app.rect('item', 'Ambil alih'), null, { timeout: PATIENCE });
  await second.waitRows(150);
  await second.typeCell(id, 'budget.2026', '655');
  await second.waitRead(id, 'budget.2026', '655');
  await product.page.bringToFront();
  await product.wait('Ambil alih');
  await product.page.close();
  product = second;
});

test('the file opens as the same plan in another browser', async () => {
  const id = await product.rowId(2);
  await product.waitSaved();
  const waiting = product.page.waitForEvent('download');
  await product.page.keyboard.press('Control+s');
  const download = await waiting;
  assert.match(download.suggestedFilename(), /^tebing-tinggi_\d{4}-\d\d-\d\d\.rancang\.json$/);
  const file = join(stage.folder, 'colleague.rancang.json');
  await download.saveAs(file);
  const folder = mkdtempSync(join(tmpdir(), 'rancang-colleague-'));
  const colleague = await launchProfile(folder, OPTIONS);
  try {
    const other = await Product.open(colleague, stage.url);
    const chooser = other.page.waitForEvent('filechooser');
    await other.click('Buka berkas…');
    await (await chooser).setFiles(file);
    await other.waitRows(150);
    assert.equal(await other.read(id, 'name'), 'Nama é – “kutip” 日本語');
    const theirs = JSON.parse(await other.save()), ours = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(theirs.records, ours.records);
    assert.equal(theirs.plan_id, ours.plan_id);
  } finally {
    await colleague.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no page complained', () => assert.deepEqual(seen.errors, []));

test('a new plan takes its first row as soon as it is asked for', async () => {
  await product.page.evaluate(() => { location.hash = '#/'; });
  await product.click('Rencana baru');
  for (const [label, text] of [['Nama daerah', 'Sukamaju'], ['Provinsi', 'Jawa Barat'], ['Tahun mulai', '2027']]) {
    await product.click(label);
    await product.page.keyboard.type(text);
  }
  await product.click('Buat rencana');
  await product.wait('Identitas rencana');
  const plan = (await product.page.evaluate(() => location.hash)).split('/')[2];
  await product.page.evaluate((id) => { location.hash = `#/plan/${id}/action_item`; }, plan);
  await product.click('Tambah kegiatan');
  await product.waitRows(1);
  await product.page.waitForTimeout(300);
  await product.page.keyboard.type('Kegiatan pertama');
  await product.page.keyboard.press('Enter');
  await product.waitRead(await product.rowId(0), 'name', 'Kegiatan pertama');
});
