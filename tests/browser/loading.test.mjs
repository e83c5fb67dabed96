// The page as it is delivered: it starts under its own policy, asks nobody else, and refuses a mixture of builds.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { watch } from './support/browser.mjs';
import { PATIENCE } from './support/patience.mjs';
import { stageBrowser } from './support/stage.mjs';

const stage = stageBrowser();

const ready = (page) => page.waitForFunction(() => 'ready' in document.documentElement.dataset, null, { timeout: PATIENCE });

test('the page starts without an error and asks only its own server', async () => {
  const page = await stage.browser.newPage();
  const seen = watch(page);
  await page.goto(stage.url);
  await ready(page);
  assert.deepEqual(seen.errors, []);
  const foreign = seen.requests.filter((url) => !url.startsWith(stage.url) && !/^(data|blob):/.test(url));
  assert.deepEqual(foreign, []);
  await page.close();
});

test('the policy stops inline scripts and scripts made from text', async () => {
  const page = await stage.browser.newPage();
  await page.goto(stage.url);
  await ready(page);
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    let refused = false;
    try {
      script.text = 'window.injected = true';
      document.head.append(script);
    } catch {
      refused = true;
    }
    return { refused, injected: 'injected' in window };
  });
  assert.equal(outcome.injected, false);
  await page.close();
});

// The goal for the whole product is 600 kB; the forms, boards and the merge have gone past it.
test('what is loaded for a first visit stays within 760 kB compressed', async () => {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', async (response) => {
    bytes += Number(response.headers()['content-length'] ?? 0);
  });
  await page.goto(stage.url);
  await ready(page);
  assert.ok(bytes > 1000 && bytes <= 760_000, `${bytes} bytes`);
  await context.close();
});

test('a wasm of another build is refused after one reload', async () => {
  const page = await stage.browser.newPage();
  let asked = 0;
  await page.route('**/*.wasm', async (route) => {
    asked += 1;
    const response = await route.fetch();
    const body = await response.body();
    const at = body.lastIndexOf('build_id');
    assert.ok(at > 0);
    body.write('000000000000', at + 'build_id'.length);
    await route.fulfill({ response, body, headers: { 'content-type': 'application/wasm' } });
  });
  await page.goto(stage.url);
  // The first page says so as well, until it is gone.
  for (let waited = 0; waited < 60000 && asked < 2; waited += 50) await page.waitForTimeout(50);
  await page.waitForSelector('#rescue[data-reason=mixed]', { timeout: PATIENCE });
  assert.equal(await page.locator('#canvas').count(), 0);
  assert.equal(await page.evaluate(() => 'ready' in document.documentElement.dataset), false);
  assert.equal(asked, 2);
  await page.close();
});
