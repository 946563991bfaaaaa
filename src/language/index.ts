export { analyse, analyseWords, engine } from './analyse.js';
export { fetchLanguage } from './browser.js';
export { findEntities } from './coref/index.js';
export { lemmaOf } from './lemma.js';
export { findMentions, isPeople, kindOfHead } from './mentions.js';
export { type Parsed, parseWords } from './parser/index.js';
export { type ByteMatrix, Kernel, type Matrix, padded } from './parser/kernel.js';
export { sentenceAround } from './sentence.js';
export type * from './types.js';
