export { disagreements } from './disagree.js';
export { joinWithin } from './join.js';
export { registersOf } from './registers.js';
export type * from './types.js';
