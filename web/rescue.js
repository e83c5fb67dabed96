// The page for bad days, without the compiled core: lists what is stored, shows and downloads it, opens files to be looked at. Reads only.
import { Database, DATABASE } from './database.js';
import { newestState, parsePath, unseal } from './rescue_file.js';
import { rescueWords } from './rescue_words.js';
import { read as readSetting } from './settings.js';

const make = (tag, text, ...children) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
};

function button(text, action) {
  const element = make('button', text);
  element.type = 'button';
  element.addEventListener('click', action);
  return element;
}

function offer(name, parts, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Letters, digits and hyphens only, whatever the plan is called.
const fileName = (plan) => plan.name.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'rencana';

// ---- what is stored ----

class Shelf {
  constructor() {
    this.database = new Database();
  }

  async request(make) {
    let result;
    await this.database.transact('readonly', (store) => {
      make(store).onsuccess = (event) => (result = event.target.result);
    });
    return result;
  }

  async bytes(path) {
    const entry = await this.request((store) => store.get(path));
    return entry?.contents instanceof Uint8Array ? entry.contents : null;
  }

  async plans() {
    const keys = await this.request((store) => store.getAllKeys());
    const byPlan = new Map();
    for (const name of keys.map((key) => parsePath(String(key)))) {
      if (!name) continue;
      if (!byPlan.has(name.plan)) byPlan.set(name.plan, []);
      byPlan.get(name.plan).push(name);
    }
    const plans = await Promise.all([...byPlan].map(async ([id, names]) => ({ id, names, ...(await this.card(names)) })));
    const holdsPlan = ({ names }) => names.some(({ kind }) => kind === 'snapshot' || kind === 'journal');
    return plans.filter((plan) => !plan.erased && holdsPlan(plan)).sort((a, b) => b.changed - a.changed);
  }

  async card(names) {
    const none = { name: '', changed: 0, trashed: false, erased: false };
    for (const name of names.filter(({ kind }) => kind === 'card').sort((a, b) => b.generation - a.generation)) {
      const bytes = await this.bytes(name.path);
      const payload = bytes && unseal(name, bytes);
      if (!payload) continue;
      const card = JSON.parse(new TextDecoder().decode(payload));
      return { name: String(card.name ?? ''), changed: Number(card.changed) || 0, trashed: Boolean(card.trashed), erased: card.erased === true };
    }
    return none;
  }

  // Everything of one plan as it lies there, for rescue by hand: a line with each path and length, then its bytes.
  async raw(plan) {
    const parts = [];
    for (const { path } of plan.names) {
      const bytes = (await this.bytes(path)) ?? new Uint8Array();
      parts.push(`${path} ${bytes.length}\n`, bytes, '\n');
    }
    return parts;
  }
}

// ---- looking at a plan without the program ----

function showRecords(place, text, words) {
  let plan;
  try {
    plan = JSON.parse(text);
  } catch {
    plan = null;
  }
  place.replaceChildren();
  if (plan?.format !== 'rancang' || typeof plan.records !== 'object') return place.append(make('p', words.notOurs));
  const dead = new Set(Object.entries(plan.causality ?? {}).filter(([, entry]) => entry?.alive?.length === 0).map(([id]) => id));
  for (const [type, records] of Object.entries(plan.records)) {
    const alive = records.filter((record) => !dead.has(record.id));
    if (alive.length === 0) continue;
    const group = make('details', '', make('summary', `${type} (${alive.length})`));
    // Built when it is opened: a plan may have ten thousand rows.
    group.addEventListener('toggle', () => group.append(...alive.map(recordList)), { once: true });
    place.append(group);
  }
}

function recordList(record) {
  const list = make('dl');
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id') continue;
    list.append(make('dt', key), make('dd', typeof value === 'string' ? value : JSON.stringify(value)));
  }
  return list;
}

// ---- the page ----

function planRow(shelf, plan, words, language) {
  const name = plan.name || words.unnamed;
  const note = make('span', [plan.changed && words.changed(new Date(plan.changed).toLocaleString(language)), plan.trashed && words.trashed].filter(Boolean).join(' · '));
  const said = make('p');
  const records = make('div');
  const withState = async (use) => {
    said.textContent = words.working;
    try {
      const state = await newestState(plan.names, (path) => shelf.bytes(path));
      said.textContent = state ? words.state(state.journals, state.broken.length) : words.damaged;
      if (state) use(state.text);
    } catch (error) {
      said.textContent = `${words.damaged} ${error.message}`;
    }
  };
  const row = make('li', '', make('strong', name), note,
    button(words.download, () => withState((text) => offer(`${fileName(plan)}.rancang.json`, [text], 'application/json'))),
    button(words.view, () => withState((text) => showRecords(records, text, words))),
    button(words.raw, async () => offer(`${fileName(plan)}.rancang-raw`, await shelf.raw(plan), 'application/octet-stream')),
    said, records);
  row.dataset.plan = plan.id;
  return row;
}

async function planList(words, language) {
  const shelf = new Shelf();
  let plans;
  try {
    plans = await shelf.plans();
  } catch (error) {
    return make('p', `${words.unreadable} (${error.id ?? error.message})`);
  }
  const missing = witnessed().filter(({ plan }) => !plans.some(({ id }) => id === plan));
  const list = make('div');
  if (missing.length > 0) list.append(make('p', words.lost(missing.map(({ name }) => `“${name}”`).join(', '))));
  if (plans.length > 0) list.append(make('ul', '', ...plans.map((plan) => planRow(shelf, plan, words, language))));
  else if (missing.length === 0) list.append(make('p', words.none));
  return list;
}

function witnessed() {
  try {
    const witness = JSON.parse(readSetting('witness') || '[]');
    return Array.isArray(witness) ? witness.filter((entry) => typeof entry?.plan === 'string') : [];
  } catch {
    return [];
  }
}

function fileViewer(words) {
  const records = make('div');
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', async () => {
    if (input.files[0]) showRecords(records, await input.files[0].text(), words);
  });
  return make('div', '', make('label', words.open, input), records);
}

// `reason`: abort, context, no_webgl, network, browser, mixed.
export async function openRescue(reason, detail, language) {
  const words = rescueWords(language);
  document.title = `${words.title} – Rancang`;
  const page = make('main', '', make('h1', words.title), make('p', words.why[reason] ?? words.why.abort), button(words.reload, () => location.reload()),
    make('h2', words.plans), await planList(words, language), fileViewer(words));
  page.id = 'rescue';
  page.dataset.reason = reason;
  if (detail) page.append(make('details', '', make('summary', words.details), make('pre', `${detail}\n${navigator.userAgent}\n${DATABASE}`)));
  document.body.append(page);
}
