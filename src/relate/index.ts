export { isoOf } from './days.js';
export { relationOf } from './relation.js';
export type * from './types.js';
