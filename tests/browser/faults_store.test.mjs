// F3, F4, F5, F7, F30: how every transaction is made, a full store, single requests that fail, a store that cannot be opened.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { acked, expectRescueFile, loadPlan, note, noted, openPage, pause, peekStored, rounds, SMALL, waitState, waitStored } from './support/faults.mjs';
import { PATIENCE, withinPromise } from './support/patience.mjs';
import { stageBrowser } from './support/stage.mjs';

const stage = stageBrowser();

async function fresh() {
  return stage.browser.newContext({ viewport: { width: 800, height: 600 } });
}

// Notes every transaction of the page: its mode, durability, the keys it writes, and how it ended.
function recordTransactions() {
  const log = [];
  window.__log = log;
  const begin = IDBDatabase.prototype.transaction;
  const entries = new WeakMap();
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    const made = begin.call(this, stores, mode, options);
    const entry = { mode: made.mode, durability: made.durability, keys: [], end: '' };
    log.push(entry);
    entries.set(made, entry);
    made.addEventListener('complete', () => { entry.end = 'complete'; });
    made.addEventListener('abort', () => { entry.end = 'abort'; });
    return made;
  };
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function recorded(value, key) {
      entries.get(this.transaction).keys.push(key);
      return write.call(this, value, key);
    };
  }
}

test('F3: every writing transaction is strict and every journal is committed twice before it is called saved', async () => {
  const context = await fresh();
  const page = await openPage(context, stage.url, { init: recordTransactions });
  await loadPlan(page);
  for (let i = 0; i < 12; ++i) {
    await note(page, `catatan ${i}`);
    await waitStored(page);
  }
  const log = await page.evaluate(() => window.__log);
  const writing = log.filter(({ mode }) => mode === 'readwrite');
  assert.ok(writing.length >= 24);
  assert.deepEqual(writing.filter(({ durability, end }) => durability !== 'strict' || end !== 'complete'), []);
  assert.deepEqual(log.filter(({ mode }) => mode === 'versionchange'), []);
  const commits = new Map();
  for (const { keys } of writing) for (const key of keys.filter((name) => name.includes('/journal-'))) commits.set(key, (commits.get(key) ?? 0) + 1);
  assert.ok(commits.size >= 12);
  assert.deepEqual([...commits].filter(([, times]) => times !== 2), []);
  console.log(`# F3: ${writing.length} writing transactions, all strict; ${commits.size} journals, all committed twice`);
  await context.close();
});

const FILLINGS = rounds(1);

test(`F4: a full store, ${FILLINGS} times, is told within two seconds, keeps the old state, and saves by itself when there is room again`, async () => {
  for (let round = 0; round < FILLINGS; ++round) await withinPromise(2000, () => fillUp(round));
});

async function fillUp(round) {
  const context = await fresh();
  const page = await openPage(context, stage.url);
  const session = await context.newCDPSession(page);
  const origin = new URL(stage.url).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const began = Date.now();
  await page.evaluate((json) => window.__app.load(json), SMALL);
  await waitState(page, 'failed');
  const took = Date.now() - began;
  await note(page, `diketik saat penuh ${round}`);
  await pause(500);
  const { error, changes } = await acked(page);
  assert.equal(error, 'store.quota');
  assert.ok(changes >= 1);
  assert.match(await page.title(), /^•/);
  await expectRescueFile(page, `diketik saat penuh ${round}`);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await waitStored(page);
  const where = await page.evaluate(() => location.hash);
  await page.close();
  assert.equal(await peekStored(context, stage.url, where), `diketik saat penuh ${round}`);
  await context.close();
  return took;
}

// The n-th write from now is refused by the browser itself: an `add` under a key that exists.
function breakWrites() {
  window.__refuse = 0;
  window.__aborted = 0;
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...values) {
    const made = begin.apply(this, values);
    made.addEventListener('abort', () => { window.__aborted += 1; });
    return made;
  };
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function broken(value, key) {
      if (window.__refuse > 0 && --window.__refuse === 0) {
        write.call(this, value, '/there');
        return IDBObjectStore.prototype.add.call(this, value, '/there');
      }
      return write.call(this, value, key);
    };
  }
}

