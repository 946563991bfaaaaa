import {
  ADD2,
  advance,
  constant,
  get,
  leb,
  load2,
  loop,
  MAX2,
  MUL2,
  NARROW2,
  SUB,
  set,
  storeHalf,
  two,
  V128,
} from './assembly.js';

/** What is left of a number below nothing. */
const LEAK = 0.1;

/**
 * The body of `(a, b, c, d, e, out, count)`: the sums of five lists of numbers, of which a tenth is left below nothing, written to
 * `out`; `count` pairs of numbers. Sums are of 64 bits, as those of JavaScript are.
 */
export function sumsBody(): number[] {
  const [a, b, c, d, e, out, count, sum] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const step = [
    ...[...get(out), ...get(a), ...load2],
    ...[b, c, d, e].flatMap((list) => [...get(list), ...load2, ...ADD2]),
    ...[...set(sum), ...get(sum), ...get(sum), ...two(LEAK), ...MUL2, ...MAX2, ...NARROW2, ...set(sum)],
    ...[...get(sum), ...storeHalf(0)],
    ...[a, b, c, d, e, out].flatMap((pointer) => advance(pointer, 8)),
    ...[...get(count), ...constant(1), ...SUB, ...set(count)],
  ];
  const code = [1, 1, V128, ...loop(step, get(count)), 0x0b];
  return [...leb(code.length), ...code];
}
