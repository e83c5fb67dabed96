// The store of the plans: IDBFS is file system and loader, everything that writes is ours. Commits run one after the other; each names its paths, checks
// the fence inside its transaction, and is made twice in two strict transactions before it counts.
import { Database, DATABASE, StoreError, storeError } from './database.js';

const FILE_MODE = 0o100666;
const marking = new URLSearchParams(location.search).has('bench');

const beyond = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
const inFolder = (path) => path.indexOf('/', DATABASE.length + 1) >= 0;
const fencePath = (plan) => `${DATABASE}/${plan}.fence`;
const isFile = (entry) => entry?.contents instanceof Uint8Array;
const readFence = (entry) => (isFile(entry) ? new TextDecoder().decode(entry.contents).trim() : '');

export class Store {
  constructor() {
    this.database = new Database();
    this.owner = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.fences = new Map(); // plan -> text of the fence that this tab has raised, null = still to be raised
    this.tail = Promise.resolve();
    this.stopped = false;
  }

  // `core`: {FS, IDBFS}; `answers`: {loaded, reloaded, committed, listed, estimated}, called when there is something to say.
  attach(core, answers) {
    this.core = core;
    this.answers = new Proxy(answers, {
      get: (target, name) => (...values) => (this.stopped ? undefined : target[name](...values)),
    });
  }

  // The core is broken: finish what was handed over, say nothing to it any more.
  stop() {
    this.stopped = true;
  }

  enqueue(work, answer) {
    this.tail = this.tail.then(work).then(
      (value) => answer(null, value),
      (error) => answer(storeError(error)),
    );
  }

  afterCommits(then) {
    this.enqueue(() => {}, then);
  }

  // ---- loading ----

  load() {
    if (!this.mounted) this.mount();
    this.enqueue(() => new Promise((resolve, reject) => this.core.FS.syncfs(true, (error) => (error ? reject(error) : resolve()))),
      (error) => this.answers.loaded(error ?? (this.database.lost ? new StoreError('store.lost') : null)));
    this.refreshEstimate();
  }

  mount() {
    const { FS, IDBFS } = this.core;
    this.mounted = true;
    FS.mkdir(DATABASE);
    FS.mount(IDBFS, {}, DATABASE);
    // Stock saving makes the database equal to this tab's memory and so deletes what another tab has stored: it can never run.
    IDBFS.syncfs = (mount, populate, done) => {
      if (!populate) return done(new StoreError('store.write', 'syncfs'));
      this.populate().then(() => done(null), done);
    };
    IDBFS.reconcile = (source, target, done) => done(new StoreError('store.write', 'reconcile'));
    IDBFS.getDB = (name, done) => done(new StoreError('store.write', 'getDB'));
  }

  // All names, and the contents of the files beside the plans' folders. Nothing is put into memory unless all of it could be read.
  async populate() {
    let names = [];
    const found = new Map();
    await this.database.transact('readonly', (store, abort) => {
      this.database.fault('list');
      found.clear();
      store.getAllKeys().onsuccess = (event) => {
        names = event.target.result.filter((key) => typeof key === 'string');
        for (const path of names.filter((name) => !inFolder(name))) this.get(store, path, abort, (entry) => found.set(path, entry));
      };
    });
    for (const [path, entry] of found) if (isFile(entry)) this.keep(path, entry.contents);
    this.answers.listed(`${DATABASE}/`, names);
  }

  get(store, path, abort, then) {
    try {
      this.database.fault('get');
      store.get(path).onsuccess = (event) => then(event.target.result);
    } catch (error) {
      abort(error);
    }
  }

  reload(prefix) {
    this.enqueue(() => this.fetch(prefix, true), (error) => this.answers.reloaded(error));
  }

  relist(prefix) {
    this.enqueue(() => this.fetch(prefix, false), (error) => this.answers.reloaded(error));
  }

  async fetch(prefix, withContents) {
    let names = [];
    let entries = [];
    await this.database.transact('readonly', (store) => {
      this.database.fault('list');
      store.getAllKeys(beyond(prefix)).onsuccess = (event) => (names = event.target.result);
      if (!withContents) return;
      this.database.fault('get');
      store.getAll(beyond(prefix)).onsuccess = (event) => (entries = event.target.result);
    });
    const there = new Set(names);
    for (const path of this.inMemory(prefix)) if (!there.has(path)) this.core.FS.unlink(path);
    if (withContents) names.forEach((path, index) => isFile(entries[index]) && this.keep(path, entries[index].contents));
    this.answers.listed(prefix, names);
  }

