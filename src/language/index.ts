export { analyse, engine } from './analyse.js';
export { lemmaOf } from './lemma.js';
export { type Parsed, parseWords } from './parser/index.js';
export type * from './types.js';
