import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Absolute path of a file below the package's `data/` folder. */
export function dataPath(name: string): string {
  return fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
}

/** The rows of a tab-separated data file with a header line; cells are text and never trimmed. */
export function readTable(name: string): Record<string, string>[] {
  return parse(readFileSync(dataPath(name), 'utf8'), {
    columns: true,
    delimiter: '\t',
    quote: null,
    comment: '#',
    comment_no_infix: true,
  });
}
