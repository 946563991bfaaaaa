export { conllu, syntaxText } from './conllu.js';
export { CSV_COLUMNS, csvHeader, csvRows } from './csv.js';
export { explainText } from './explain.js';
export { retagged } from './given.js';
export { type ReadingJson, readingJson } from './json.js';
export { type Entity, type PloverRecord, ploverRecords } from './plover.js';
export * from './stories.js';
export { briefText, type TextOptions } from './text.js';
