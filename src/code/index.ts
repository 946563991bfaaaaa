export * from './classify/index.js';
export { type CodeInput, codeEvents } from './code.js';
export { type Frame, frameOf } from './frame.js';
export { inClass } from './lexicon.js';
export * from './ontology.js';
export { Tree } from './tree.js';
export type * from './types.js';
