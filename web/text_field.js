// The real text field: one <input> and one <textarea>, siblings of the canvas, laid exactly over the field that is being edited. The browser brings
// composition, dead keys, the phone keyboard, word wrap, selection, spell check, undo and paste; the canvas can bring none of them.
// Must not know: what is being edited.

export const FAMILY = 'Rancang Inter';
const LINE = 0, PROSE = 1, NUMBER = 2, WRAPPED = 3; // TextKind of platform.hpp
export const EXIT = { enter: 1, shiftEnter: 2, ctrlEnter: 3, tab: 4, shiftTab: 5, escape: 6, blur: 7, up: 8, down: 9 }; // FieldExit

const px = (number) => `${Math.round(number * 1000) / 1000}px`;

function cssColor(rgba) {
  const [red, green, blue, alpha] = [rgba & 255, (rgba >>> 8) & 255, (rgba >>> 16) & 255, (rgba >>> 24) & 255];
  return `rgba(${red},${green},${blue},${alpha / 255})`;
}

export class TextField {
  constructor(host, canvas) {
    this.canvas = canvas;
    this.line = host.appendChild(document.createElement('input'));
    this.prose = host.appendChild(document.createElement('textarea'));
    this.line.type = 'text';
    this.element = null; // the one in use
    this.kind = LINE;
    this.visit = 0;
    this.armed = false;
    this.composing = false;
    this.replacing = false; // the visit began with a key over a selected cell
    this.told = false; // the end of the visit has been told; the core decides whether it ends
    this.lastPointer = 'mouse';
    this.changed = () => {};
    this.exited = () => {};
    for (const element of [this.line, this.prose]) this.prepare(element);
  }

  prepare(element) {
    element.className = 'text-field';
    element.hidden = true;
    element.autocomplete = 'off';
    element.tabIndex = -1;
    element.addEventListener('input', (event) => this.onInput(element, event));
    element.addEventListener('compositionstart', () => {
      this.composing = true;
      this.reveal();
    });
    element.addEventListener('compositionend', () => {
      this.composing = false;
    });
    element.addEventListener('blur', () => this.onBlur(element));
  }

  owns(element) {
    return element !== null && element === this.element;
  }

  get text() {
    return this.element ? this.element.value : null;
  }

  // spec: {visit, kind, armed, box, clip, fontPx, linePx, padX, padY, bold, textColor, groundColor, label, placeholder, maxLength, language, readOnly,
  //        text, load, replace, selectAll}. load: a new visit begins with `text`; replace: `text` takes the place of what is in the field.
  show(spec) {
    const element = spec.kind === PROSE || spec.kind === WRAPPED ? this.prose : this.line;
    this.kind = spec.kind;
    if (this.element && this.element !== element) this.hide(false);
    const fresh = spec.load || this.element !== element;
    this.element = element;
    this.visit = spec.visit;
    this.describe(element, spec);
    this.place(element, spec);
    const awakened = this.armed && !spec.armed && element.value === '' && !this.composing;
    if (fresh) this.replacing = spec.armed;
    if (fresh || awakened) this.load(element, spec.armed ? '' : spec.text);
    else if (spec.replace && spec.text !== element.value && !this.composing) this.replaceText(element, spec.text);
    if (awakened) this.replacing = false;
    this.told = false;
    this.armed = spec.armed && element.value === '' && !this.composing;
    element.classList.toggle('armed', this.armed);
    element.hidden = false;
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    if ((fresh || awakened) && !this.armed) this.select(element, spec.selectAll);
  }

  load(element, text) {
    element.value = text;
    element.scrollTop = element.scrollLeft = 0;
    this.composing = false;
  }

  select(element, all) {
    if (all) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }

  replaceText(element, text) {
    const at = Math.min(element.selectionStart, text.length);
    element.value = text;
    element.setSelectionRange(at, at);
  }

