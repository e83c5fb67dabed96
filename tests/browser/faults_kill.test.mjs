// F1: the whole browser is killed in the middle of saving; what was shown as saved is there, whole, at the next start.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { CHROMIUM, chromium, flags } from './support/browser.mjs';
import { isPlan, loadPlan, noted, openPage, pause, rounds, SAMPLE, waitOpen, waitState } from './support/faults.mjs';
import { stageFolder } from './support/stage.mjs';

const ROUNDS = rounds(5);
const stage = stageFolder('kill');

// A browser in a process group of its own, so that the kill reaches it and nobody else.
async function start() {
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'DevToolsActivePort']) rmSync(join(stage.folder, name), { force: true });
  const child = spawn(CHROMIUM, [...flags({ args: ['--remote-debugging-port=0', `--user-data-dir=${stage.folder}`] }), 'about:blank'], { detached: true, stdio: 'ignore' });
  const port = join(stage.folder, 'DevToolsActivePort');
  for (let i = 0; i < 600 && !(existsSync(port) && readFileSync(port, 'utf8').includes('\n')); ++i) await pause(50);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`);
  return {
    browser,
    context: browser.contexts()[0],
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => {}); // its connection is cut already
    },
  };
}

// Types numbered notes one after the other as soon as the one before is saved, and says so on the console.
function typeOn(first) {
  const hook = window.__test;
  let number = first;
  let revision = 0;
  const next = () => {
    hook.note(`nomor ${number} ${'x'.repeat((number * 97) % 3000)}`);
    ({ revision } = hook.acked());
  };
  next();
  setInterval(() => {
    const { saved, state } = hook.acked();
    if (state !== 'saved' || saved < revision) return;
    console.log(`acked ${number}`);
    number += 1;
    next();
  }, 5);
}

const numberOf = (text) => Number(/^nomor (\d+) /.exec(text)?.[1] ?? 0);

test(`F1: kill -9 in mid-save, ${ROUNDS} rounds: nothing that was called saved is lost, nothing is torn`, { timeout: 900000 }, async () => {
  let run = await start();
  let page = await openPage(run.context, stage.url);
  const where = await loadPlan(page, SAMPLE);
  let known = 0;
  let openings = 0;
  for (let round = 0; round < ROUNDS; ++round) {
    page.on('console', (message) => {
      const match = /^acked (\d+)$/.exec(message.text());
      if (match) known = Math.max(known, Number(match[1]));
    });
    await page.evaluate(typeOn, known + 1);
    await pause(200 + Math.random() * 1200);
    await run.kill();
    run = await start();
    const began = Date.now();
    page = await openPage(run.context, stage.url, { route: where });
    await waitOpen(page);
    openings += Date.now() - began;
    const found = numberOf(await noted(page));
    assert.ok(found >= known, `round ${round}: ${found} found, ${known} were called saved`);
    assert.ok(found <= known + 1, `round ${round}: ${found} found, ${known} known`);
    assert.ok(isPlan(await page.evaluate(() => window.__test.dump())));
    known = found;
    await waitState(page, 'saved');
  }
  await run.kill();
  assert.ok(known > ROUNDS / 2, `only ${known} saves were tried`);
  console.log(`# F1: ${known} saves, ${ROUNDS} kills, 0 lost, 0 torn; opening took ${Math.round(openings / ROUNDS)} ms in the mean`);
});
