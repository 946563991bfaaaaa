export { analyse, engine } from './analyse.js';
export type * from './types.js';
