/**
 * Trains what tells whether, of two parties of a sentence, the first does something to the second, and writes
 * `data/models/links.bin` with its card. Deterministic. The marked pair of a sentence is an act; any other two parties of it,
 * and the marked pair turned round, are taken for none, which is wrong now and then: the precision printed is a lower bound.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { jsonLines } from '../../bench/files/jsonl.js';
import { dataPath, readTable } from '../../src/base/index.js';
import { chance, linkedOf, packed, type Row, SEED, trainLinks } from './link-model.js';

const FOLDS = 4;
const gold = new URL('../../../shared/data/gold/relations.jsonl', import.meta.url);
const own = readTable('training/pairs.tsv').map(({ root, marked }) => ({ root: root!, marked: marked! }));
/** The example of each row of the lexicon. */
const examplesOfRows = readdirSync(dataPath('plover/predicates'))
  .sort()
  .flatMap((file) => readTable(`plover/predicates/${file}`))
  .map(({ root, example }) => ({ root: root === '-' ? 'NONE' : root!, marked: example! }));
/** Sentences in which nobody does anything to anybody. */
const idle = readTable('training/none.tsv').map(({ sentence }) => ({ root: 'NONE', marked: sentence! }));
const rows: Row[] = [...own, ...examplesOfRows, ...idle, ...jsonLines<Row>(gold)];
const examples = rows.flatMap(linkedOf);

/** Precision at several recalls of the acts, and the average precision, by cross-validation over sentences. */
function validated(): Record<string, number> {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = trainLinks(examples.filter(({ row }) => row % FOLDS !== fold));
    return examples
      .filter(({ row }) => row % FOLDS === fold)
      .map(({ act, slots }) => ({ act, p: chance(weights, slots) }));
  })
    .flat()
    .sort((a, b) => b.p - a.p);
  const acts = scored.filter(({ act }) => act).length;
  const figures: Record<string, number> = {};
  let right = 0;
  let sum = 0;
  scored.forEach(({ act }, i) => {
    if (!act) return;
    right++;
    sum += right / (i + 1);
    for (const recall of [0.5, 0.7, 0.8, 0.9])
      if (right / acts >= recall) figures[`precisionAtRecall${recall}`] ??= round(right / (i + 1));
  });
  return { averagePrecision: round(sum / acts), ...figures };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

const weights = trainLinks(examples);
writeFileSync(dataPath('models/links.bin'), packed(weights));
const card = {
  what: 'logistic regression: whether of two parties of a sentence the first does something to the second',
  trainedOn: [
    `${rows.length - own.length - idle.length - examplesOfRows.length} sentences of PLV (Hu et al., ACL 2024), derived from PLOVER records, CC BY-SA 4.0`,
    `${own.length} sentences of our own with a marked pair, ${idle.length} without an act (data/training), ${examplesOfRows.length} examples of the lexicon (data/plover/predicates)`,
    `${examples.length} pairs, ${examples.filter(({ act }) => act).length} of them acts`,
  ],
  licence: 'CC BY-SA 4.0',
  seed: SEED,
  crossValidation: { folds: FOLDS, ...validated() },
  rebuild: 'npm run train links',
};
writeFileSync(dataPath('models/links.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
