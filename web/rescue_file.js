// What the rescue page needs to know of the stored files, without the compiled core: is a file whole, and what do a snapshot and the journals after it
// give together. Works on text, line by line, as src/persist/FORMAT.md lays it out; no domain knowledge.

const MASK = (1n << 64n) - 1n;
const PRIMES = [11400714785074694791n, 14029467366897019727n, 1609587929392839161n, 9650029242287828579n, 2870177450012600261n];
const rotate = (value, bits) => ((value << bits) | (value >> (64n - bits))) & MASK;
const round = (lane, input) => (rotate((lane + input * PRIMES[1]) & MASK, 31n) * PRIMES[0]) & MASK;

// xxHash64, seed 0, as 16 hexadecimal digits.
export function checksum(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at) => view.getBigUint64(at, true);
  let at = 0;
  let hash = PRIMES[4];
  if (bytes.length >= 32) {
    const lanes = [(PRIMES[0] + PRIMES[1]) & MASK, PRIMES[1], 0n, -PRIMES[0] & MASK];
    for (; at + 32 <= bytes.length; at += 32) for (let i = 0; i < 4; ++i) lanes[i] = round(lanes[i], word(at + 8 * i));
    hash = (rotate(lanes[0], 1n) + rotate(lanes[1], 7n) + rotate(lanes[2], 12n) + rotate(lanes[3], 18n)) & MASK;
    for (const lane of lanes) hash = ((hash ^ round(0n, lane)) * PRIMES[0] + PRIMES[3]) & MASK;
  }
  hash = (hash + BigInt(bytes.length)) & MASK;
  for (; at + 8 <= bytes.length; at += 8) hash = (rotate(hash ^ round(0n, word(at)), 27n) * PRIMES[0] + PRIMES[3]) & MASK;
  if (at + 4 <= bytes.length) {
    hash = (rotate(hash ^ ((BigInt(view.getUint32(at, true)) * PRIMES[0]) & MASK), 23n) * PRIMES[1] + PRIMES[2]) & MASK;
    at += 4;
  }
  for (; at < bytes.length; ++at) hash = (rotate(hash ^ ((BigInt(bytes[at]) * PRIMES[4]) & MASK), 11n) * PRIMES[0]) & MASK;
  hash = ((hash ^ (hash >> 33n)) * PRIMES[1]) & MASK;
  hash = ((hash ^ (hash >> 29n)) * PRIMES[2]) & MASK;
  return (hash ^ (hash >> 32n)).toString(16).padStart(16, '0');
}

const PATH = /^\/plans\/([0-9A-Z]{26})(?:\/(snapshot|journal|closed)|\.(card))-(\d{10,})(?:-(\d{3,})(-end)?)?$/;

export function parsePath(path) {
  const match = PATH.exec(path);
  if (!match) return null;
  const kind = match[2] ?? match[3];
  if ((kind === 'snapshot') !== (match[5] !== undefined)) return null;
  return { path, plan: match[1], kind, generation: Number(match[4]), part: Number(match[5] ?? 0), last: kind !== 'snapshot' || match[6] !== undefined };
}

// The payload of a stored file, or null when it is damaged: its header must be the one that this payload would get.
export function unseal(name, bytes) {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  const payload = bytes.subarray(end + 1);
  const header = `{"rancang_store":1,"plan":"${name.plan}","kind":"${name.kind}","generation":${name.generation},"part":${name.part},` +
    `"last":${name.last},"length":${payload.length},"xxh64":"${checksum(payload)}"}`;
  return new TextDecoder().decode(bytes.subarray(0, end)) === header ? payload : null;
}

// ---- one record a line ----

const bare = (line) => (line.endsWith(',') ? line.slice(0, -1) : line);

function parse(text) {
  const plan = { head: [], types: new Map(), creator: null, short: new Map(), entries: new Map(), tail: [] };
  let where = 'head';
  let records = null;
  for (const line of text.split('\n')) {
    if (where === 'head') {
      if (line === '"records":{') where = 'types';
      else plan.head.push(line);
    } else if (where === 'types') {
      if (line === '},') where = 'between';
      else if (line.endsWith(':[')) {
        records = new Map();
        plan.types.set(JSON.parse(line.slice(0, -2)), records);
        where = 'records';
      }
    } else if (where === 'records') {
      if (line === ']' || line === '],') where = 'types';
      else records.set(JSON.parse(/"id":("(?:[^"\\]|\\.)*")/.exec(line)[1]), bare(line));
    } else if (where === 'between') {
      if (line === '"causality":{') where = 'entries';
    } else if (where === 'entries') {
      if (line === '},') where = 'tail';
      else addEntry(plan, bare(line));
    } else if (!line.startsWith('"end":')) {
      plan.tail.push(line);
    }
  }
  return plan;
}

function addEntry(plan, line) {
  if (!line) return;
  const match = /^("(?:[^"\\]|\\.)*"):(.*)$/.exec(line);
  const id = JSON.parse(match[1]);
  if (id !== '*') return void plan.entries.set(id, match[2]);
  const { created_by: creator = null, short = {} } = JSON.parse(match[2]);
  plan.creator = creator;
  for (const [name, replica] of Object.entries(short)) plan.short.set(name, replica);
}

