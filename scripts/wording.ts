/**
 * Makes data/ledger/words.tsv: in how many sentences each word stands, so that a rare word that two reports share weighs
 * more than a common one; and data/ledger/dyads.tsv: in how many each state and each two of them are named, since two acts of
 * a kind on one day are likelier of states that are in the news daily. Counted are our own training sentences
 * (data/training/pairs.tsv, for the words alone), all short reports of ../shared/data/reports, and every sixth of its official
 * texts, which are long and alike. Run: `npx tsx scripts/wording.ts`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataPath, readTable } from '../src/base/index.js';
import { readReports, sentencesOf, statesNamed, wordsIn } from '../src/index.js';

/** Words in fewer sentences are all as rare as each other. */
const LEAST = 4;
const EVERY = 6;
/** States named together more seldom are seldom in the news together. */
const LEAST_DYAD = 8;
/** No more states of a sentence are paired: a list of a summit's guests is no news of each two of them. */
const MOST_STATES = 8;
const folder = fileURLToPath(new URL('../../shared/data/reports/', import.meta.url));
const words = new Map<string, number>();
const dyads = new Map<string, number>();
let sentences = 0;

function more(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countWords(text: string): void {
  for (const span of sentencesOf(text)) {
    sentences++;
    for (const word of wordsIn(text, [span])) more(words, word);
  }
}

function countStates(text: string): void {
  for (const { start, end } of sentencesOf(text)) {
    const states = statesNamed(text.slice(start, end)).slice(0, MOST_STATES);
    for (const [i, a] of states.entries()) {
      more(dyads, a);
      for (const b of states.slice(i + 1)) more(dyads, `${a}-${b}`);
    }
  }
}

/** Rows of what stands often enough, the commonest first. */
function rowsOf(counts: ReadonlyMap<string, number>, least: number): string[] {
  return [...counts]
    .filter(([key, n]) => n >= least && !key.includes('\t'))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key, n]) => `${key}\t${n}`);
}

for (const row of readTable('training/pairs.tsv')) countWords(row.marked!.replace(/<\/?[st]>/g, ''));
const ours = sentences;
let official = 0;
for await (const result of readReports([folder])) {
  if (!result.ok) throw result.error;
  const { id, text } = result.report;
  if (id.startsWith('official') && official++ % EVERY > 0) continue;
  countWords(text);
  countStates(text);
}
const sources =
  '# (Wikipedia, CC BY-SA 4.0; Wikinews, CC BY 2.5; press texts of governments). Made by scripts/wording.ts.';
writeFileSync(
  dataPath('ledger/words.tsv'),
  [
    `# In how many of ${sentences} sentences each word stands: data/training/pairs.tsv and the reports of ../shared/data/reports`,
    sources,
    'word\tsentences',
    `\t${sentences}`,
    ...rowsOf(words, LEAST),
    '',
  ].join('\n'),
);
writeFileSync(
  dataPath('ledger/dyads.tsv'),
  [
    `# In how many of ${sentences - ours} sentences of the reports of ../shared/data/reports a state, or two of them, are named`,
    sources,
    'states\tsentences',
    ...rowsOf(dyads, LEAST_DYAD),
    '',
  ].join('\n'),
);
