export { CONTEXTS, contextsOf } from './context.js';
export type { Word } from './layout.js';
export { type Marked, type MarkOptions, readPair } from './mark.js';
export { classifyPair, classifyWords, type PairClass } from './pair.js';
export { VECTOR_SCALE, wordVectors } from './vectors.js';
