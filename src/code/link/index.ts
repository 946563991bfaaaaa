export { linkFeatures, type Way, wayBetween } from './features.js';
export { chanceOf, SLOTS } from './model.js';