// A journal's short names mean nothing in another file: its entries are written with whole ones.
function spelledOut(text, short) {
  const whole = (name) => short.get(name) ?? name;
  const dot = (value) => `${whole(value.slice(0, value.lastIndexOf(':')))}${value.slice(value.lastIndexOf(':'))}`;
  const entry = JSON.parse(text);
  if (typeof entry === 'string') return JSON.stringify(dot(entry));
  const mapped = (object, key, value) => Object.fromEntries(Object.entries(object ?? {}).map(([k, v]) => [key(k), value(v)]));
  const same = (value) => value;
  const result = {};
  if (entry.seen) result.seen = mapped(entry.seen, whole, same);
  result.stamps = mapped(entry.stamps, same, dot);
  result.alive = entry.alive.map(dot);
  if (entry.others) result.others = mapped(entry.others, same, (list) => list.map(([value, stamp]) => [value, dot(stamp)]));
  return JSON.stringify(result);
}

// The head's line of replicas, joined with a journal's.
function joinReplicas(head, other) {
  const index = head.findIndex((line) => line.startsWith('"replicas":'));
  const theirs = other.find((line) => line.startsWith('"replicas":'));
  if (index < 0 || !theirs) return;
  const members = (line) => JSON.parse(bare(line).slice('"replicas":'.length));
  head[index] = `"replicas":${JSON.stringify({ ...members(head[index]), ...members(theirs) })},`;
}

function applyJournal(plan, text) {
  const journal = parse(text);
  joinReplicas(plan.head, journal.head);
  for (const [type, records] of journal.types) {
    if (!plan.types.has(type)) plan.types.set(type, new Map());
    for (const [id, line] of records) {
      plan.types.get(type).set(id, line);
      const entry = journal.entries.get(id);
      plan.entries.set(id, entry ? spelledOut(entry, journal.short) : JSON.stringify(`${journal.creator}:1`));
    }
  }
}

function write(plan) {
  const types = [...plan.types].filter(([, records]) => records.size > 0);
  const lists = types.map(([type, records]) => `${JSON.stringify(type)}:[\n${[...records.values()].join(',\n')}\n]`);
  const first = { ...(plan.creator && { created_by: plan.creator }), ...(plan.short.size && { short: Object.fromEntries(plan.short) }) };
  const entries = [`"*":${JSON.stringify(first)}`, ...[...plan.entries].map(([id, entry]) => `${JSON.stringify(id)}:${entry}`)];
  const body = `${plan.head.join('\n')}\n"records":{\n${lists.join(',\n')}${lists.length ? '\n' : ''}},\n"causality":{\n${entries.join(',\n')}\n},\n` +
    plan.tail.map((line) => `${line}\n`).join('');
  const count = types.reduce((sum, [, records]) => sum + records.size, 0);
  return `${body}"end":{"records":${count},"checksum":"${checksum(new TextEncoder().encode(body))}"}}`;
}

export function merge(snapshot, journals) {
  if (journals.length === 0) return snapshot;
  const plan = parse(snapshot);
  for (const journal of journals) applyJournal(plan, journal);
  return write(plan);
}

// ---- one plan ----

// `names`: the plan's parsed paths; `read(path)` -> bytes or null. The newest whole snapshot with the whole journals after it, or null.
export async function newestState(names, read) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const broken = [];
  const whole = async (name) => {
    const bytes = await read(name.path);
    const payload = bytes && unseal(name, bytes);
    if (!payload) broken.push(name.path);
    return payload ?? null;
  };
  const order = (a, b) => a.generation - b.generation || a.part - b.part;
  const generations = [...new Set(names.filter(({ kind }) => kind === 'snapshot').map(({ generation }) => generation))].sort((a, b) => b - a);
  for (const generation of generations) {
    const parts = names.filter((name) => name.kind === 'snapshot' && name.generation === generation).sort(order);
    if (!parts.at(-1).last || parts.some((name, index) => name.part !== index)) continue;
    const payloads = [];
    for (const part of parts) payloads.push(await whole(part));
    if (payloads.includes(null)) continue;
    const journals = [];
    for (const name of names.filter((other) => other.kind === 'journal' && other.generation > generation).sort(order)) {
      const payload = await whole(name);
      if (payload) journals.push(decoder.decode(payload));
    }
    const snapshot = decoder.decode(new Uint8Array(await new Blob(payloads).arrayBuffer()));
    return { text: merge(snapshot, journals), generation, journals: journals.length, broken };
  }
  return null;
}
