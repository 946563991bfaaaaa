import type { Arrays } from '../parser/arrays.js';
import type { ByteMatrix } from '../parser/kernel.js';

/** What scores where a mention begins, or where it ends. */
export interface Edge {
  /** Layers over the states of the head, of the word at the edge and of the one beyond it. */
  readonly parts: readonly [head: ByteMatrix, at: ByteMatrix, next: ByteMatrix];
  /** Tables of the codes of the word at the edge and of the one beyond it, and of the distance. */
  readonly code: Float32Array;
  readonly after: Float32Array;
  readonly far: Float32Array;
  readonly score: Float32Array;
}

/** Loads it; `layer` places a layer in the kernel. */
export function edgeOf(arrays: Arrays, prefix: string, layer: (name: string) => ByteMatrix): Edge {
  const table = (name: string): Float32Array => arrays.matrix(`${prefix}${name}_weight`);
  return {
    parts: [layer('head'), layer('at'), layer('next')],
    code: table('code'),
    after: table('after'),
    far: table('far'),
    score: table('score'),
  };
}

/** Scores of each distance from a head; `places` are those of the parts' results, `way` -1 for beginnings and 1 for ends. */
export function scoresOf(
  { parts, code, after, far, score }: Edge,
  f: Float32Array,
  [heads, ats, nexts]: readonly [number, number, number],
  head: number,
  codes: readonly number[],
  way: 1 | -1,
): Float32Array {
  const size = score.length;
  const { stride } = parts[0];
  const none = after.length / size - 1;
  const scores = new Float32Array(codes.length);
  for (let k = 0; k < codes.length; k++) {
    const own = ats + (head + way * k) * stride;
    const inside = k + 1 < codes.length;
    const beyond = inside ? nexts + (head + way * (k + 1)) * stride : -1;
    const coded = codes[k]! * size;
    const following = (inside ? codes[k + 1]! : none) * size;
    const bucket = distance(k) * size;
    const of = heads + head * stride;
    let sum = 0;
    for (let e = 0; e < size; e++) {
      let x = f[of + e]! + f[own + e]! + code[coded + e]! + after[following + e]! + far[bucket + e]!;
      if (inside) x += f[beyond + e]!;
      sum += (x > 0 ? x : 0.1 * x) * score[e]!;
    }
    scores[k] = sum;
  }
  return scores;
}

/** Distances by sixteen: single ones first, then ever wider. */
const distance = (steps: number): number =>
  steps < 8 ? steps : Math.min(15, 8 + Math.floor(Math.log2(steps / 8) * 2));
