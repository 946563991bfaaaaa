/** The bytes of the instructions of WebAssembly that the kernel's loops are made of. */

export const I32 = 0x7f;
export const V128 = 0x7b;

export function leb(n: number): number[] {
  const out: number[] = [];
  let rest = n;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    out.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return out;
}

export const get = (local: number): number[] => [0x20, ...leb(local)];
export const set = (local: number): number[] => [0x21, ...leb(local)];
/** A whole number, not negative: in the signed encoding the bit 0x40 of the last byte must be free for the sign. */
export const constant = (n: number): number[] => {
  const bytes = leb(n);
  const last = bytes.length - 1;
  return bytes[last]! & 0x40 ? [0x41, ...bytes.slice(0, last), bytes[last]! | 0x80, 0] : [0x41, ...bytes];
};
export const ADD = [0x6a];
export const SUB = [0x6b];
export const BELOW = [0x49];
export const load = (offset: number): number[] => [0xfd, 0x00, 0x02, ...leb(offset)];
export const splat = [0xfd, 0x09, 0x02, 0x00];
export const store = (offset: number): number[] => [0xfd, 0x0b, 0x02, ...leb(offset)];
const lanewise = (code: number): number[] => [0xfd, ...leb(code)];
export const ADD4 = lanewise(0xe4);
export const SUB4 = lanewise(0xe5);
export const MUL4 = lanewise(0xe6);
export const DIV4 = lanewise(0xe7);
export const MIN4 = lanewise(0xe8);
export const MAX4 = lanewise(0xe9);
/** Rounds to the nearest whole number, as a 32-bit number still. */
export const NEAREST4 = lanewise(0x6a);
/** 32-bit numbers to whole ones, and back. */
export const WHOLE4 = lanewise(0xf8);
export const FLOAT4 = lanewise(0xfa);
/** Four sums of two products of 16-bit whole numbers, and their addition to four others. */
export const DOT8 = lanewise(0xba);
export const ADD4W = lanewise(0xae);
/** Eight whole numbers of 32 bits, in two lists of four, as 16 bits each. */
export const NARROW8 = lanewise(0x85);
/** Writes the first eight bytes of a list. */
export const storeHalf = (offset: number): number[] => [0xfd, 0x5b, 0x00, ...leb(offset), 0x00];
/** Two numbers of 32 bits from memory as two of 64, and two of 64 bits as 32. */
export const load2 = [0xfd, 0x5d, 0x02, 0x00, ...lanewise(0x5f)];
export const NARROW2 = lanewise(0x5e);
export const ADD2 = lanewise(0xf0);
export const MUL2 = lanewise(0xf2);
export const MAX2 = lanewise(0xf5);
/** The same number of 64 bits in two lanes. */
export const two = (x: number): number[] => {
  const bytes = [...new Uint8Array(new Float64Array([x]).buffer)];
  return [0xfd, 0x0c, ...bytes, ...bytes];
};
/** The same number in four lanes. */
export const four = (x: number): number[] => {
  const bytes = [...new Uint8Array(new Float32Array([x]).buffer)];
  return [0xfd, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes];
};
export const loop = (body: readonly number[], again: readonly number[]): number[] => [
  ...[0x03, 0x40, ...body, ...again],
  ...[0x0d, 0x00, 0x0b],
];

/** Adds a number of bytes to a pointer. */
export const advance = (local: number, bytes: number): number[] => [
  ...get(local),
  ...constant(bytes),
  ...ADD,
  ...set(local),
];
