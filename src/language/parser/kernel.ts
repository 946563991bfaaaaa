import { assemble, BLOCK, type Loops } from './simd.js';

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
  affine(matrix: Matrix, x: number, n: number, out: number): void {
    const { weights, bias, width, stride } = matrix;
    const blocks = stride / BLOCK;
    let i = 0;
    for (; i + 1 < n; i += 2) {
      this.loops.two(
        weights * 4,
        bias * 4,
        (x + i * width) * 4,
        width * 4,
        blocks,
        (out + i * stride) * 4,
        stride * 4,
      );
    }
    if (i < n)
      this.loops.one(
        weights * 4,
        bias * 4,
        (x + i * width) * 4,
        width * 4,
        blocks,
        (out + i * stride) * 4,
        0,
      );
  }

  /** One step of a recurrent layer of `size` numbers, a multiple of four: see `gatesBody`. */
  gates(gates: number, half: number, state: number, out: number, size: number): void {
    this.loops.gates(gates * 4, half * 4, state * 4, out * 4, size / 4, size * 4);
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

/** A count of numbers rounded up to whole blocks. */
export function padded(count: number): number {
  return Math.ceil(count / BLOCK) * BLOCK;
}
