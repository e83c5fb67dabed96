// F27. The program dies: a page that needs no program shows within two seconds what was stored, and nothing is written any more.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { downloadRescued } from './support/browser.mjs';
import { PATIENCE, withinPromise } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

const stage = stageBrowser();

// Everything that is stored, as text.
const stored = (page) => page.evaluate(async () => {
  const lines = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => Object.assign(indexedDB.open(name), { onsuccess: (e) => resolve(e.target.result), onerror: reject }));
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map((request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); })));
      keys.forEach((key, index) => lines.push(`${name}/${table}/${key} ${new TextDecoder().decode(values[index]?.contents ?? new Uint8Array())}`));
    }
    database.close();
  }
  return lines.sort().join('\n');
});

// The same once it rests: what was handed over before the program died is still brought to its end.
async function settled(page) {
  for (let before = await stored(page), rest = 0; ;) {
    await page.waitForTimeout(500);
    const now = await stored(page);
    rest = now === before ? rest + 1 : 0;
    if (rest === 2) return now;
    before = now;
  }
}

async function withPlan() {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 720 } });
  const product = await Product.open(context, stage.url);
  await product.openSample();
  await product.storeName(2, 'Tersimpan sebelum mati');
  return product;
}

const deaths = {
  'an abort': (page) => page.evaluate(() => { try { window.__app.abort(); } catch { /* the caller sees it too */ } }),
  'a trap inside an event': (page) => page.evaluate(() => {
    const { module } = window.__app;
    // Any trap looks like this to the page: the call into the core throws.
    module._rancang_pointer = () => { throw new WebAssembly.RuntimeError('unreachable'); };
    document.getElementById('canvas').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
  }),
};

for (const [name, die] of Object.entries(deaths)) {
  test(`F27: after ${name} the plans are listed and can be downloaded, and nothing is stored any more`, async () => {
    await withinPromise(2000, async () => {
      const { page } = await withPlan();
      const start = Date.now();
      await die(page);
      await page.waitForSelector('#rescue[data-reason=abort] li button', { timeout: PATIENCE });
      const took = Date.now() - start;
      const before = await settled(page);
      assert.ok(before.includes('Tersimpan sebelum mati'));
      for (const key of ['a', 'Enter', 'Control+s', 'Tab']) await page.keyboard.press(key);
      await page.mouse.click(200, 200);
      await page.waitForTimeout(1500);
      assert.equal(await stored(page), before);
      assert.ok((await downloadRescued(page)).text.includes('Tersimpan sebelum mati'));
      await page.context().close();
      return took;
    });
  });
}

test('F27: after a reload the plan is open again', async () => {
  const product = await withPlan();
  const { page } = product;
  const id = await product.rowId(2);
  await deaths['an abort'](page);
  await page.waitForSelector('#rescue');
  await page.reload();
  await product.ready();
  await product.waitRows(100);
  assert.equal(await product.read(id, 'name'), 'Tersimpan sebelum mati');
  await page.context().close();
});
