/**
 * Trains the reader of mentions (data/models/mentions.bin): `npm run train mentions`, half an hour. It reads GUM with the trees
 * of our own parser, and is to be trained after it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPath } from '../../src/base/index.js';

/** Two networks, whose mean counts. On what the first held out the settings were chosen; the second learns from all. */
const NETWORKS = [
  '--epochs 12 --hold 8 --form 24 --affix 16 --unseen 0.05',
  '--epochs 16 --hold 0 --form 16 --affix 10 --unseen 0.2',
];
const here = (name: string): string => fileURLToPath(new URL(`mentions/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mentions-'));

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error || status !== 0)
    throw new Error(`${args.join(' ')}: ${error?.message ?? `ended with ${status}`}`);
}

const rows = join(folder, 'train.jsonl');
run(process.execPath, ['--import', 'tsx', here('rows.ts'), 'train', rows]);
const weights = NETWORKS.map((options, i) => {
  const file = join(folder, `${i + 1}.pt`);
  const args = [rows, '--parser', dataPath('models/parser'), '--save', file, ...options.split(' ')];
  run('/usr/bin/python3', [here('train.py'), ...args]);
  return file;
});
run('/usr/bin/python3', [here('export.py'), dataPath('models/mentions'), ...weights]);
rmSync(folder, { recursive: true });
