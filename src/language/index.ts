export { analyse, wink } from './analyse.js';
export type * from './types.js';
