export { type BookReport, StoryBook } from './book.js';
export { containment, sketch } from './copies.js';
export { weigh } from './score.js';
export { contentWords, dayOf, isoOf, type Told, tellingsOf } from './telling.js';
export type * from './types.js';
