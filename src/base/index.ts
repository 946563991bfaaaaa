export { dataPath, giveData, readData, readDataText, readTable } from './data.js';
export { dayNumber, isoOf } from './days.js';
export { contentId } from './digest.js';
export { ERRORS, type ErrorCode, RapportError } from './errors.js';
export { remembered } from './remembered.js';
export { firstNotBefore } from './search.js';
export { contains, overlaps, type Span, slice } from './span.js';
export { engineVersion } from './version.js';
