/**
 * Makes data/ledger/words.tsv: how many of our own training sentences (data/training/pairs.tsv) hold each word,
 * so that a rare word that two reports share weighs more than a common one. Run: `npx tsx scripts/wording.ts`.
 */
import { writeFileSync } from 'node:fs';
import { dataPath, readTable } from '../src/base/index.js';
import { wordsAround } from '../src/index.js';

const LEAST = 3;
const rows = readTable('training/pairs.tsv');
const counts = new Map<string, number>();
for (const row of rows) {
  const text = row.marked!.replace(/<\/?[st]>/g, '');
  for (const word of wordsAround(text, [{ start: 0, end: text.length }]))
    counts.set(word, (counts.get(word) ?? 0) + 1);
}
const kept = [...counts]
  .filter(([word, n]) => n >= LEAST && !word.includes('\t'))
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
writeFileSync(
  dataPath('ledger/words.tsv'),
  [
    `# Sentences, of ${rows.length} in data/training/pairs.tsv, that hold each word. Made by scripts/wording.ts.`,
    'word\tsentences',
    `\t${rows.length}`,
    ...kept.map(([word, n]) => `${word}\t${n}`),
    '',
  ].join('\n'),
);
