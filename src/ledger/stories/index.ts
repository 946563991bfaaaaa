export { type BookReport, StoryBook } from './book.js';
export { containment, sketch } from './copies.js';
export { weigh } from './score.js';
export { dayOf, isoOf, type Told, tellingsOf } from './telling.js';
export type * from './types.js';
export { lemma, wordsAround, wordsIn } from './words.js';
export { likeness } from './wording.js';
