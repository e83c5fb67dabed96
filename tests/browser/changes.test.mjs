// Restore points and what changed since one, with the real store: kept by name, found again after closing the browser, compared with, returned to.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launchProfile, watch } from './support/browser.mjs';
import { Product } from './support/product.mjs';
import { stageProfile } from './support/stage.mjs';

const OPTIONS = { viewport: { width: 1366, height: 768 }, locale: 'id-ID' };
let product;
async function open({ context, url }, route) {
  product = await Product.open(context, url, route);
  watch(product.page);
}
const stage = stageProfile('changes', OPTIONS, open);
const changesRoute = async () => `${(await product.page.evaluate(() => location.hash)).split('/').slice(0, 3).join('/')}/changes`;
const show = async (route) => { await product.page.evaluate((hash) => { location.hash = hash; }, route); };

test('a state is kept by name, and an edit after it is told in a sentence', async () => {
  await product.openSample(150);
  await product.waitSaved();
  const table = await product.page.evaluate(() => location.hash), changes = await changesRoute();
  await show(changes);
  await product.click('Nama titik');
  await product.page.keyboard.type('Sebelum rapat');
  await product.page.keyboard.press('Enter');
  await product.wait('Sebelum rapat');
  await show(table);
  await product.waitRows(150);
  await product.storeName(2, 'Nama setelah rapat');
  await stage.restart();
  await open(stage, changes);
  await product.click('Sebelum rapat');
  const kept = await product.wait('Salin untuk risalah');
  assert.ok(kept.w > 0);
});

test('the plan returns to that state, and the return can be undone', async () => {
  await product.click('Kembali ke titik ini');
  await product.wait('Tidak ada perubahan');
  await product.page.keyboard.press('Control+z');
  await product.wait('Salin untuk risalah');
  await product.waitSaved();
});

async function compareWith(name, text) {
  const asked = product.page.waitForEvent('filechooser');
  await product.click('Bandingkan dengan berkas…');
  await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('the plan is compared with a file on disk, which is put aside again and never stored', async () => {
  const text = await product.save(), changes = await changesRoute();
  await show(changes.replace(/changes$/, 'action_item'));
  await product.waitRows(150);
  await product.storeName(3, 'Nama setelah berkas');
  await show(changes);
  await compareWith('rapat.rancang.json', text);
  await product.wait('rapat.rancang.json');
  await product.wait('Kembali ke titik ini');
  await compareWith('lain.rancang.json', text.replace(/"plan_id":"[^"]{4}/, '"plan_id":"01AA'));
  await product.until(() => document.querySelector('#spoken').textContent.includes('berisi rencana lain'));
  assert.ok(await product.has('rapat.rancang.json'));
  await product.click('Lepaskan berkas ini');
  await product.until(() => !window.__app.rect('item', 'rapat.rancang.json'));
  await stage.restart();
  await open(stage, changes);
  await product.wait('Awal sesi ini');
  assert.ok(!await product.has('rapat.rancang.json'));
});
