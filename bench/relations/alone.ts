import type { Example } from '../../scripts/train/examples.js';
import { figures } from '../../scripts/train/measure.js';
import { layoutOf } from '../../src/code/classify/layout.js';
import { type LexicalReading, lexicalReadings } from '../../src/code/classify/lexical.js';
import { readPair } from '../../src/code/classify/mark.js';
import { wordsOf } from '../../src/code/classify/pair.js';
import { syntaxOf } from '../../src/code/classify/syntax.js';
import { QUAD15, type Root15 } from '../../src/code/ontology.js';

/** What is told in the future: cooperation is agreed to, conflict threatened. */
function asTold({ root, modality }: LexicalReading): Root15 | undefined {
  if (!root) return undefined;
  if (modality === 'planned' || modality === 'offered') {
    if (QUAD15[root] <= 2) return 'AGREE';
    if (QUAD15[root] === 4) return 'THREATEN';
  }
  return modality === 'denied' && QUAD15[root] <= 2 ? 'REJECT' : root;
}

/** Root and quad class by the lexicon alone: the reading that fits the pair best; sentences without one count as misses. */
export function lexiconAlone(gold: readonly Example[]): void {
  const found = gold.map(({ marked }) => {
    const { text, source, target } = readPair(marked, { open: true });
    const layout = layoutOf(wordsOf(text), source, target);
    for (const reading of lexicalReadings(layout, syntaxOf(layout))) {
      const root = asTold(reading);
      if (root) return root;
    }
    return undefined;
  });
  const root = figures(
    gold.map((example) => example.root),
    found.map((name) => name ?? 'none'),
  );
  const quad = figures(
    gold.map((example) => String(example.quad)),
    found.map((name) => (name ? String(QUAD15[name]) : 'none')),
  );
  const read = found.filter(Boolean).length / gold.length;
  console.log(
    `by the lexicon alone: root macro-F1 ${root.macro.toFixed(3)} (accuracy ${root.accuracy.toFixed(3)}), ` +
      `quad ${quad.macro.toFixed(3)}; it reads ${(100 * read).toFixed(0)} of 100 sentences`,
  );
}
