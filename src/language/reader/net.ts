import type { Arrays } from '../parser/arrays.js';
import { firstLayerOf, type Layer, runGru, secondLayerOf, spaceOfGru } from '../parser/gru.js';
import { type ByteMatrix, Kernel, type Matrix } from '../parser/kernel.js';
import { type Edge, edgeOf, scoresOf } from './edge.js';
import type { Input } from './inputs.js';
import { Words } from './words.js';

export type Side = 'left' | 'right';
const SIDES = ['left', 'right'] as const;

/** One network: two bidirectional layers over words and their places in the tree, then layers for kinds and for edges. */
export class Net {
  private readonly kernel = new Kernel();
  private readonly words: Words;
  private readonly first: Layer<unknown>;
  private readonly second: Layer<ByteMatrix>;
  private readonly read: readonly [own: ByteMatrix, above: ByteMatrix, beyond: ByteMatrix];
  private readonly kind: Matrix;
  private readonly sides: Readonly<Record<Side, Edge>>;
  /** Where the parts of the last sentence's edges lie. */
  private readonly places: Record<Side, readonly [head: number, at: number, next: number]> = {
    left: [0, 0, 0],
    right: [0, 0, 0],
  };

  constructor(arrays: Arrays, prefix: string) {
    const { kernel } = this;
    const layer = (name: string): ByteMatrix => {
      const biased = /^(?:own|edges_\w+_head)$/.test(name);
      const bias = biased
        ? arrays.matrix(`${prefix}${name}_bias`)
        : new Float32Array(arrays.rows(`${prefix}${name}_weight`));
      return kernel.bytes(arrays.table(`${prefix}${name}_weight`), bias);
    };
    const first = firstLayerOf(kernel, arrays, `${prefix}gru`);
    this.first = first;
    this.second = secondLayerOf(kernel, arrays, `${prefix}gru`);
    this.words = new Words(arrays, prefix, kernel, first);
    this.read = [layer('own'), layer('above'), layer('beyond')];
    this.kind = kernel.matrix(arrays.matrix(`${prefix}kind_weight`), arrays.matrix(`${prefix}kind_bias`));
    const edge = (side: Side): Edge =>
      edgeOf(arrays, `${prefix}edges_${side}_`, (name) => layer(`edges_${side}_${name}`));
    this.sides = { left: edge('left'), right: edge('right') };
  }

  /** Scores of the kinds for each word of a sentence. What `edge` asks for later is of this sentence, where `edges` are wanted. */
  encode(inputs: readonly Input[], edges: boolean): Float32Array[] {
    const kernel = this.kernel;
    const first = this.first;
    const second = this.second;
    const n = inputs.length;
    const { size } = first.ahead;
    const gatesOf = this.words.gates(inputs);
    const parts = [...this.read, ...SIDES.flatMap((side) => this.sides[side].parts)];
    const layers = parts.reduce((sum, { stride }) => sum + stride, 0);
    const each = 8 * size + layers + this.kind.stride + this.read[0].stride;
    kernel.begin(n * each + this.read[0].stride + 4 * spaceOfGru(size) + 16);
    const forwards = kernel.space(n * 3 * size);
    const backwards = kernel.space(n * 3 * size);
    gatesOf(kernel.floats, forwards, backwards);
    const lower = this.run(first, forwards, backwards, n);
    kernel.affineOfFractions(second.ahead.input, lower, n, forwards);
    kernel.affineOfFractions(second.back.input, lower, n, backwards);
    const states = this.run(second, forwards, backwards, n);
    for (const side of edges ? SIDES : []) {
      const [head, at, next] = this.sides[side].parts.map((part) => this.all(part, states, n));
      this.places[side] = [head!, at!, next!];
    }
    return this.kinds(inputs, states);
  }

  /**
   * Scores of how many words before (left) or behind (right) a head its mention reaches; `codes` are those of `edgesOf`, `n`
   * the words of the sentence.
   */
  edge(side: Side, head: number, codes: readonly number[]): Float32Array {
    return scoresOf(
      this.sides[side],
      this.kernel.floats,
      this.places[side],
      head,
      codes,
      side === 'left' ? -1 : 1,
    );
  }

  /** The states of a layer, both directions side by side as fractions, from the gates of its input. */
  private run({ ahead, back }: Layer<unknown>, forwards: number, backwards: number, n: number): number {
    const { size } = ahead;
    const out = this.kernel.space(n * size);
    runGru(this.kernel, ahead, n, false, forwards, out, size);
    runGru(this.kernel, back, n, true, backwards, out + size / 2, size);
    return out;
  }

  /** Kinds by the states of a word, of the word that it hangs from, and of the one beyond. */
  private kinds(inputs: readonly Input[], states: number): Float32Array[] {
    const { kernel, kind } = this;
    const n = inputs.length;
    const [own, above, beyond] = this.read.map((part) => this.all(part, states, n)) as [
      number,
      number,
      number,
    ];
    const { rows, stride } = this.read[0];
    const hidden = kernel.space(n * rows);
    const nothing = kernel.space(rows);
    const f = kernel.floats;
    f.fill(0, nothing, nothing + rows);
    inputs.forEach(({ head }, i) => {
      const next = inputs[head]?.head ?? -1;
      const ofHead = head < 0 ? nothing : above + head * stride;
      const ofNext = next < 0 ? nothing : beyond + next * stride;
      kernel.sums(own + i * stride, ofHead, ofNext, nothing, nothing, hidden + i * rows, rows);
    });
    const scores = kernel.space(n * kind.stride);
    kernel.affine(kind, hidden, n, scores);
    return Array.from({ length: n }, (_, i) => {
      const at = scores + i * kind.stride;
      return f.slice(at, at + kind.rows);
    });
  }

  private all(layer: ByteMatrix, states: number, n: number): number {
    const out = this.kernel.space(n * layer.stride);
    this.kernel.affineOfFractions(layer, states, n, out);
    return out;
  }
}
