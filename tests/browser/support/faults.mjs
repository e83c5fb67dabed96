// What the fault tests share: a small plan, pages with the test hook, what is stored, and waiting for a state.
import { readFileSync } from 'node:fs';

import { download, watch } from './browser.mjs';
import { PATIENCE } from './patience.mjs';
import { stageProfile } from './stage.mjs';

export const SAMPLE = readFileSync(new URL('../../../assets/samples/tebing-tinggi.rancang.json', import.meta.url), 'utf8');

// One identity, nothing else: the note of it is what the tests type into.
export const SMALL = JSON.stringify({
  format: 'rancang', version: 1, kind: 'plan', plan_id: '01GCDS3M2Q8V6T4R2N0M8K6J4H',
  records: { plan: [{ id: '01GCDS3M2Q8V6T4R2N0M8K6J4J', region_name: 'Uji', region_type: 'kota', note: 'awal' }] },
});

export const isPlan = (text) => text.startsWith('{"format":"rancang"');

// Opens the page and waits until the core runs; `route` as in "#/plan/…".
export async function openPage(context, url, { route = '', init } = {}) {
  const page = await context.newPage();
  page.seen = watch(page);
  if (init) await page.addInitScript(init);
  await page.goto(`${url}?bench&test${route}`);
  await page.waitForFunction(() => window.__app?.ready() && window.__test && 'ready' in document.documentElement.dataset, null, { timeout: PATIENCE });
  return page;
}

export const acked = (page) => page.evaluate(() => window.__test.acked());
export const noted = (page) => page.evaluate(() => window.__test.noted());
export const note = (page, text) => page.evaluate((value) => window.__test.note(value), text);
export const route = (page) => page.evaluate(() => location.hash);

export async function waitState(page, state, timeout = PATIENCE) {
  await page.waitForFunction((wanted) => window.__test?.acked().state === wanted, state, { timeout, polling: 20 });
}

// Everything that was typed is stored.
export async function waitStored(page, timeout = PATIENCE) {
  await page.waitForFunction(() => {
    const { state, changes, saved, revision } = window.__test.acked();
    return state === 'saved' && changes === 0 && saved === revision;
  }, null, { timeout, polling: 20 });
}

export async function waitOpen(page, timeout = PATIENCE) {
  await page.waitForFunction(() => window.__test.acked().plan !== '', null, { timeout, polling: 20 });
}

// Loads a plan the way "Buka berkas" does and waits until it is stored; its route.
export async function loadPlan(page, text = SMALL) {
  await page.evaluate((json) => window.__app.load(json), text);
  await waitStored(page);
  return route(page);
}

// {url, folder, context, where}: a browser that keeps what it stores, and the route of a small plan in it.
export function stagePlan(name) {
  return stageProfile(name, { viewport: { width: 800, height: 600 } }, async (stage) => {
    const page = await openPage(stage.context, stage.url);
    stage.where = await loadPlan(page);
    await page.close();
  });
}

// That plan in a page of its own.
export async function openPlan({ context, url, where }) {
  const page = await openPage(context, url, { route: where });
  await waitOpen(page);
  return page;
}

// What it holds, seen by opening it; closed again afterwards.
export async function readPlan(stage) {
  const page = await openPlan(stage);
  const found = await noted(page);
  await page.close();
  return found;
}

// {plan: its stored note}, read without the program and as the page for bad days reads it: whole files only, journals over their snapshot.
export async function peekAll(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}licences.txt`);
  const texts = await page.evaluate(async () => {
    const [, build] = /shell\.([0-9a-f]+)\.js/.exec(await (await fetch('/')).text());
    const { newestState, parsePath } = await import(`/rescue_file.${build}.js`);
    const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const database = await answer(indexedDB.open('/plans'));
    const store = () => database.transaction('FILE_DATA').objectStore('FILE_DATA');
    const names = (await answer(store().getAllKeys())).map((key) => parsePath(String(key))).filter(Boolean);
    const found = {};
    for (const plan of new Set(names.map((name) => name.plan))) {
      const state = await newestState(names.filter((name) => name.plan === plan), async (path) => (await answer(store().get(path)))?.contents ?? null);
      if (state?.broken.length) throw new Error(`torn: ${state.broken}`);
      if (state) found[plan] = state.text;
    }
    database.close();
    return found;
  });
  await page.close();
  return Object.fromEntries(Object.entries(texts).map(([plan, text]) => [plan, JSON.parse(text).records.plan[0].note]));
}
export const peekStored = async (context, url, where) => (await peekAll(context, url))[where.split('/')[2]];
export const peekPlan = ({ context, url, where }) => peekStored(context, url, where);

// The status strip says that saving fails, and offers the file; the file holds `text`.
export async function expectRescueFile(page, text, timeout = PATIENCE) {
  const link = await page.waitForFunction(() => window.__app.rect('item', 'Simpan berkas sekarang'), null, { timeout, polling: 20 }).then((found) => found.jsonValue());
  const file = await download(page, () => page.mouse.click(link.x + link.w / 2, link.y + link.h / 2));
  if (!file.text.includes(text)) throw new Error(`the offered file lacks “${text}”`);
}

// How often a fault is tried: few times by default, RANCANG_ROUNDS times when a whole night is at hand.
export const rounds = (fewest) => Number(process.env.RANCANG_ROUNDS ?? fewest);
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