  describe(element, spec) {
    const number = spec.kind === NUMBER;
    // A finger that only chooses a cell must not bring up the phone's keyboard.
    const inputMode = spec.armed && this.lastPointer === 'touch' ? 'none' : number ? 'decimal' : 'text';
    if (element.inputMode !== inputMode) element.inputMode = inputMode;
    element.spellcheck = !number;
    element.lang = spec.language;
    element.setAttribute('autocorrect', number ? 'off' : 'on');
    element.setAttribute('autocapitalize', number ? 'off' : 'sentences');
    element.setAttribute('aria-label', spec.label);
    element.placeholder = spec.placeholder;
    element.readOnly = spec.readOnly;
    if (spec.maxLength) element.maxLength = spec.maxLength;
    else element.removeAttribute('maxlength');
  }

  place(element, spec) {
    const { box, clip } = spec;
    const { style } = element;
    style.left = px(box.x);
    style.top = px(box.y);
    style.width = px(box.width);
    style.height = px(box.height);
    const cut = [clip.y - box.y, box.x + box.width - clip.x - clip.width, box.y + box.height - clip.y - clip.height, clip.x - box.x];
    style.clipPath = cut.some((side) => side > 0) ? `inset(${cut.map((side) => px(Math.max(0, side))).join(' ')})` : '';
    style.padding = `${px(spec.padY)} ${px(spec.padX)}`;
    style.font = `${spec.bold ? 600 : 400} ${px(spec.fontPx)}/${px(spec.linePx)} "${FAMILY}", system-ui, sans-serif`;
    style.color = style.caretColor = cssColor(spec.textColor);
    style.backgroundColor = cssColor(spec.groundColor);
    style.textAlign = spec.kind === NUMBER ? 'right' : 'left';
  }

  // Ends the armed state: the person writes.
  reveal() {
    if (!this.armed) return;
    this.armed = false;
    this.element.classList.remove('armed');
  }

  onInput(element, event) {
    if (element !== this.element) return;
    this.reveal();
    if (this.kind === WRAPPED && element.value.includes('\n') && !this.composing) this.joinLines(element);
    const grows = element === this.prose && element.scrollHeight > element.clientHeight;
    this.changed(this.visit, element.value, grows, event.timeStamp);
  }

  // Lines that were pasted into one paragraph; the caret stays behind what it stood behind.
  joinLines(element) {
    const join = (text) => text.replace(/\s*\n\s*/g, ' ');
    const caret = join(element.value.slice(0, element.selectionStart)).length;
    this.replaceText(element, join(element.value));
    element.setSelectionRange(caret, caret);
  }

  onBlur(element) {
    // When the whole window loses the keyboard the field stays the document's active element and gets it back.
    if (element !== this.element || this.hiding || document.activeElement === element) return;
    this.composing = false;
    this.exit(EXIT.blur);
  }

  // Hands over what was written because the attention goes elsewhere.
  leave() {
    if (this.element && !this.armed) this.exit(EXIT.blur);
  }

  exit(kind) {
    if (this.told) return;
    this.told = true;
    this.exited(this.visit, kind, this.element.value);
  }

  // How a key ends the visit; 0 = it belongs to the field.
  ends(event) {
    const prose = this.kind === PROSE;
    const command = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'Enter':
        if (command) return EXIT.ctrlEnter;
        if (prose) return 0;
        return event.shiftKey ? EXIT.shiftEnter : EXIT.enter;
      case 'Tab':
        return command || event.altKey ? 0 : event.shiftKey ? EXIT.shiftTab : EXIT.tab;
      case 'Escape':
        return EXIT.escape;
      case 'ArrowUp':
      case 'ArrowDown':
        if (prose || !this.replacing || command || event.altKey || event.shiftKey) return 0;
        return event.key === 'ArrowUp' ? EXIT.up : EXIT.down;
      default:
        return 0;
    }
  }

  // Nothing was shown in this frame.
  hide(toCanvas = true) {
    const { element } = this;
    if (!element) return;
    const focused = document.activeElement === element;
    this.hiding = true;
    if (focused && toCanvas) this.canvas.focus({ preventScroll: true });
    element.hidden = true;
    element.value = '';
    this.hiding = false;
    this.element = null;
    this.armed = this.composing = this.replacing = false;
  }
}
