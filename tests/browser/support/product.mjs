// Drives the product by the names of what is on the screen, through window.__app (the page is opened with ?bench).
export class Product {
  constructor(page) {
    this.page = page;
  }

  // Opens the page and waits for the first frame.
  static async open(context, url, route = '') {
    const page = await context.newPage();
    await page.goto(`${url}?bench${route}`);
    const product = new Product(page);
    await product.ready();
    return product;
  }

  async ready() {
    await this.page.waitForFunction(() => window.__app?.ready(), null, { timeout: 60000 });
  }

  // The sample plan, from the empty home screen.
  async openSample(atLeast = 100) {
    await this.click('Buka rencana contoh');
    await this.waitRows(atLeast);
  }

  rect(what, id = '', column = '') {
    return this.page.evaluate(([w, i, c]) => window.__app.rect(w, i, c), [what, id, column]);
  }

  // Waits until a named item is on the screen and presses its middle.
  async click(label, options = {}) {
    const rect = await this.wait(label);
    await this.page.mouse.click(rect.x + rect.w / 2, rect.y + rect.h / 2, options);
  }

  async wait(label, timeout = 15000) {
    const handle = await this.page.waitForFunction((name) => window.__app.rect('item', name), label, { timeout, polling: 50 });
    return handle.jsonValue();
  }

  has(label) {
    return this.rect('item', label).then(Boolean);
  }

  async waitRows(atLeast = 1, timeout = 20000) {
    await this.page.waitForFunction((n) => window.__app.viewport().count >= n, atLeast, { timeout, polling: 50 });
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

  async waitRead(id, column, text, timeout = 5000) {
    await this.page.waitForFunction(([i, c, t]) => window.__app.read(i, c) === t, [id, column, text], { timeout, polling: 50 });
  }

  async waitSaved(timeout = 8000) {
    await this.page.waitForFunction(() => !document.title.startsWith('•'), null, { timeout, polling: 50 });
  }

  save() {
    return this.page.evaluate(() => window.__app.save());
  }
}
