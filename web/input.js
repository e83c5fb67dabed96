// Pointer, wheel, keyboard, focus, clipboard and size of the canvas, handed to the core as numbers.
// Must not know: what lies under the pointer, what a key does.
import { appTakes, appTakesFromField, keyName, modifiers, writes } from './keys.js';

const MOVE = 0, DOWN = 1, UP = 2, CANCEL = 3, LEAVE = 4, HOLD = 5;
const SOURCES = { mouse: 0, touch: 1, pen: 2 };
const HOLD_MS = 500;
const CURSORS = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];

export class Input {
  constructor(module, canvas, textField) {
    this.module = module;
    this.canvas = canvas;
    this.textField = textField;
    this.encoder = new TextEncoder();
    this.finger = null; // the one finger that counts
    this.clipboard = null;
    this.down = new Set(); // keys that the core has seen going down
  }

  // Called once the core runs.
  open() {
    this.listenPointer();
    this.listenKeys();
    this.listenClipboard();
    this.watchSize();
    this.canvas.focus({ preventScroll: true });
  }

  setCursor(cursor) {
    this.canvas.style.cursor = CURSORS[cursor] ?? (cursor < 0 ? 'none' : 'default');
  }

  // ---- pointer ----
  listenPointer() {
    const { canvas } = this;
    for (const [name, kind] of [['pointermove', MOVE], ['pointerdown', DOWN], ['pointerup', UP], ['pointercancel', CANCEL], ['pointerleave', LEAVE]]) {
      canvas.addEventListener(name, (event) => this.pointer(kind, event));
    }
    // The focus is moved by us, in the right order; a press on the canvas must not take it from a field that is being opened.
    for (const name of ['mousedown', 'touchstart', 'touchend']) canvas.addEventListener(name, (event) => event.preventDefault(), { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  pointer(kind, event) {
    if (event.pointerType === 'touch' && !this.followFinger(kind, event)) return;
    if (kind === LEAVE && this.canvas.hasPointerCapture?.(event.pointerId)) return;
    if (kind === DOWN) {
      event.preventDefault();
      this.canvas.setPointerCapture?.(event.pointerId);
      this.textField.lastPointer = event.pointerType;
      // What was being written is handed over before the press is seen.
      this.textField.leave();
      if (document.activeElement !== this.canvas) this.canvas.focus({ preventScroll: true });
    }
    this.send(kind, event);
  }

  send(kind, event) {
    const source = SOURCES[event.pointerType] ?? 0;
    this.module._rancang_pointer(kind, source, event.offsetX, event.offsetY, event.button, modifiers(event), event.timeStamp);
  }

  // One finger speaks at a time; a second one ends what the first began.
  followFinger(kind, event) {
    if (kind === DOWN) {
      if (this.finger !== null) {
        clearTimeout(this.holdTimer);
        this.send(CANCEL, event);
        return false;
      }
      this.finger = event.pointerId;
      this.holdTimer = setTimeout(() => this.module._rancang_pointer(HOLD, SOURCES.touch, event.offsetX, event.offsetY, 2, 0, event.timeStamp + HOLD_MS), HOLD_MS + 5);
    }
    const ours = event.pointerId === this.finger;
    if (kind === UP || kind === CANCEL) {
      clearTimeout(this.holdTimer);
      if (ours) this.finger = null;
    }
    return ours && kind !== LEAVE;
  }

  wheel(event) {
    if (event.ctrlKey) return; // the browser's zoom
    event.preventDefault();
    const unit = event.deltaMode === 0 ? 1 / 100 : event.deltaMode === 1 ? 1 / 3 : 1;
    this.module._rancang_wheel(event.offsetX, event.offsetY, -event.deltaX * unit, -event.deltaY * unit, modifiers(event), event.timeStamp);
  }

  // ---- keyboard ----
  listenKeys() {
    addEventListener('keydown', (event) => this.keyDown(event), true);
    addEventListener('keyup', (event) => this.keyUp(event), true);
    addEventListener('blur', () => {
      this.down.clear();
      this.module._rancang_focus(0);
    });
    addEventListener('focus', () => this.module._rancang_focus(1));
  }

  endVisit(event) {
    event.preventDefault();
    this.module._rancang_note_event(event.timeStamp);
    this.textField.exit(this.textField.ends(event));
  }

  leaveToField(event) {
    this.module._rancang_modifiers(modifiers(event));
    this.module._rancang_note_typing(event.timeStamp);
  }

  keyUp(event) {
    if (this.down.delete(event.code) || event.key === 'Meta') this.sendKey(event, 0, 0);
    else this.module._rancang_modifiers(modifiers(event));
  }

  sendKey(event, down, character) {
    const name = this.encoder.encode(keyName(event)).subarray(0, 31);
    const at = this.module._rancang_key_name();
    this.module.HEAPU8.set(name, at);
    this.module.HEAPU8[at + name.length] = 0;
    this.module._rancang_key(down, modifiers(event), character, event.timeStamp);
    // On a Mac no key-up comes for keys pressed together with Cmd.
    if (!down && event.key === 'Meta') this.module._rancang_focus(0), this.module._rancang_focus(1);
  }

  keyDown(event) {
    const field = this.textField;
    const target = event.target;
    if (!field.owns(target) && target !== this.canvas && target !== document.body) return;
    if (event.isComposing || event.keyCode === 229) return this.module._rancang_note_typing(event.timeStamp); // the input method's
    if (field.owns(target) && !field.armed) {
      if (field.ends(event)) return this.endVisit(event);
      if (!appTakesFromField(event)) return this.leaveToField(event);
    } else if (!appTakes(event) || (field.owns(target) && writes(event))) {
      return this.leaveToField(event);
    }
    event.preventDefault();
    this.down.add(event.code);
    this.sendKey(event, 1, writes(event) && [...event.key].length === 1 ? event.key.codePointAt(0) : 0);
  }

  // ---- clipboard ----
  listenClipboard() {
    for (const name of ['copy', 'cut', 'paste']) document.addEventListener(name, (event) => this.clipboardEvent(name, event));
  }

  clipboardEvent(name, event) {
    const target = event.target;
    const field = this.textField;
    const outside = target === this.canvas || target === document.body || target === document || (field.owns(target) && field.armed);
    if (!outside) return;
    event.preventDefault();
    if (name === 'paste') return this.module.sendText('_rancang_pasted', event.clipboardData.getData('text/plain'));
    if (!this.clipboard) this.module._rancang_copy(name === 'cut' ? 1 : 0);
    for (const [type, text] of Object.entries(this.clipboard ?? {})) event.clipboardData.setData(type, text);
    this.clipboard = null;
  }

  // Inside a copy event the text is handed over by the event; otherwise (a menu entry) it is written now.
  setClipboard(plain, html, inEvent) {
    this.clipboard = html ? { 'text/plain': plain, 'text/html': html } : { 'text/plain': plain };
    if (inEvent) return;
    // execCommand fires the copy event above at once, where it is allowed.
    if (document.execCommand('copy') && !this.clipboard) return;
    this.clipboard = null;
    navigator.clipboard?.writeText(plain).catch(() => {});
  }

  // ---- size ----
  watchSize() {
    const observer = new ResizeObserver((entries) => this.resize(entries[0]));
    try {
      observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.canvas); // Safari
    }
    const watch = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.resize(null);
      watch();
    }, { once: true });
    watch();
    this.resize(null);
  }

  resize(entry) {
    const exact = entry?.devicePixelContentBoxSize?.[0];
    const ratio = devicePixelRatio;
    const box = this.canvas.getBoundingClientRect();
    const width = devicePixels(box.width * ratio, exact?.inlineSize);
    const height = devicePixels(box.height * ratio, exact?.blockSize);
    if (width < 1 || height < 1) return;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.module._rancang_resize(width, height, ratio);
  }
}

// The browser's own rounding where it tells it; an emulated screen tells CSS pixels instead.
function devicePixels(wanted, exact) {
  return exact !== undefined && Math.abs(exact - wanted) < 1.5 ? exact : Math.round(wanted);
}
