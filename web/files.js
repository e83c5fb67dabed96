// Files in and out: picker, drag and drop, download, saving in place, and the site's own samples. Bytes go straight into the core's memory, never
// through a string.
// Must not know: what is in a file.
import { readHandle, writeHandle } from './handles.js';
import { Zip } from './zip.js';

const LARGEST = 256 * 1024 * 1024; // the core refuses less; more is not even read
const MANY = 500;
const REVOKE_MS = 60_000;
const BETWEEN_MS = 400;

// Written in full, since names in the site carry a hash of their content.
const ASSETS = new Map([
  ['samples/tebing-tinggi.rancang.json', new URL('./samples/tebing-tinggi.rancang.json', import.meta.url)],
  ['samples/tanjungpinang.rancang.json', new URL('./samples/tanjungpinang.rancang.json', import.meta.url)],
  ['templates/new-plan.rancang.json', new URL('./templates/new-plan.rancang.json', import.meta.url)],
  ['help/id.txt', new URL('./help/id.txt', import.meta.url)],
  ['help/en.txt', new URL('./help/en.txt', import.meta.url)],
]);

export class Files {
  constructor(module) {
    this.module = module;
    this.zip = new Zip();
    this.handles = new Map(); // number given to the core -> FileSystemFileHandle
    this.input = document.createElement('input');
    this.input.type = 'file';
    this.input.addEventListener('change', () => {
      const chosen = [...this.input.files].map((file) => ({ file, handle: null }));
      this.input.value = ''; // so that the same file can be chosen again
      this.deliver(chosen, false);
    });
  }

  open() {
    this.depth = 0;
    addEventListener('dragenter', (event) => this.hover(event, 1));
    addEventListener('dragleave', (event) => this.hover(event, -1));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => this.drop(event));
  }

  // ---- in ----
  pick(several) {
    this.input.multiple = several;
    this.input.click();
  }

  hover(event, step) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const before = this.depth;
    this.depth = Math.max(0, before + step);
    if ((before > 0) !== (this.depth > 0)) this.module._rancang_drop_hover(this.depth > 0 ? 1 : 0);
  }

  async drop(event) {
    event.preventDefault();
    this.depth = 0;
    this.module._rancang_drop_hover(0);
    // Handles and entries can be asked for only before the event ends.
    const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file').map((item) => ({
      file: item.getAsFile(),
      entry: item.webkitGetAsEntry?.(),
      handle: item.getAsFileSystemHandle?.().catch(() => null),
    }));
    const found = [];
    for (const { file, entry, handle } of items) {
      if (entry?.isDirectory) found.push(...await filesBelow(entry));
      else if (file) found.push({ file, handle: await handle });
    }
    this.deliver(found, true);
  }

  async deliver(chosen, dropped) {
    const list = chosen.slice(0, MANY);
    // A file that cannot be read (moved away meanwhile) arrives empty and is refused by name.
    const contents = await Promise.all(list.map(({ file }) => file.slice(0, LARGEST).arrayBuffer().catch(() => new ArrayBuffer(0))));
    list.forEach(({ file, handle }, index) => {
      const bytes = new Uint8Array(contents[index]);
      this.module.writeText(file.name);
      const at = this.module._rancang_file_room(bytes.length, this.keep(handle));
      this.module.HEAPU8.set(bytes, at);
    });
    if (list.length) this.module._rancang_files_opened(dropped ? 1 : 0);
  }

  keep(handle) {
    if (!handle || handle.kind !== 'file') return 0;
    const number = this.handles.size + 1;
    this.handles.set(number, handle);
    return number;
  }

  async asset(name) {
    try {
      const response = await fetch(ASSETS.get(name));
      if (!response.ok) throw new Error(String(response.status));
      const bytes = new Uint8Array(await response.arrayBuffer());
      this.module.writeText(name);
      const at = this.module._rancang_asset_room(bytes.length);
      this.module.HEAPU8.set(bytes, at);
      this.module._rancang_asset_loaded(1);
    } catch {
      this.module.writeText(name);
      this.module._rancang_asset_room(0);
      this.module._rancang_asset_loaded(0);
    }
  }

  // ---- out ----
  download(name, type, bytes) {
    this.offer(name, new Blob([bytes], { type }));
    this.saved(name, false, '');
  }

  offer(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_MS);
  }

  // The zip of what was given to this.zip; no name forgets it. Where the packer is missing the files go out one by one.
  async finishZip(name) {
    const zip = this.zip;
    this.zip = new Zip();
    if (!name) return;
    const blob = await zip.finish();
    if (blob) {
      this.offer(name, blob);
      this.saved(name, false, '');
      return;
    }
    for (const file of zip.files) {
      this.offer(file.name, new Blob([file.bytes], { type: 'application/json' }));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS)); // browsers drop downloads that come all at once
    }
    this.saved(name, false, 'file.no_zip');
  }

  async saveInPlace(number, key, name, bytes) {
    try {
      const handle = this.handles.get(number) ?? await this.handleFor(key, name);
      const writable = await handle.createWritable(); // writes beside the file and replaces it whole on close
      await writable.write(bytes);
      await writable.close();
      this.saved(handle.name, true, '', key);
    } catch (error) {
      this.saved(name, true, error.name === 'AbortError' ? 'file.cancelled' : 'file.write', key);
    }
  }

  // The file that was chosen for this plan before, if the person still allows it; else asks.
  async handleFor(key, name) {
    const known = await readHandle(key);
    if (known && (await known.queryPermission({ mode: 'readwrite' }) === 'granted' || await known.requestPermission({ mode: 'readwrite' }) === 'granted')) return known;
    const handle = await window.showSaveFilePicker({ suggestedName: name });
    await writeHandle(key, handle);
    return handle;
  }

  saved(name, inPlace, failure, key = '') {
    this.module.writeText(`${failure}\n${key}\n${name}`);
    this.module._rancang_file_saved(inPlace ? 1 : 0);
  }
}

async function filesBelow(directory) {
  const reader = directory.createReader();
  const entries = [];
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (!batch.length) break;
    entries.push(...batch);
  }
  const found = [];
  for (const entry of entries) {
    if (found.length >= MANY) break;
    if (entry.isDirectory) found.push(...await filesBelow(entry));
    else found.push({ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), handle: null });
  }
  return found;
}
