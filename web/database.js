// The IndexedDB database that Emscripten's IDBFS would use for the mount /plans (one store, absolute path -> {timestamp, mode, contents}), opened, watched
// and reopened by us, with transactions that are strict and whose failures are failures (no preventDefault anywhere, a watchdog on everything).

export const DATABASE = '/plans';
export const VERSION = 21;
export const STORE = 'FILE_DATA';
const WATCHDOG_MS = 10_000;
const READ_WATCHDOG_MS = 60_000;
const ATTEMPTS = 3;

export class StoreError extends Error {
  constructor(id, detail = '') {
    super(detail || id);
    this.id = id;
    this.detail = detail;
  }
}

const IDS = new Map([
  ['QuotaExceededError', 'store.quota'],
  ['ConstraintError', 'store.exists'],
  ['VersionError', 'store.newer'],
]);
// A connection that the browser has closed or that is broken: a new one may work, the old one never does again.
const BROKEN = new Set(['InvalidStateError', 'UnknownError', 'ConnectionClosed']);

export function storeError(error, fallback = 'store.write') {
  if (error instanceof StoreError) return error;
  const name = error?.name ?? 'Error';
  const wrapped = new StoreError(IDS.get(name) ?? fallback, `${name} ${error?.message ?? ''}`.trim());
  wrapped.broken = BROKEN.has(name);
  return wrapped;
}

export class Database {
  constructor() {
    this.connection = null;
    this.known = false; // it existed in this session
    this.outdated = false; // a newer version of the page wants the database
    this.blocked = false; // another page holds an older version open; whatever is asked for now waits behind the request that told it
    this.faults = null; // test hook: called before every storage call
    this.lastStamp = 0;
  }

  fault(call) {
    if (this.faults) this.faults(call);
  }

  // Grows whatever the clock does.
  stamp() {
    this.lastStamp = Math.max(Date.now(), this.lastStamp + 1);
    return new Date(this.lastStamp);
  }

  async open() {
    if (this.connection) return this.connection;
    if (this.outdated) throw new StoreError('store.outdated');
    const { connection, lost } = await this.request();
    connection.onversionchange = () => {
      this.outdated = true;
      this.drop(connection); // finishes what is under way
    };
    connection.onclose = () => this.drop(connection);
    this.connection = connection;
    this.lost = lost;
    this.known = true;
    return connection;
  }

  drop(connection = this.connection) {
    if (!connection) return;
    connection.closedUnderUs = true;
    if (this.connection === connection) this.connection = null;
    connection.close();
  }

  request() {
    return new Promise((resolve, reject) => {
      this.fault('open');
      if (this.blocked) throw new StoreError('store.blocked');
      const request = indexedDB.open(DATABASE, VERSION);
      let lost = false;
      let over = false;
      const fail = (error) => {
        over = true;
        reject(error);
      };
      const timer = setTimeout(() => fail(new StoreError('store.timeout')), WATCHDOG_MS);
      request.onupgradeneeded = (event) => {
        lost = event.dataLoss === 'total';
        if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
      };
      request.onblocked = () => {
        this.blocked = true;
        clearTimeout(timer);
        fail(new StoreError('store.blocked'));
      };
      request.onerror = () => {
        this.blocked = false;
        clearTimeout(timer);
        fail(storeError(request.error, 'store.open'));
      };
      request.onsuccess = () => {
        this.blocked = false;
        clearTimeout(timer);
        if (over) request.result.close(); // answered after we had given up
        else resolve({ connection: request.result, lost });
      };
    }).catch((error) => {
      throw storeError(error, 'store.open');
    });
  }

  // Runs `work(store, attempt)` in one transaction, again on a new connection when the old one is broken.
  async transact(mode, work) {
    for (let attempt = 1; ; ++attempt) {
      try {
        return await this.once(await this.open(), mode, (store, abort) => work(store, abort, attempt));
      } catch (error) {
        if (!error.broken || attempt === ATTEMPTS) throw error;
        this.drop();
      }
    }
  }

  // Resolves with the transaction in its "complete" event. `work(store, abort)`: abort(error) undoes everything and rejects with that error.
  once(connection, mode, work) {
    return new Promise((resolve, reject) => {
      this.fault('transaction');
      const transaction = connection.transaction([STORE], mode, mode === 'readwrite' ? { durability: 'strict' } : undefined);
      const fallback = mode === 'readwrite' ? 'store.write' : 'store.read';
      let why = null;
      const abort = (error) => {
        why ??= error;
        try {
          transaction.abort();
        } catch {
          reject(storeError(why, fallback)); // it is over already
        }
      };
      const timer = setTimeout(() => {
        abort(new StoreError('store.timeout'));
        reject(storeError(why));
      }, mode === 'readwrite' ? WATCHDOG_MS : READ_WATCHDOG_MS);
      transaction.onerror = (event) => {
        why ??= event.target.error;
      };
      transaction.onabort = () => {
        clearTimeout(timer);
        reject(storeError(why ?? transaction.error ?? (connection.closedUnderUs ? { name: 'ConnectionClosed' } : null), fallback));
      };
      transaction.oncomplete = () => {
        clearTimeout(timer);
        resolve(transaction);
      };
      try {
        work(transaction.objectStore(STORE), abort);
        if (mode === 'readwrite') this.fault('complete');
      } catch (error) {
        abort(error);
      }
    }).catch((error) => {
      throw storeError(error);
    });
  }
}
