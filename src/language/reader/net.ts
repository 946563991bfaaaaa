import type { Arrays } from '../parser/arrays.js';
import { type Layer, layerOf, runGru } from '../parser/gru.js';
import { leaky } from '../parser/heads.js';
import { Kernel, type Matrix, padded } from '../parser/kernel.js';
import { type Edge, edgeOf, scoresOf } from './edge.js';
import type { Input } from './inputs.js';
import { Words } from './words.js';

export type Side = 'left' | 'right';
const SIDES = ['left', 'right'] as const;

/** One network: two bidirectional layers over words and their places in the tree, then layers for kinds and for edges. */
export class Net {
  private readonly kernel = new Kernel();
  private readonly words: Words;
  private readonly layers: readonly [Layer, Layer];
  private readonly read: readonly [own: Matrix, above: Matrix, beyond: Matrix];
  private readonly kind: Matrix;
  private readonly sides: Readonly<Record<Side, Edge>>;
  /** Where the parts of the last sentence's edges lie. */
  private readonly places: Record<Side, readonly [head: number, at: number, next: number]> = {
    left: [0, 0, 0],
    right: [0, 0, 0],
  };

  constructor(arrays: Arrays, prefix: string) {
    const { kernel } = this;
    const matrix = (name: string): Matrix => {
      const biased = /^(?:own|kind|edges_\w+_head)$/.test(name);
      const bias = biased
        ? arrays.matrix(`${prefix}${name}_bias`)
        : new Float32Array(arrays.rows(`${prefix}${name}_weight`));
      return kernel.matrix(arrays.matrix(`${prefix}${name}_weight`), bias);
    };
    this.words = new Words(arrays, prefix);
    this.layers = [0, 1].map((k) => layerOf(kernel, arrays, k, `${prefix}gru`)) as [Layer, Layer];
    this.read = [matrix('own'), matrix('above'), matrix('beyond')];
    this.kind = matrix('kind');
    const edge = (side: Side): Edge =>
      edgeOf(arrays, `${prefix}edges_${side}_`, (name) => matrix(`edges_${side}_${name}`));
    this.sides = { left: edge('left'), right: edge('right') };
  }

  /** Scores of the kinds for each word of a sentence. What `edge` asks for later is of this sentence, where `edges` are wanted. */
  encode(inputs: readonly Input[], edges: boolean): Float32Array[] {
    const { kernel } = this;
    const n = inputs.length;
    const [first, second] = this.layers;
    const { size } = first.ahead;
    const parts = [...this.read, ...SIDES.flatMap((side) => this.sides[side].parts)];
    const each =
      this.words.width + 10 * size + 2 * this.read[0].width + this.kind.stride + this.read[0].stride;
    const layers = parts.reduce((sum, { stride }) => sum + stride, 0);
    kernel.begin(n * (each + layers) + 16 * padded(size) + 32 * padded(16));
    const x = kernel.space(n * this.words.width);
    this.words.write(inputs, kernel.floats, x);
    const states = this.run(second, this.run(first, x, n), n);
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

  private run({ ahead, back }: Layer, x: number, n: number): number {
    const { kernel } = this;
    const { size } = ahead;
    const out = kernel.space(n * 2 * size);
    const gates = kernel.space(n * ahead.input.stride);
    kernel.affine(ahead.input, x, n, gates);
    runGru(kernel, ahead, n, false, gates, out, 2 * size);
    kernel.affine(back.input, x, n, gates);
    runGru(kernel, back, n, true, gates, out + size, 2 * size);
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
    const f = kernel.floats;
    inputs.forEach(({ head }, i) => {
      const next = inputs[head]?.head ?? -1;
      for (let k = 0; k < rows; k++) {
        let sum = f[own + i * stride + k]!;
        if (head >= 0) sum += f[above + head * stride + k]!;
        if (next >= 0) sum += f[beyond + next * stride + k]!;
        f[hidden + i * rows + k] = leaky(sum);
      }
    });
    const scores = this.all(kind, hidden, n);
    return Array.from({ length: n }, (_, i) => {
      const at = scores + i * kind.stride;
      return f.slice(at, at + kind.rows);
    });
  }

  private all(layer: Matrix, x: number, n: number): number {
    const out = this.kernel.space(n * layer.stride);
    this.kernel.affine(layer, x, n, out);
    return out;
  }
}
