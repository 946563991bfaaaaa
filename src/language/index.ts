export { analyse, engine } from './analyse.js';
export { type Parsed, parseWords } from './parser/index.js';
export type * from './types.js';
