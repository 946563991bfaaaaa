import {
  blindExamples,
  type Example,
  type FeatureOptions,
  goldExamples,
  haveGold,
  shownExamples,
} from '../scripts/train/examples.js';
import { figures } from '../scripts/train/measure.js';
import { apartFolds, foldsOf, type Validation, validation } from '../scripts/train/validate.js';
import { softmax } from '../src/code/classify/kernel.js';
import { decide } from '../src/code/classify/pair.js';
import { QUAD15, ROOTS15, type Root15 } from '../src/code/ontology.js';
import { lexiconAlone } from './relations/alone.js';
import { cost } from './relations/cost.js';
import { confusion, table, worst } from './relations/print.js';

export const about =
  'root and quad class of sentences with a marked source and target, cross-validated on PLV';

/** Ways to cut the sentences in ten parts; every figure is the mean over them. */
const SEEDS = [1, 2, 3, 4];
/** How many of our own sentences the learning curve takes. */
const CURVE = [0, 500, 1000, 2000, 4000];

/**
 * Options: --errors (confusion table and the worst sentences). Instead of the whole: --own (without the tree, our
 * own sentences, and by the lexicon alone), --curve (with more and more of our own sentences).
 */
export async function run(): Promise<void> {
  if (!haveGold()) {
    console.log('skipped: ../shared/data/gold is not there');
    return;
  }
  const asked = (option: string) => process.argv.includes(option);
  const gold = goldExamples();
  const own = blindExamples();
  const apart = apartFolds(gold, 10);
  if (asked('--curve')) curve(gold, own, apart);
  if (asked('--own')) ablations(gold, own, apart);
  if (!asked('--curve') && !asked('--own')) whole(gold, own, apart);
}

function whole(gold: readonly Example[], own: readonly Example[], apart: readonly number[]): void {
  const validate = validation(gold, [...shownExamples(), ...own]);
  const scores = validate(foldsOf(gold, 10, SEEDS[0]!));
  table(gold, scores.map(rootOf));
  summary('all', gold, validate, apart);
  cost(gold.map(({ marked }) => marked));
  if (!process.argv.includes('--errors')) return;
  confusion(gold, scores.map(rootOf));
  worst(gold, scores);
}

function curve(gold: readonly Example[], own: readonly Example[], apart: readonly number[]): void {
  for (const count of CURVE) {
    const validate = validation(gold, [...shownExamples(), ...some(own, count)]);
    summary(`${count} of our own`, gold, validate, apart);
  }
}

/** The same with one part of what decides left out. */
function ablations(gold: readonly Example[], own: readonly Example[], apart: readonly number[]): void {
  const news = own.filter(({ wording }) => wording === 'news');
  const codebook = own.filter(({ wording }) => wording === 'codebook');
  const without = (options: FeatureOptions) =>
    validation(goldExamples(options), [...shownExamples(options), ...blindExamples(options)]);
  summary('without the tree', gold, without({ tree: false }), apart);
  summary('without our own sentences', gold, validation(gold, shownExamples()), apart);
  summary(
    "without ours in the codebook's wording",
    gold,
    validation(gold, [...shownExamples(), ...news]),
    apart,
  );
  summary(
    'without ours in that of the news',
    gold,
    validation(gold, [...shownExamples(), ...codebook]),
    apart,
  );
  lexiconAlone(gold);
}

/** As many of the examples, of all roots and both wordings, always the same. */
function some(examples: readonly Example[], count: number): Example[] {
  const order = examples.map((example, i) => ({ example, key: (i * 7919) % 10_007 }));
  return order
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ example }) => example);
}

function rootOf(scores: Float32Array): Root15 {
  return decide(ROOTS15, softmax(scores, 10)).root;
}

/** Prints the means over all ways to cut, and the figures with like wordings kept in one part. */
function summary(
  label: string,
  gold: readonly Example[],
  validate: Validation,
  apart: readonly number[],
): void {
  const runs = SEEDS.map((seed) => measure(gold, validate(foldsOf(gold, 10, seed))));
  const macros = runs.map(({ root }) => root);
  const alone = measure(gold, validate(apart));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const figure = (x: number) => x.toFixed(3);
  console.log(
    `${label}: root macro-F1 ${figure(mean(macros))} (${figure(Math.min(...macros))} to ${figure(Math.max(...macros))}, ` +
      `accuracy ${figure(mean(runs.map(({ accuracy }) => accuracy)))}), quad ${figure(mean(runs.map(({ quad }) => quad)))}; ` +
      `like wordings apart: root ${figure(alone.root)}, quad ${figure(alone.quad)}`,
  );
}

function measure(gold: readonly Example[], scores: readonly Float32Array[]) {
  const found = scores.map(rootOf);
  const root = figures(
    gold.map((example) => example.root),
    found,
  );
  const quad = figures(
    gold.map((example) => `quad ${example.quad}`),
    found.map((name) => `quad ${QUAD15[name]}`),
  );
  return { root: root.macro, accuracy: root.accuracy, quad: quad.macro };
}
