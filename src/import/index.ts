export { importFiles, isImportable } from './read.js';
export type * from './types.js';
