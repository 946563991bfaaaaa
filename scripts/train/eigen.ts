/** Unit eigenvectors of a symmetric matrix, greatest eigenvalue first, by cyclic Jacobi rotations. */
export function eigen(matrix: readonly Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
    if (off < 1e-18) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  return a
    .map((row, i) => ({ value: row[i]!, i }))
    .sort((x, y) => y.value - x.value)
    .map(({ i }) => v[i]!);
}

/** One rotation that makes a[p][q] zero; the rows of `v` gather the eigenvectors. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  if (Math.abs(a[p]![q]!) < 1e-15) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const kp = a[k]![p]!;
    const kq = a[k]![q]!;
    a[k]![p] = c * kp - s * kq;
    a[k]![q] = s * kp + c * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const pk = a[p]![k]!;
    const qk = a[q]![k]!;
    a[p]![k] = c * pk - s * qk;
    a[q]![k] = s * pk + c * qk;
    const vp = v[p]![k]!;
    const vq = v[q]![k]!;
    v[p]![k] = c * vp - s * vq;
    v[q]![k] = s * vp + c * vq;
  }
}
