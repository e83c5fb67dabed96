// The accessible mirror: what the canvas shows as real elements with role, name and state, laid over their place and invisible. Screen readers read
// and press them; the keyboard's place is told through aria-activedescendant of the canvas.
// Must not know: what the items mean.

// State bits of probe_item.hpp.
const CHECKABLE = 1, CHECKED = 2, OPENABLE = 4, OPEN = 8, FOCUSED = 16, DISABLED = 32, SELECTED = 64, INVALID = 128, REQUIRED = 256, READ_ONLY = 512;
// Roles that ARIA allows only inside another one, and what that is.
const INSIDE = new Map([['tab', 'tablist'], ['option', 'listbox'], ['menuitem', 'menu'], ['treeitem', 'tree']]);
const CELLS = new Set(['gridcell', 'columnheader', 'rowheader']);
const WITH_REQUIRED = new Set(['textbox', 'checkbox', 'gridcell', 'radio']);
const SELECTABLE = new Set(['gridcell', 'option', 'row', 'tab', 'treeitem', 'columnheader', 'rowheader']);
const CHECKED_BY_ARIA = new Set(['checkbox', 'radio', 'switch', 'menuitem', 'option']);
const DELAY_MS = 300;
const ITEM = '\x1e', FIELD = '\x1f';

export class Mirror {
  constructor(module, host, canvas) {
    this.module = module;
    this.canvas = canvas;
    this.root = host;
    this.elements = new Map(); // key -> element
    this.places = new Map(); // element -> its rectangle
    this.root.addEventListener('click', (event) => this.press(event));
    canvas.setAttribute('aria-owns', host.id);
  }

  // Something has changed on the screen: follow once it rests.
  due() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.module._rancang_mirror_due(), DELAY_MS);
  }

  // text: items separated by U+001E, fields by U+001F: id, window, role, state, x, y, width, height, label, value.
  update(text) {
    const kept = new Set();
    const orders = new Map(); // parent -> how many children are placed
    const seen = new Map();
    let focused = '';
    for (const line of text ? text.split(ITEM) : []) {
      const [id, window, role, stateText, x, y, width, height, label, value] = line.split(FIELD);
      const state = Number(stateText);
      const place = [Number(x), Number(y), Number(width), Number(height)];
      const twin = seen.get(id) ?? 0;
      seen.set(id, twin + 1);
      if (role === 'grid') {
        set(this.element(`grid-${window}`, role, this.root, kept, orders), 'aria-label', label);
        continue;
      }
      const parent = this.parentOf(role, window, y, kept, orders);
      const element = this.element(`${id}-${twin}`, role, parent, kept, orders);
      this.describe(element, role, state, label, value);
      this.place(element, place);
      if (state & FOCUSED) focused = element.id;
    }
    this.sweep(kept);
    if (focused) this.canvas.setAttribute('aria-activedescendant', focused);
    else this.canvas.removeAttribute('aria-activedescendant');
  }

  parentOf(role, window, y, kept, orders) {
    if (CELLS.has(role)) {
      const grid = this.element(`grid-${window}`, 'grid', this.root, kept, orders);
      return this.element(`row-${window}-${y}`, 'row', grid, kept, orders);
    }
    if (role === 'row') return this.element(`grid-${window}`, 'grid', this.root, kept, orders);
    const outer = INSIDE.get(role);
    return outer ? this.element(`${outer}-${window}`, outer, this.root, kept, orders) : this.root;
  }

  // The element for a key, made or moved so that it stands next in its parent.
  element(key, role, parent, kept, orders) {
    let element = this.elements.get(key);
    if (!element) {
      element = document.createElement('div');
      element.id = `mirror-${key}`;
      this.elements.set(key, element);
    }
    if (kept.has(key)) return element;
    kept.add(key);
    set(element, 'role', role);
    const at = orders.get(parent) ?? 0;
    orders.set(parent, at + 1);
    if (parent.children[at] !== element) parent.insertBefore(element, parent.children[at] ?? null);
    return element;
  }

  describe(element, role, state, label, value) {
    const name = value && label && role !== 'textbox' ? `${label}: ${value}` : label || value;
    set(element, 'aria-label', name);
    const shown = role === 'textbox' ? value : name;
    // Rows and groups hold other elements; only what stands alone gets a text.
    if (role !== 'row' && element.textContent !== shown) element.textContent = shown;
    set(element, 'aria-disabled', state & DISABLED ? 'true' : null);
    set(element, 'aria-expanded', state & OPENABLE ? String((state & OPEN) !== 0) : null);
    const checked = state & CHECKABLE || role === 'checkbox' || role === 'radio' || role === 'switch' ? String((state & CHECKED) !== 0) : null;
    set(element, 'aria-checked', CHECKED_BY_ARIA.has(role) && role !== 'menuitem' ? checked : null);
    set(element, 'aria-pressed', role === 'button' ? checked : null);
    set(element, 'aria-selected', SELECTABLE.has(role) ? String((state & SELECTED) !== 0) : null);
    set(element, 'aria-current', !SELECTABLE.has(role) && state & SELECTED ? 'true' : null);
    set(element, 'aria-invalid', state & INVALID && WITH_REQUIRED.has(role) ? 'true' : null);
    set(element, 'aria-required', state & REQUIRED && WITH_REQUIRED.has(role) ? 'true' : null);
    set(element, 'aria-readonly', state & READ_ONLY && (role === 'textbox' || role === 'gridcell') ? 'true' : null);
    set(element, 'aria-level', role === 'heading' ? '2' : null);
    if (role === 'slider') set(element, 'aria-valuetext', value);
  }

  place(element, place) {
    const before = this.places.get(element);
    if (before && place.every((value, index) => value === before[index])) return;
    this.places.set(element, place);
    const { style } = element;
    [style.left, style.top, style.width, style.height] = place.map((value) => `${value}px`);
  }

  sweep(kept) {
    for (const [key, element] of this.elements) {
      if (kept.has(key)) continue;
      element.remove();
      this.elements.delete(key);
      this.places.delete(element);
    }
  }

  press(event) {
    const place = this.places.get(event.target);
    if (!place) return;
    this.canvas.focus({ preventScroll: true });
    this.module._rancang_press(place[0] + place[2] / 2, place[1] + place[3] / 2);
  }
}

function set(element, name, value) {
  if (value === null || value === '') {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}
