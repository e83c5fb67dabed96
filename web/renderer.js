// Draws with WebGL 2, else WebGL 1, what the core has laid out: one vertex array, one index array, a list of commands.
// Never reads state back (each such read waits for the GPU process), asks for no depth, stencil, alpha or multisampling, and keeps the picture,
// so that only what changed is drawn again. All that lives on the graphics card can be made again from the core's memory.

const VERTEX = `
attribute vec2 position; attribute vec2 uv; attribute vec4 color;
uniform vec2 scale;
varying highp vec2 at; varying lowp vec4 tint;
void main() { at = uv; tint = color; gl_Position = vec4(position * scale + vec2(-1.0, 1.0), 0.0, 1.0); }`;

// A negative coordinate marks a plain colour: sampling is what costs most without a graphics card.
const FRAGMENT = `
varying highp vec2 at; varying lowp vec4 tint;
uniform lowp sampler2D glyphs;
void main() {
  lowp vec4 color = tint;
  if (at.x >= 0.0) color.a *= texture2D(glyphs, at).a;
  gl_FragColor = color;
}`;

const ATTRIBUTES = { antialias: false, alpha: false, depth: false, stencil: false, preserveDrawingBuffer: true, powerPreference: 'low-power' };
// Texture, scissor x, y, width, height (origin bottom left), first index, number of indices. Texture 0: fill with the colour in the place of the first index.
const COMMAND_WORDS = 7;
const VERTEX_BYTES = 20;

export function openContext(canvas) {
  // At its size from the start: another size later is another buffer, which costs a tenth of a second without a graphics card.
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
  return canvas.getContext('webgl2', ATTRIBUTES) ?? canvas.getContext('webgl', ATTRIBUTES);
}

export class Renderer {
  // onLost, onRestored: told when the context goes and when everything may be drawn again.
  constructor(canvas, gl, { onLost, onRestored }) {
    this.canvas = canvas;
    this.gl = gl;
    this.textures = new Map();
    this.lost = gl.isContextLost();
    this.size = [0, 0];
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.lost = true;
      onLost();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.lost = false;
      this.textures.clear();
      this.open();
      onRestored();
    });
    if (!this.lost) this.open();
  }

  open() {
    const gl = this.gl;
    const program = this.link();
    gl.useProgram(program);
    this.scale = gl.getUniformLocation(program, 'scale');
    gl.uniform1i(gl.getUniformLocation(program, 'glyphs'), 0);
    this.size = [0, 0];
    this.wide = typeof WebGL2RenderingContext !== 'undefined' && gl instanceof WebGL2RenderingContext;
    if (!this.wide) gl.getExtension('OES_element_index_uint');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const index of [0, 1, 2]) gl.enableVertexAttribArray(index);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, 16);
    gl.enable(gl.SCISSOR_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    this.bound = this.fill = null;
  }

  link() {
    const gl = this.gl;
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    ['position', 'uv', 'color'].forEach((name, index) => gl.bindAttribLocation(program, index, name));
    gl.linkProgram(program);
    return program;
  }

  // One byte per pixel, coverage. Returns false when it must be asked for again.
  createTexture(id, width, height, pixels) {
    if (this.lost) return false;
    const gl = this.gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.ALPHA, width, height, 0, gl.ALPHA, gl.UNSIGNED_BYTE, pixels);
    this.textures.set(id, texture);
    this.bound = texture;
    return true;
  }

  updateTexture(id, x, y, width, height, pixels) {
    const texture = this.textures.get(id);
    if (this.lost || !texture) return false;
    const gl = this.gl;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.ALPHA, gl.UNSIGNED_BYTE, pixels);
    this.bound = texture;
    return true;
  }

  destroyTexture(id) {
    this.gl.deleteTexture(this.textures.get(id) ?? null);
    this.textures.delete(id);
    this.bound = null;
  }

  clear(color) {
    const gl = this.gl;
    if (color !== this.fill) gl.clearColor((color & 255) / 255, ((color >>> 8) & 255) / 255, ((color >>> 16) & 255) / 255, 1);
    this.fill = color;
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  // width, height: CSS pixels that the vertices are measured in.
  draw(width, height, vertices, indices, commands) {
    if (this.lost) return;
    const gl = this.gl;
    const { width: pixelWidth, height: pixelHeight } = this.canvas;
    if (this.size[0] !== pixelWidth || this.size[1] !== pixelHeight) gl.viewport(0, 0, pixelWidth, pixelHeight);
    this.size = [pixelWidth, pixelHeight];
    gl.uniform2f(this.scale, 2 / width, -2 / height);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    for (let at = 0; at < commands.length; at += COMMAND_WORDS) {
      gl.scissor(commands[at + 1], commands[at + 2], commands[at + 3], commands[at + 4]);
      if (commands[at] === 0) {
        this.clear(commands[at + 5]);
        continue;
      }
      const texture = this.textures.get(commands[at]) ?? null;
      if (texture !== this.bound) gl.bindTexture(gl.TEXTURE_2D, texture);
      this.bound = texture;
      gl.drawElements(gl.TRIANGLES, commands[at + 6], gl.UNSIGNED_INT, commands[at + 5] * 4);
    }
  }
}
