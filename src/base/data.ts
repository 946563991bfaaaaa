import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file below the package's `data/` folder. */
export function dataPath(name: string): string {
  return fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
}

/**
 * The rows of a tab-separated data file with a header line; cells are text and never trimmed. Our own tables know no
 * quotation marks, so that cutting at tabs is all there is to it, and ten times as fast as a reader of CSV.
 * @throws Error where a line has more or fewer cells than the header.
 */
export function readTable(name: string): Record<string, string>[] {
  let columns: readonly string[] | undefined;
  const rows: Record<string, string>[] = [];
  readFileSync(dataPath(name), 'utf8')
    .split('\n')
    .forEach((line, at) => {
      if (line === '' || line.startsWith('#')) return;
      const cells = line.split('\t');
      if (columns === undefined) columns = cells;
      else if (cells.length === columns.length) rows.push(rowOf(columns, cells));
      else
        throw new Error(
          `data/${name}, line ${at + 1}: ${cells.length} cells under ${columns.length} columns`,
        );
    });
  return rows;
}

function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]!;
  return row;
}
