// Five browsers, each with a store of its own, edit one plan and pass copies of it around in random order, old copies too. They end with the same plan, byte for byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Product } from './support/product.mjs';
import { stageBrowser } from './support/stage.mjs';

const PROFILES = 5, ROUNDS = Number(process.env.RANCANG_ROUNDS ?? 10);
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
  static async open(browser, url, file) {
    const profile = new Profile();
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' });
    profile.product = await Product.open(context, url);
    await profile.choose('Buka berkas…', file);
    await profile.product.waitRows(150);
    await profile.product.waitSaved();
    profile.table = await profile.product.page.evaluate(() => location.hash);
    return profile;
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
    await this.show(`${this.table.split('/').slice(0, 3).join('/')}/merge`);
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
    }, null, 30000);
    await product.click(await label.jsonValue());
    await product.waitSaved();
  }

  copy() {
    return this.product.save();
  }
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
  for (let round = 0; round < ROUNDS; ++round) {
    const from = roll(PROFILES), to = (from + 1 + roll(PROFILES - 1)) % PROFILES;
    await profiles[from].edit(roll(4), `Nama ${round} dari ${from}`);
    copies.push(await profiles[from].copy());
    await profiles[to].take(copies[roll(copies.length)]);  // an old copy as often as a new one
  }
  for (let i = 1; i < PROFILES; ++i) await profiles[0].take(await profiles[i].copy());
  const whole = await profiles[0].copy();
  for (let i = 1; i < PROFILES; ++i) await profiles[i].take(whole);
  for (let i = 1; i < PROFILES; ++i) assert.equal(said(await profiles[i].copy()), said(whole), `browser ${i} of seed ${seed}`);
});
