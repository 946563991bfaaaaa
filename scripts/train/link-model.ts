import { gzipSync } from 'node:zlib';
import { overlaps, type Span } from '../../src/base/index.js';
import { readPair } from '../../src/code/classify/index.js';
import { linkFeatures, SLOTS, wayBetween } from '../../src/code/link/index.js';
import { Parties } from '../../src/code/parties.js';
import { Tree } from '../../src/code/tree.js';
import { analyse } from '../../src/language/index.js';
import { findMentions, findPlaces } from '../../src/world/index.js';

export const SEED = 1;
const EPOCHS = 3;
const RATE = 0.15;
const RIDGE = 1e-3;
/** Roots of what two mostly do together: the pair turned round is no example of none. */
const TOGETHER = new Set(['CONSULT', 'COOPERATE', 'AGREE']);
/** How much two parties count of which nobody said that there is nothing between them. */
const UNMARKED = 0.7;
/** How much those count of a sentence in which nobody does anything. */
const IDLE = 0.3;

/** Two parties of a sentence, in order. */
export interface Linked {
  readonly row: number;
  readonly act: boolean;
  readonly weight: number;
  readonly slots: Uint32Array;
}

/** A sentence with its marked pair and root; NONE, and no marks, where nobody does anything. */
export interface Row {
  readonly root: string;
  readonly marked: string;
}

/** Every ordered pair of parties of a sentence. */
export function linkedOf({ root, marked }: Row, row: number): Linked[] {
  const idle = !/<[st]>/.test(marked);
  const { text, source, target } = idle
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
  const found: Linked[] = [];
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
        weight: idle ? IDLE : isMarked || reversed || root === 'NONE' ? 1 : UNMARKED,
        slots: Uint32Array.from(new Set(linkFeatures(tree, way, a, b))),
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

/** Logistic regression on hashed features by AdaGrad (Duchi, Hazan and Singer, JMLR 2011). Deterministic. */
export function trainLinks(set: readonly Linked[]): Float64Array {
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

/** The chance of an act by weights that are not rounded. */
export function chance(weights: Float64Array, slots: Uint32Array): number {
  let sum = 0;
  for (const slot of slots) sum += weights[slot]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Weights as `data/models/links.bin` holds them: the step of a byte, then a byte a slot, gzipped. */
export function packed(weights: Float64Array): Buffer {
  const step = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127;
  const head = Buffer.alloc(4);
  head.writeFloatLE(step);
  const body = Buffer.from(Int8Array.from(weights, (w) => Math.round(w / step)).buffer);
  return gzipSync(Buffer.concat([head, body]), { level: 9 });
}