  keep(path, contents) {
    const { FS } = this.core;
    FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    if (FS.analyzePath(path).exists) FS.unlink(path);
    FS.writeFile(path, contents, { canOwn: true });
  }

  inMemory(prefix) {
    const { FS } = this.core;
    const paths = [];
    const walk = (folder) => {
      if (!FS.analyzePath(folder).exists) return;
      for (const name of FS.readdir(folder).filter((entry) => entry !== '.' && entry !== '..')) {
        const path = `${folder}/${name}`;
        if (FS.isDir(FS.stat(path).mode)) walk(path);
        else if (path.startsWith(prefix)) paths.push(path);
      }
    };
    walk(DATABASE);
    return paths;
  }

  forget(prefix) {
    for (const path of this.inMemory(prefix)) this.core.FS.unlink(path);
  }

  // ---- writing ----

  // job: {ticket, plan, revision, puts: [[path, Uint8Array]], removes: [path]}; the arrays are the store's own from now on.
  commit(job) {
    this.enqueue(async () => {
      const { plan } = job;
      if (plan && !this.fences.has(plan)) throw new StoreError('store.fenced');
      if (marking) performance.mark('app:storing', { detail: { doc: job.revision } });
      if (plan && this.fences.get(plan) === null) await this.writeFence(plan);
      await this.write(job, 1);
      const { durability } = await this.write(job, 2);
      if (marking) performance.mark('app:durable', { detail: { doc: job.revision, durability } });
    }, (error) => {
      this.answers.committed(job.ticket, error);
      this.refreshEstimate();
    });
  }

  write(job, round) {
    return this.database.transact('readwrite', (store, abort, attempt) => {
      const entry = (contents) => ({ timestamp: this.database.stamp(), mode: FILE_MODE, contents });
      const all = () => {
        for (const [path, contents] of job.puts) {
          this.database.fault('put');
          // A path that exists is refused; when the first attempt may have come through unnoticed, it is our own.
          if (round === 1 && attempt === 1) store.add(entry(contents), path);
          else store.put(entry(contents), path);
        }
        for (const path of job.removes) {
          this.database.fault('delete');
          store.delete(path);
        }
      };
      if (job.plan) this.checkFence(store, abort, job.plan, all);
      else all();
    });
  }

  checkFence(store, abort, plan, then) {
    this.get(store, fencePath(plan), abort, (entry) => {
      const mine = this.fences.get(plan);
      const stored = readFence(entry);
      if (!mine) return abort(new StoreError('store.fenced'));
      if (!stored) {
        this.fences.set(plan, null); // the lock is still ours: the next commit raises it anew
        return abort(new StoreError('store.lost'));
      }
      if (stored !== mine) return abort(new StoreError('store.fenced'));
      try {
        then();
      } catch (error) {
        abort(error);
      }
    });
  }

  // Whoever held the fence before is refused from now on. Rejects when it could not be written; the next commit tries again.
  raiseFence(plan) {
    this.fences.set(plan, null);
    return new Promise((resolve, reject) => {
      this.enqueue(() => this.writeFence(plan), (error) => (error ? reject(error) : resolve()));
    });
  }

  dropFence(plan) {
    this.fences.delete(plan);
  }

  async writeFence(plan) {
    let mine = '';
    for (let round = 1; round <= 2; ++round) {
      await this.database.transact('readwrite', (store, abort) => {
        this.get(store, fencePath(plan), abort, (entry) => {
          if (round === 1) mine = `${this.owner} ${Number(readFence(entry).split(' ')[1] ?? 0) + 1}`;
          else if (readFence(entry) !== mine) return abort(new StoreError('store.fenced'));
          try {
            this.database.fault('put');
            store.put({ timestamp: this.database.stamp(), mode: FILE_MODE, contents: new TextEncoder().encode(`${mine}\n`) }, fencePath(plan));
          } catch (error) {
            abort(error);
          }
        });
      });
    }
    if (this.fences.has(plan)) this.fences.set(plan, mine);
  }

  // ---- room ----

  async refreshEstimate() {
    if (!navigator.storage?.estimate) return;
    try {
      const { usage = 0, quota = 0 } = await navigator.storage.estimate();
      const persistent = (await navigator.storage.persisted?.()) ?? false;
      this.answers.estimated(usage, quota, persistent);
    } catch {
      // Some browsers refuse to say in a private window; then nothing is known.
    }
  }

  async persist() {
    try {
      await navigator.storage?.persist?.();
    } catch {
      return;
    }
    this.refreshEstimate();
  }
}
