// The shared folder of a plan: a directory that the person chose, looked at every few seconds while the page is visible, without waking the program unless
// something differs; files in and out of it. Handles are remembered for the next visit.
// Must not know: what is in a file, who writes which.
import { readHandle, writeHandle } from './handles.js';

const LOOK_MS = 3000;
const END = '.rancang.json';
const LARGEST = 256 * 1024 * 1024; // the core refuses less; more is not even read
const MANY = 500;
const STATES = { closed: 0, waiting: 1, open: 2 };
const key = (plan) => `folder:${plan}`;
const mode = { mode: 'readwrite' };

const REFUSED = new Set(['NotAllowedError', 'SecurityError']);
// What a failure is called depends on what was tried.
const named = (error, missing, other) => (REFUSED.has(error?.name) ? 'folder.denied' : error?.name === 'NotFoundError' ? missing : other);

export class Folder {
  constructor(module) {
    this.module = module;
    this.open = new Map(); // plan -> {handle, told, looking}
    this.ask = null; // test hook: what stands in for the picker
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) for (const plan of this.open.keys()) this.look(plan);
    });
  }

  can() {
    return typeof window.showDirectoryPicker === 'function';
  }

  // ---- choosing and remembering ----
  async pick(plan) {
    try {
      const handle = await (this.ask ? this.ask() : window.showDirectoryPicker({ id: 'rancang', ...mode }));
      await writeHandle(key(plan), handle);
      this.use(plan, handle);
    } catch (error) {
      if (error?.name !== 'AbortError' && !this.open.has(plan)) this.changed(plan, 'closed', '', 'folder.denied');
    }
  }

  async resume(plan, ask) {
    const handle = await readHandle(key(plan));
    if (!handle) return;
    // A handle of a kind that needs no permission has no such question.
    const granted = async (question) => !handle[question] || await handle[question](mode).catch(() => 'denied') === 'granted';
    if (await granted('queryPermission') || (ask && await granted('requestPermission'))) this.use(plan, handle);
    else this.changed(plan, 'waiting', handle.name, ask ? 'folder.denied' : '');
  }

  use(plan, handle) {
    this.stop(plan, false);
    this.open.set(plan, { handle, told: null, looking: false });
    this.changed(plan, 'open', handle.name, '');
    this.look(plan);
  }

  stop(plan, forget) {
    clearTimeout(this.open.get(plan)?.timer);
    this.open.delete(plan);
    if (forget) writeHandle(key(plan), null);
  }

  // The browser has taken its permission back: a button asks again.
  lose(plan) {
    const { handle } = this.open.get(plan);
    this.stop(plan, false);
    this.changed(plan, 'waiting', handle.name, '');
  }

  changed(plan, state, name, failure) {
    this.module.writeText(`${plan}\n${failure}\n${name}`);
    this.module._rancang_folder_changed(STATES[state]);
  }

  // ---- looking ----
  async look(plan) {
    const place = this.open.get(plan);
    if (!place || place.looking || this.module.store.stopped) return;
    clearTimeout(place.timer);
    if (document.hidden) return; // looked at when it becomes visible
    place.looking = true;
    const found = await list(place.handle).catch((error) => named(error, 'folder.gone', 'folder.gone'));
    place.looking = false;
    if (this.open.get(plan) !== place) return;
    if (found === 'folder.denied') return this.lose(plan);
    const told = typeof found === 'string' ? `${plan}\n${found}` : `${plan}\n\n${found.join('\n')}`;
    if (told !== place.told) {
      place.told = told;
      this.module.sendText('_rancang_folder_listed', told);
    }
    place.timer = setTimeout(() => this.look(plan), LOOK_MS);
  }

  // ---- files ----
  async read(plan, name) {
    const place = this.open.get(plan);
    if (!place) return;
    let file = null, bytes = new Uint8Array(), failure = '';
    try {
      file = await (await place.handle.getFileHandle(name)).getFile();
      bytes = new Uint8Array(await file.slice(0, LARGEST).arrayBuffer());
    } catch (error) {
      failure = named(error, 'folder.vanished', 'folder.read');
    }
    if (this.open.get(plan) !== place) return;
    if (failure === 'folder.denied') return this.lose(plan);
    this.module.writeText(facts(plan, failure, name, file));
    const at = this.module._rancang_folder_room(bytes.length);
    this.module.HEAPU8.set(bytes, at);
    this.module._rancang_folder_read();
  }

  async write(plan, name, bytes) {
    const place = this.open.get(plan);
    if (!place) return;
    let file = null, failure = '';
    try {
      const handle = await place.handle.getFileHandle(name, { create: true });
      const writable = await handle.createWritable(); // writes beside the file and replaces it whole on close
      await writable.write(bytes);
      await writable.close();
      file = await handle.getFile();
    } catch (error) {
      failure = named(error, 'folder.gone', 'folder.write');
    }
    if (this.open.get(plan) !== place) return;
    if (failure === 'folder.denied') return this.lose(plan);
    this.module.sendText('_rancang_folder_written', facts(plan, failure, name, file));
  }
}

const facts = (plan, failure, name, file) => `${plan}\n${failure}\n${name}\t${file?.size ?? 0}\t${file?.lastModified ?? 0}`;

// One line a file: name, size, time. A file that vanishes meanwhile is not there; names that would break the lines are not ours.
async function list(directory) {
  const lines = [];
  for await (const [name, entry] of directory.entries()) {
    if (entry.kind !== 'file' || !name.endsWith(END) || /[\t\n\r]/.test(name)) continue;
    const file = await entry.getFile().catch((error) => {
      if (REFUSED.has(error?.name)) throw error;
      return null;
    });
    if (file) lines.push(`${name}\t${file.size}\t${file.lastModified}`);
    if (lines.length >= MANY) break;
  }
  return lines.sort();
}
