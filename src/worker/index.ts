export { type BatchOptions, type BatchResult, readBatch } from './pool.js';
