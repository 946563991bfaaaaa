/**
 * What each part of the coder is worth end to end: copies of the product without one part, trained anew where training used the
 * part, each put through the same benchmarks. Needs half an hour and the labelled sets of ../shared.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const about =
  'the coder end to end without the lexicon, without the learned models, without our own sentences';

const home = new URL('..', import.meta.url).pathname;
const shared = new URL('../../shared', import.meta.url).pathname;
const MEASURED = ['events', 'exam', 'negatives'];

/** A copy of the product from which a part is taken. */
interface Ablation {
  readonly name: string;
  take(copy: string): void;
}

const ABLATIONS: readonly Ablation[] = [
  { name: 'whole', take: () => {} },
  {
    name: 'without the lexicon, the models trained without it',
    take: (copy) => {
      emptyTables(join(copy, 'data/plover/predicates'));
      train(copy);
    },
  },
  { name: 'without the learned models', take: (copy) => script(copy, 'bench/ablations/blank.ts') },
  {
    name: 'without our own sentences, the models trained without them',
    take: (copy) => {
      emptyTables(join(copy, 'data/training'));
      train(copy);
    },
  },
];

export async function run(): Promise<void> {
  if (!existsSync(shared)) {
    console.log('skipped: ../shared is not here');
    return;
  }
  for (const { name, take } of ABLATIONS) {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-ablation-'));
    try {
      const copy = copyInto(folder);
      take(copy);
      console.log(`${name}\n${script(copy, 'bench/run.ts', ...MEASURED)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The product beside the shared data, as it lies on a developer's machine. */
function copyInto(folder: string): string {
  const copy = join(folder, 'rapport');
  for (const part of ['src', 'bench', 'scripts', 'data', 'package.json', 'tsconfig.json'])
    cpSync(join(home, part), join(copy, part), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  symlinkSync(shared, join(folder, 'shared'));
  return copy;
}

/** Leaves of every table of a folder only its header. */
function emptyTables(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tsv'))) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    writeFileSync(join(folder, file), `${lines.find((line) => line !== '' && !line.startsWith('#'))}\n`);
  }
}

function train(copy: string): void {
  for (const model of ['links', 'relations']) script(copy, 'scripts/train/run.ts', model);
}

function script(copy: string, ...command: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', ...command], { cwd: copy, encoding: 'utf8' });
}
