// Adds prepared readings to a ledger and ends itself, if told so, by SIGKILL at a moment of its run.
// node child.mjs STORE READINGS LEDGER [MS] [from-open]
import { readFileSync } from 'node:fs';

const [store, readings, path, ms, from] = process.argv.slice(2);
const { Ledger } = await import(store);
const die = () => ms && setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(ms));
const results = JSON.parse(readFileSync(readings, 'utf8'));

// As `rapport add` does it: what is known is passed over.
async function* inputs(ledger) {
  const known = await ledger.known();
  for (const reading of results)
    yield known(reading.report) ? { ok: true, known: true } : { ok: true, reading };
}

if (from === 'open') die();
try {
  const ledger = await Ledger.open(path);
  if (from !== 'open') die();
  const begun = performance.now();
  for await (const _ of ledger.addAll(inputs(ledger), { batch: 2 }));
  console.log(Math.ceil(performance.now() - begun));
  ledger.close();
} catch (error) {
  console.error(error.message);
  process.exitCode = 4;
}
