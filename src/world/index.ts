export { genericActor } from './actors.js';
export { codeOfCameoBody, fipsOfState, stateOfCode, stateOfFips } from './codes.js';
export { isOfHome } from './home.js';
export { findMentions, type MentionOptions } from './mentions.js';
export { findPlaces } from './places.js';
export { type Coded, codedActor, codeMeant, searchActors } from './search.js';
export { actorOfState, isState, stateName } from './states.js';
export type * from './types.js';
export { outletOf, ownershipOf, resolveMention, today, who } from './who.js';
