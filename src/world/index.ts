export { actorOfState, stateName } from './states.js';
export type * from './types.js';
export { outletOf, resolveMention, who } from './who.js';
