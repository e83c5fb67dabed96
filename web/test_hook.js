// window.__test for the fault tests, loaded only with ?test: what counts as saved, what the plan holds, an edit without a screen, and storage that fails
// on demand. Does nothing while it is not called.

const FACTS = ['plan', 'revision', 'saved', 'generation', 'state', 'error', 'changes'];
const NUMBERS = new Set(['revision', 'saved', 'generation', 'changes']);

export class TestHook {
  constructor(module) {
    this.module = module;
    this.calls = [];
  }

  acked() {
    const lines = this.module.UTF8ToString(this.module._rancang_test_acked()).split('\n');
    return Object.fromEntries(FACTS.map((name, index) => [name, NUMBERS.has(name) ? Number(lines[index] || 0) : lines[index] ?? '']));
  }

  dump() {
    return this.module.UTF8ToString(this.module._rancang_test_dump());
  }

  noted() {
    return this.module.UTF8ToString(this.module._rancang_test_noted());
  }

  note(text) {
    this.module.writeText(text);
    return this.module._rancang_test_note() === 1;
  }

  takeOver() {
    this.module._rancang_test_take_over();
  }

  // The picker for shared folders can't be pressed by a script: this handle of a directory is what it gives.
  useFolder(handle) {
    this.module.folder.ask = async () => handle;
  }

  // The n-th storage call from now fails, once or ('always') with all that follow. `name`: of the browser's error. n = 0 ends it.
  inject(n, kind = 'once', name = 'AbortError') {
    let left = n;
    this.calls = [];
    this.module.store.database.faults = n === 0 ? null : (call) => {
      this.calls.push(call);
      left -= 1;
      if (left === 0 || (left < 0 && kind === 'always')) throw new DOMException('injected', name);
    };
  }
}
