// Five browsers, each with a store of its own, edit one plan and pass copies of it around in random order, old copies too; two agencies work on slices that one
// of them handed out, and send them back in between. The five end with the same plan, byte for byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { download } from './support/browser.mjs';
import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

const PROFILES = 5, ROUNDS = Number(process.env.RANCANG_ROUNDS ?? 12);
const stage = stageBrowser();

// A small generator, so that a failure can be repeated.
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const said = (text) => text.slice(0, text.indexOf('"end":')).replace(/"saved_at":"[^"]*"/, '');

class Profile {
  static async start(profile, browser, url, file) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID', acceptDownloads: true });
    profile.product = await Product.open(context, url);
    await profile.choose('Buka berkas…', file);
    await profile.product.until(() => /#\/plan\/\w{26}\//.test(location.hash));
    await profile.product.waitSaved();
    profile.plan = (await profile.product.page.evaluate(() => location.hash)).split('/').slice(0, 3).join('/');
    profile.table = `${profile.plan}/action_item`;
    return profile;
  }

  static open(browser, url, file) {
    return Profile.start(new Profile(), browser, url, file);
  }

  async choose(label, text) {
    const asked = this.product.page.waitForEvent('filechooser');
    await this.product.click(label);
    await (await asked).setFiles({ name: 'salinan.rancang.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  show(route) {
    return this.product.page.evaluate((hash) => { location.hash = hash; }, route);
  }

  async edit(row, name) {
    await this.show(this.table);
    await this.product.waitRows(150);
    await this.product.storeName(row, name);
  }

  async take(text) {
    const { product } = this;
    await this.show(`${this.plan}/merge`);
    await this.choose('Pilih berkas', text);
    const label = await product.until(() => {
      // The one button that goes on, whatever its figures say; "Batalkan" where the copy brings nothing.
      const shown = (name) => window.__app.rect('item', name) && name;
      if (shown('Tidak ada yang perlu digabungkan: semua isi berkas sudah ada di sini.')) return 'Batalkan';
      for (let ready = 0; ready < 60; ++ready) {
        for (let open = 1; open < 12; ++open) if (shown(`Tunda ${open}, gabungkan ${ready}`)) return `Tunda ${open}, gabungkan ${ready}`;
        if (ready > 0 && shown(`Gabungkan ${ready} ubahan`)) return `Gabungkan ${ready} ubahan`;
      }
      return null;
    });
    await product.click(await label.jsonValue());
    await product.waitSaved();
  }

  copy() {
    return this.product.save();
  }
}

// An agency that has its slice only.
class Agency extends Profile {
  static async open(browser, url, file) {
    const agency = await Profile.start(new Agency(), browser, url, file);
    const { scope, records } = JSON.parse(file);
    agency.rows = records.action_item.filter((row) => row.lead_agency === scope.agency).slice(0, 3);
    assert.equal(agency.rows.length, 3, 'the agency has work of its own');
    return agency;
  }

  async edit(row, name) {
    const { product } = this;
    const { id } = this.rows[row % this.rows.length];
    await this.show(`${this.table}/${id}`); // selects the row and brings it into view
    await product.until((wanted) => window.__app.rect('cell', wanted, 'name'), id);
    await product.typeCell(id, 'name', name);
    await product.waitRead(id, 'name', name);
    await product.waitSaved();
  }
}

// One file for one agency, as the office hands it out.
async function slice(office, agency) {
  const { product } = office;
  await office.show(`${office.plan}/share`);
  await product.click('Kosongkan pilihan');
  await product.click(agency);
  const { text } = await download(product.page, () => product.click('Unduh satu berkas'));
  await product.waitSaved();
  assert.equal(JSON.parse(text).kind, 'slice');
  return text;
}

test(`${PROFILES} browsers that pass copies around in random order end with the same plan`, async () => {
  const seed = Number(process.env.RANCANG_SEED ?? 20220908), roll = dice(seed);
  const first = await Product.open(await stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' }), stage.url);
  await first.openSample(150);
  await first.waitSaved();
  const start = await first.save();
  await first.page.context().close();
  const profiles = [], copies = [];
  for (let i = 0; i < PROFILES; ++i) profiles.push(await Profile.open(stage.browser, stage.url, start));
  const writers = [...profiles];
  for (const name of ['Diskominfo', 'Dinkes']) writers.push(await Agency.open(stage.browser, stage.url, await slice(profiles[1], name)));
  for (let round = 0; round < ROUNDS; ++round) {
    const from = roll(writers.length), to = (from + 1 + roll(PROFILES - 1)) % PROFILES;
    await writers[from].edit(roll(4), `Nama ${round} dari ${from}`);
    copies.push(await writers[from].copy());
    await profiles[to].take(copies[roll(copies.length)]);  // an old copy as often as a new one
  }
  for (const agency of writers.slice(PROFILES)) {
    await agency.edit(0, 'Nama terakhir dari OPD');
    await profiles[roll(PROFILES)].take(await agency.copy());
  }
  for (let i = 1; i < PROFILES; ++i) await profiles[0].take(await profiles[i].copy());
  const whole = await profiles[0].copy();
  for (let i = 1; i < PROFILES; ++i) await profiles[i].take(whole);
  assert.equal(whole.split('Nama terakhir dari OPD').length - 1 >= 2, true, 'what the agencies wrote has arrived');
  for (let i = 1; i < PROFILES; ++i) assert.equal(said(await profiles[i].copy()), said(whole), `browser ${i} of seed ${seed}`);
});
