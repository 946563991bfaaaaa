import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { KernelModel } from './kernel.js';

/** Steps of the bytes that unit-length values are rounded to. */
const STEPS = 127;
/** Sparse values are positive and rarely above 0.85. */
const SPARSE_STEPS = 300;

interface Head {
  classes: string[];
  sharpness: number;
  size: number;
  rank: number;
  width: number;
  count: number;
  features: string;
}

/** Writes a model: a header in JSON, then its arrays rounded to bytes, gzipped. */
export function saveModel(model: KernelModel, path: string): void {
  const head: Head = {
    classes: [...model.classes],
    sharpness: model.sharpness,
    size: model.size,
    rank: model.rank,
    width: model.mean.length,
    count: model.rows.length,
    features: [...model.features.keys()].join('\n'),
  };
  const json = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const parts = [
    size,
    json,
    bytes(model.starts),
    bytes(model.rows),
    Uint8Array.from(model.values, (x) => Math.min(255, Math.round(x * SPARSE_STEPS))),
    bytes(model.mean),
    Int8Array.from(model.axes, (x) => Math.round(x * STEPS)),
    Int8Array.from(model.dense, (x) => Math.round(x * STEPS)),
    bytes(model.weights),
  ];
  const body = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  writeFileSync(path, gzipSync(body, { level: 9 }));
}

/** Reads a model that `saveModel` wrote. */
export function loadModel(path: string): KernelModel {
  const body = gunzipSync(readFileSync(path));
  let at = 4 + body.readUInt32LE(0);
  const head = JSON.parse(body.toString('utf8', 4, at)) as Head;
  // Copies, because typed arrays of more than a byte must begin at a multiple of their width.
  const take = (length: number) => {
    at += length;
    return body.buffer.slice(body.byteOffset + at - length, body.byteOffset + at) as ArrayBuffer;
  };
  const names = head.features.split('\n');
  return {
    classes: head.classes,
    sharpness: head.sharpness,
    size: head.size,
    rank: head.rank,
    features: new Map(names.map((name, f) => [name, f])),
    starts: new Uint32Array(take(4 * (names.length + 1))),
    rows: new Uint16Array(take(2 * head.count)),
    values: Float32Array.from(new Uint8Array(take(head.count)), (x) => x / SPARSE_STEPS),
    mean: new Float32Array(take(4 * head.width)),
    axes: Float32Array.from(new Int8Array(take(head.rank * head.width)), (x) => x / STEPS),
    dense: Float32Array.from(new Int8Array(take(head.size * head.rank)), (x) => x / STEPS),
    weights: new Float32Array(take(4 * head.size * head.classes.length)),
  };
}

function bytes(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
