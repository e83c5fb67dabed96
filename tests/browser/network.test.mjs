// F35. The plan never leaves the machine: no request goes anywhere but to the page's own server, and an open page needs no network at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { download, watch } from './support/browser.mjs';
import { PATIENCE } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

let context, product, page, seen;
const requests = [];

const stage = stageBrowser(async ({ browser, url }) => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  context.on('request', (request) => requests.push(request.url()));
  product = await Product.open(context, url);
  page = product.page;
  seen = watch(page);
  // The browser's own log, which also has what scripts cannot see.
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
  cdp.on('Network.webSocketCreated', ({ url }) => requests.push(url));
});

test('a plan is opened, edited and kept', async () => {
  await product.openSample();
  await product.typeCell(await product.rowId(1), 'name', 'Sebelum luring');
  await product.waitSaved();
});

test('F35: without a network everything goes on: editing, screens, language, theme, saving a file', async () => {
  // Fetched while all is well, some seconds after the start: the page for bad days must not need the network.
  await page.waitForFunction(() => ['rescue', 'rescue_file', 'rescue_words'].every((name) => performance.getEntriesByType('resource').some((entry) => new RegExp(`/${name}\\.[0-9a-f]+\\.js$`).test(entry.name))),
    null, { timeout: PATIENCE, polling: 100 });
  await context.setOffline(true);
  const id = await product.rowId(1), route = await page.evaluate(() => location.hash);
  await product.typeCell(id, 'name', 'Sesudah luring');
  await product.waitRead(id, 'name', 'Sesudah luring');
  await product.waitSaved();
  await product.click('Sumber dana');
  await product.waitRows(1);
  await product.click('Ganti tema');
  await product.click('Ganti bahasa (English)');
  await product.wait('Funding sources');
  await product.click('Change language (Bahasa Indonesia)');
  await product.wait('Sumber dana');
  await page.goBack();
  await product.waitRows(100);
  assert.equal(await page.evaluate(() => location.hash), route);
  assert.equal(await product.read(id, 'name'), 'Sesudah luring');
  assert.match((await download(page, () => page.keyboard.press('Control+s'))).name, /\.rancang\.json$/);
});

test('F35: without a network even the page for bad days opens', async () => {
  await page.evaluate(() => { try { window.__app.abort(); } catch { /* the caller sees it too */ } });
  await page.waitForSelector('#rescue[data-reason=abort] li button', { timeout: PATIENCE });
  await context.setOffline(false);
});

test('F35: no request went to another origin', () => {
  const foreign = requests.filter((url) => !url.startsWith(stage.url) && !/^(data|blob):/.test(url));
  assert.deepEqual(foreign, []);
  assert.ok(requests.length > 5);
  console.log(`# ${requests.length} requests logged, ${foreign.length} to another origin`);
});

test('no page complained', () => assert.deepEqual(seen.errors.filter((text) => !/[Aa]bort/.test(text)), []));
