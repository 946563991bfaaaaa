export type { BatchesOptions } from './batches.js';
export { COUNTED } from './counts.js';
export { Database, type OpenOptions, type Row, type Value } from './database.js';
export { Ledger } from './ledger.js';
export { dyadOf } from './pairs.js';
export type { ToldEvent } from './query.js';
export { keptOf } from './rows.js';
export type * from './story-types.js';
export type * from './types.js';
