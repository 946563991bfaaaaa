import type { Arrays } from './arrays.js';
import type { Kernel, Matrix } from './kernel.js';

/** One direction of a recurrent layer (PyTorch's GRU: gates in the order reset, update, new). */
export interface Gru {
  readonly size: number;
  readonly input: Matrix; // 3·size rows
  readonly state: Matrix; // 3·size rows of size
}

/** Both directions of a layer. */
export interface Layer {
  readonly ahead: Gru;
  readonly back: Gru;
}

/** The layer of this number, as PyTorch names its arrays. */
export function layerOf(kernel: Kernel, arrays: Arrays, number: number, prefix = 'gru'): Layer {
  const gru = (suffix: string): Gru => {
    const stateBias = arrays.matrix(`${prefix}_bias_hh_${suffix}`);
    const inputBias = arrays.matrix(`${prefix}_bias_ih_${suffix}`);
    return {
      size: stateBias.length / 3,
      input: kernel.matrix(arrays.matrix(`${prefix}_weight_ih_${suffix}`), inputBias),
      state: kernel.matrix(arrays.matrix(`${prefix}_weight_hh_${suffix}`), stateBias),
    };
  };
  return { ahead: gru(`l${number}`), back: gru(`l${number}_reverse`) };
}

/**
 * Runs one direction over `n` positions. `gates` is the place of the input half, 3·size numbers a position; the state
 * of position i is written to `out + i * stride`. Takes 4·size numbers of working space.
 */
export function runGru(
  kernel: Kernel,
  gru: Gru,
  n: number,
  backwards: boolean,
  gates: number,
  out: number,
  stride: number,
): void {
  const size = gru.size;
  const f = kernel.floats;
  const state = kernel.space(size);
  const half = kernel.space(3 * size);
  f.fill(0, state, state + size);
  for (let step = 0; step < n; step++) {
    const i = backwards ? n - 1 - step : step;
    kernel.affine(gru.state, state, 1, half);
    kernel.gates(gates + i * 3 * size, half, state, out + i * stride, size);
  }
}
