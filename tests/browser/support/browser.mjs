// Start the page's server and a fresh Chromium for a test.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

import { PATIENCE } from './patience.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const { chromium } = createRequire(new URL('../../../web/package.json', import.meta.url))('playwright-core');

export const CHROMIUM = process.env.RANCANG_CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const NO_GL = ['--disable-gpu', '--disable-software-rasterizer'];
// The command line of a browser in a test.
export const flags = ({ gl = true, args = [] } = {}) => [...QUIET, ...(gl ? SOFTWARE_GL : NO_GL), ...args];

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Serves the page that is built; {url, stop()}. Arguments go to serve.py. RANCANG_URL names a server that runs already.
export async function startServer(...args) {
  if (process.env.RANCANG_URL) return { url: process.env.RANCANG_URL, port: Number(new URL(process.env.RANCANG_URL).port), stop: () => {} };
  const port = await freePort();
  const child = spawn('python3', ['serve.py', '--offline', '--port', String(port), ...args], { cwd: root });
  let said = '';
  await new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      if (said.includes(`http://127.0.0.1:${port}/`)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`serve.py ended with ${code}: ${said}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, port, stop: () => child.kill('SIGINT') };
}

// A browser with an empty profile. {gl: false} leaves it without any WebGL.
export async function launch(options) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags(options), timeout: PATIENCE });
  for (const name of ['newContext', 'newPage']) {
    const make = browser[name].bind(browser);
    browser[name] = async (...values) => patient(await make(...values));
  }
  return browser;
}

function patient(target) {
  target.setDefaultTimeout(PATIENCE);
  return target;
}

// The same with a profile that survives closing: plans stored before are there again.
export async function launchProfile(folder, { gl, args, ...context } = {}) {
  return patient(await chromium.launchPersistentContext(folder, { executablePath: CHROMIUM, args: flags({ gl, args }), timeout: PATIENCE, ...context }));
}

// What a page hands over for download once `press` has been done: {name, text}.
export async function download(page, press) {
  const [given] = await Promise.all([page.waitForEvent('download'), press()]);
  const chunks = [];
  for await (const chunk of await given.createReadStream()) chunks.push(chunk);
  return { name: given.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

// The first plan that the page for bad days offers, downloaded: {name, text}.
export const downloadRescued = (page) => download(page, () => page.locator('#rescue li button').first().click());

// Collects what a page complains about and asks for: {errors, requests}.
export function watch(page) {
  const seen = { errors: [], requests: [] };
  page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) => seen.errors.push(`${request.url()} ${request.failure()?.errorText}`));
  return seen;
}
