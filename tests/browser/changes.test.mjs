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
