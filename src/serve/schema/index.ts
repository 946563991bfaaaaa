export * from './answer.js';
export * from './common.js';
export * from './event.js';
export * from './ledger.js';
export * from './query.js';
export * from './relation.js';
export * from './report.js';
export * from './story.js';
