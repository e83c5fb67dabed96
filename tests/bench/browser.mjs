// Figures of the page in Chromium: first load, start, opening, scrolling, typing, sorting, resting, storing, memory. JSON on standard output.
// usage: node tests/bench/browser.mjs [rows …]   (default 300 10000 100000). Build the page and the command line tool first; README.md says how.
// It only prints figures. Compare two runs of one machine, not two machines.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch, launchProfile, startServer } from '../browser/support/browser.mjs';
import { Product } from '../browser/support/product.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TOOL = join(root, 'build/native/bin/rancang');
const WINDOW = { width: 1440, height: 900 };
const sizes = process.argv.slice(2).map(Number);
if (!sizes.length) sizes.push(300, 10000, 100000);

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const round = (value) => Math.round(value * 10) / 10;
const spread = (values) => ({ median: round(quantile(values, 0.5)), p95: round(quantile(values, 0.95)), n: values.length });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// CPU milliseconds of the page's main thread, of the whole renderer process and of the GPU process.
class Meter {
  static async of(browser, page) {
    const meter = new Meter();
    meter.page = await page.context().newCDPSession(page);
    await meter.page.send('Performance.enable');
    meter.browser = await browser.newBrowserCDPSession();
    return meter;
  }

  async read() {
    const { metrics } = await this.page.send('Performance.getMetrics');
    const { processInfo } = await this.browser.send('SystemInfo.getProcessInfo');
    const of = (type) => processInfo.filter((p) => p.type === type).reduce((sum, p) => sum + p.cpuTime * 1000, 0);
    return { main: metrics.find((m) => m.name === 'TaskDuration').value * 1000, renderer: of('renderer'), gpu: of('GPU'), wall: performance.now() };
  }

  async during(work) {
    const before = await this.read();
    const result = await work();
    const after = await this.read();
    return { result, main: after.main - before.main, renderer: after.renderer - before.renderer, gpu: after.gpu - before.gpu, wall: after.wall - before.wall };
  }

