export { findMentions, type MentionOptions } from './mentions.js';
export { findPlaces } from './places.js';
export type * from './types.js';
export { actorOfState, outletOf, stateName, who } from './who.js';
