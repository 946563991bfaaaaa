/**
 * Rebuilds `data/plover/cameo.tsv` from the codebook's own files, read from `../shared/docs/plover`.
 * Where the codebook's versions differ, the row of `data/plover/settled.tsv` decides.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dataPath, readTable } from '../../src/base/index.js';

const codebook = new URL('../../../shared/docs/plover/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, codebook), 'utf8');

interface Mapping {
  root: string;
  mode: string;
  context: string;
}

/** Lines such as `0841: RETREAT, release,   legal # Return, release person(s)`. */
function mappings(): Map<string, Mapping> {
  const out = new Map<string, Mapping>();
  for (const line of read('CAMEO2PLOVER-2021.txt').split('\n')) {
    const found = /^(\d{2,4}):([^#]*)/.exec(line);
    if (!found) continue;
    const [root = '', mode = '', context = ''] = found[2]!.split(',').map((cell) => cell.trim());
    const code = found[1]!;
    // Code 08 stands twice; its first half is the verbal one, which a bare 08 is read as.
    if (!out.has(code)) out.set(code, { root, mode, context: context.replace(/;\s*/g, ' ') });
  }
  for (const [code, root] of [
    ['17', 'COERCE'],
    ['20', 'ASSAULT'],
  ] as const)
    if (!out.has(code)) out.set(code, { root, mode: '', context: '' });
  for (const row of readTable('plover/settled.tsv'))
    out.set(row.code!, { root: row.root!, mode: row.mode!, context: row.context! });
  return out;
}

const map = mappings();
const codes = parse(read('cameo-codes.csv'), { columns: true }) as Record<string, string>[];
const lines = ['code\tname\tgoldstein\troot\tmode\tcontext\tsource'];
for (const { code, name, goldstein } of codes) {
  const to = map.get(code!) ?? { root: '', mode: '', context: '' };
  const source = to.root
    ? 'cameo-codes.csv; CAMEO2PLOVER-2021 (OEDA, CC BY-SA 4.0)'
    : 'cameo-codes.csv; PLOVER drops this code';
  const nice = name === name!.toUpperCase() ? name[0] + name.slice(1).toLowerCase() : name!;
  lines.push([code, nice, goldstein, to.root, to.mode, to.context, source].join('\t'));
}
writeFileSync(dataPath('plover/cameo.tsv'), `${lines.join('\n')}\n`);
