export { disagreements } from './disagree.js';
export { joinWithin } from './join.js';
export { registersOf } from './registers.js';
export * from './store/index.js';
export * from './stories/index.js';
export type * from './types.js';
export * from './views/index.js';
