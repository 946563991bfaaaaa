import type { Table } from './arrays.js';
import { BLOCK, PARTS } from './fractions.js';
import { assemble, type Loop, type Loops } from './simd.js';

/** A weight matrix and bias in the kernel's memory. */
export interface Matrix {
  /** Numbers of the bias, a row of the result without its padding. */
  readonly rows: number;
  /** Numbers from one row of the result to the next. */
  readonly stride: number;
  readonly width: number;
  readonly weights: number;
  readonly bias: number;
}

/** A matrix of bytes for rows of fractions: numbers from -1 to 1, see `PARTS`. */
export interface ByteMatrix {
  readonly rows: number;
  readonly stride: number;
  /** Fractions of a row of input, an even count; two take the place of one number. */
  readonly width: number;
  readonly weights: number;
  /** For each block of outputs the factors of its sums, then what is added. */
  readonly terms: number;
}

const PAGE = 16_384; // 32-bit numbers in 64 kB

/** The numbers of the parser: its matrices, and behind them the working space of one sentence. Places count numbers. */
export class Kernel {
  private readonly memory = new WebAssembly.Memory({ initial: 16 });
  private readonly loops: Loops = assemble(this.memory);
  private placed = 0;
  private next = 0;
  private view = new Float32Array(this.memory.buffer);

  /** All numbers; a new object after `begin` made room. */
  get floats(): Float32Array {
    return this.view;
  }

  /** Keeps a matrix (row after row) for good. Only before the first sentence. */
  matrix(weights: Float32Array, bias: Float32Array): Matrix {
    const rows = bias.length;
    const width = weights.length / rows;
    const stride = padded(rows);
    const at = this.keep(stride * width);
    for (let row = 0; row < rows; row++) {
      const block = at + (row - (row % BLOCK)) * width + (row % BLOCK);
      for (let k = 0; k < width; k++) this.view[block + k * BLOCK] = weights[row * width + k]!;
    }
    const biasAt = this.keep(stride);
    this.view.set(bias, biasAt);
    return { rows, stride, width, weights: at, bias: biasAt };
  }

  /** Keeps a matrix of bytes for rows of fractions. Only before the first sentence. */
  bytes({ cells, scales, width }: Table, bias: Float32Array): ByteMatrix {
    const rows = bias.length;
    const stride = padded(rows);
    const pairs = Math.ceil(width / 2);
    const weights = this.keep(stride * pairs);
    const terms = this.keep(2 * stride);
    const whole = new Int16Array(this.view.buffer, weights * 4, stride * pairs * 2);
    for (let row = 0; row < rows; row++) {
      const block = (row - (row % BLOCK)) * 2;
      const lane = row % BLOCK;
      for (let k = 0; k < width; k++)
        whole[block * pairs + (k >> 1) * 2 * BLOCK + lane * 2 + (k & 1)] = cells[row * width + k]!;
      this.view[terms + block + lane] = scales[row]! / PARTS;
      this.view[terms + block + BLOCK + lane] = bias[row]!;
    }
    return { rows, stride, width: pairs * 2, weights, terms };
  }

  /** Writes numbers from -1 to 1 as fractions, from a place on. */
  writeFractions(numbers: Float32Array, at: number): void {
    const whole = new Int16Array(this.view.buffer, at * 4, numbers.length);
    for (let k = 0; k < numbers.length; k++) whole[k] = Math.round(numbers[k]! * PARTS);
  }

  /** Clears the working space and makes sure that it holds `count` numbers. */
  begin(count: number): void {
    this.next = this.placed;
    this.room(this.placed + count);
  }

  /** A stretch of the working space, of unknown content. */
  space(count: number): number {
    const at = this.next;
    this.next += padded(count);
    if (this.next > this.view.length) throw new RangeError('the working space was begun too small');
    return at;
  }

  /** Row i of `out` becomes matrix · row i of `x` + bias, for `n` rows of `x` without gaps. */
  affine({ weights, bias, width, stride }: Matrix, x: number, n: number, out: number): void {
    const { one, two } = this.loops;
    inTwos(one, two, weights * 4, bias * 4, x * 4, width * 4, n, out * 4, stride);
  }

  /** The same where the rows of `x` are fractions. */
  affineOfFractions({ weights, terms, width, stride }: ByteMatrix, x: number, n: number, out: number): void {
    const { oneOfFractions, twoOfFractions } = this.loops;
    inTwos(oneOfFractions, twoOfFractions, weights * 4, terms * 4, x * 4, width * 2, n, out * 4, stride);
  }

  /** One step of a recurrent layer of `size` numbers, a multiple of four; `out` gets fractions: see `gatesBody`. */
  gates(gates: number, half: number, state: number, out: number, size: number): void {
    this.loops.gates(gates * 4, half * 4, state * 4, out * 4, size / 4, size * 4);
  }

  /** The sums of five lists of `size` numbers, an even count, of which a tenth is left below nothing: see `sumsBody`. */
  sums(a: number, b: number, c: number, d: number, e: number, out: number, size: number): void {
    this.loops.sums(a * 4, b * 4, c * 4, d * 4, e * 4, out * 4, size / 2);
  }

  private keep(count: number): number {
    const at = this.placed;
    this.placed += padded(count);
    this.room(this.placed);
    return at;
  }

  private room(count: number): void {
    if (count <= this.view.length) return;
    this.memory.grow(Math.ceil((count - this.view.length) / PAGE));
    this.view = new Float32Array(this.memory.buffer);
  }
}

/** Takes `n` rows two by two, the last alone; places and the width of a row in bytes. */
function inTwos(
  one: Loop,
  two: Loop,
  weights: number,
  terms: number,
  x: number,
  width: number,
  n: number,
  out: number,
  stride: number,
): void {
  const blocks = stride / BLOCK;
  const step = stride * 4;
  let i = 0;
  for (; i + 1 < n; i += 2) two(weights, terms, x + i * width, width, blocks, out + i * step, step);
  if (i < n) one(weights, terms, x + i * width, width, blocks, out + i * step, 0);
}

/** A count of numbers rounded up to whole blocks. */
export function padded(count: number): number {
  return Math.ceil(count / BLOCK) * BLOCK;
}
