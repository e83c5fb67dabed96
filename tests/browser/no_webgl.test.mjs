// A browser without any WebGL: a page says so, and the stored plans can still be looked at and downloaded.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { downloadRescued, launchProfile, watch } from './support/browser.mjs';
import { PATIENCE } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageFolder } from './support/stage.mjs';

const stage = stageFolder('no-webgl');

test('on a first visit the page says what is missing, in a sentence', async () => {
  const context = await launchProfile(join(stage.folder, 'empty'), { gl: false });
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(stage.url);
  await page.waitForSelector('#rescue[data-reason=no_webgl]', { timeout: PATIENCE });
  assert.match(await page.locator('#rescue').innerText(), /WebGL/);
  assert.deepEqual(seen.errors.filter((text) => !/WebGL|GroupMarkerNotSet/.test(text)), []);
  await context.close();
});

test('plans that were stored before are listed, shown and downloaded', async () => {
  const folder = join(stage.folder, 'used');
  const first = await launchProfile(folder, { viewport: { width: 1280, height: 720 } });
  const product = await Product.open(first, stage.url);
  await product.openSample();
  await product.storeName(1, 'Ditulis dengan WebGL');
  await first.close();

  const second = await launchProfile(folder, { gl: false });
  const page = await second.newPage();
  await page.goto(stage.url);
  await page.waitForSelector('#rescue li', { timeout: PATIENCE });
  assert.match(await page.locator('#rescue li').first().innerText(), /Tebing Tinggi/);
  const plan = JSON.parse((await downloadRescued(page)).text);
  assert.equal(plan.format, 'rancang');
  assert.ok(JSON.stringify(plan.records).includes('Ditulis dengan WebGL'));
  await second.close();
});
