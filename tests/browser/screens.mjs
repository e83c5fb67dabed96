// Takes a picture of every screen, to be looked at by people: both window sizes, light and dark, the sample plan and a new one.
// usage: node tests/browser/screens.mjs FOLDER [part of a name …]     → FOLDER/<scheme>-<width>-<plan>-<screen>.png, e.g. dark-1366-sample-action_item.png
// Build the page first. It judges nothing; complaints of the page are printed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launch, startServer, watch } from './support/browser.mjs';
import { Product } from './support/product.mjs';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/browser/screens.mjs FOLDER [part of a name …]');
  process.exit(2);
}
const WINDOWS = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }];
const TABLES = ['plan', 'legal_basis', 'agency', 'person', 'attendance', 'dimension', 'sub_dimension', 'profile_figure', 'data_request', 'trend', 'potential', 'policy_context',
  'readiness_element', 'readiness_sub_element', 'readiness', 'gap', 'swot_item', 'cross_strategy', 'strategic_issue', 'vision_keyword', 'rpjmd_vision', 'rpjmd_mission', 'rpjmd_goal',
  'rpjmd_objective', 'rpjmd_program', 'vision', 'mission', 'mission_alignment', 'objective', 'strategy', 'program', 'action_item', 'funding_source', 'indicator',
  'workshop', 'stage_output', 'meeting', 'decision', 'action_item.policy', 'action_item.institution', 'action_item.people', 'action_item.infrastructure', 'action_item.application',
  'action_item.literacy', 'roadmap_phase', 'milestone', 'quick_win', 'quick_win_criterion', 'quick_win_score', 'risk', 'book', 'chapter', 'commitment', 'collaboration',
  'monitoring_entry', 'impact_survey', 'instrument', 'question', 'self_assessment', 'nomenclature', 'sni_indicator', 'issued_slice', 'muted_finding'];
const OTHERS = ['stages', 'owed', 'presence', 'changes', 'conflicts', 'share', 'merge', 'folder', 'findings', 'history', 'trash'];
const QUIET_MS = 350; // the last frame of a change of screen

class Camera {
  constructor(product, prefix) {
    this.product = product;
    this.prefix = prefix;
  }

  async take(name) {
    const full = `${this.prefix}-${name}`;
    if (wanted.length && !wanted.some((part) => full.includes(part))) return;
    await this.product.page.waitForTimeout(QUIET_MS);
    await this.product.page.screenshot({ path: join(folder, `${full}.png`) });
    console.log(full);
  }

  async go(route) {
    await this.product.page.evaluate((text) => { location.hash = text; }, route);
    await this.product.page.waitForTimeout(QUIET_MS);
  }

  async plan(name) {
    const base = (await this.product.page.evaluate(() => location.hash)).split('/').slice(0, 3).join('/');
    for (const view of [...TABLES, ...OTHERS]) {
      await this.go(`${base}/${view}`);
      await this.take(`${name}-${view}`);
    }
  }
}

async function newPlan(product) {
  await product.click('Rencana baru');
  for (const [label, text] of [['Nama daerah', 'Sukamaju'], ['Provinsi', 'Jawa Barat'], ['Tahun mulai', '2027']]) {
    await product.click(label);
    await product.page.keyboard.type(text);
  }
}

async function tour(browser, url, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'id-ID' });
  const product = await Product.open(context, url);
  const complaints = watch(product.page);
  const camera = new Camera(product, `${colorScheme}-${viewport.width}`);
  await camera.take('home-first');
  await newPlan(product);
  await camera.take('new-form');
  await product.click('Buat rencana');
  await product.wait('Identitas rencana');
  await camera.plan('new');
  await camera.go('#/');
  await product.openSample();
  await camera.plan('sample');
  await camera.go('#/');
  await camera.take('home-two');
  for (const error of complaints.errors) console.log(`complaint: ${error}`);
  await context.close();
}

mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await launch();
for (const viewport of WINDOWS) for (const scheme of ['light', 'dark']) await tour(browser, server.url, viewport, scheme);
await browser.close();
server.stop();
