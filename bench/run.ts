/**
 * Runs benchmarks: `npm run bench` runs all, `npm run bench relations events` the named ones; what begins with
 * `--` is for the benchmarks themselves. Every `bench/NAME.ts` that exports `name`, `about` and `run` is one.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a benchmark's module exports. */
interface Bench {
  readonly name: string;
  readonly about: string;
  run(): Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));

async function benches(): Promise<Bench[]> {
  const files = readdirSync(here).filter((file) => file.endsWith('.ts') && file !== 'run.ts');
  const modules = await Promise.all(
    files.sort().map((file) => import(`./${file}`) as Promise<Partial<Bench>>),
  );
  return modules.filter((module): module is Bench => Boolean(module.name && module.about && module.run));
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const all = await benches();
const unknown = wanted.filter((name) => !all.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `no benchmark named ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
for (const bench of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n${bench.name}: ${bench.about}`);
  const start = performance.now();
  await bench.run();
  console.log(`(${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
