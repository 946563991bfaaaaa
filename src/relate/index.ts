export { actsBehind, type Evidenced, withReports } from './behind.js';
export { type LedgerRelationOptions, relationIn, volumeIn } from './load.js';
export { type Acts, type Movement, movementOf } from './movement.js';
export { relationOf } from './relation.js';
export type * from './types.js';
