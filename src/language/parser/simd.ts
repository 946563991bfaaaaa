/**
 * A WebAssembly module with one loop: matrix times vector in 128-bit lanes. It is assembled here, at load, so that
 * no compiler and no binary is needed; it runs wherever JavaScript does.
 */

/** Outputs that one pass keeps in registers: four lanes of four numbers. */
export const BLOCK = 16;

const LANES = BLOCK / 4;
const I32 = 0x7f;
const V128 = 0x7b;

function leb(n: number): number[] {
  const out: number[] = [];
  let rest = n;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    out.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return out;
}

const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const constant = (n: number): number[] => [0x41, ...leb(n)]; // n < 64, so that the signed encoding is the same
const ADD = [0x6a];
const SUB = [0x6b];
const BELOW = [0x49];
const load = (offset: number): number[] => [0xfd, 0x00, 0x02, ...leb(offset)];
const splat = [0xfd, 0x09, 0x02, 0x00];
const store = (offset: number): number[] => [0xfd, 0x0b, 0x02, ...leb(offset)];
const ADD4 = [0xfd, ...leb(0xe4)];
const MUL4 = [0xfd, ...leb(0xe6)];
const loop = (body: readonly number[], again: readonly number[]): number[] => [
  ...[0x03, 0x40, ...body, ...again],
  ...[0x0d, 0x00, 0x0b],
];

/** Adds a number of bytes below 64 to a pointer. */
const advance = (local: number, bytes: number): number[] => [
  ...get(local),
  ...constant(bytes),
  ...ADD,
  ...set(local),
];
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
    ...advance(weights!, 32),
    ...advance(weights!, 32),
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
    ...[...advance(bias!, 32), ...advance(bias!, 32), ...advance(out!, 32), ...advance(out!, 32)],
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

/** The module over a memory: `one` row of x at a time, or `two`. */
export function assemble(memory: WebAssembly.Memory): { one: Loop; two: Loop } {
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 7, I32, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...text('js'), ...text('m'), 0x02, 0x00, 0x01]),
    ...section(3, [2, 0, 0]),
    ...section(7, [2, ...text('one'), 0x00, 0, ...text('two'), 0x00, 1]),
    ...section(10, [2, ...body(1), ...body(2)]),
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { js: { m: memory } });
  return exports as unknown as { one: Loop; two: Loop };
}
