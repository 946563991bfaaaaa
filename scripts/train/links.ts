/**
 * Trains what tells whether, of two parties of a sentence, the first does something to the second, and writes
 * `data/models/links.bin` with its card: logistic regression on hashed features of the tree, by AdaGrad (Duchi, Hazan and
 * Singer, JMLR 2011). Deterministic. The marked pair of a sentence is an act; any other two parties of it, and the marked
 * pair turned round, are taken for none, which is wrong now and then: the precision printed is a lower bound.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dataPath, overlaps, readTable, type Span } from '../../src/base/index.js';
import { readPair } from '../../src/code/classify/index.js';
import { linkFeatures, SLOTS, slotOf, wayBetween } from '../../src/code/link/index.js';
import { Parties } from '../../src/code/parties.js';
import { Tree } from '../../src/code/tree.js';
import { analyse } from '../../src/language/index.js';
import { findMentions, findPlaces } from '../../src/world/index.js';

const SEED = 1;
const EPOCHS = 3;
const RATE = 0.15;
const RIDGE = 1e-3;
const FOLDS = 4;
/** Roots of what two mostly do together: the pair turned round is no example of none. */
const TOGETHER = new Set(['CONSULT', 'COOPERATE', 'AGREE']);
/** How much two parties count of which nobody said that there is nothing between them. */
const UNMARKED = 0.7;
/** How much those count of a sentence in which nobody does anything. */
const IDLE = 0.3;

interface Example {
  readonly row: number;
  readonly act: boolean;
  readonly weight: number;
  readonly slots: Uint32Array;
}

interface Row {
  readonly root: string;
  readonly marked: string;
}

const gold = readFileSync(new URL('../../../shared/data/gold/relations.jsonl', import.meta.url), 'utf8');
const own = readTable('training/pairs.tsv').map(({ root, marked }) => ({ root: root!, marked: marked! }));
/** Sentences in which nobody does anything to anybody. */
const idle = readTable('training/none.tsv').map(({ sentence }) => ({ root: 'NONE', marked: sentence! }));
const rows: Row[] = [
  ...own,
  ...idle,
  ...gold
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row),
];
const examples = rows.flatMap(examplesOf);

/** Every ordered pair of parties of a sentence. */
function examplesOf({ root, marked }: Row, row: number): Example[] {
  const idleRow = !/<[st]>/.test(marked);
  const { text, source, target } = idleRow
    ? { text: marked, source: [], target: [] }
    : readPair(marked, { open: true });
  const parts = [{ kind: 'paragraph' as const, span: { start: 0, end: text.length } }];
  const document = analyse({ id: 'pair', origin: 'pair', text, parts });
  const tree = new Tree(document);
  const heads = new Map(new Parties(tree, findMentions(document), findPlaces(document)).heads());
  const s = headOf(tree, source);
  const t = headOf(tree, target);
  if (s >= 0) heads.set(s, heads.get(s) ?? 'source');
  if (t >= 0) heads.set(t, heads.get(t) ?? 'target');
  // Whoever else is named within the words of a marked party is a part of it.
  const within = (index: number): boolean =>
    index !== s && index !== t && [...source, ...target].some((span) => overlaps(span, tree.token(index)));
  const found: Example[] = [];
  for (const [a, one] of heads) {
    for (const [b, other] of heads) {
      if (one === other || tree.token(a).sentence !== tree.token(b).sentence || within(a) || within(b))
        continue;
      const reversed = a === t && b === s;
      if (reversed && TOGETHER.has(root)) continue;
      const way = wayBetween(tree, a, b);
      if (!way) continue;
      const isMarked = a === s && b === t;
      found.push({
        row,
        act: isMarked && root !== 'NONE',
        weight: idleRow ? IDLE : isMarked || reversed || root === 'NONE' ? 1 : UNMARKED,
        slots: Uint32Array.from(new Set(linkFeatures(tree, way, a, b).map(slotOf))),
      });
    }
  }
  return found;
}

/** The word of a marked party that hangs from outside it; -1 where it is not marked. */
function headOf(tree: Tree, spans: readonly Span[]): number {
  const span = spans[0];
  if (!span) return -1;
  return tree.document.tokens.findIndex((token) => {
    const head = tree.document.tokens[token.head];
    return (
      overlaps(span, token) &&
      !/^(?:PUNCT|DET|ADP|PART)$/.test(token.pos) &&
      (head === undefined || !overlaps(span, head))
    );
  });
}

function train(set: readonly Example[]): Float64Array {
  const weights = new Float64Array(SLOTS);
  const squares = new Float64Array(SLOTS).fill(1e-2);
  const order = set.map((_, i) => i);
  let state = SEED;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const k of order) {
      const { slots, act, weight } = set[k]!;
      const error = (chance(weights, slots) - (act ? 1 : 0)) * weight;
      for (const slot of slots) {
        const slope = error + RIDGE * weights[slot]!;
        squares[slot]! += slope * slope;
        weights[slot]! -= (RATE * slope) / Math.sqrt(squares[slot]!);
      }
    }
  }
  return weights;
}

function chance(weights: Float64Array, slots: Uint32Array): number {
  let sum = 0;
  for (const slot of slots) sum += weights[slot]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Precision at several recalls of the acts, and the average precision, by cross-validation over sentences. */
function validated(): Record<string, number> {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = train(examples.filter(({ row }) => row % FOLDS !== fold));
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

const weights = train(examples);
const step = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127;
const head = Buffer.alloc(4);
head.writeFloatLE(step);
const body = Buffer.from(Int8Array.from(weights, (w) => Math.round(w / step)).buffer);
writeFileSync(dataPath('models/links.bin'), gzipSync(Buffer.concat([head, body]), { level: 9 }));
const card = {
  what: 'logistic regression: whether of two parties of a sentence the first does something to the second',
  trainedOn: [
    `${rows.length - own.length - idle.length} sentences of PLV (Hu et al., ACL 2024), derived from PLOVER records, CC BY-SA 4.0`,
    `${own.length} sentences of our own with a marked pair, ${idle.length} without an act (data/training)`,
    `${examples.length} pairs, ${examples.filter(({ act }) => act).length} of them acts`,
  ],
  licence: 'CC BY-SA 4.0',
  seed: SEED,
  crossValidation: { folds: FOLDS, ...validated() },
  rebuild: 'npm run train links',
};
writeFileSync(dataPath('models/links.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
