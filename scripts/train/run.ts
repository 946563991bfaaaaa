/**
 * `npm run train NAME [ARGUMENTS]` runs one training: `parser` and `lemmas` are Python (PyTorch), the others TypeScript. What
 * each reads and writes is in docs/training.md.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** One thread: the result is the same on every machine, and OpenBLAS loses time on matrices as small as these. */
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
const PYTHON: Readonly<Record<string, string>> = { parser: 'parser/train.py', lemmas: 'parser/lemmas.py' };
const TYPESCRIPT = ['names', 'senses', 'mentions', 'coref', 'links', 'relations', 'vectors'];

const [name = '', ...rest] = process.argv.slice(2);
if (!PYTHON[name] && !TYPESCRIPT.includes(name)) {
  console.error(`usage: npm run train ${[...Object.keys(PYTHON), ...TYPESCRIPT].join('|')} [-- ARGUMENTS]`);
  process.exit(2);
}
const [command, script] = PYTHON[name]
  ? ['/usr/bin/python3', PYTHON[name]]
  : [process.execPath, `${name}.ts`];
const { status, error } = spawnSync(
  command,
  [...(PYTHON[name] ? [] : ['--import', 'tsx']), folder + script, ...rest],
  { stdio: 'inherit', env: { ...process.env, ...ONE_THREAD } },
);
if (error) console.error(`${command}: ${error.message}`);
process.exit(status ?? 1);
