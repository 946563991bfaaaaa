export * from './classify/index.js';
export { type CodeInput, codeEvents } from './code.js';
export { inClass } from './lexicon.js';
export * from './ontology.js';
export type * from './types.js';
