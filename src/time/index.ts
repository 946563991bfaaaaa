export { findTimes } from './find.js';
export type * from './types.js';
export { when } from './when.js';
