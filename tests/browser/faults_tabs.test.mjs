// F2, F11, F12, F29: a tab that crashes, two tabs that both want to write, a tab that is overtaken and goes on, a tab of a newer version.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { acked, note, noted, openPlan, pause, peekAll, peekPlan, rounds, stagePlan, waitState, waitStored } from './support/faults.mjs';
import { PATIENCE, withinPromise } from './support/patience.mjs';

const stage = stagePlan('tabs');

// What a test that failed has left open must not hold the lock of the next one.
afterEach(async () => {
  for (const page of stage.context.pages()) if (page.url() !== 'about:blank') await page.close();
});

const open = () => openPlan(stage);

test('F11: the second tab reads, says so within a second, and follows what the first one stores', async () => {
  const writer = await open();
  await waitState(writer, 'saved');
  let reader;
  await withinPromise(1000, async () => {
    await reader?.close();
    reader = await open();
    const began = Date.now();
    await waitState(reader, 'read_only');
    return Date.now() - began;
  });
  assert.equal(await note(reader, 'ditulis di tab pembaca'), false);
  await note(writer, 'ditulis di tab penulis');
  await waitStored(writer);
  await reader.waitForFunction(() => window.__test.noted() === 'ditulis di tab penulis', null, { timeout: PATIENCE, polling: 20 });
  await reader.close();
  await writer.close();
});

const PAIRS = rounds(5);

test(`F11: two tabs that both type, ${PAIRS} rounds of 4 edits, lose nothing that was called saved`, async () => {
  const tabs = [await open(), await open()];
  await waitState(tabs[1], 'read_only');
  let last = await noted(tabs[0]), written = 0, refused = 0;
  for (let round = 0; round < PAIRS; ++round) {
    for (let edit = 0; edit < 4; ++edit) {
      const at = Math.floor(Math.random() * 2), text = `putaran ${round} ubahan ${edit} tab ${at}`;
      if (await note(tabs[at], text)) {
        if (Math.random() < 0.7) await waitStored(tabs[at]); // else the next edit comes while this one is on its way
        last = text;
        written += 1;
      } else {
        assert.equal((await acked(tabs[at])).state, 'read_only');
        refused += 1;
        if (edit < 3) continue;
        await tabs[at].bringToFront();
        await tabs[at].evaluate(() => window.__test.takeOver());
        await waitState(tabs[at], 'saved');
      }
    }
    let states = '';
    for (let waited = 0; waited < PATIENCE && states !== 'read_only saved'; waited += 50) {
      await pause(50);
      states = (await Promise.all(tabs.map(async (tab) => (await acked(tab)).state))).sort().join(' ');
    }
    assert.equal(states, 'read_only saved', 'exactly one writer');
    assert.equal(await peekPlan(stage), last, `round ${round}`);
  }
  for (const tab of tabs) await tab.close();
  assert.ok(written >= PAIRS && refused >= PAIRS / 2, `${written} written, ${refused} refused`);
  console.log(`# F11: ${written} edits written, ${refused} refused in the reading tab, 0 lost`);
});

const HAND_OVERS = rounds(5);

test(`F12: taking over from a tab that answers, ${HAND_OVERS} times: it stores what it has, then reads, within a second`, async () => {
  let [old, next] = [await open(), await open()];
  await waitState(old, 'saved');
  await waitState(next, 'read_only');
  const took = [];
  for (let round = 0; round < HAND_OVERS; ++round) {
    const text = `sesaat sebelum diambil alih ${round}`;
    await next.bringToFront(); // whoever takes over looks at that tab
    await note(old, text);
    const began = Date.now();
    await next.evaluate(() => window.__test.takeOver());
    await waitState(old, 'read_only');
    await waitState(next, 'saved');
    took.push(Date.now() - began);
    assert.equal((await acked(old)).error, '', 'the lock was stolen, not handed over');
    assert.equal(await noted(next), text);
    assert.equal(await note(old, 'terlambat'), false);
    await note(next, `penulis baru ${round}`);
    await waitStored(next);
    await old.waitForFunction((wanted) => window.__test.noted() === wanted, `penulis baru ${round}`, { timeout: PATIENCE, polling: 20 });
    [old, next] = [next, old];
  }
  took.sort((a, b) => a - b);
  console.log(`# F12: ${HAND_OVERS} times handed over, after ${took[HAND_OVERS >> 1]} ms in the median, ${took.at(-1)} ms at the most; 0 lost`);
  // A promise of the product: a machine that is busy with other work may break it, not every time.
  assert.ok(took[0] < 1000, took.join(' '));
});

