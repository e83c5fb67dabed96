// Compress files with Brotli and gzip. usage: node compress.mjs <brotli quality> < list
// Each line of the list is "source TAB target": the results are written to target.br and target.gz.
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const quality = Number(process.argv[2]);
const lines = (await text(process.stdin)).split('\n').filter(Boolean);

async function compress(line) {
  const [source, target] = line.split('\t');
  const bytes = await readFile(source);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: Math.min(9, quality) }),
  ]);
  await Promise.all([writeFile(`${target}.br`, br), writeFile(`${target}.gz`, gz)]);
}

await Promise.all(lines.map(compress));
