import { type ByteMatrix, type Kernel, type Matrix, padded } from './kernel.js';
import { parseTransitions } from './transitions.js';
import type { Weights } from './weights.js';

/** What the parser says of one word of a sentence. */
export interface Parsed {
  readonly upos: string;
  readonly xpos: string;
  /** Position of the head in the sentence; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

/** Layers over the states of the words, which are fractions, and layers over what those give. */
const LOWER = ['tag', 'fine', 'label_head', 'label_dependent', 'state'] as const;
const UPPER = ['label', 'action'] as const;
type Lower = (typeof LOWER)[number];
type Upper = (typeof UPPER)[number];

/** The layers that read tags, arcs and labels off the states of the words. */
export class Heads {
  private readonly lower: Readonly<Record<Lower, ByteMatrix>>;
  private readonly upper: Readonly<Record<Upper, Matrix>>;
  private readonly none: Float32Array;

  constructor(
    private readonly kernel: Kernel,
    private readonly weights: Weights,
  ) {
    const bias = (name: string): Float32Array => weights.matrix(`${name}_bias`);
    this.lower = Object.fromEntries(
      LOWER.map((name) => [name, kernel.bytes(weights.table(`${name}_weight`), bias(name))]),
    ) as Record<Lower, ByteMatrix>;
    this.upper = Object.fromEntries(
      UPPER.map((name) => [name, kernel.matrix(weights.matrix(`${name}_weight`), bias(name))]),
    ) as Record<Upper, Matrix>;
    this.none = weights.matrix('none');
  }

  /** Numbers of working space that a position of a sentence takes. */
  get perPosition(): number {
    const layers = [...LOWER.map((name) => this.lower[name]), this.upper.label];
    return layers.reduce((sum, { stride }) => sum + stride, 0) + this.upper.label.width;
  }

  /** Reads `n` positions, the root first, whose states lie at `states`. */
  read(states: number, n: number): Parsed[] {
    const heads = this.arcs(states, n);
    const tags = this.best(this.lower.tag, this.all('tag', states, n), n);
    const fine = this.best(this.lower.fine, this.all('fine', states, n), n);
    const { label } = this.upper;
    const scores = this.kernel.space(n * label.stride);
    this.kernel.affine(label, this.pairs(states, heads, n), n, scores);
    const labels = this.best(label, scores, n);
    const parsed: Parsed[] = [];
    for (let i = 1; i < n; i++)
      parsed.push({
        upos: this.weights.tags[tags[i]!]!,
        xpos: this.weights.fine[fine[i]!]!,
        head: heads[i]! - 1,
        deprel: this.weights.labels[labels[i]!]!,
      });
    return parsed;
  }

  /** The place of each word joined with its head, as the layer of labels takes it. */
  private pairs(states: number, heads: Int32Array, n: number): number {
    const headSide = this.all('label_head', states, n);
    const ownSide = this.all('label_dependent', states, n);
    const size = this.upper.label.width;
    const from = this.lower.label_head.stride;
    const to = this.kernel.space(n * size);
    // The root's place stays nothing, and is what there is no third of to add.
    this.kernel.floats.fill(0, to, to + size);
    for (let i = 1; i < n; i++)
      this.kernel.sums(headSide + heads[i]! * from, ownSide + i * from, to, to, to, to + i * size, size);
    return to;
  }

  private arcs(states: number, n: number): Int32Array {
    const slots = this.all('state', states, n);
    const { action } = this.upper;
    const { state } = this.lower;
    const size = action.width;
    const hidden = this.kernel.space(size);
    const scores = this.kernel.space(action.stride);
    const f = this.kernel.floats;
    const stride = state.stride;
    const none = this.none;
    // Where the part of a slot lies; that of an empty one is copied behind the states.
    const empty = this.kernel.space(none.length);
    f.set(none, empty);
    const placeOf = (position: number, slot: number): number =>
      (position < 0 ? empty : slots + position * stride) + slot * size;
    return parseTransitions(n - 1, (s0, s1, s2, b0, b1, out) => {
      const a = placeOf(s0, 0);
      const b = placeOf(s1, 1);
      const c = placeOf(s2, 2);
      const d = placeOf(b0, 3);
      const e = placeOf(b1, 4);
      this.kernel.sums(a, b, c, d, e, hidden, size);
      this.kernel.affine(action, hidden, 1, scores);
      for (let k = 0; k < 3; k++) out[k] = f[scores + k]!;
    });
  }

  private all(name: Lower, states: number, n: number): number {
    const layer = this.lower[name];
    const out = this.kernel.space(n * layer.stride);
    this.kernel.affineOfFractions(layer, states, n, out);
    return out;
  }

  /** The greatest output of a layer, for each position. */
  private best({ rows, stride }: Matrix | ByteMatrix, scores: number, n: number): Int32Array {
    const f = this.kernel.floats;
    const found = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const at = scores + i * stride;
      let top = f[at]!;
      for (let k = 1; k < rows; k++) {
        const score = f[at + k]!;
        if (score <= top) continue;
        top = score;
        found[i] = k;
      }
    }
    return found;
  }
}

/** Working space that does not grow with the sentence: the vectors of a transition. */
export const FIXED = padded(1024);