test('F5: one request that fails, each of a save in turn, undoes its whole save; it is tried again, and nothing is torn', async () => {
  const context = await fresh();
  const page = await openPage(context, stage.url, { init: breakWrites });
  const where = await loadPlan(page);
  let nth = 1;
  for (; nth <= 8; ++nth) {
    const before = await noted(page), text = `permintaan ${nth} gagal`;
    await page.evaluate((n) => { window.__refuse = n; }, nth);
    await note(page, text);
    const failed = await page.waitForFunction(() => ['failed', 'saved'].includes(window.__test.acked().state) && window.__test.acked().saved, null, { polling: 10, timeout: PATIENCE })
      .then(() => acked(page));
    const left = await page.evaluate(() => window.__refuse);
    if (left > 0) break; // fewer writes than that
    assert.equal(await page.evaluate(() => window.__aborted), nth);
    const found = await peekStored(context, stage.url, where);
    assert.ok([before, text].includes(found), found);
    if (failed.state === 'saved') assert.equal(found, text);
    await waitStored(page);
    assert.equal(await peekStored(context, stage.url, where), text);
  }
  assert.ok(nth > 2 && nth < 9, `${nth - 1} writes in a save`);
  console.log(`# F5: ${nth - 1} writes of a save refused in turn, as many transactions undone`);
  await context.close();
});

test('F30: with every storage call of a save failing in turn, the old state or the new one is stored and the state never lies', { timeout: 900000 }, async () => {
  const context = await fresh();
  const page = await openPage(context, stage.url);
  const where = await loadPlan(page);
  let nth = 1;
  for (; nth < 40; ++nth) {
    const text = `panggilan ${nth} gagal`;
    await page.evaluate((n) => window.__test.inject(n, 'once', 'UnknownError'), nth);
    await note(page, text);
    await waitStored(page);
    const calls = await page.evaluate(() => window.__test.calls.length);
    await page.evaluate(() => window.__test.inject(0));
    assert.equal(await peekStored(context, stage.url, where), text);
    if (calls < nth) break;
  }
  assert.ok(nth > 5 && nth < 40, `${nth} calls`);
  console.log(`# F30: ${nth - 1} storage calls of a save failed in turn`);
  await context.close();
});

const cannotOpen = {
  'is refused': () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function refused(...values) {
      if (window.__works) return open.apply(this, values);
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'never answers': () => {
    // Ten seconds of patience are one here.
    const later = window.setTimeout;
    window.setTimeout = (work, ms, ...values) => later(work, ms === 10000 ? 1000 : ms, ...values);
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function silent(...values) {
      return window.__works ? open.apply(this, values) : new EventTarget();
    };
  },
  'fails': () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function failing(name, version) {
      if (window.__works) return open.call(this, name, version);
      const request = open.call(this, `${name}/broken`, 1);
      request.addEventListener('upgradeneeded', () => request.transaction.abort());
      return request;
    };
  },
};

for (const [how, init] of Object.entries(cannotOpen)) {
  test(`F7: a store whose opening ${how}: the page works in memory, says so, and stores everything once it can`, async () => {
    const context = await fresh();
    const page = await openPage(context, stage.url, { init });
    await page.evaluate((json) => window.__app.load(json), SMALL);
    await waitState(page, 'failed', 4000);
    assert.equal(await note(page, 'hanya di memori'), true);
    await pause(400);
    const { state, changes } = await acked(page);
    assert.equal(state, 'failed');
    assert.ok(changes >= 1);
    await expectRescueFile(page, 'hanya di memori');
    await page.evaluate(() => { window.__works = true; });
    await waitStored(page);
    const where = await page.evaluate(() => location.hash);
    await page.close();
    assert.equal(await peekStored(context, stage.url, where), 'hanya di memori');
    await context.close();
  });
}

test('F7: a store that another page blocks is told, never taken for empty', async () => {
  const context = await fresh();
  const blocker = await context.newPage();
  await blocker.goto(`${stage.url}licences.txt`);
  await blocker.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('/plans', 1);
    request.onsuccess = () => { window.held = request.result; resolve(); };
    request.onerror = reject;
  }));
  const page = await openPage(context, stage.url);
  await page.evaluate((json) => window.__app.load(json), SMALL);
  await waitState(page, 'failed', 4000);
  assert.equal((await acked(page)).error, 'store.blocked');
  await note(page, 'selama terhalang');
  await expectRescueFile(page, 'selama terhalang');
  await blocker.close();
  await waitStored(page);
  assert.equal(await peekStored(context, stage.url, await page.evaluate(() => location.hash)), 'selama terhalang');
  await context.close();
});

test('F7: plans that cannot be read are never greeted as a first visit, and nothing is called saved', async () => {
  const context = await fresh();
  const page = await openPage(context, stage.url);
  await loadPlan(page);
  await page.close();
  const home = await openPage(context, stage.url, { init: cannotOpen['is refused'] });
  await home.waitForFunction(() => document.getElementById('mirror').textContent.includes('Penyimpanan peramban'), null, { timeout: PATIENCE, polling: 50 });
  const said = await home.evaluate(() => document.getElementById('mirror').textContent);
  assert.doesNotMatch(said, /Belum ada rencana|Semua rencana tersimpan|0 rencana/);
  for (const label of ['Belum ada rencana di peramban ini', 'Semua rencana tersimpan di peramban ini']) assert.equal(await home.evaluate((name) => window.__app.rect('item', name), label), null);
  await context.close();
});
