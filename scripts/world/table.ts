import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

/** Where the hand-kept rows lie and where the merged files go. */
export const OUT = new URL('../../data/world/', import.meta.url).pathname;

/** The hand-kept rows of one file below `data/world/additions`. */
export function additions(name: string): Row[] {
  return parse(readFileSync(join(OUT, 'additions', `${name}.tsv`), 'utf8'), {
    columns: true,
    delimiter: '\t',
    quote: null,
    relax_column_count_less: true,
  });
}

/** The rows of an upstream comma-separated file. */
export function upstream(folder: string, name: string): Row[] {
  return parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true });
}

/** The parts of a list cell, empty ones left out. */
export function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
}

const clean = (cell: string | undefined): string => (cell ?? '').replace(/[\t\r\n\u00a0]+/g, ' ').trim();
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Writes rows sorted by key, the first of equal keys kept, and says how many. */
export function write(name: string, columns: readonly string[], key: readonly string[], rows: Row[]): void {
  const lines = new Map<string, string>();
  for (const row of rows) {
    const id = key.map((column) => clean(row[column])).join('\t');
    if (!lines.has(id)) lines.set(id, columns.map((column) => clean(row[column])).join('\t'));
  }
  const sorted = [...lines].sort((a, b) => order(a[0], b[0])).map(([, line]) => line);
  writeFileSync(join(OUT, `${name}.tsv`), `${columns.join('\t')}\n${sorted.join('\n')}\n`);
  console.log(`${name}.tsv: ${sorted.length} rows`);
}
