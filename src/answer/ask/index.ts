export { type AskOptions, ask } from './ask.js';
export { askedOf } from './asked.js';
export { codesText, eventText } from './told.js';
