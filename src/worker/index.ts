export { type BatchOptions, type BatchResult, readBatch, readForLedger } from './pool.js';
