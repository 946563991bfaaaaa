export { abbreviation } from './abbreviations.js';
export { analyse, analyseWords } from './analyse.js';
export { fetchLanguage } from './browser.js';
export { findEntities } from './coref/index.js';
export { lemmaOf } from './lemma.js';
export { findMentions, isPeople, kindOfHead } from './mentions.js';
export { type ByteMatrix, Kernel, type Matrix, padded } from './parser/kernel.js';
export { sentenceAround } from './sentence.js';
export type * from './types.js';
