export { linkFeatures, type Way, wayBetween } from './features.js';
export { chanceOf, SLOTS, slotOf } from './model.js';
