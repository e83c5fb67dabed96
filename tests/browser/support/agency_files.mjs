// Files that agencies send back, made from one exported plan: a few fields of their rows written under a replica of their own, with stamps as the product
// writes them (FORMAT.md 5). What a whole morning of a merge needs, without forty browsers.
import { checksum } from '../../../web/rescue_file.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

// Eight characters from a number.
export function replicaId(number) {
  let text = '';
  for (let rest = number + 7; text.length < 7; rest = Math.floor(rest / 62)) text = ALPHABET[rest % 62] + text;
  return `R${text}`;
}

// The end of the file, checksum included, in place of the one that it has.
export function sealed(text) {
  const root = text.lastIndexOf('"end":{');
  const records = /"records":(\d+)/.exec(text.slice(root))[1];
  const body = text.slice(0, root);
  return `${body}"end":{"records":${records},"checksum":"${checksum(new TextEncoder().encode(body))}"}}`;
}

// The plan as `who` (a number) sends it back: `edits` are {type, id, field, value}; every record must still be as it was created.
export function agencyFile(text, who, label, edits) {
  const replica = replicaId(who);
  const creator = /"\*":\{"created_by":"(\w{8})"/.exec(text)[1];
  const lines = text.split('\n');
  const entries = [];
  for (const id of new Set(edits.map((edit) => edit.id))) {
    const at = lines.findIndex((line) => line.startsWith(`{"id":"${id}"`));
    const tail = lines[at].endsWith(',') ? ',' : '';
    const record = JSON.parse(lines[at].slice(0, lines[at].length - tail.length));
    const stamps = { '*': `${creator}:1` };
    for (const edit of edits) if (edit.id === id) { record[edit.field] = edit.value; stamps[edit.field] = `${replica}:1`; }
    lines[at] = JSON.stringify(record) + tail;
    entries.push(`"${id}":${JSON.stringify({ stamps, alive: [`${replica}:1`] })}`);
  }
  const star = lines.findIndex((line) => line.startsWith('"*":{"created_by"'));
  const last = !lines[star].endsWith(',');
  lines[star] = [lines[star].replace(/,$/, ''), ...entries].join(',\n') + (last ? '' : ',');
  const out = lines.join('\n').replace(/^"replicas":\{/m, `"replicas":{"${replica}":{"label":${JSON.stringify(label)}},`).replace(/\},\}/g, '}}');
  return sealed(out.replace(',}', '}'));
}
