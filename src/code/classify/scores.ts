import { type ByteMatrix, Kernel, type Matrix, padded } from '../../language/index.js';
import { type KernelModel, kernelOf, unitScale } from './kernel.js';

/**
 * A feature that so many training sentences have is kept as a column of its own: for frequent features a product in
 * WebAssembly is quicker than the list of who has them, and few features make nine tenths of all lists.
 */
const FREQUENT = 500;
const MOST = 127;

/** A model laid out for products in WebAssembly, and what is left of its lists of features. */
interface Products {
  readonly kernel: Kernel;
  readonly axes: Matrix;
  readonly dense: ByteMatrix;
  readonly frequent: ByteMatrix;
  /** Which column each feature is; -1 for those that are not frequent. */
  readonly columns: Int16Array;
  readonly weights: Matrix;
}

const products = new WeakMap<KernelModel, Products>();

/** Raw scores of a sentence, one a class. */
export function scoresOf(
  model: KernelModel,
  features: ReadonlyMap<string, number>,
  vector: Float32Array,
): Float32Array {
  const { size } = model;
  let made = products.get(model);
  if (!made) {
    made = layOut(model);
    products.set(model, made);
  }
  const { kernel, axes, dense, frequent, weights } = made;
  const strides = [axes, dense, frequent, weights].reduce((sum, { stride }) => sum + stride, 0);
  kernel.begin(axes.width + dense.width + frequent.width + strides + 8 * padded(1));
  const near = kernel.space(dense.stride);
  const alike = kernel.space(frequent.stride);
  placeOnAxes(made, vector, near);
  const sparse = compareFeatures(model, made, features, alike);
  const out = kernel.space(weights.stride);
  const f = kernel.floats;
  for (let i = 0; i < size; i++) f[near + i] = kernelOf(sparse[i]! + f[alike + i]!, f[near + i]!);
  kernel.affine(weights, near, 1, out);
  return f.slice(out, out + model.classes.length);
}

/** Writes the cosines of a vector, placed on the axes, with those of the training sentences. */
function placeOnAxes({ kernel, axes, dense }: Products, vector: Float32Array, out: number): void {
  const input = kernel.space(axes.width);
  const placed = kernel.space(axes.stride);
  const query = kernel.space(dense.width / 2);
  kernel.floats.set(vector, input);
  kernel.affine(axes, input, 1, placed);
  kernel.writeFractions(unit(kernel.floats.slice(placed, placed + axes.rows)), query);
  kernel.affineOfFractions(dense, query, 1, out);
}

/** The cosines of features with those of the training sentences: the frequent ones' part is written to `out`, the rest returned. */
function compareFeatures(
  { size, features: known, starts, rows, values }: KernelModel,
  { kernel, frequent, columns }: Products,
  features: ReadonlyMap<string, number>,
  out: number,
): Float32Array {
  const rest = new Float32Array(size);
  const query = new Float32Array(frequent.width);
  const scale = unitScale(features);
  for (const [name, value] of features) {
    const f = known.get(name);
    if (f === undefined) continue;
    const column = columns[f]!;
    if (column >= 0) {
      query[column] = value * scale;
      continue;
    }
    const own = value * scale;
    const end = starts[f + 1]!;
    for (let k = starts[f]!; k < end; k++) rest[rows[k]!]! += own * values[k]!;
  }
  const at = kernel.space(frequent.width / 2);
  kernel.writeFractions(query, at);
  kernel.affineOfFractions(frequent, at, 1, out);
  return rest;
}

function layOut(model: KernelModel): Products {
  const { size, rank, dense, weights, classes, axes, mean } = model;
  const kernel = new Kernel();
  const turned = new Float32Array(weights.length);
  for (let i = 0; i < size; i++)
    for (let c = 0; c < classes.length; c++) turned[c * size + i] = weights[i * classes.length + c]!;
  const off = Float32Array.from({ length: rank }, (_, r) =>
    mean.reduce((sum, x, j) => sum - x * axes[r * mean.length + j]!, 0),
  );
  const { columns, count, cells } = frequentOf(model);
  const none = new Float32Array(size);
  return {
    kernel,
    columns,
    axes: kernel.matrix(axes, off),
    dense: kernel.bytes(tableOf(dense, rank), none),
    frequent: kernel.bytes(tableOf(cells, count), none),
    weights: kernel.matrix(turned, new Float32Array(classes.length)),
  };
}

/** The frequent features as columns: `size` rows of `count` cells. */
function frequentOf({ size, starts, rows, values }: KernelModel): {
  columns: Int16Array;
  count: number;
  cells: Float32Array;
} {
  const columns = new Int16Array(starts.length - 1).fill(-1);
  let count = 0;
  for (let f = 0; f < columns.length; f++) if (starts[f + 1]! - starts[f]! >= FREQUENT) columns[f] = count++;
  const cells = new Float32Array(size * count);
  for (let f = 0; f < columns.length; f++) {
    if (columns[f]! < 0) continue;
    for (let k = starts[f]!; k < starts[f + 1]!; k++) cells[rows[k]! * count + columns[f]!] = values[k]!;
  }
  return { columns, count, cells };
}

/** Rows of numbers as bytes, each row with its own scale. */
function tableOf(
  numbers: Float32Array,
  width: number,
): { width: number; scales: Float32Array; cells: Int8Array } {
  const rows = width > 0 ? numbers.length / width : 0;
  const scales = new Float32Array(rows);
  const cells = new Int8Array(numbers.length);
  for (let row = 0; row < rows; row++) {
    const own = numbers.subarray(row * width, (row + 1) * width);
    const scale = own.reduce((top, x) => Math.max(top, Math.abs(x)), 0) / MOST || 1;
    scales[row] = scale;
    for (let k = 0; k < width; k++) cells[row * width + k] = Math.round(own[k]! / scale);
  }
  return { width, scales, cells };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
}
