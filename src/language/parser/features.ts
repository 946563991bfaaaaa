import { nameClasses } from '../names.js';
import type { Table, Weights } from './weights.js';

const BUCKETS = 5000;

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const encoder = new TextEncoder();

function bucket(text: string): number {
  let c = 0xffffffff;
  for (const byte of encoder.encode(text)) c = CRC[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return ((c ^ 0xffffffff) >>> 0) % BUCKETS;
}

/** "Kim" and "Xi" look alike, so do "1,500" and "2,300": letters and digits by kind, runs cut at three. */
function shape(form: string): string {
  return form
    .slice(0, 40)
    .replace(/[A-Z]/g, 'X')
    .replace(/[a-z]/g, 'x')
    .replace(/[0-9]/g, 'd')
    .replace(/(.)\1{2,}/gu, '$1$1$1');
}

/**
 * The rows of a word in the tables of words and forms, and in those that all have: prefix, suffixes of three and of two, shape,
 * kinds of names.
 */
export function rowsOf(weights: Pick<Weights, 'words' | 'forms'>, word: string): number[] {
  const low = word.toLowerCase();
  const letters = [...low.slice(0, 8)];
  const end = [...low.slice(-8)];
  return [
    weights.words.get(low) ?? 1,
    weights.forms.get(low) ?? 1,
    bucket(`p${letters.slice(0, 3).join('')}`),
    bucket(`s${end.slice(-3).join('')}`),
    bucket(`2${end.slice(-2).join('')}`),
    bucket(`h${shape(word)}`),
    nameClasses(word),
  ];
}

/** The input vector of a word by its rows: its word vector, form, prefix, two suffixes, shape and the names it occurs in. */
export function inputOf(rows: readonly number[], tables: readonly Table[]): Float32Array {
  const out = new Float32Array(tables.reduce((sum, table) => sum + table.width, 0));
  let at = 0;
  tables.forEach((table, i) => {
    const row = rows[i]!;
    const scale = table.scales[row]!;
    for (let k = 0; k < table.width; k++) out[at++] = table.cells[row * table.width + k]! * scale;
  });
  return out;
}
