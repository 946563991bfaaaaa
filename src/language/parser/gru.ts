import type { Arrays } from './arrays.js';
import type { ByteMatrix, Kernel, Matrix } from './kernel.js';

/** One direction of a recurrent layer (PyTorch's GRU: gates in the order reset, update, new). */
export interface Gru<Input> {
  readonly size: number;
  readonly input: Input; // 3·size rows
  readonly state: ByteMatrix; // 3·size rows of size
}

/** Both directions of a layer. */
export interface Layer<Input> {
  readonly ahead: Gru<Input>;
  readonly back: Gru<Input>;
}

/** The first layer, over the vectors of words, as PyTorch names its arrays. */
export function firstLayerOf(kernel: Kernel, arrays: Arrays, prefix = 'gru'): Layer<Matrix> {
  return layerOf(kernel, arrays, `${prefix}_`, 'l0', (weights, bias) =>
    kernel.matrix(arrays.matrix(weights), bias),
  );
}

/** The second layer, over the states of the first. */
export function secondLayerOf(kernel: Kernel, arrays: Arrays, prefix = 'gru'): Layer<ByteMatrix> {
  return layerOf(kernel, arrays, `${prefix}_`, 'l1', (weights, bias) =>
    kernel.bytes(arrays.table(weights), bias),
  );
}

function layerOf<Input>(
  kernel: Kernel,
  arrays: Arrays,
  prefix: string,
  layer: string,
  inputOf: (weights: string, bias: Float32Array) => Input,
): Layer<Input> {
  const gru = (suffix: string): Gru<Input> => {
    const bias = arrays.matrix(`${prefix}bias_hh_${suffix}`);
    return {
      size: bias.length / 3,
      input: inputOf(`${prefix}weight_ih_${suffix}`, arrays.matrix(`${prefix}bias_ih_${suffix}`)),
      state: kernel.bytes(arrays.table(`${prefix}weight_hh_${suffix}`), bias),
    };
  };
  return { ahead: gru(layer), back: gru(`${layer}_reverse`) };
}

/** Numbers of working space that `runGru` takes beside its results, for a layer of so many states. */
export const spaceOfGru = (size: number): number => 5 * size + 3 * 16;

/**
 * Runs one direction over `n` positions. `gates` is the place of the input half, 3·size numbers a position; the state
 * of position i is written to `out + i * stride` as `size` fractions.
 */
export function runGru(
  kernel: Kernel,
  { size, state: matrix }: Gru<unknown>,
  n: number,
  backwards: boolean,
  gates: number,
  out: number,
  stride: number,
): void {
  const f = kernel.floats;
  const state = kernel.space(size);
  const half = kernel.space(3 * size);
  let last = kernel.space(size / 2);
  f.fill(0, state, state + size);
  f.fill(0, last, last + size / 2);
  for (let step = 0; step < n; step++) {
    const i = backwards ? n - 1 - step : step;
    kernel.affineOfFractions(matrix, last, 1, half);
    last = out + i * stride;
    kernel.gates(gates + i * 3 * size, half, state, last, size);
  }
}
