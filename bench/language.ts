import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonLines } from './files/jsonl.js';
import { fromRawText, ofCoreference, ofMentions, withGoldTokens } from './language/scores.js';
import { allCores, growth, ours, oursWithMentions, rateOf, wink } from './language/speed.js';
import { type Document, ewt, gum, treebankIsHere } from './language/treebank.js';

export const about =
  'sentences, tokens, tags, trees, mentions and coreference on the development halves of the treebanks';

const reports = fileURLToPath(new URL('../../shared/data/reports/wikinews.jsonl', import.meta.url));

export async function run(): Promise<void> {
  loading();
  if (!treebankIsHere()) {
    console.log('skipped: ../shared/data/treebank is not here');
    return;
  }
  const all = gum('dev');
  const sets: [string, Document[]][] = [
    ['GUM dev', all],
    ['  its news', all.filter(({ name }) => name.startsWith('GUM_news'))],
    ['EWT dev', ewt('dev')],
  ];
  console.log('\nwith gold tokens, every token counted');
  for (const [name, documents] of sets) console.log(`${name.padEnd(12)}${withGoldTokens(documents)}`);
  console.log('\nfrom raw text (F1 as in the CoNLL 2018 shared task; wink-nlp beside it)');
  for (const [name, documents] of sets) {
    const scores = fromRawText(documents);
    console.log(`${name.padEnd(12)}${scores.ours}\n${' wink-nlp'.padEnd(12)}${scores.wink}`);
  }
  console.log('\nmentions on GUM dev, F1');
  for (const row of ofMentions(all)) console.log(row);
  console.log(`\ncoreference on GUM dev\n${ofCoreference(all)}`);
  await speed(all);
}

/** What the first sentence costs: the weights and word lists are loaded then. */
function loading(): void {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  ours('Loaded.');
  const took = performance.now() - begun;
  console.log(
    `loaded in ${took.toFixed(0)} ms, ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`,
  );
}

async function speed(documents: readonly Document[]): Promise<void> {
  const texts = existsSync(reports)
    ? jsonLines<{ text: string }>(reports).map(({ text }) => text)
    : documents.map(({ text }) => text);
  console.log('\nspeed from raw text to trees, one core');
  console.log(`ours      ${rateOf(texts, ours)}`);
  console.log(`wink-nlp  ${rateOf(texts, wink)}  (no trees)`);
  console.log(`ours      ${rateOf(texts.slice(0, 40), oursWithMentions)}  (with mentions)`);
  console.log(`ours      ${await allCores(texts)}`);
  console.log(`${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident after all of it`);
  console.log('\ngrowth');
  for (const row of growth(texts[0]!)) console.log(row);
}
