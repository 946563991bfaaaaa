/** Solves A·X = B for a symmetric positive definite A (row-major, destroyed); B is n × m and becomes X. */
export function solve(a: Float64Array, n: number, b: Float64Array, m: number): void {
  eliminate(a, n, 0, n, b, m);
  substitute(a, n, b, m);
}

/** The second half of `solve`, once all columns are eliminated. */
export function substitute(a: Float64Array, n: number, b: Float64Array, m: number): void {
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) axpy(b, i * m, b, k * m, -a[k * n + i]!, m);
    scale(b, i * m, 1 / a[i * n + i]!, m);
  }
}

/**
 * Turns the columns from `first` to `columns` of the lower triangle of A into those of its Cholesky factor L, and the same rows
 * of B into L⁻¹·B. The columns before `first` must have been turned already.
 */
export function eliminate(
  a: Float64Array,
  n: number,
  first: number,
  columns: number,
  b: Float64Array,
  m: number,
): void {
  for (let from = first; from < n; from += ROWS) {
    const to = Math.min(from + ROWS, n);
    reduce(a, n, from, to, first, Math.min(from, columns));
    for (let j = from; j < to; j++) {
      for (let i = from; i < Math.min(j, columns); i++) reduceOne(a, n, j, i);
      if (j < columns) finish(a, n, j, b, m);
    }
  }
}

/** Rows that are worked on together, so that what lies above them is read from memory once. */
const ROWS = 4;

/** The numbers from `first` to `columns` of the rows `from` to `to`, which depend on the rows above alone. */
function reduce(a: Float64Array, n: number, from: number, to: number, first: number, columns: number): void {
  if (to - from < ROWS) {
    for (let j = from; j < to; j++) for (let i = first; i < columns; i++) reduceOne(a, n, j, i);
    return;
  }
  const [r0, r1, r2, r3] = [from * n, (from + 1) * n, (from + 2) * n, (from + 3) * n];
  for (let i = first; i < columns; i++) {
    const ri = i * n;
    let [s0, s1, s2, s3] = [a[r0 + i]!, a[r1 + i]!, a[r2 + i]!, a[r3 + i]!];
    for (let k = 0; k < i; k++) {
      const x = a[ri + k]!;
      s0 -= a[r0 + k]! * x;
      s1 -= a[r1 + k]! * x;
      s2 -= a[r2 + k]! * x;
      s3 -= a[r3 + k]! * x;
    }
    const pivot = a[ri + i]!;
    a[r0 + i] = s0 / pivot;
    a[r1 + i] = s1 / pivot;
    a[r2 + i] = s2 / pivot;
    a[r3 + i] = s3 / pivot;
  }
}

function reduceOne(a: Float64Array, n: number, j: number, i: number): void {
  const rj = j * n;
  const ri = i * n;
  let sum = a[rj + i]!;
  for (let k = 0; k < i; k++) sum -= a[rj + k]! * a[ri + k]!;
  a[rj + i] = sum / a[ri + i]!;
}

/** The number on the diagonal of row j, and its row of L⁻¹·B. */
function finish(a: Float64Array, n: number, j: number, b: Float64Array, m: number): void {
  const rj = j * n;
  let square = a[rj + j]!;
  for (let k = 0; k < j; k++) square -= a[rj + k]! ** 2;
  if (square <= 0) throw new Error('the matrix is not positive definite');
  a[rj + j] = Math.sqrt(square);
  for (let k = 0; k < j; k++) axpy(b, j * m, b, k * m, -a[rj + k]!, m);
  scale(b, j * m, 1 / a[rj + j]!, m);
}

function axpy(
  to: Float64Array,
  at: number,
  from: Float64Array,
  src: number,
  factor: number,
  m: number,
): void {
  for (let c = 0; c < m; c++) to[at + c]! += factor * from[src + c]!;
}

function scale(x: Float64Array, at: number, factor: number, m: number): void {
  for (let c = 0; c < m; c++) x[at + c]! *= factor;
}

/** The `rank` strongest principal axes of some rows, by subspace iteration, and their mean. */
export function principal(
  rows: readonly Float32Array[],
  rank: number,
): { mean: Float32Array; axes: Float32Array } {
  const width = rows[0]!.length;
  const mean = new Float32Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) mean[j]! += row[j]! / rows.length;
  const covariance = new Float64Array(width * width);
  for (const row of rows)
    for (let i = 0; i < width; i++) {
      const x = row[i]! - mean[i]!;
      for (let j = 0; j < width; j++) covariance[i * width + j]! += x * (row[j]! - mean[j]!);
    }
  // A fixed start, so that the same data always gives the same axes.
  let seed = 1;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  let axes: Float64Array[] = Array.from({ length: rank }, () => Float64Array.from({ length: width }, next));
  for (let round = 0; round < 12; round++) {
    axes = axes.map((axis) => multiply(covariance, axis));
    orthonormal(axes);
  }
  const flat = new Float32Array(rank * width);
  axes.forEach((axis, r) => {
    flat.set(axis, r * width);
  });
  return { mean, axes: flat };
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    out[i] = sum;
  }
  return out;
}

/** Gram-Schmidt, in place. */
function orthonormal(vectors: Float64Array[]): void {
  for (let i = 0; i < vectors.length; i++) {
    const v = vectors[i]!;
    for (const u of vectors.slice(0, i)) {
      const dot = u.reduce((sum, x, j) => sum + x * v[j]!, 0);
      for (let j = 0; j < v.length; j++) v[j]! -= dot * u[j]!;
    }
    const length = Math.hypot(...v) || 1;
    for (let j = 0; j < v.length; j++) v[j]! /= length;
  }
}
