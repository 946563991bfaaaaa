import {
  ADD,
  ADD4,
  advance,
  constant,
  DIV4,
  four,
  get,
  I32,
  leb,
  load,
  loop,
  MAX4,
  MIN4,
  MUL4,
  NARROW8,
  NEAREST4,
  SUB,
  SUB4,
  set,
  store,
  storeHalf,
  V128,
  WHOLE4,
} from './assembly.js';
import { PARTS } from './fractions.js';

/** Beyond this the hyperbolic tangent is 1 in 32 bits. */
const FLAT = 7.905311;
/** Odd and even coefficients, the highest first, of the fraction by which Eigen (ptanh_float) comes within 2e-7 of it. */
const TOP = [
  ...[-2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8],
  ...[1.48572235717979e-5, 6.37261928875436e-4, 4.89352455891786e-3],
];
const BOTTOM = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3];

/**
 * The body of `(gates, half, state, out, count, size)`: one step of a GRU. `gates` and `half` are the input's and the state's
 * halves of the reset, update and new gates, `size` bytes each; the new state goes to `state`, and as fractions to `out`. Handles
 * four numbers at a time, `count` times.
 */
export function gatesBody(): number[] {
  const [gates, half, state, out, count, size] = [0, 1, 2, 3, 4, 5] as const;
  const [gates2, gates3, half2, half3] = [6, 7, 8, 9] as const;
  const [x, square, reset, update, fresh, whole] = [10, 11, 12, 13, 14, 15] as const;
  const polynomial = (coefficients: readonly number[]): number[] =>
    coefficients.flatMap((one, i) =>
      i === 0 ? four(one) : [...get(square), ...MUL4, ...four(one), ...ADD4],
    );
  const tangent = [
    ...[...get(x), ...four(FLAT), ...MIN4, ...four(-FLAT), ...MAX4, ...set(x)],
    ...[...get(x), ...get(x), ...MUL4, ...set(square)],
    ...[...polynomial(TOP), ...get(x), ...MUL4, ...polynomial(BOTTOM), ...DIV4],
  ];
  const logistic = (a: number, b: number): number[] => [
    ...[...get(a), ...load(0), ...get(b), ...load(0), ...ADD4, ...four(0.5), ...MUL4, ...set(x)],
    ...[...tangent, ...four(0.5), ...MUL4, ...four(0.5), ...ADD4],
  ];
  const further = (to: number, from: number): number[] => [...get(from), ...get(size), ...ADD, ...set(to)];
  const step = [
    ...[...logistic(gates, half), ...set(reset), ...logistic(gates2, half2), ...set(update)],
    ...[...get(gates3), ...load(0), ...get(half3), ...load(0), ...get(reset), ...MUL4, ...ADD4, ...set(x)],
    ...[...tangent, ...set(fresh)],
    ...[...get(fresh), ...get(update), ...get(state), ...load(0), ...get(fresh), ...SUB4, ...MUL4, ...ADD4],
    ...[...set(x), ...get(state), ...get(x), ...store(0)],
    ...[...get(x), ...four(PARTS), ...MUL4, ...NEAREST4, ...WHOLE4, ...set(whole)],
    ...[...get(out), ...get(whole), ...get(whole), ...NARROW8, ...storeHalf(0)],
    ...[gates, gates2, gates3, half, half2, half3, state].flatMap((pointer) => advance(pointer, 16)),
    ...advance(out, 8),
    ...[...get(count), ...constant(1), ...SUB, ...set(count)],
  ];
  const code = [
    ...[2, 4, I32, 6, V128],
    ...[
      ...further(gates2, gates),
      ...further(gates3, gates2),
      ...further(half2, half),
      ...further(half3, half2),
    ],
    ...[...loop(step, get(count)), 0x0b],
  ];
  return [...leb(code.length), ...code];
}
