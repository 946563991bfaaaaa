/**
 * Trains the weights of coreference (data/models/coref.bin) on the GUM corpus: `npm run train coref [EPOCHS [COST]]`,
 * a few minutes. Mentions and trees are our own, so that what is learned fits what will be seen.
 */
import { writeFileSync } from 'node:fs';
import { readGiven } from '../../bench/language/ours.js';
import { ofCoreference } from '../../bench/language/scores.js';
import { type Document, goldMentions, gum } from '../../bench/language/treebank.js';
import { dataPath } from '../../src/base/index.js';
import { type Described, describe } from '../../src/language/coref/describe.js';
import { SIZE } from '../../src/language/coref/features.js';
import { resolve } from '../../src/language/coref/resolve.js';

const EPOCHS = Number(process.argv[2] ?? 12);
const RATE = 0.1;
const DECAY = 1e-6;
/** What a mistake costs, after Durrett and Klein (2013): a mention lost to a new entity more than a wrong link. */
const COST = { lost: Number(process.argv[3] ?? 2.5), invented: 0.1, wrong: 1 };

/** A mention's choice: the features of each possibility, and which of them are right. */
interface Example {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

function examplesOf(document: Document): Example[] {
  const read = readGiven(document);
  const all: Described[] = describe(read);
  const annotated = goldMentions(document);
  const gold = new Map(annotated.map((m) => [`${m.first}:${m.last}`, m.entity]));
  const byHead = new Map(annotated.map((m) => [m.head, m.entity]));
  const entities = all.map(({ mention: m }) => gold.get(`${m.first}:${m.last - 1}`) ?? byHead.get(m.head));
  const examples: Example[] = [];
  resolve(all, (at, { candidates, features }) => {
    const same = candidates.map((c) => entities[at] !== undefined && entities[c] === entities[at]);
    examples.push({ rows: features, right: [!same.includes(true), ...same] });
    return same.lastIndexOf(true);
  });
  return examples;
}

const begun = performance.now();
const examples = gum('train').flatMap(examplesOf);
console.log(`${examples.length} mentions after ${((performance.now() - begun) / 1000).toFixed(0)} s`);

const weights = new Float32Array(SIZE);
const squares = new Float32Array(SIZE).fill(1e-6);
let seed = 1;
const random = (): number => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

function learn({ rows, right }: Example): number {
  const cost = (i: number): number =>
    right[i] ? 0 : i === 0 ? COST.lost : right[0] ? COST.invented : COST.wrong;
  const scores = rows.map((row, i) => row.reduce((sum, at) => sum + weights[at]!, cost(i)));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((a, b) => a + b, 0);
  const good = odds.reduce((sum, o, i) => sum + (right[i] ? o : 0), 0);
  rows.forEach((row, i) => {
    const slope = odds[i]! / all - (right[i] ? odds[i]! / good : 0);
    if (Math.abs(slope) < 1e-4) return;
    for (const at of row) {
      const g = slope + DECAY * weights[at]!;
      squares[at]! += g * g;
      weights[at]! -= (RATE * g) / Math.sqrt(squares[at]!);
    }
  });
  return -Math.log(good / all);
}

for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j]!, examples[i]!];
  }
  const loss = examples.reduce((sum, example) => sum + learn(example), 0);
  console.log(`epoch ${epoch} loss ${(loss / examples.length).toFixed(3)}`);
}

const scale = weights.reduce((high, w) => Math.max(high, Math.abs(w)), 0) / 127;
const out = Buffer.alloc(4 + SIZE);
out.writeFloatLE(scale, 0);
weights.forEach((w, i) => {
  out.writeInt8(Math.round(w / scale), 4 + i);
});
writeFileSync(dataPath('models/coref.bin'), out);
const card = {
  what: 'weights of a ranking of antecedents: which earlier mention, if any, speaks of the same',
  trainedOn: ['UD English GUM, its genres under CC BY and CC BY-SA; annotations CC BY 4.0'],
  licence: 'CC BY-SA 4.0',
  seed: 1,
  options: { epochs: EPOCHS, rate: RATE, decay: DECAY, cost: COST },
  dev: ofCoreference(gum('dev')),
  rebuild: 'npm run train coref',
};
writeFileSync(dataPath('models/coref.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card.dev);
