// When nothing happens, nothing runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PATIENCE, TRIES } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

const QUIET_MS = Number(process.env.RANCANG_QUIET_MS ?? 3000);
const stage = stageBrowser();

async function open() {
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 768 } });
  // Whoever asks for an animation frame is counted.
  await context.addInitScript(() => {
    window.asked = 0;
    const original = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.asked += 1;
      return original(callback);
    };
  });
  const product = await Product.open(context, stage.url);
  await product.openSample();
  await product.waitSaved();
  return product;
}

const count = (page) => page.evaluate(() => [window.__app.frame().n, window.asked, performance.getEntriesByName('app:frame').length]);

// Saving, compacting, the mirror and a tooltip's delay come to an end by themselves.
async function settle(page) {
  let quiet = 0;
  for (let last = '', waited = 0; quiet < 1500; waited += 250) {
    assert.ok(waited < PATIENCE, `still drawing: ${last}`);
    await page.waitForTimeout(250);
    const now = String(await count(page));
    quiet = now === last ? quiet + 250 : 0;
    last = now;
  }
}

let product;
for (const [state, prepare] of Object.entries({
  'with a plan open': async () => {
    product = await open();
    await product.page.waitForTimeout(4500); // a sample that was just opened is written anew once
  },
  'with a cell selected': async () => product.clickCell(await product.rowId(3), 'name'),
  'with the text field open': async () => {
    await product.page.keyboard.type('menunggu');
    await product.page.waitForTimeout(7000); // after a pause what was typed is folded into a new snapshot
  },
  'with the pointer over a button': async () => {
    const place = await product.wait('Tambah kegiatan');
    await product.page.mouse.move(place.x + 5, place.y + 5);
  },
})) {
  test(`no frame is drawn in ${QUIET_MS / 1000} seconds ${state}`, async () => {
    await prepare();
    // On a busy machine what ends by itself ends later than one thought: then it is another try, but none may go on for ever.
    for (let before, now, tries = 0; String(now) !== String(before) || !now; tries += 1) {
      assert.ok(tries < TRIES, `${before} became ${now}`);
      await settle(product.page);
      before = await count(product.page);
      await product.page.waitForTimeout(QUIET_MS);
      now = await count(product.page);
    }
  });
}

test('and the next touch draws again', async () => {
  const before = await count(product.page);
  await product.clickCell(await product.rowId(5), 'name');
  await product.page.waitForFunction(([n]) => window.__app.frame().n > n, before, { timeout: PATIENCE });
  assert.ok((await count(product.page))[1] > before[1], 'the counter counts');
});
