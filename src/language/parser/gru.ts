/** One direction of a recurrent layer (PyTorch's GRU: gates in the order reset, update, new). */
export interface Gru {
  readonly size: number;
  readonly inputWeights: Float32Array; // 3·size rows
  readonly inputBias: Float32Array;
  readonly stateWeights: Float32Array; // 3·size rows of size
  readonly stateBias: Float32Array;
}

/**
 * out[i][row] = weights[row] · x[i] + bias[row] for `n` rows of `x` of the given width. Four rows of weights and two
 * of `x` go through the registers at once, which is what makes plain JavaScript fast here.
 */
export function affine(
  weights: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  n: number,
  width: number,
  out: Float32Array,
): void {
  const rows = bias.length;
  const blocked = rows - (rows % 4);
  for (let i = 0; i < n; i += 2) {
    const x0 = i * width;
    const x1 = i + 1 < n ? x0 + width : x0;
    const o0 = i * rows;
    const o1 = i + 1 < n ? o0 + rows : o0;
    for (let row = 0; row < blocked; row += 4) {
      const w0 = row * width;
      const w1 = w0 + width;
      const w2 = w1 + width;
      const w3 = w2 + width;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      for (let k = 0; k < width; k++) {
        const u = x[x0 + k]!;
        const v = x[x1 + k]!;
        const p = weights[w0 + k]!;
        const q = weights[w1 + k]!;
        const r = weights[w2 + k]!;
        const s = weights[w3 + k]!;
        a += p * u;
        b += q * u;
        c += r * u;
        d += s * u;
        e += p * v;
        f += q * v;
        g += r * v;
        h += s * v;
      }
      out[o1 + row] = e + bias[row]!;
      out[o1 + row + 1] = f + bias[row + 1]!;
      out[o1 + row + 2] = g + bias[row + 2]!;
      out[o1 + row + 3] = h + bias[row + 3]!;
      out[o0 + row] = a + bias[row]!;
      out[o0 + row + 1] = b + bias[row + 1]!;
      out[o0 + row + 2] = c + bias[row + 2]!;
      out[o0 + row + 3] = d + bias[row + 3]!;
    }
    for (let row = blocked; row < rows; row++) {
      const w = row * width;
      let a = 0;
      let e = 0;
      for (let k = 0; k < width; k++) {
        a += weights[w + k]! * x[x0 + k]!;
        e += weights[w + k]! * x[x1 + k]!;
      }
      out[o1 + row] = e + bias[row]!;
      out[o0 + row] = a + bias[row]!;
    }
  }
}

/** The same for a single row of `x`, as a recurrence needs it. */
function affineOne(weights: Float32Array, bias: Float32Array, x: Float32Array, out: Float32Array): void {
  const width = x.length;
  for (let row = 0; row < bias.length; row += 4) {
    const w0 = row * width;
    const w1 = w0 + width;
    const w2 = w1 + width;
    const w3 = w2 + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < width; k++) {
      const u = x[k]!;
      a += weights[w0 + k]! * u;
      b += weights[w1 + k]! * u;
      c += weights[w2 + k]! * u;
      d += weights[w3 + k]! * u;
    }
    out[row] = a + bias[row]!;
    out[row + 1] = b + bias[row + 1]!;
    out[row + 2] = c + bias[row + 2]!;
    out[row + 3] = d + bias[row + 3]!;
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Runs one direction over `n` positions. `gates` holds the input half, 3·size numbers a position; the state of
 * position i is written to `out` at `i * stride + at`.
 */
export function runGru(
  gru: Gru,
  n: number,
  backwards: boolean,
  gates: Float32Array,
  out: Float32Array,
  stride: number,
  at: number,
): void {
  const size = gru.size;
  const state = new Float32Array(size);
  const recurrent = new Float32Array(3 * size);
  for (let step = 0; step < n; step++) {
    const i = backwards ? n - 1 - step : step;
    const g = i * 3 * size;
    affineOne(gru.stateWeights, gru.stateBias, state, recurrent);
    for (let k = 0; k < size; k++) {
      const reset = sigmoid(gates[g + k]! + recurrent[k]!);
      const update = sigmoid(gates[g + size + k]! + recurrent[size + k]!);
      const fresh = Math.tanh(gates[g + 2 * size + k]! + reset * recurrent[2 * size + k]!);
      state[k] = (1 - update) * fresh + update * state[k]!;
      out[i * stride + at + k] = state[k]!;
    }
  }
}
