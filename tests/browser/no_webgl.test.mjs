// A browser without any WebGL: a page says so, and the stored plans can still be looked at and downloaded.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launchProfile, startServer, watch } from './support/browser.mjs';
import { Product } from './support/product.mjs';

let server, profile;
before(async () => {
  server = await startServer();
  profile = mkdtempSync(join(tmpdir(), 'rancang-no-webgl-'));
});
after(() => {
  server?.stop();
  rmSync(profile, { recursive: true, force: true });
});

test('on a first visit the page says what is missing, in a sentence', async () => {
  const context = await launchProfile(join(profile, 'empty'), { gl: false });
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(server.url);
  await page.waitForSelector('#rescue[data-reason=no_webgl]', { timeout: 10000 });
  assert.match(await page.locator('#rescue').innerText(), /WebGL/);
  assert.deepEqual(seen.errors.filter((text) => !/WebGL|GroupMarkerNotSet/.test(text)), []);
  await context.close();
});

test('plans that were stored before are listed, shown and downloaded', async () => {
  const folder = join(profile, 'used');
  const first = await launchProfile(folder, { viewport: { width: 1280, height: 720 } });
  const product = await Product.open(first, server.url);
  await product.click('Buka rencana contoh');
  await product.waitRows(100);
  const id = await product.rowId(1);
  await product.typeCell(id, 'name', 'Ditulis dengan WebGL');
  await product.waitRead(id, 'name', 'Ditulis dengan WebGL');
  await product.waitSaved();
  await first.close();

  const second = await launchProfile(folder, { gl: false });
  const page = await second.newPage();
  await page.goto(server.url);
  await page.waitForSelector('#rescue li', { timeout: 10000 });
  assert.match(await page.locator('#rescue li').first().innerText(), /Tebing Tinggi/);
  const waiting = page.waitForEvent('download');
  await page.locator('#rescue li button').first().click();
  const download = await waiting;
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const plan = JSON.parse(Buffer.concat(chunks).toString());
  assert.equal(plan.format, 'rancang');
  assert.ok(JSON.stringify(plan.records).includes('Ditulis dengan WebGL'));
  await second.close();
});
