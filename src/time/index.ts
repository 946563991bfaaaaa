export { findTimes } from './find.js';
export { dateReport } from './report.js';
export type * from './types.js';
export { when } from './when.js';
