import { describe, expect, it } from 'vitest';
import { PARTS } from '../../src/language/parser/fractions.js';
import { Kernel } from '../../src/language/parser/kernel.js';

const SIZE = 64;
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

describe('the gates of a recurrent layer in WebAssembly', () => {
  it('are those of a GRU, within a millionth, from the smallest to the largest inputs', () => {
    const kernel = new Kernel();
    kernel.begin(9 * SIZE);
    const [gates, half, state, out] = [3, 3, 1, 0.5].map((parts) => kernel.space(parts * SIZE)) as number[];
    const f = kernel.floats;
    for (let k = 0; k < 3 * SIZE; k++) {
      f[gates! + k] = Math.tan((k * 2.399) % 3) * 2;
      f[half! + k] = Math.sin(k * 1.7) * 3;
    }
    for (let k = 0; k < SIZE; k++) f[state! + k] = Math.cos(k);
    const wanted = Array.from({ length: SIZE }, (_, k) => {
      const reset = logistic(f[gates! + k]! + f[half! + k]!);
      const update = logistic(f[gates! + SIZE + k]! + f[half! + SIZE + k]!);
      const fresh = Math.tanh(f[gates! + 2 * SIZE + k]! + reset * f[half! + 2 * SIZE + k]!);
      return fresh + update * (f[state! + k]! - fresh);
    });
    kernel.gates(gates!, half!, state!, out!, SIZE);
    const fractions = new Int16Array(f.buffer, out! * 4, SIZE);
    for (let k = 0; k < SIZE; k++) {
      expect(Math.abs(f[state! + k]! - wanted[k]!)).toBeLessThan(1e-6);
      expect(fractions[k]).toBe(Math.round(f[state! + k]! * PARTS));
    }
  });
});

describe('a matrix of bytes in WebAssembly', () => {
  // 512 inputs of one and weights of 127 are the largest sums that can come.
  for (const [width, rows, n] of [
    [512, 16, 2],
    [128, 49, 5],
    [7, 3, 1],
  ] as const)
    it(`times ${n} rows of ${width} fractions is what it is in whole numbers, ${rows} outputs`, () => {
      const kernel = new Kernel();
      const cells = Int8Array.from({ length: rows * width }, (_, i) =>
        i < width ? 127 : ((i * 89) % 255) - 127,
      );
      const scales = Float32Array.from({ length: rows }, (_, i) => (i + 1) / 500);
      const bias = Float32Array.from({ length: rows }, (_, i) => i - 3);
      const matrix = kernel.bytes({ width, cells, scales }, bias);
      kernel.begin(n * (256 + matrix.stride) + 32);
      const x = kernel.space((n * matrix.width) / 2);
      const out = kernel.space(n * matrix.stride);
      const numbers = Array.from({ length: n }, (_, i) =>
        Float32Array.from({ length: width }, (_, k) => (i === 0 ? 1 : Math.sin(i * 31 + k * 1.3))),
      );
      numbers.forEach((row, i) => {
        kernel.writeFractions(row, x + (i * matrix.width) / 2);
      });
      kernel.affineOfFractions(matrix, x, n, out);
      for (let i = 0; i < n; i++)
        for (let r = 0; r < rows; r++) {
          let sum = 0;
          for (let k = 0; k < width; k++) sum += cells[r * width + k]! * Math.round(numbers[i]![k]! * PARTS);
          const wanted = (sum / PARTS) * scales[r]! + bias[r]!;
          expect(Math.abs(kernel.floats[out + i * matrix.stride + r]! - wanted)).toBeLessThan(1e-3);
        }
    });
});
