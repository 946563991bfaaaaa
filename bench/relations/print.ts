import type { Example } from '../../scripts/train/examples.js';
import { figures } from '../../scripts/train/measure.js';
import { softmax } from '../../src/code/classify/kernel.js';
import { decide } from '../../src/code/classify/pair.js';
import { QUAD15, ROOTS15, type Root15 } from '../../src/code/ontology.js';

/** How many sentences of each confusion are shown. */
const SHOWN = 3;

/** Precision, recall and F1 of every root and quad class. */
export function table(gold: readonly Example[], found: readonly Root15[]): void {
  const rows = [
    ...figures(
      gold.map(({ root }) => root),
      found,
    ).classes,
    ...figures(
      gold.map(({ quad }) => `quad ${quad}`),
      found.map((root) => `quad ${QUAD15[root]}`),
    ).classes,
  ];
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

export function confusion(gold: readonly Example[], found: readonly Root15[]): void {
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

/** The commonest confusions, each with the sentences that were read wrong with most assurance. */
export function worst(gold: readonly Example[], scores: readonly Float32Array[]): void {
  const causes = new Map<string, { marked: string; chance: number }[]>();
  gold.forEach(({ root: truth, marked }, i) => {
    const { root, scores: chances } = decide(ROOTS15, softmax(scores[i]!, 6));
    if (root === truth) return;
    const cause = `${truth} read as ${root}`;
    causes.set(cause, [...(causes.get(cause) ?? []), { marked, chance: chances[root] }]);
  });
  for (const [cause, sentences] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${sentences.length} ${cause}`);
    sentences.sort((a, b) => b.chance - a.chance);
    for (const { marked, chance } of sentences.slice(0, SHOWN))
      console.log(`    ${chance.toFixed(2)} ${marked}`);
  }
}