  async memory() {
    await this.page.send('HeapProfiler.collectGarbage');
    await pause(300);
    const { usedSize } = await this.page.send('Runtime.getHeapUsage');
    const { processInfo } = await this.browser.send('SystemInfo.getProcessInfo');
    const rss = processInfo.filter((p) => p.type === 'renderer').map((p) => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${p.id}/status`, 'utf8'))[1]) / 1024;
      } catch {
        return 0;
      }
    });
    return { jsHeapMB: round(usedSize / 1048576), rendererRssMB: round(Math.max(...rss)) };
  }
}

// Waits inside the page for the frame that shows what `done` asks for; milliseconds from the input event's own time stamp.
const answered = (page, press, done, argument) => page.evaluate(() => {
  window.__pressed = 0;
  addEventListener('keydown', (event) => { window.__pressed = event.timeStamp; }, { capture: true, once: true });
}).then(press).then(() => page.evaluate(async ([source, value]) => {
  const conditions = { editor: (text) => window.__app.editorText() === text, read: ([id, text]) => window.__app.read(id, 'name') === text };
  for (let frame = 0; frame < 300; frame += 1) {
    if (conditions[source](value)) return performance.now() - window.__pressed;
    await new Promise(requestAnimationFrame);
  }
  return null;
}, [done, argument]));

async function firstLoad(url) {
  const browser = await launch();
  const page = await browser.newPage();
  let bytes = 0, files = 0;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; files += 1; });
  await page.goto(url, { waitUntil: 'networkidle' });
  await browser.close();
  return { kB: round(bytes / 1000), files };
}

// Navigation until the rows of a plan are there and a key is answered, with an empty and with a full cache.
async function start(url, rows) {
  const folder = mkdtempSync(join(tmpdir(), 'rancang-bench-'));
  const context = await launchProfile(folder, { viewport: WINDOW });
  const times = [];
  try {
    for (let run = 0; run < 4; run += 1) {
      const page = await context.newPage();
      await page.goto(`${url}?bench&n=${rows}`);
      const product = new Product(page);
      await product.waitRows(rows, 120000);
      await product.clickCell(await product.rowId(2), 'name');
      await page.keyboard.press('7');
      await page.waitForFunction(() => window.__app.editorText() === '7', null, { timeout: 60000, polling: 'raf' });
      times.push(await page.evaluate(() => performance.now()));
      await page.close();
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { coldMs: round(times[0]), cachedMs: round(quantile(times.slice(1), 0.5)) };
}

async function open(page, rows) {
  const times = [];
  for (let run = 0; run < (rows > 50000 ? 2 : 3); run += 1) {
    times.push(await page.evaluate(async (count) => {
      const bytes = new Uint8Array(await (await fetch(new URL(`/data/plan-${count}.json`, location.href))).arrayBuffer());
      const begun = performance.now();
      const { doc } = window.__app.loadBytes(bytes);
      while (window.__app.frame().doc < doc || window.__app.viewport().count < count) await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    }, rows));
  }
  return spread(times);
}

async function scroll(page, meter) {
  const cost = await meter.during(() => page.evaluate(async () => {
    let frames = 0, blank = 0;
    const begun = performance.now();
    while (performance.now() - begun < 5000) {
      window.__app.scroll('y', ((performance.now() - begun) / 5000));
      await new Promise(requestAnimationFrame);
      frames += 1;
      const { first, last } = window.__app.frame();
      if (last < first) blank += 1;
    }
    window.__app.scroll('y', 0);
    return { frames, blank };
  }));
  const { frames, blank } = cost.result;
  return { frames, blank, mainMsPerFrame: round(cost.main / frames), rendererMsPerFrame: round(cost.renderer / frames), gpuMsPerFrame: round(cost.gpu / frames) };
}

async function type(product, meter) {
  const { page } = product;
  const keys = [], commits = [];
  const cost = await meter.during(async () => {
    for (let i = 0; i < 30; i += 1) {
      const id = await product.rowId(1 + (i % 12)), text = `a${i}`;
      await product.clickCell(id, 'name');
      await pause(40);
      await page.keyboard.press('a');
      for (const key of String(i)) keys.push(await answered(page, () => page.keyboard.press(key), 'editor', `a${String(i).slice(0, String(i).indexOf(key) + 1)}`));
      commits.push(await answered(page, () => page.keyboard.press('Enter'), 'read', [id, text]));
      await pause(600);  // no double click, and the save of each edit stands alone
    }
  });
  // From handing over to the store until both strict transactions are complete, of every save in this session.
  const durable = await page.evaluate(() => {
    const begun = performance.getEntriesByName('app:storing');
    return performance.getEntriesByName('app:durable').map((end) => end.startTime - begun.filter((start) => start.startTime <= end.startTime).at(-1).startTime);
  });
  return { key: spread(keys.filter(Number.isFinite)), commit: spread(commits.filter(Number.isFinite)), mainMsPerEdit: round(cost.main / 30), durable: spread(durable) };
}

async function command(page, name, variants) {
  const times = [];
  for (const variant of variants) {
    times.push(await page.evaluate(async ([what, args]) => {
      const before = window.__app.frame().n, begun = performance.now();
      window.__app.command(what, args);
      while (window.__app.frame().n === before) await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    }, [name, variant]));
    await page.evaluate(() => window.__app.command('clear'));
    await pause(200);
  }
  return spread(times);
}

async function rest(page, meter) {
  await pause(2500);
  const before = await page.evaluate(() => window.__app.frame().n);
  const cost = await meter.during(() => pause(10000));
  const frames = (await page.evaluate(() => window.__app.frame().n)) - before;
  return { frames, rendererPercent: round((100 * cost.renderer) / cost.wall), gpuPercent: round((100 * cost.gpu) / cost.wall) };
}

async function table(url, rows) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: WINDOW });
    const product = await Product.open(context, url);
    const { page } = product;
    const meter = await Meter.of(browser, page);
    const figures = { rows, open: await open(page, rows) };
    await product.waitSaved(120000);
    figures.memory = { ...(await meter.memory()), wasmMB: round((await page.evaluate(() => window.__app.memory())).heapUsed / 1048576) };
    figures.scroll = await scroll(page, meter);
    figures.type = await type(product, meter);
    figures.sort = await command(page, 'sort', [{ column: 'name', dir: 'asc' }, { column: 'name', dir: 'desc' }, { column: 'budget', dir: 'asc' }]);
    figures.filter = await command(page, 'filter', ['Banjir', 'Wisata', 'Digital'].map((contains) => ({ column: 'name', contains })));
    figures.rest = await rest(page, meter);
    return figures;
  } finally {
    await browser.close();
  }
}

if (!existsSync(TOOL)) throw new Error('Build the command line tool first: cmake --preset native && cmake --build --preset native --target rancang');
const data = mkdtempSync(join(tmpdir(), 'rancang-bench-data-'));
for (const rows of sizes) execFileSync(TOOL, ['generate', '--programs', String(rows), '--seed', '1', '--output', join(data, `plan-${rows}.json`)]);
const server = await startServer('--data', data);
try {
  const result = { firstLoad: await firstLoad(server.url), start: await start(server.url, 300), tables: [] };
  for (const rows of sizes) result.tables.push(await table(server.url, rows));
  console.log(JSON.stringify(result, null, 1));
} finally {
  server.stop();
  rmSync(data, { recursive: true, force: true });
}
