import { RapportError } from '../base/index.js';
import { delimiterOf } from './cells.js';
import { gdelt, gdeltMentions } from './formats/gdelt.js';
import { icews } from './formats/icews.js';
import type { Layout } from './formats/layout.js';
import { columnOf } from './formats/layout.js';
import { PHOENIX_COLUMNS, phoenix } from './formats/phoenix.js';
import { isPlover } from './formats/plover.js';
import { polecat } from './formats/polecat.js';
import { mappedColumns, table, tableColumns } from './formats/table.js';
import type { ImportOptions } from './types.js';

/** PLOVER records are lines of JSON, all others tables. */
export type Recognised = Layout | 'plover';

/**
 * The format of a file by its first line; undefined when it is none of events.
 * @throws RapportError `IMPORT_MAP` where `map` does not fit the table, `IMPORT_FORMAT` where the wanted format does not.
 */
export function recognise(name: string, first: string, options: ImportOptions = {}): Recognised | undefined {
  if (options.map) return mapped(name, first, options.map, options.coder ?? 'table');
  const found = first.startsWith('{')
    ? isPlover(first)
      ? 'plover'
      : undefined
    : recogniseTable(first, options);
  const format = found === 'plover' ? found : found?.format;
  if (options.format && options.format !== format)
    throw new RapportError(
      'IMPORT_FORMAT',
      name,
      `not ${options.format}, but ${format ?? 'no format that is known'}`,
    );
  return found;
}

function mapped(name: string, first: string, map: Readonly<Record<string, string>>, coder: string): Layout {
  const delimiter = delimiterOf(first);
  const cells = unquoted(first, delimiter);
  const { places, named } = mappedColumns(name, cells, map);
  // Columns by number alone: a first row whose date is one is a row, not a header.
  const header = named || !/^\d{4}-?\d{2}-?\d{2}/.test(cells[places.date!] ?? '');
  return table(places, header, cells.length, delimiter, coder);
}

function recogniseTable(first: string, options: ImportOptions): Layout | undefined {
  const delimiter = delimiterOf(first);
  const cells = unquoted(first, delimiter);
  const has = (...names: string[]): boolean => names.every((one) => columnOf(cells, one) >= 0);
  if (delimiter === '\t') {
    const tabbed = byWidth(cells);
    if (tabbed) return tabbed;
  }
  if (has('CAMEO Code', 'Source Country', 'Intensity')) return icews(cells);
  if (has('Event Type', 'Actor Country', 'Recipient Country')) return polecat(cells, delimiter);
  if (has('SrcActor', 'CAMEO') || has('source_root', 'root_code')) return phoenix(cells, true, delimiter);
  const places = tableColumns(cells);
  return places && table(places, true, cells.length, delimiter, options.coder ?? 'table');
}

/** Tables without a header, told by how many columns there are and by dates where they belong. */
function byWidth(cells: readonly string[]): Layout | undefined {
  const header = /^global_?event_?id$/i.test(cells[0]!.trim());
  const day = (at: number): boolean => /^\d{8}$/.test(cells[at]?.trim() ?? '');
  if (cells.length === 61 && (header || day(1))) return gdelt('2.0', header);
  if ((cells.length === 57 || cells.length === 58) && (header || day(1))) return gdelt('1.0', header);
  const times = [1, 2].every((at) => /^\d{14}$/.test(cells[at]?.trim() ?? ''));
  if (cells.length >= 14 && cells.length <= 16 && times) return gdeltMentions();
  if (cells.length === PHOENIX_COLUMNS.length && day(1) && cells[2] === cells[1]!.slice(0, 4))
    return phoenix(PHOENIX_COLUMNS, false, '\t');
  return undefined;
}

function unquoted(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
