/**
 * A WebAssembly module with loops in 128-bit lanes: matrix times vector, of 32-bit numbers and of fractions, the gates of a
 * recurrent layer, and sums. It is assembled here, at load, so that no compiler and no binary is needed; it runs wherever JavaScript does.
 */

import {
  ADD,
  ADD4,
  advance,
  BELOW,
  constant,
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
import { BLOCK, fractionsBody } from './fractions.js';
import { gatesBody } from './gates.js';
import { sumsBody } from './sums.js';

const LANES = BLOCK / 4;

const lanes = (each: (lane: number) => number[]): number[] =>
  Array.from({ length: LANES }, (_, lane) => each(lane)).flat();

/**
 * The body of `(weights, bias, x, width, blocks, out, stride)`, all in bytes but `blocks`: `rows` rows of `x`, one
 * after the other, through weights packed by block, input and lane. Two rows share each load of the weights.
 */
function body(rows: 1 | 2): number[] {
  const [weights, bias, x, width, blocks, out, stride, end, second] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const first = 9;
  const pointers = [first, second!];
  const weight = 10;
  const sums = (row: number, lane: number): number => 10 + LANES + row * LANES + lane;
  const value = 10 + LANES + 2 * LANES;
  pointers[0] = first;
  const rowsOf = (each: (row: number) => number[]): number[] =>
    Array.from({ length: rows }, (_, row) => each(row)).flat();
  const inner = [
    ...lanes((lane) => [...get(weights!), ...load(lane * 16), ...set(weight + lane)]),
    ...rowsOf((row) => [
      ...get(pointers[row]!),
      ...splat,
      ...set(value),
      ...lanes((lane) => [
        ...get(sums(row, lane)),
        ...get(value),
        ...get(weight + lane),
        ...MUL4,
        ...ADD4,
        ...set(sums(row, lane)),
      ]),
      ...advance(pointers[row]!, 4),
    ]),
    ...advance(weights!, 64),
  ];
  const outer = [
    ...rowsOf((row) => lanes((lane) => [...get(bias!), ...load(lane * 16), ...set(sums(row, lane))])),
    ...[...get(x!), ...set(first)],
    ...[...get(x!), ...get(width!), ...ADD, ...set(end!)],
    ...[...get(end!), ...set(second!)],
    ...loop(inner, [...get(first), ...get(end!), ...BELOW]),
    ...lanes((lane) => [...get(out!), ...get(sums(0, lane)), ...store(lane * 16)]),
    ...(rows === 2
      ? lanes((lane) => [
          ...[...get(out!), ...get(stride!), ...ADD],
          ...[...get(sums(1, lane)), ...store(lane * 16)],
        ])
      : []),
    ...[...advance(bias!, 64), ...advance(out!, 64)],
    ...[...get(blocks!), ...constant(1), ...SUB, ...set(blocks!)],
  ];
  const locals = [2, ...leb(3), I32, ...leb(3 * LANES + 1), V128];
  const code = [...locals, ...loop(outer, get(blocks!)), 0x0b];
  return [...leb(code.length), ...code];
}

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...leb(content.length),
  ...content,
];
/** A function of so many whole numbers that gives nothing back. */
const signature = (count: number): number[] => [0x60, count, ...new Array<number>(count).fill(I32), 0];
const text = (name: string): number[] => [name.length, ...[...name].map((c) => c.charCodeAt(0))];

/** One of the two loops: how many bytes to step and where, see `body`. */
export type Loop = (
  weights: number,
  bias: number,
  x: number,
  width: number,
  blocks: number,
  out: number,
  stride: number,
) => void;

/** The gates of one step, see `gatesBody`: places in bytes, `count` in fours of numbers. */
export type Gates = (
  gates: number,
  half: number,
  state: number,
  out: number,
  count: number,
  size: number,
) => void;

/** Sums of five lists, see `sumsBody`: places in bytes, `count` in pairs of numbers. */
export type Sums = (
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  out: number,
  count: number,
) => void;

export interface Loops {
  /** One row of x at a time. */
  readonly one: Loop;
  readonly two: Loop;
  /** The same for rows of fractions, see `fractionsBody`. */
  readonly oneOfFractions: Loop;
  readonly twoOfFractions: Loop;
  readonly gates: Gates;
  readonly sums: Sums;
}

const LOOPS = ['one', 'two', 'oneOfFractions', 'twoOfFractions', 'gates', 'sums'] as const;

/** The module over a memory. */
export function assemble(memory: WebAssembly.Memory): Loops {
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [2, ...signature(7), ...signature(6)]),
    ...section(2, [1, ...text('js'), ...text('m'), 0x02, 0x00, 0x01]),
    ...section(3, [6, 0, 0, 0, 0, 1, 0]),
    ...section(7, [6, ...LOOPS.flatMap((name, number) => [...text(name), 0x00, number])]),
    ...section(10, [
      ...[6, ...body(1), ...body(2), ...fractionsBody(1), ...fractionsBody(2), ...gatesBody(), ...sumsBody()],
    ]),
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { js: { m: memory } });
  return exports as unknown as Loops;
}
