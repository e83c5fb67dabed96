import { watch } from './browser.mjs';
import { PATIENCE } from './patience.mjs';

// Drives the product by the names of what is on the screen, through window.__app (the page is opened with ?bench).
export class Product {
  constructor(page) {
    this.page = page;
  }

  // Opens the page and waits for the first frame.
  static async open(context, url, route = '') {
    const page = await context.newPage();
    const product = new Product(page);
    product.seen = watch(page);
    await page.goto(`${url}?bench${route}`);
    await product.ready();
    return product;
  }

  async ready() {
    await this.until(() => window.__app?.ready() && 'ready' in document.documentElement.dataset);
  }

  // Waits for something in the page. What does not come says what the page looks like instead.
  async until(condition, argument = null, timeout = PATIENCE) {
    try {
      return await this.page.waitForFunction(condition, argument, { timeout, polling: 50 });
    } catch (error) {
      const seen = await this.page.evaluate(() => ({
        address: location.href, title: document.title, text: document.body.innerText.slice(0, 400), ready: document.readyState, visible: document.visibilityState,
        marks: performance.getEntriesByType('mark').slice(-12).map((mark) => `${mark.name} ${Math.round(mark.startTime)}`), now: Math.round(performance.now()),
        rows: window.__app?.viewport?.().count, waiting: performance.getEntriesByType('resource').filter((entry) => !entry.responseEnd).map((entry) => entry.name),
      })).catch((reason) => String(reason));
      throw new Error(`${error.message} waiting for ${JSON.stringify(argument)}: ${JSON.stringify(seen)} ${JSON.stringify(this.seen?.errors ?? [])}`);
    }
  }

  // The sample plan, from the empty home screen.
  async openSample(atLeast = 100) {
    await this.click('Buka rencana contoh');
    await this.waitRows(atLeast);
  }

  rect(what, id = '', column = '') {
    return this.page.evaluate(([w, i, c]) => window.__app.rect(w, i, c), [what, id, column]);
  }

  // Waits until a named item is on the screen and stands still, and presses its middle.
  async click(label, options = {}) {
    const rect = await this.wait(label);
    await this.page.mouse.click(rect.x + rect.w / 2, rect.y + rect.h / 2, options);
  }

  async wait(label, timeout = PATIENCE) {
    const handle = await this.until((name) => {
      const rect = window.__app.rect('item', name), before = window.lastRect;
      window.lastRect = rect && { name, ...rect };
      return before?.name === name && rect && ['x', 'y', 'w', 'h'].every((side) => rect[side] === before[side]) ? rect : null;
    }, label, timeout);
    return handle.jsonValue();
  }

  has(label) {
    return this.rect('item', label).then(Boolean);
  }

  async waitRows(atLeast = 1, timeout = PATIENCE) {
    await this.until((n) => window.__app.viewport().count >= n, atLeast, timeout);
  }

  rowId(index) {
    return this.page.evaluate((i) => window.__app.rowId(i), index);
  }

  read(id, column) {
    return this.page.evaluate(([i, c]) => window.__app.read(i, c), [id, column]);
  }

  async clickCell(id, column, options = {}) {
    const rect = await this.rect('cell', id, column);
    if (!rect) throw new Error(`cell ${id} ${column} is not on the screen`);
    await this.page.mouse.click(rect.x + Math.min(40, rect.w / 2), rect.y + rect.h / 2, options);
  }

  // Selects a cell, types over it and commits with a key.
  async typeCell(id, column, text, commit = 'Enter') {
    await this.clickCell(id, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(commit);
  }

  // The name of a row of the action plan, written and stored.
  async storeName(row, name) {
    const id = await this.rowId(row);
    await this.typeCell(id, 'name', name);
    await this.waitRead(id, 'name', name);
    await this.waitSaved();
  }

  async waitRead(id, column, text, timeout = PATIENCE) {
    await this.until(([i, c, t]) => window.__app.read(i, c) === t, [id, column, text], timeout);
  }

  async waitSaved(timeout = PATIENCE) {
    await this.until(() => !document.title.startsWith('•'), null, timeout);
  }

  save() {
    return this.page.evaluate(() => window.__app.save());
  }
}
