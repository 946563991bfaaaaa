export { attribute, claims } from './attribute.js';
export { type CitronRecord, citron } from './citron.js';
export { findQuotations } from './quotations.js';
export type * from './types.js';
