export * from './classify/index.js';
export * from './ontology.js';
export type * from './types.js';
