// One writer per plan among the tabs of this browser. A Web Lock says who may write, the fence in the database stops whoever has been overtaken, a
// BroadcastChannel carries "stored" and "may I write?". Nothing here depends on the clock except how long a silent tab is waited for.

const HAND_OVER_MS = 2000;
const FORMAT = 1; // of what this page writes into the store; grows when an older page could no longer read it
const name = (plan) => `rancang:${plan}`;

export class Locks {
  constructor(store) {
    this.store = store;
    this.held = new Map(); // plan -> function that lets the lock go
    this.releasing = new Set();
    this.channels = new Map();
    this.outgrown = new Set(); // plans of which a page of a newer version is open
  }

  // `answers`: {changed(plan, state), stored(plan), asked(plan)}; states: none, held, elsewhere, lost, outgrown.
  attach(answers) {
    this.answers = new Proxy(answers, { get: (target, name) => (...values) => (this.store.stopped ? undefined : target[name](...values)) });
  }

  ask(plan) {
    this.listen(plan);
    if (this.held.has(plan)) return this.stay(plan);
    if (this.outgrown.has(plan)) return this.answers.changed(plan, 'elsewhere');
    // Without Web Locks (a page served without https) the fence alone keeps tabs apart: the one that opened last writes.
    if (!navigator.locks) return this.hold(plan, false);
    this.request(plan, { ifAvailable: true }, false, () => this.answers.changed(plan, 'elsewhere'));
  }

  // Held already, or about to be let go: then it is kept.
  stay(plan) {
    this.releasing.delete(plan);
    this.answers.changed(plan, 'held');
  }

  // Asks the tab that writes to finish; when it says nothing for two seconds (frozen, hung), takes the lock away.
  takeOver(plan) {
    this.listen(plan);
    if (this.held.has(plan)) return this.stay(plan);
    if (this.outgrown.has(plan)) return this.answers.changed(plan, 'outgrown');
    if (!navigator.locks) return this.hold(plan, true);
    const waiting = new AbortController();
    setTimeout(() => waiting.abort(), HAND_OVER_MS); // means nothing to a lock that has been granted
    this.post(plan, 'want');
    this.request(plan, { signal: waiting.signal }, false, () => this.steal(plan));
  }

  steal(plan) {
    const refused = () => this.answers.changed(plan, 'elsewhere');
    if (this.outgrown.has(plan)) return refused();
    return this.request(plan, { steal: true }, true, refused);
  }

  request(plan, options, stolen, refused) {
    let granted = false;
    return navigator.locks.request(name(plan), options, (lock) => {
      if (!lock || this.outgrown.has(plan)) return refused(); // a lock that was waited for may come after the newer page has spoken
      granted = true;
      return this.hold(plan, stolen);
    }).catch(() => {
      if (!granted) return refused();
      this.lose(plan); // another tab stole it
    });
  }

  // Resolves when the lock is let go. The fence is raised before anybody may type.
  async hold(plan, stolen) {
    const released = new Promise((resolve) => this.held.set(plan, resolve));
    try {
      await this.store.raiseFence(plan);
    } catch {
      // A store that can't be written is no reason to forbid typing: the first commit raises the fence. Except when the old writer may still be at work.
      if (stolen) {
        this.forget(plan);
        return this.answers.changed(plan, 'elsewhere');
      }
    }
    if (this.held.has(plan)) this.answers.changed(plan, 'held');
    await released;
  }

  forget(plan) {
    this.held.get(plan)?.();
    this.held.delete(plan);
    this.store.dropFence(plan);
  }

  lose(plan) {
    if (!this.held.has(plan)) return;
    this.forget(plan);
    this.answers.changed(plan, 'lost');
  }

  // After the commits that were handed over before: the last save of a plan that is closed still belongs to its writer.
  release(plan) {
    if (!this.held.has(plan)) return;
    this.releasing.add(plan);
    this.store.afterCommits(() => {
      if (!this.releasing.delete(plan) || !this.held.has(plan)) return; // asked for again or stolen meanwhile
      this.forget(plan);
      this.answers.changed(plan, 'none');
    });
  }

  announce(plan) {
    this.post(plan, 'stored');
  }

  post(plan, kind) {
    this.listen(plan);
    this.channels.get(plan)?.postMessage({ kind, format: FORMAT });
  }

  listen(plan) {
    if (this.channels.has(plan) || typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(name(plan));
    channel.onmessage = ({ data }) => this.hear(plan, data);
    this.channels.set(plan, channel);
  }

  // A page of a newer version is open: what this one would write could be older than what that one expects. It writes nothing until it is loaded anew.
  yieldToNewer(plan) {
    this.lose(plan);
    if (this.outgrown.has(plan)) return;
    this.outgrown.add(plan);
    this.answers.changed(plan, 'outgrown');
  }

  hear(plan, message) {
    if (Number(message?.format) > FORMAT) return this.yieldToNewer(plan);
    if (message?.kind === 'stored') this.answers.stored(plan);
    if (message?.kind === 'want' && this.held.has(plan)) this.answers.asked(plan);
  }
}
