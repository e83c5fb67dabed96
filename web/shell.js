// Starts the application: loading page, graphics, core, and what to do when one of them fails.
import { Files } from './files.js';
import { Folder } from './folder.js';
import { rasterize } from './glyphs.js';
import { Input } from './input.js';
import { loadFonts, startCore } from './load.js';
import { Locks } from './locks.js';
import { Mirror } from './mirror.js';
import { Page } from './page.js';
import { openContext, Renderer } from './renderer.js';
import * as settings from './settings.js';
import { Store } from './storage.js';
import { FAMILY, TextField } from './text_field.js';
import { language, words } from './words.js';

const RESTORE_MS = 5000;
const PREPARE_RESCUE_MS = 3000;
const byId = (id) => document.getElementById(id);
const encoder = new TextEncoder();

// Fetched while all is well: on a bad day there may be no network. What could not be fetched is asked for again.
let rescuePage = null;
const rescue = () => (rescuePage ??= import('./rescue.js').catch((error) => {
  rescuePage = null;
  throw error;
}));
function prepareRescue() {
  rescue().catch(() => addEventListener('online', prepareRescue, { once: true }));
}

const canvas = byId('canvas');
const store = new Store();
let failed = false;

function showProgress(fraction, done, all) {
  byId('progress').value = fraction;
  byId('progress-text').textContent = fraction < 1 ? words.loadingPart(done, all) : words.starting;
}

// The application cannot go on: nothing is written any more, and a page without it shows what is stored.
async function fail(reason, detail) {
  if (failed) return;
  failed = true;
  store.stop();
  silence();
  document.body.classList.remove('running');
  for (const id of ['canvas', 'mirror', 'fields', 'start']) byId(id)?.remove();
  const { openRescue } = await rescue();
  await openRescue(reason, detail, language);
}

// What is still called from events must not reach a broken core.
function silence() {
  for (const name of Object.keys(module)) if (name.startsWith('_')) module[name] = () => 0;
}

function useFonts(fonts) {
  for (const [name, weight] of [['inter-400', '400'], ['inter-600', '600']]) document.fonts.add(new FontFace(FAMILY, fonts[name], { weight }));
  return fonts;
}

// Everything that the core finds under its own name in the page.
const module = {
  canvas,
  store,
  locks: new Locks(store),
  settings,
  rasterize,

  // Texts for the core: UTF-8 into its memory, then the call that takes it.
  writeText(text) {
    const bytes = encoder.encode(text);
    const at = module._rancang_text_room(bytes.length);
    module.HEAPU8.set(bytes, at);
  },
  sendText(call, text) {
    module.writeText(text);
    module[call]();
  },

  opened() {
    module.page.open();
    module.files.open();
    module.input.open();
  },
  onAbort: (reason) => fail('abort', String(reason)),
};

function prepare(gl) {
  let giveUp;
  module.renderer = new Renderer(canvas, gl, {
    onLost: () => {
      giveUp = setTimeout(() => fail('context', ''), RESTORE_MS);
    },
    onRestored: () => {
      clearTimeout(giveUp);
      module._rancang_context_restored?.();
    },
  });
  const field = new TextField(byId('fields'), canvas);
  field.changed = (visit, text, grows, time) => {
    module.writeText(text);
    module.page.setUnsaved(true); // the core says the rest, a moment later
    module._rancang_field_changed(visit, grows ? 1 : 0, time);
  };
  field.exited = (visit, kind, text) => {
    module.writeText(text);
    module._rancang_field_exited(visit, kind);
  };
  module.textField = field;
  module.input = new Input(module, canvas, field);
  module.page = new Page(module, byId('spoken'));
  module.files = new Files(module);
  module.folder = new Folder(module);
  module.mirror = new Mirror(module, byId('mirror'), canvas);
}

// A trap inside the core arrives as an exception in whatever called it.
function watchErrors() {
  const look = (error) => {
    if (error instanceof WebAssembly.RuntimeError) fail('abort', String(error));
  };
  addEventListener('error', (event) => look(event.error));
  addEventListener('unhandledrejection', (event) => look(event.reason));
}

async function start() {
  document.documentElement.lang = language;
  byId('progress-text').textContent = words.loading;
  watchErrors();
  const fonts = loadFonts().then(useFonts);
  fonts.catch(() => {}); // told by startCore
  const gl = openContext(canvas);
  if (!gl) return fail('no_webgl', '');
  prepare(gl);
  try {
    await startCore(module, fonts, showProgress);
  } catch (error) {
    return fail(error.reason ?? 'abort', String(error));
  }
  document.body.classList.add('running');
  requestAnimationFrame(() => {
    byId('start')?.remove();
    document.documentElement.dataset.ready = '';
    setTimeout(prepareRescue, PREPARE_RESCUE_MS);
  });
  const query = new URLSearchParams(location.search);
  if (query.has('test')) window.__test = new (await import('./test_hook.js')).TestHook(module);
  if (query.has('bench')) {
    const { openBench } = await import('./bench_hook.js');
    await openBench(module, module.textField);
  }
}

start();
