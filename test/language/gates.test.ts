import { describe, expect, it } from 'vitest';
import { Kernel } from '../../src/language/parser/kernel.js';

const SIZE = 64;
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

describe('the gates of a recurrent layer in WebAssembly', () => {
  it('are those of a GRU, within a millionth, from the smallest to the largest inputs', () => {
    const kernel = new Kernel();
    kernel.begin(10 * SIZE);
    const [gates, half, state, out] = [3, 3, 1, 1].map((parts) => kernel.space(parts * SIZE)) as number[];
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
    for (let k = 0; k < SIZE; k++) {
      expect(Math.abs(f[out! + k]! - wanted[k]!)).toBeLessThan(1e-6);
      expect(f[state! + k]).toBe(f[out! + k]);
    }
  });
});
