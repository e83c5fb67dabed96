// One character drawn by the system's fonts on a small 2D canvas, as coverage: for scripts and signs that our own fonts lack.
// Must not know: where the glyph goes.

const FAMILIES = 'system-ui, "Noto Sans", sans-serif, "Noto Sans Symbols 2", "Noto Emoji"';
const MISSING = '\u{10FFFF}'; // never assigned: what the browser draws for it is what it draws for anything it lacks
const PICTURE = /\p{Extended_Pictographic}/u;
const BACKGROUND_SHARE = 0.25; // of a coloured sign, so that its inner drawing stays visible in one colour

let context = null;
const missing = new Map(); // size -> the drawing of MISSING

function draw(text, em) {
  context ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const font = `${em}px ${FAMILIES}`;
  context.font = font;
  const metrics = context.measureText(text);
  const left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
  const top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
  const width = Math.ceil(metrics.actualBoundingBoxRight) + 1 - left;
  const height = Math.ceil(metrics.actualBoundingBoxDescent) + 1 - top;
  const result = { left, top, width, height, advance: metrics.width, pixels: null };
  if (width < 3 || height < 3) return { ...result, width: 0, height: 0 };
  const { canvas } = context;
  canvas.width = width;
  canvas.height = height;
  context.font = font; // a new size forgets it
  context.fillStyle = '#000';
  context.fillText(text, -left, -top);
  result.pixels = context.getImageData(0, 0, width, height).data;
  return result;
}

function isMissing(glyph, em) {
  if (!missing.has(em)) missing.set(em, draw(MISSING, em));
  const none = missing.get(em);
  return glyph.width === none.width && glyph.height === none.height && glyph.advance === none.advance
    && (glyph.pixels === none.pixels || glyph.pixels.every((value, index) => value === none.pixels[index]));
}

// {left, top, width, height, advance, coverage}, or null when no font has the character.
export function rasterize(point, em) {
  const text = String.fromCodePoint(point);
  // U+FE0E asks for the one-colour form of a sign.
  const glyph = draw(PICTURE.test(text) ? `${text}\uFE0E` : text, em);
  if (isMissing(glyph, em)) return null;
  const coverage = new Uint8Array(glyph.width * glyph.height);
  for (let at = 0; at < coverage.length; at += 1) {
    const [red, green, blue, alpha] = glyph.pixels.subarray(at * 4, at * 4 + 4);
    const light = (red * 0.3 + green * 0.59 + blue * 0.11) / 255;
    coverage[at] = alpha * (light > 0 ? BACKGROUND_SHARE + (1 - BACKGROUND_SHARE) * (1 - light) : 1);
  }
  return { ...glyph, coverage };
}
