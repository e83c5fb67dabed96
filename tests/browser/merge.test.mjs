// The morning when forty files come back: dropped at once, decided, merged in one step, undone, merged again. And five browsers that pass copies around.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { agencyFile } from './support/agency_files.mjs';
import { launchProfile, watch } from './support/browser.mjs';
import { Product } from './support/product.mjs';
import { stageProfile } from './support/stage.mjs';

const OPTIONS = { viewport: { width: 1366, height: 768 }, locale: 'id-ID', acceptDownloads: true };
const AGENCIES = 40, EDITS = 5;
let product, sample, items;

async function open({ context, url }, route) {
  product = await Product.open(context, url, route);
  watch(product.page);
}
const stage = stageProfile('merge', OPTIONS, open);

// Pictures of every step, where somebody wants to look at them.
const PICTURES = process.env.RANCANG_PICTURES;
async function picture(name) {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await product.page.waitForTimeout(400);
  await product.page.screenshot({ path: join(PICTURES, `merge-${name}.png`) });
}

async function choose(label, files) {
  const asked = product.page.waitForEvent('filechooser');
  await product.click(label);
  await (await asked).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })));
}

const actionItems = (text) => text.split('\n').filter((line) => line.includes('"lead_agency":') && line.includes('"budget":')).map((line) => JSON.parse(line.replace(/,$/, '')));

// Each of forty agencies writes the output of five activities of its own; every tenth also a name that its neighbour writes differently.
function morning() {
  const files = [];
  for (let who = 0; who < AGENCIES; ++who) {
    const edits = [];
    for (let i = 0; i < EDITS; ++i) edits.push({ id: items[(who * EDITS + i) % 150].id, field: 'location', value: `Lokasi dari OPD ${who + 1}, kegiatan ${i + 1}` });
    if (who % 10 < 2) edits.push({ id: items[150 + Math.floor(who / 10)].id, field: 'name', value: `Nama menurut OPD ${who + 1}` });
    files.push({ name: `opd-${String(who + 1).padStart(2, '0')}.rancang.json`, text: agencyFile(sample, who + 1, `OPD ${who + 1}`, edits) });
  }
  return files;
}

test('of forty files and four bad ones only the forty count', async () => {
  await product.openSample(150);
  await product.waitSaved();
  sample = await product.save();
  items = actionItems(sample);
  assert.ok(items.length >= 154);
  const files = morning();
  const whole = files[3].text;
  files.push({ name: 'rusak.rancang.json', text: whole.slice(0, whole.length / 2) });
  files.push({ name: 'baru.rancang.json', text: whole.replace('"version":1', '"version":99') });
  files.push({ name: 'kota-lain.rancang.json', text: whole.replace(/"plan_id":"\w{26}"/, '"plan_id":"01GCDS3M2Q8V6T4R2N0M8K6J4H"') });
  files.push({ name: 'salinan opd-01.rancang.json', text: files[0].text });
  const base = (await product.page.evaluate(() => location.hash)).split('/').slice(0, 3).join('/');
  await product.page.evaluate((hash) => { location.hash = hash; }, `${base}/merge`);
  await product.wait('Belum ada berkas OPD');
  await picture('empty');
  await choose('Pilih berkas', files);
  await product.wait('100 dari 154 ubahan siap, 54 menunggu keputusan', 120000);
  await picture('board');
});

const route = () => product.page.evaluate(() => location.hash);
const conflictsRoute = async () => `${(await route()).split('/').slice(0, 3).join('/')}/conflicts`;
const mergeRoute = async () => `${(await route()).split('/').slice(0, 3).join('/')}/merge`;
const show = (hash) => product.page.evaluate((text) => { location.hash = text; }, hash);

// 200 fields from forty agencies: 100 clean, 50 written by two agencies, and four names in dispute.
test('what is clean is merged in one step, what is disputed waits for the meeting', async () => {
  await product.wait('100 dari 154 ubahan siap, 54 menunggu keputusan');
  await product.page.keyboard.press('1');
  await picture('decided');
  await product.click('Tunda 53, gabungkan 101');
  await product.wait('101 ubahan dari 40 berkas digabungkan', 60000);
  await picture('merged');
  await product.waitSaved();
  await show(await conflictsRoute());
  await picture('conflicts');
  const merged = await product.save();
  assert.ok(merged.includes('Lokasi dari OPD 12, kegiatan 3'));
  assert.ok(merged.includes('"others":{'));
});

test('the same files again bring nothing, and one undo takes the morning back', async () => {
  await show(await mergeRoute());
  await choose('Pilih berkas', morning());
  await product.wait('Tidak ada yang perlu digabungkan: semua isi berkas sudah ada di sini.', 60000);
  await picture('again');
  await product.click('Batalkan');
  await product.page.keyboard.press('Control+z');
  await product.waitSaved();
  const back = await product.save();
  assert.ok(!back.includes('"others":{'));
  for (const item of items.slice(0, 3)) {
    const line = back.split('\n').find((text) => text.startsWith(`{"id":"${item.id}"`));
    assert.equal(JSON.parse(line.replace(/,$/, '')).location, item.location);
  }
});
