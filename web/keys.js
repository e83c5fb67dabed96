// Which keys the application takes and which stay with the browser. F5, F11, F12, zoom, tabs and windows are always the browser's.
// Must not know: what a key does.

const WITH_CTRL = new Set('szyfpkda'.split(''));
const WITH_CTRL_NAMED = new Set(['Enter', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ']);
const ALONE = new Set(['F1', 'F2', 'F8', 'Delete', 'Backspace', 'Tab', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End',
  'PageUp', 'PageDown', 'Insert', 'ContextMenu']);
// While a field is edited only these leave it; undo, copy, cursor movement and all other keys belong to the field.
const FROM_FIELD = new Set('sfpk'.split(''));
const FROM_FIELD_ALONE = new Set(['F1', 'F8']);

const CTRL = 1, SHIFT = 2, ALT = 4, META = 8;

export function modifiers(event) {
  return (event.ctrlKey ? CTRL : 0) | (event.shiftKey ? SHIFT : 0) | (event.altKey ? ALT : 0) | (event.metaKey ? META : 0);
}

// Does the key write something by itself? AltGr arrives as Ctrl+Alt and does write.
export function writes(event) {
  const command = (event.ctrlKey || event.metaKey) && !event.getModifierState?.('AltGraph');
  return !command && ([...event.key].length === 1 || event.key === 'Dead' || event.key === 'Process' || event.key === 'Unidentified');
}

const commanded = (event) => event.ctrlKey || event.metaKey;

// The canvas, or an armed field, has the keyboard.
export function appTakes(event) {
  if (writes(event)) return true;
  if (event.key === 'Shift' || event.key === 'Control' || event.key === 'Alt' || event.key === 'Meta') return false;
  if (event.altKey) return !commanded(event) && (event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key === 'Enter');
  if (commanded(event)) {
    const letter = event.key.toLowerCase();
    return WITH_CTRL_NAMED.has(event.key) || (WITH_CTRL.has(letter) && (!event.shiftKey || letter === 'z'));
  }
  return ALONE.has(event.key);
}

export function appTakesFromField(event) {
  if (event.altKey) return false;
  if (commanded(event)) return !event.shiftKey && FROM_FIELD.has(event.key.toLowerCase());
  return FROM_FIELD_ALONE.has(event.key);
}

// The name that the core knows: letters by what they are on this keyboard layout, all others by their place.
export function keyName(event) {
  const { key, code } = event;
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^(Enter|Tab|Escape|Delete|Backspace|Home|End|PageUp|PageDown|Arrow\w+|F\d+)$/.test(key) && !code.startsWith('Numpad')) return key;
  // The number pad without NumLock sends arrows and their like under the code of a digit.
  if (code.startsWith('Numpad') && key.length > 1 && key !== 'Enter') return key;
  return code;
}
