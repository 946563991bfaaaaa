export * from './ask/index.js';
export { type BriefInput, briefOf } from './brief.js';
export { questionOf } from './question.js';
export type * from './types.js';
export { actText, dateText, figureText, intervalText, nameOf, namesOf, signed } from './words.js';