const THEFTS = rounds(1);

test(`F12: taking over from a tab that does not answer, ${THEFTS} times: it writes nothing any more and keeps what it had not stored`, async () => {
  for (let round = 0; round < THEFTS; ++round) {
    const old = await open();
    await waitState(old, 'saved');
    const next = await open();
    await waitState(next, 'read_only');
    // A tab that hangs hears nothing, and its storage does not work.
    await old.evaluate(() => {
      window.__app.module.locks.hear = () => {};
      window.__test.inject(1, 'always');
    });
    const unsaved = `belum tersimpan ${round}`;
    await note(old, unsaved);
    await waitState(old, 'failed');
    await next.evaluate(() => window.__test.takeOver());
    await waitState(next, 'saved');
    await waitState(old, 'read_only');
    await old.evaluate(() => window.__test.inject(0));
    const text = `penulis baru ${round}`;
    await note(next, text);
    await waitStored(next);
    await pause(1500); // time for the old tab to do harm
    assert.equal((await acked(old)).changes, 1);
    assert.equal(await noted(old), unsaved);
    assert.equal(await note(old, 'terlambat'), false);
    assert.equal(await peekPlan(stage), text);
    // Leaving the plan keeps the text in a plan of its own, beside the other one.
    await old.evaluate(() => { location.hash = '#/'; });
    let plans = {};
    for (let waited = 0; waited < PATIENCE && !Object.values(plans).includes(unsaved); waited += 250) {
      await pause(250);
      plans = await peekAll(stage.context, stage.url);
    }
    assert.ok(Object.values(plans).includes(unsaved), JSON.stringify(plans));
    assert.equal(plans[stage.where.split('/')[2]], text);
    await old.close();
    await next.close();
  }
});

test('F29: a tab that hears a newer version writes nothing any more, says so, and cannot take the plan back', async () => {
  const old = await open();
  await waitState(old, 'saved');
  await note(old, 'dari versi lama');
  await waitStored(old);
  // What a page of a newer version says when it wants to write: the same words, a higher format.
  const newer = await stage.context.newPage();
  await newer.goto(`${stage.url}licences.txt`);
  await newer.evaluate((plan) => new BroadcastChannel(`rancang:${plan}`).postMessage({ kind: 'want', format: 99 }), stage.where.split('/')[2]);
  await waitState(old, 'read_only');
  assert.equal(await note(old, 'terlambat'), false);
  await old.waitForFunction(() => document.getElementById('mirror').textContent.includes('Versi baru Rancang terbuka'), null, { polling: 50 });
  await old.evaluate(() => window.__test.takeOver());
  await pause(3000); // longer than a silent tab is waited for
  assert.equal((await acked(old)).state, 'read_only');
  assert.equal(await note(old, 'terlambat'), false);
  assert.equal(await peekPlan(stage), 'dari versi lama');
  // Loaded anew it is the newest itself.
  await old.close();
  const again = await open();
  await waitState(again, 'saved');
  assert.equal(await note(again, 'setelah dimuat ulang'), true);
  await waitStored(again);
  await again.close();
  await newer.close();
});

const CRASHES = rounds(2);

test(`F2: a crashed tab, ${CRASHES} times, loses nothing, and another tab can write within a second`, async () => {
  const took = [];
  for (let round = 0, victim = await open(); round < CRASHES; ++round) {
    await waitState(victim, 'saved');
    const other = await open();
    await waitState(other, 'read_only');
    const text = `tersimpan sebelum macet ${round}`;
    await note(victim, text);
    await waitStored(victim);
    const session = await stage.context.newCDPSession(victim);
    const crashed = new Promise((resolve) => victim.once('crash', resolve));
    session.send('Page.crash').catch(() => {}); // its answer never comes
    await crashed;
    const began = Date.now();
    await other.evaluate(() => window.__test.takeOver());
    await waitState(other, 'saved');
    took.push(Date.now() - began);
    assert.equal(await noted(other), text);
    assert.equal(await note(other, `sesudah macet ${round}`), true);
    await waitStored(other);
    await victim.close();
    victim = other;
    if (round === CRASHES - 1) await other.close();
  }
  took.sort((a, b) => a - b);
  assert.ok(took[0] < 1000, took.join(' '));
  console.log(`# F2: ${CRASHES} crashes, 0 lost, writing again after ${took[took.length >> 1]} ms in the median, ${took.at(-1)} ms at the most`);
});
