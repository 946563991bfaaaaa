import {
  type Example,
  goldExamples,
  haveGold,
  ownExamples,
  shownExamples,
} from '../scripts/train/examples.js';
import { figures } from '../scripts/train/measure.js';
import { apartFolds, crossValidate, foldsOf } from '../scripts/train/validate.js';
import { softmax } from '../src/code/classify/kernel.js';
import { decide } from '../src/code/classify/pair.js';
import { QUAD15, ROOTS15, type Root15 } from '../src/code/ontology.js';

export const name = 'relations';
export const about =
  'root and quad class of sentences with a marked source and target, cross-validated on PLV';

/**
 * Options: --errors (confusion table), --own (also without our own sentences, and with like wordings kept apart), --curve
 * (with more and more of our own sentences).
 */
export async function run(): Promise<void> {
  if (!haveGold()) {
    console.log('skipped: ../shared/data/gold is not there');
    return;
  }
  const gold = goldExamples();
  const shown = shownExamples();
  const own = ownExamples();
  const mixed = foldsOf(gold, 10, 1);
  const found = predict(gold, [...shown, ...own], mixed);
  table(gold, found);
  summary('10-fold', gold, found);
  if (process.argv.includes('--own')) {
    summary('10-fold, without our own sentences', gold, predict(gold, shown, mixed));
    const apart = apartFolds(gold, 10);
    summary('10-fold, like wordings apart', gold, predict(gold, [...shown, ...own], apart));
    summary('the same without our own sentences', gold, predict(gold, shown, apart));
  }
  if (process.argv.includes('--curve'))
    for (const count of [0, 500, 1000, 2000, 4000])
      summary(`10-fold, ${count} of our own`, gold, predict(gold, [...shown, ...some(own, count)], mixed));
  if (process.argv.includes('--errors')) confusion(gold, found);
}

/** As many of the examples, of all roots, always the same. */
function some(examples: readonly Example[], count: number): Example[] {
  const order = examples.map((example, i) => ({ example, key: (i * 7919) % 10_007 }));
  return order
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ example }) => example);
}

function predict(gold: readonly Example[], always: readonly Example[], folds: readonly number[]): Root15[] {
  return crossValidate(gold, always, folds).map((scores) => decide(ROOTS15, softmax(scores, 10)).root);
}

function quads(roots: readonly Root15[]): string[] {
  return roots.map((root) => `quad ${QUAD15[root]}`);
}

function trueQuads(gold: readonly Example[]): string[] {
  return gold.map(({ quad }) => `quad ${quad}`);
}

function summary(label: string, gold: readonly Example[], found: readonly Root15[]): void {
  const truth = gold.map(({ root }) => root);
  const root = figures(truth, found);
  const quad = figures(trueQuads(gold), quads(found));
  const figure = (x: number) => x.toFixed(3);
  console.log(
    `${label}: root macro-F1 ${figure(root.macro)} (accuracy ${figure(root.accuracy)}), ` +
      `quad macro-F1 ${figure(quad.macro)} (accuracy ${figure(quad.accuracy)})`,
  );
}

function table(gold: readonly Example[], found: readonly Root15[]): void {
  const truth = gold.map(({ root }) => root);
  const rows = [...figures(truth, found).classes, ...figures(trueQuads(gold), quads(found)).classes];
  const round = (x: number) => Math.round(x * 1000) / 1000;
  console.table(
    Object.fromEntries(
      rows.map(({ name, precision, recall, f1, count }) => [
        name,
        { precision: round(precision), recall: round(recall), F1: round(f1), sentences: count },
      ]),
    ),
  );
}

function confusion(gold: readonly Example[], found: readonly Root15[]): void {
  const short = (root: string) => root.slice(0, 4);
  const rows = ROOTS15.map((truth) => {
    const cells = ROOTS15.map((root) => {
      const count = gold.filter((example, i) => example.root === truth && found[i] === root).length;
      return [short(root), count || ''] as const;
    });
    return [truth, Object.fromEntries(cells)] as const;
  });
  console.log('rows: truth; columns: found');
  console.table(Object.fromEntries(rows));
}
