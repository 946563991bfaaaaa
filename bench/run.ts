/**
 * Runs benchmarks: `npm run bench` runs all, `npm run bench relations events` the named ones; what begins with
 * `--`, and a number after it, is for the benchmarks themselves. Every `bench/NAME.ts` is one: it exports `about` and `run`, or
 * runs on import.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a benchmark's module exports. */
interface Bench {
  readonly about: string;
  run(): Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));

const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3))
  .sort();
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--') && !/^\d+$/.test(word));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) {
  const start = performance.now();
  const bench = (await import(`./${name}.ts`)) as Partial<Bench>;
  if (bench.about) console.log(`\n${name}: ${bench.about}`);
  await bench.run?.();
  console.log(`(${name}: ${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
