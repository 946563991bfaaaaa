import {
  ADD,
  ADD4,
  ADD4W,
  advance,
  BELOW,
  constant,
  DOT8,
  FLOAT4,
  four,
  get,
  I32,
  leb,
  load,
  loop,
  MUL4,
  SUB,
  set,
  splat,
  store,
  V128,
} from './assembly.js';

/** Outputs that one pass keeps in registers: four lanes of four numbers. */
export const BLOCK = 16;

/** A fraction is a 16-bit whole number that counts these parts of one. 512 products with a byte still fit 32 bits. */
export const PARTS = 16_384;

const LANES = BLOCK / 4;
const lanes = (each: (lane: number) => number[]): number[] =>
  Array.from({ length: LANES }, (_, lane) => each(lane)).flat();

/**
 * The body of `(weights, terms, x, width, blocks, out, stride)`, all in bytes but `blocks`: one or two rows of fractions, one
 * after the other, through weights of a byte, packed by block, pair of inputs, output. `terms` holds for each block what the sums
 * of its outputs are multiplied by, then what is added. Two rows share each load of the weights.
 */
export function fractionsBody(rows: 1 | 2): number[] {
  const [weights, terms, x, width, blocks, out, stride, end, second, first] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ] as const;
  const pointers = [first, second] as const;
  const weight = 10;
  const sums = (row: number, lane: number): number => 10 + LANES + row * LANES + lane;
  const value = 10 + 3 * LANES;
  const rowsOf = (each: (row: 0 | 1) => number[]): number[] =>
    rows === 1 ? each(0) : [...each(0), ...each(1)];
  const inner = [
    ...lanes((lane) => [...get(weights), ...load(lane * 16), ...set(weight + lane)]),
    ...rowsOf((row) => [
      ...[...get(pointers[row]), ...splat, ...set(value)],
      ...lanes((lane) => [
        ...[...get(value), ...get(weight + lane), ...DOT8],
        ...[...get(sums(row, lane)), ...ADD4W, ...set(sums(row, lane))],
      ]),
      ...advance(pointers[row], 4),
    ]),
    ...advance(weights, 64),
  ];
  const result = (row: number, lane: number): number[] => [
    ...[...get(sums(row, lane)), ...FLOAT4, ...get(terms), ...load(lane * 16), ...MUL4],
    ...[...get(terms), ...load(64 + lane * 16), ...ADD4],
  ];
  const outer = [
    ...rowsOf((row) => lanes((lane) => [...four(0), ...set(sums(row, lane))])),
    ...[...get(x), ...set(first)],
    ...[...get(x), ...get(width), ...ADD, ...set(end)],
    ...[...get(end), ...set(second)],
    ...loop(inner, [...get(first), ...get(end), ...BELOW]),
    ...lanes((lane) => [...get(out), ...result(0, lane), ...store(lane * 16)]),
    ...(rows === 2
      ? lanes((lane) => [...get(out), ...get(stride), ...ADD, ...result(1, lane), ...store(lane * 16)])
      : []),
    ...[...advance(terms, 128), ...advance(out, 64)],
    ...[...get(blocks), ...constant(1), ...SUB, ...set(blocks)],
  ];
  const locals = [2, ...leb(3), I32, ...leb(3 * LANES + 1), V128];
  const code = [...locals, ...loop(outer, get(blocks)), 0x0b];
  return [...leb(code.length), ...code];
}
