// Small settings of this browser, and the witness of what was stored: outside IndexedDB, so that its loss is noticed. A browser that refuses
// localStorage has no settings.
const PREFIX = 'rancang.';

export function read(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Refused or full: the setting lasts until the page is closed.
  }
}
