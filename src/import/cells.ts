import { parse } from 'csv-parse/sync';
import { RowError } from './codes.js';

/** A quoted cell may hold line ends; one that goes on longer than this was never closed. */
const MOST_LINES = 50;

/** One row: its text, and its cells or why it has none. */
export interface CutRow {
  readonly text: string;
  readonly cells: readonly string[] | RowError;
}

/**
 * Cuts lines into rows and cells. A quotation mark that is never closed costs its own line alone: the lines behind it are
 * rows again.
 */
export class Cutter {
  private open: string[] = [];

  constructor(
    private readonly delimiter: string,
    private readonly quoted: boolean,
    private readonly widths: readonly number[],
  ) {}

  /** The rows that a line completes; none while a quoted cell goes on. */
  take(line: string): CutRow[] {
    if (!this.quoted) return line === '' ? [] : [{ text: line, cells: line.split(this.delimiter) }];
    if (this.open.length === 0) {
      if (line === '') return [];
      if (!line.includes('"')) return [{ text: line, cells: line.split(this.delimiter) }];
    }
    this.open.push(line);
    const text = this.open.join('\n');
    if (isOpen(text, this.delimiter)) return this.open.length < MOST_LINES ? [] : this.giveUp();
    const cells = this.parse(text);
    const fits = this.widths.length === 0 || (Array.isArray(cells) && this.widths.includes(cells.length));
    if (this.open.length > 1 && !fits) return this.giveUp();
    this.open = [];
    return [{ text, cells }];
  }

  /** The rows left at the end of the file. */
  end(): CutRow[] {
    const rows: CutRow[] = [];
    while (this.open.length > 0) rows.push(...this.giveUp());
    return rows;
  }

  private parse(text: string): readonly string[] | RowError {
    try {
      const rows = parse(text, { delimiter: this.delimiter, relax_quotes: true, relax_column_count: true });
      return rows[0] ?? new RowError('no cells');
    } catch (error) {
      return new RowError(
        `quotation marks do not fit: ${(error as Error).message.split('\n')[0]!.slice(0, 80)}`,
      );
    }
  }

  private giveUp(): CutRow[] {
    const [first, ...rest] = this.open;
    this.open = [];
    const rows: CutRow[] = [{ text: first!, cells: new RowError('a quotation mark is never closed') }];
    for (const line of rest) rows.push(...this.take(line));
    return rows;
  }
}

/** Whether a quoted cell is still open at the end: a quotation mark opens only where a cell begins. */
function isOpen(text: string, delimiter: string): boolean {
  let open = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!open) open = at === 0 || text[at - 1] === delimiter || text[at - 1] === '\n';
    else if (text[at + 1] === '"') at++;
    else open = false;
  }
  return open;
}

const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** The sign between the cells of a table, by its first line. */
export function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
