/** One direction of a recurrent layer (PyTorch's GRU: gates in the order reset, update, new). */
export interface Gru {
  readonly size: number;
  readonly inputWeights: Float32Array; // 3·size rows
  readonly inputBias: Float32Array;
  readonly stateWeights: Float32Array; // 3·size rows of size
  readonly stateBias: Float32Array;
}

/** out[row] = weights[row] · x + bias[row] for every row; four sums at once keep the processor busy. */
export function affine(
  weights: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  xAt: number,
  width: number,
  out: Float32Array,
  outAt: number,
): void {
  const rows = bias.length;
  for (let row = 0; row < rows; row++) {
    let w = row * width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < width; k += 4, w += 4) {
      a += weights[w]! * x[xAt + k]!;
      b += weights[w + 1]! * x[xAt + k + 1]!;
      c += weights[w + 2]! * x[xAt + k + 2]!;
      d += weights[w + 3]! * x[xAt + k + 3]!;
    }
    out[outAt + row] = a + b + c + d + bias[row]!;
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Runs one direction over `n` positions. `gates(i)` gives the input half (3·size numbers) of position i; the state
 * of position i is written to `out` at `i * stride + at`.
 */
export function runGru(
  gru: Gru,
  n: number,
  backwards: boolean,
  gates: (i: number) => Float32Array,
  out: Float32Array,
  stride: number,
  at: number,
): void {
  const size = gru.size;
  const state = new Float32Array(size);
  const recurrent = new Float32Array(3 * size);
  for (let step = 0; step < n; step++) {
    const i = backwards ? n - 1 - step : step;
    const input = gates(i);
    affine(gru.stateWeights, gru.stateBias, state, 0, size, recurrent, 0);
    for (let k = 0; k < size; k++) {
      const reset = sigmoid(input[k]! + recurrent[k]!);
      const update = sigmoid(input[size + k]! + recurrent[size + k]!);
      const fresh = Math.tanh(input[2 * size + k]! + reset * recurrent[2 * size + k]!);
      state[k] = (1 - update) * fresh + update * state[k]!;
      out[i * stride + at + k] = state[k]!;
    }
  }
}
