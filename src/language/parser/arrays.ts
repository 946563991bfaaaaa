import { readData } from '../../base/index.js';

/** Where an array lies in a file of weights. */
export interface Manifest {
  name: string;
  shape: number[];
  kind: 'i8' | 'f32';
  at: number;
}

/** A matrix of 8-bit rows, each with its own scale: used as it lies for look-ups, where few rows are touched. */
export interface Table {
  readonly width: number;
  readonly scales: Float32Array;
  readonly cells: Int8Array;
}

/** A file of weights. */
export interface Arrays {
  /** A matrix as 32-bit numbers, row after row. */
  matrix(name: string): Float32Array;
  table(name: string): Table;
  /** How many rows an array has. */
  rows(name: string): number;
}

/** Reads a file of weights below `data/` that scripts/train/export.py wrote. */
export function readArrays(path: string, manifest: readonly Manifest[]): Arrays {
  const file = readData(path);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const byName = new Map(manifest.map((array) => [array.name, array]));
  const find = (name: string): Manifest => {
    const array = byName.get(name);
    if (!array) throw new Error(`data/${path} holds no ${name}`);
    return array;
  };
  const table = (name: string): Table => {
    const { shape, at } = find(name);
    const [rows = 0, width = 0] = shape;
    const scales = new Float32Array(bytes, at, rows);
    return { width, scales, cells: new Int8Array(bytes, at + rows * 4, rows * width) };
  };
  const matrix = (name: string): Float32Array => {
    const { shape, at, kind } = find(name);
    if (kind === 'f32')
      return new Float32Array(
        bytes,
        at,
        shape.reduce((a, b) => a * b),
      );
    const { width, scales, cells } = table(name);
    return Float32Array.from(cells, (cell, i) => cell * scales[Math.floor(i / width)]!);
  };
  return { matrix, table, rows: (name) => find(name).shape[0]! };
}
