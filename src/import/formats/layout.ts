import type { Losses } from '../losses.js';
import type { Format, ImportedEvent, ImportedMention, Told } from '../types.js';

/** How the rows of one file are cut into cells and understood. */
export interface Layout {
  readonly format: Format;
  readonly coder: string;
  readonly delimiter: string;
  /** Whether cells may stand in quotation marks. */
  readonly quoted: boolean;
  /** Whether the first line names the columns. */
  readonly header: boolean;
  /** Numbers of cells that a row can have; every number where empty. */
  readonly widths: readonly number[];
  /** Places of the CAMEO code and its root, to look for zeros that were lost. */
  readonly codeAt?: number;
  readonly rootAt?: number;
  /** @throws RowError when the row cannot be read. */
  event?(cells: readonly string[], line: number, losses: Losses): ImportedEvent;
  mention?(cells: readonly string[], line: number): ImportedMention;
}

/** What a file says that does not count how often an event was told. */
export const UNTOLD: Told = { mentions: null, sources: null, articles: null };

/** The text of a cell, or null where it is empty or `NA`. */
export function textOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? '';
  return text === '' || text === 'NA' || text === 'NULL' ? null : text;
}

/** The place of a column by any of its names, whatever their case; -1 where there is none. */
export function columnOf(header: readonly string[], ...names: readonly string[]): number {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = names.map(plain);
  return header.findIndex((name) => wanted.includes(plain(name)));
}
