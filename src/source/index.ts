export { attribute, claims } from './attribute.js';
export { type CitronRecord, citron } from './citron.js';
export { type Cue, cueOf } from './cues.js';
export { findQuotations } from './quotations.js';
export type * from './types.js';
