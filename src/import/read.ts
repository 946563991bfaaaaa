import { RapportError } from '../base/index.js';
import { type CutRow, Cutter } from './cells.js';
import { RowError } from './codes.js';
import type { Layout } from './formats/layout.js';
import { ploverEvent } from './formats/plover.js';
import { Losses } from './losses.js';
import { digestOf, linesOf, type Member, membersOf } from './open.js';
import { type Recognised, recognise } from './recognise.js';
import type {
  BadRow,
  ImportBatch,
  ImportedEvent,
  ImportedMention,
  ImportFile,
  ImportOptions,
} from './types.js';
import { restored, Zeros } from './zeros.js';

/** As many rows as DuckDB keeps in one block: full blocks go straight to the file, others by way of its log. */
const BATCH = 122_880;
/** So much of a row that was set aside is kept. */
const SHOWN = 2000;

/** Whether a file holds events of others, by its first line; false also where it cannot be read. */
export async function isImportable(path: string): Promise<boolean> {
  try {
    const members = await membersOf(path);
    const first = members[0] && (await firstLine(members[0]));
    return first !== undefined && recognise(path, first) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Looks into a file, or each member of a zip archive: its format, its digest, and whether its codes are whole. Nothing is
 * stored yet.
 * @throws RapportError `IMPORT_FORMAT`, `IMPORT_MAP`, `IMPORT_ZEROS`, `INPUT_…`
 */
export async function* importFiles(path: string, options: ImportOptions = {}): AsyncGenerator<ImportFile> {
  const members = await membersOf(path);
  if (members.length === 0) throw new RapportError('INPUT_EMPTY', path, 'no files in the archive');
  for (const member of members) yield await importFile(member, options);
}

async function importFile(member: Member, options: ImportOptions): Promise<ImportFile> {
  const { name } = member;
  const first = await firstLine(member);
  if (first === undefined) throw new RapportError('INPUT_EMPTY', name, 'no rows');
  const found = recognise(name, first, options);
  if (!found) throw new RapportError('IMPORT_FORMAT', name, 'no table of events that is known');
  const { hash, size } = await digestOf(member.open());
  if (found !== 'plover' && !options.restoreZeros) {
    const lost = await lostZeros(member, found);
    if (lost) throw new RapportError('IMPORT_ZEROS', name, lost);
  }
  return {
    name,
    format: found === 'plover' ? found : found.format,
    coder: options.coder ?? (found === 'plover' ? 'PLOVER' : found.coder),
    hash,
    size,
    batches: (after = 0) => batches(member, found, options, after),
  };
}

async function firstLine(member: Member): Promise<string | undefined> {
  for await (const lines of linesOf(member.open())) {
    const first = lines.find((line) => line.trim() !== '');
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Rows of a table, its header not among them. */
async function* rowsOf(member: Member, layout: Layout): AsyncGenerator<CutRow[]> {
  const cutter = new Cutter(layout.delimiter, layout.quoted, layout.widths);
  let skip = layout.header;
  for await (const lines of linesOf(member.open())) {
    const rows: CutRow[] = [];
    for (const line of lines) for (const row of cutter.take(line)) rows.push(row);
    if (skip && rows.length > 0) {
      rows.shift();
      skip = false;
    }
    yield rows;
  }
  yield cutter.end();
}

async function lostZeros(member: Member, layout: Layout): Promise<string | undefined> {
  const { codeAt, rootAt } = layout;
  if (codeAt === undefined) return undefined;
  const zeros = new Zeros();
  for await (const rows of rowsOf(member, layout)) {
    for (const { cells } of rows)
      if (!(cells instanceof RowError) && cells[codeAt] !== undefined)
        zeros.look(cells[codeAt], rootAt === undefined ? undefined : cells[rootAt]);
    if (zeros.whole) return undefined;
  }
  return zeros.verdict();
}

async function* ploverRows(member: Member): AsyncGenerator<CutRow[]> {
  for await (const lines of linesOf(member.open()))
    yield lines.filter((line) => line.trim() !== '').map((text) => ({ text, cells: [] }));
}

async function* batches(
  member: Member,
  found: Recognised,
  options: ImportOptions,
  after: number,
): AsyncGenerator<ImportBatch> {
  const size = options.batch ?? BATCH;
  const losses = new Losses();
  const reader = readerOf(found, options.restoreZeros === true, losses);
  let line = 0;
  let events: ImportedEvent[] = [];
  let mentions: ImportedMention[] = [];
  let bad: BadRow[] = [];
  const take = (): ImportBatch => {
    const batch = { rows: line, events, mentions, bad, losses: losses.take() };
    [events, mentions, bad] = [[], [], []];
    return batch;
  };
  let last = after;
  for await (const rows of found === 'plover' ? ploverRows(member) : rowsOf(member, found)) {
    for (const row of rows) {
      line++;
      if (line <= after) continue;
      try {
        const one = reader(row, line);
        if ('time' in one) mentions.push(one);
        else events.push(one);
      } catch (error) {
        if (!(error instanceof RowError)) throw error;
        bad.push({ line, why: error.message, text: row.text.slice(0, SHOWN) });
      }
      if (line - last >= size) {
        last = line;
        yield take();
      }
    }
  }
  if (line > last) yield take();
}

type Reader = (row: CutRow, line: number) => ImportedEvent | ImportedMention;

function readerOf(found: Recognised, restoreZeros: boolean, losses: Losses): Reader {
  if (found === 'plover') return (row, line) => ploverEvent(row.text, line, losses);
  const { widths, codeAt, rootAt } = found;
  return ({ cells }, line) => {
    if (cells instanceof RowError) throw cells;
    if (widths.length > 0 && !widths.includes(cells.length))
      throw new RowError(`${cells.length} columns instead of ${widths.join(' or ')}`);
    if (found.mention) return found.mention(cells, line);
    if (!restoreZeros || codeAt === undefined) return found.event!(cells, line, losses);
    const whole = [...cells];
    whole[codeAt] = restored(cells[codeAt]!, rootAt === undefined ? undefined : cells[rootAt]);
    return found.event!(whole, line, losses);
  };
}
