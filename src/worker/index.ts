export { type BatchOptions, type BatchResult, readBatch, readForLedger } from './pool.js';
export { ReaderPool } from './readers.js';
export type { PlainReading } from './thread.js';
