// window.__app for measurements, loaded only with ?bench: where things are, what is in them and which input the last drawn frame has seen. It never
// tells a duration or a score, and does nothing while it is not called.

const rectOf = (values) => (values ? { x: values[0], y: values[1], w: values[2], h: values[3] } : null);

export class BenchHook {
  constructor(module, textField) {
    this.module = module;
    this.textField = textField;
  }

  text(pointer) {
    return this.module.UTF8ToString(pointer);
  }

  numbers(pointer, count) {
    return pointer ? [...new Float64Array(this.module.HEAPU8.buffer, pointer, count)] : null;
  }

  ready() {
    return this.frame().n > 0;
  }

  async load(jsonText) {
    return this.loadBytes(new TextEncoder().encode(jsonText));
  }

  loadBytes(bytes) {
    const at = this.module._rancang_text_room(bytes.length);
    this.module.HEAPU8.set(bytes, at);
    const doc = this.module._rancang_bench_load();
    if (!doc) throw new Error('refused');
    return { doc };
  }

  save() {
    return this.text(this.module._rancang_bench_save());
  }

  frame() {
    const [n, ev, doc, first, last] = this.numbers(this.module._rancang_bench_frame(), 5);
    return { n, ev, doc, first, last };
  }

  viewport() {
    const [first, last, count] = this.numbers(this.module._rancang_bench_viewport(), 3);
    return { first, last, count };
  }

  rowId(index) {
    return this.text(this.module._rancang_bench_row_id(index));
  }

  rect(what, id = '', column = '') {
    this.module.writeText([what, id, column].join('\n'));
    return rectOf(this.numbers(this.module._rancang_bench_rect(), 4));
  }

  read(id, column) {
    this.module.writeText([id, column].join('\n'));
    return this.text(this.module._rancang_bench_read());
  }

  editorText() {
    return this.textField.armed ? null : this.textField.text;
  }

  scroll(axis, fraction) {
    this.module._rancang_bench_scroll(axis === 'y' ? 1 : 0, fraction);
  }

  command(name, args = {}) {
    const lines = Object.entries(args).flatMap(([key, value]) => [key, String(value)]);
    this.module.writeText([name, ...lines].join('\n'));
    this.module._rancang_bench_command();
  }

  memory() {
    const [heapUsed, heapSize] = this.numbers(this.module._rancang_bench_memory(), 2);
    return { heapUsed, heapSize };
  }

  // The program dies, as it would of a fault of its own.
  abort() {
    this.module._rancang_bench_abort();
  }

  drawn(n, ev, doc) {
    performance.mark('app:frame', { detail: { n, ev, doc } });
  }
}

// ?bench&n=300 opens /data/plan-300.json through the ordinary import, if the server has it.
export async function openBench(module, textField) {
  const hook = new BenchHook(module, textField);
  const size = Number(new URLSearchParams(location.search).get('n'));
  module.bench = hook;
  window.__app = hook;
  if (!size) return;
  const response = await fetch(new URL(`/data/plan-${size}.json`, location.href));
  if (response.ok) hook.loadBytes(new Uint8Array(await response.arrayBuffer()));
}
