// Brings the program and its fonts, and refuses a mixture of builds.
import createRancang, { buildId } from './rancang.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const FONTS = {
  'inter-400': new URL('./fonts/inter-400.ttf', import.meta.url),
  'inter-600': new URL('./fonts/inter-600.ttf', import.meta.url),
  icons: new URL('./fonts/icons.ttf', import.meta.url),
};
const PROGRAM = new URL('./rancang.wasm', import.meta.url);
const SEEN = 'rancang.seen'; // the build that this browser has loaded before
const RELOADED = 'rancang.reloaded';

export class LoadError extends Error {
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason; // 'network', 'browser', 'mixed'
  }
}

async function fetched(url) {
  const response = await fetch(url).catch((error) => {
    throw new LoadError('network', `${url} ${error.message}`);
  });
  if (!response.ok) throw new LoadError('network', `${url} ${response.status}`);
  return response;
}

export async function loadFonts() {
  const fonts = {};
  await Promise.all(Object.entries(FONTS).map(async ([name, url]) => {
    fonts[name] = new Uint8Array(await (await fetched(url)).arrayBuffer());
  }));
  return fonts;
}

function stored(storage, key, value) {
  try {
    if (value === undefined) return storage.getItem(key);
    storage.setItem(key, value);
  } catch {
    // A browser that keeps nothing shows the progress every time.
  }
  return null;
}

// The first visit counts the bytes as they come. Later ones hand the response itself to the compiler, which then can use the compiled code that the
// browser has kept.
function counting(response, progress) {
  const all = Number(meta('program-bytes'));
  let done = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      done += chunk.length;
      progress(Math.min(1, done / all), Math.round(done / 1024), Math.round(all / 1024));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { 'content-type': 'application/wasm' } });
}

async function compile(imports, progress) {
  const response = await fetched(PROGRAM);
  const known = stored(localStorage, SEEN) === meta('build');
  try {
    return await WebAssembly.instantiateStreaming(known ? response : counting(response, progress), imports);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(navigator.onLine === false ? 'network' : 'browser', String(error));
  }
}

// A page of yesterday's cache with today's program would misread today's data.
function checkBuild(module) {
  const [section] = WebAssembly.Module.customSections(module, 'build_id');
  const builds = [meta('build'), buildId, section ? new TextDecoder().decode(section) : ''];
  if (builds.every((build) => build === builds[0])) return;
  if (stored(sessionStorage, RELOADED) === null) {
    stored(sessionStorage, RELOADED, '1');
    if (stored(sessionStorage, RELOADED) === '1') location.reload();
  }
  throw new LoadError('mixed', builds.join(' '));
}

// Starts the core with `module` as its own object; resolves when main() has returned.
export async function startCore(module, fonts, progress) {
  await new Promise((resolve, reject) => {
    module.instantiateWasm = (imports, done) => {
      Promise.all([compile(imports, progress), fonts]).then(([{ module: compiled, instance }, bytes]) => {
        checkBuild(compiled);
        module.fonts = bytes;
        done(instance, compiled);
      }).catch(reject);
      return {};
    };
    createRancang(module).then(resolve, reject);
  });
  stored(localStorage, SEEN, meta('build'));
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // As above.
  }
  module.fonts = {}; // the core has its own copy
}
