import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  type ImportedEvent,
  type ImportFile,
  type ImportOptions,
  importFiles,
  Ledger,
} from '../../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-import-'));
let files = 0;

/** Writes a file of ours and gives its path. */
export function fileOf(content: string | Uint8Array, ending = 'txt'): string {
  const path = join(folder, `${++files}.${ending}`);
  writeFileSync(path, content);
  return path;
}

/** The one file behind a path, looked into. */
export async function looked(path: string, options: ImportOptions = {}): Promise<ImportFile> {
  for await (const file of importFiles(path, options)) return file;
  throw new Error('no file');
}

export interface Read {
  readonly format: string;
  readonly rows: number;
  readonly events: ImportedEvent[];
  readonly bad: { line: number; why: string }[];
  readonly losses: { what: string; value: string }[];
}

/** All that a file gives. */
export async function readAll(path: string, options: ImportOptions = {}): Promise<Read> {
  const file = await looked(path, options);
  const all: Read = { format: file.format, rows: 0, events: [], bad: [], losses: [] };
  let rows = 0;
  for await (const batch of file.batches()) {
    rows = batch.rows;
    all.events.push(...batch.events);
    all.bad.push(...batch.bad);
    all.losses.push(...batch.losses);
  }
  return { ...all, rows };
}

/** A row of GDELT: version 2.0 unless a width of 57 or 58 is asked for. */
export function gdeltRow(
  fields: { id?: number; day?: string; from?: string; to?: string; code?: string; added?: string },
  width: 57 | 58 | 61 = 61,
): string {
  const { id = 1, day = '20240305', from = 'POL', to = 'RUS', code = '161', added = '20240306' } = fields;
  const actor = (whole: string): string[] => {
    const state = /^[A-Z]{3}/.exec(whole)?.[0] ?? '';
    const isType = ['GOV', 'MIL', 'COP', 'IGO'].includes(state);
    return [whole, whole, isType ? '' : state, '', '', '', '', isType ? state : whole.slice(3, 6), '', ''];
  };
  const place =
    width === 61
      ? ['4', 'Warsaw, Poland', 'PL', 'PL78', '', '52.25', '21', '-1']
      : ['4', 'Warsaw, Poland', 'PL', 'PL78', '52.25', '21', '-1'];
  const cells = [
    ...[String(id), day, day.slice(0, 6), day.slice(0, 4), '2024.1'],
    ...[
      ...actor(from),
      ...actor(to),
      '1',
      code,
      code.slice(0, 3),
      code.slice(0, 2),
      '4',
      '-4.0',
      '6',
      '2',
      '6',
      '-1.5',
    ],
    ...[...place, ...place, ...place, added],
    ...(width === 57 ? [] : ['https://wire.example/1']),
  ];
  return cells.join('\t');
}

/** A ledger in memory with files imported. */
export async function ledgerOf(paths: readonly string[], options: ImportOptions = {}): Promise<Ledger> {
  const ledger = await Ledger.open(':memory:');
  for (const path of paths)
    for await (const file of importFiles(path, options)) for await (const _ of ledger.import(file));
  return ledger;
}

/** A zip archive whose members are stored as they are. */
export function storedZip(members: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(members)) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const both = Buffer.alloc(26);
    both.writeUInt16LE(20, 0);
    both.writeUInt32LE(crc32(data), 10);
    both.writeUInt32LE(data.length, 14);
    both.writeUInt32LE(data.length, 18);
    both.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), both, label, data]);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), both, offset, label);
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
