// Two laptops and one folder that a synchroniser keeps in step: what each types reaches the other without a server. The picker can't be pressed by a script;
// a directory of the origin's own file system stands in for the chosen one. It has the same interface, and is remembered the same way.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { launchProfile } from './support/browser.mjs';
import { loadPlan, note, noted, openPage, pause, SMALL, waitOpen, waitStored } from './support/faults.mjs';
import { PATIENCE } from './support/patience.mjs';
import { Product } from './support/product.mjs';
import { stageFolder } from './support/stage.mjs';

const OPTIONS = { viewport: { width: 1366, height: 768 }, locale: 'id-ID' };
const laptops = [];
const stage = stageFolder('folder', null, async () => {
  for (const { context } of laptops) await context.close();
});

const useFolder = (page) => page.evaluate(async () => {
  const root = await navigator.storage.getDirectory();
  window.__test.useFolder(await root.getDirectoryHandle('bersama', { create: true }));
});

async function laptop(name) {
  const context = await launchProfile(join(stage.folder, name), OPTIONS);
  const page = await openPage(context, stage.url);
  await useFolder(page);
  const one = { name, context, page };
  laptops.push(one);
  return one;
}

// {name: {text, time}} of the folder of a laptop. A file that is being replaced just now is looked at again.
const files = ({ page }) => page.evaluate(async () => {
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle('bersama', { create: true });
  const look = async () => {
    const found = {};
    for await (const [name, entry] of directory.entries()) {
      const file = await entry.getFile();
      found[name] = { text: await file.text(), time: file.lastModified };
    }
    return found;
  };
  for (let tries = 0; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries > 50 || !['NotFoundError', 'NotReadableError'].includes(error.name)) throw error;
      await new Promise((then) => setTimeout(then, 20));
    }
  }
});

const put = ({ page }, name, text) => page.evaluate(async ([file, content]) => {
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle('bersama', { create: true });
  if (content === null) return directory.removeEntry(file);
  const writable = await (await directory.getFileHandle(file, { create: true })).createWritable();
  await writable.write(content);
  return writable.close();
}, [name, text]);

// What a synchroniser does: of two versions of a file the newer one wins.
async function synchronise() {
  const [left, right] = [await files(laptops[0]), await files(laptops[1])];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (left[name]?.text === right[name]?.text) continue;
    if (!right[name] || (left[name] && left[name].time > right[name].time)) await put(laptops[1], name, left[name].text);
    else await put(laptops[0], name, right[name].text);
  }
}

// Synchronises until a condition holds.
async function until(condition, what, timeout = PATIENCE) {
  for (let waited = 0; waited < timeout; waited += 1000) {
    await synchronise();
    if (await condition()) return;
    await pause(1000);
  }
  assert.fail(`${what}: ${JSON.stringify(Object.keys(await files(laptops[0])))} ${await noted(laptops[0].page)} | ${await noted(laptops[1].page)}`);
}

const planOf = (route) => route.split('/')[2];
const show = (page, route) => page.evaluate((hash) => { location.hash = hash; }, `#/plan/${planOf(route)}/folder`);
const content = async ({ page }) => {
  const { records, causality } = JSON.parse(await page.evaluate(() => window.__test.dump()));
  return { records, causality };
};
let route;

async function choose(one) {
  await show(one.page, route);
  await new Product(one.page).click('Pilih folder…');
  await one.page.waitForFunction(() => window.__app.rect('item', 'Berhenti'), null, { timeout: PATIENCE, polling: 50 });
}

test('the first laptop writes its file', async () => {
  const first = await laptop('a');
  route = await loadPlan(first.page, SMALL);
  await choose(first);
  let found = {};
  for (let waited = 0; waited < PATIENCE && !Object.values(found)[0]?.text; waited += 200) {
    await pause(200);
    found = await files(first);
  }
  assert.equal(Object.keys(found).length, 1);
  assert.match(Object.keys(found)[0], /^[0-9A-Za-z]{8}\.rancang\.json$/);
});

test('the second one opens that file, joins, and both count two laptops', async () => {
  const [{ text }] = Object.values(await files(laptops[0]));
  const second = await laptop('b');
  assert.equal(planOf(await loadPlan(second.page, text)), planOf(route), 'the same plan');
  await choose(second);
  await until(async () => (await new Product(second.page).has('Folder: 2 laptop')) && new Product(laptops[0].page).has('Folder: 2 laptop'), 'both see each other');
});

test('what one types arrives at the other, in both directions', async () => {
  await note(laptops[0].page, 'ditulis di laptop A');
  await until(async () => await noted(laptops[1].page) === 'ditulis di laptop A', 'A to B');
  await note(laptops[1].page, 'ditulis di laptop B');
  await until(async () => await noted(laptops[0].page) === 'ditulis di laptop B', 'B to A');
});

test('both write the same field at once: both end with the same, and the conflict is open', async () => {
  await note(laptops[0].page, 'pendapat A');
  await note(laptops[1].page, 'pendapat B');
  await until(async () => {
    const [left, right] = [await content(laptops[0]), await content(laptops[1])];
    const told = JSON.stringify(left);
    return told === JSON.stringify(right) && told.includes('pendapat A') && told.includes('pendapat B');
  }, 'the conflict on both');
  await note(laptops[0].page, 'disepakati');
  await until(async () => await noted(laptops[1].page) === 'disepakati' && !JSON.stringify(await content(laptops[1])).includes('pendapat'), 'settled on both');
});

test('a quiet folder draws nothing', async () => {
  await pause(9000); // the second look at what came last
  const drawn = ({ page }) => page.evaluate(() => window.__app.frame().n);
  const before = await Promise.all(laptops.map(drawn));
  await pause(7000);
  assert.deepEqual(await Promise.all(laptops.map(drawn)), before);
});

test('half a file is told after a while, disturbs nobody, and is forgotten when it has gone', async () => {
  const [[, { text }]] = Object.entries(await files(laptops[0]));
  await put(laptops[0], 'Rusak001.rancang.json', text.slice(0, text.length / 2));
  await new Product(laptops[0].page).wait('Folder: ada masalah', 40_000);
  await note(laptops[1].page, 'tetap jalan');
  await until(async () => await noted(laptops[0].page) === 'tetap jalan', 'B to A beside a broken file');
  for (const one of laptops) await put(one, 'Rusak001.rancang.json', null).catch(() => {});
  await new Product(laptops[0].page).wait('Folder: 2 laptop');
});

test('after a reload the folder is there again without a question', async () => {
  const [first] = laptops;
  await waitStored(first.page);
  await first.page.close();
  first.page = await openPage(first.context, stage.url, { route });
  await waitOpen(first.page);
  await note(laptops[1].page, 'setelah dibuka lagi');
  await until(async () => await noted(first.page) === 'setelah dibuka lagi', 'B to the reopened A');
  for (const { page } of laptops) assert.deepEqual(page.seen.errors, []);
});
