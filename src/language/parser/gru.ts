import type { Kernel, Matrix } from './kernel.js';

/** One direction of a recurrent layer (PyTorch's GRU: gates in the order reset, update, new). */
export interface Gru {
  readonly size: number;
  readonly input: Matrix; // 3·size rows
  readonly state: Matrix; // 3·size rows of size
}

const REACH = 12;
const STEPS = 256;

/** The logistic function at multiples of 1/256 between -12 and 12. */
const LOGISTIC = Float64Array.from(
  { length: 2 * REACH * STEPS + 2 },
  (_, i) => 1 / (1 + Math.exp(REACH - i / STEPS)),
);

/** The logistic function by interpolation: off by less than one in a million, at half the cost. */
function sigmoid(x: number): number {
  const at = (Math.min(REACH, Math.max(-REACH, x)) + REACH) * STEPS;
  const i = at | 0;
  const low = LOGISTIC[i]!;
  return low + (LOGISTIC[i + 1]! - low) * (at - i);
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
    const g = gates + i * 3 * size;
    const to = out + i * stride;
    kernel.affine(gru.state, state, 1, half);
    for (let k = 0; k < size; k++) {
      const reset = sigmoid(f[g + k]! + f[half + k]!);
      const update = sigmoid(f[g + size + k]! + f[half + size + k]!);
      const x = f[g + 2 * size + k]! + reset * f[half + 2 * size + k]!;
      const fresh = 2 * sigmoid(2 * x) - 1; // tanh
      const now = fresh + update * (f[state + k]! - fresh);
      f[state + k] = now;
      f[to + k] = now;
    }
  }
}
