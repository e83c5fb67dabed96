// Loads the compiled core and starts it, after checking that page, script and wasm come from one build.
import createRancang, { buildId } from './rancang.js';
import { Locks } from './locks.js';
import * as settings from './settings.js';
import { Store } from './storage.js';

const page = document.querySelector('meta[name=build]').content;

async function instantiate(imports, done) {
  const { module, instance } = await WebAssembly.instantiateStreaming(fetch('./rancang.wasm'), imports);
  const [section] = WebAssembly.Module.customSections(module, 'build_id');
  const wasm = section ? new TextDecoder().decode(section) : '';
  if (wasm !== page || buildId !== page) throw new Error(`mixed builds: ${page} ${buildId} ${wasm}`);
  done(instance, module);
}

const store = new Store();

await createRancang({
  store,
  locks: new Locks(store),
  settings,
  canvas: document.getElementById('canvas'),
  instantiateWasm: (imports, done) => {
    instantiate(imports, done);
    return {};
  },
});
document.documentElement.dataset.ready = '';
