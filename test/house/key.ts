import type { Event } from '../../src/index.js';

/** Codes of one side, sorted: "PRK+RUS". */
function codes(parties: Event['actors']): string {
  return parties
    .map((p) => p.actor?.code ?? '?')
    .sort()
    .join('+');
}

/** "PRK>RUS AID done"; with `<>` and both sides in order when they did it to each other. */
export function key(event: Event): string {
  if (event.reciprocal) {
    return `${codes([...event.actors, ...event.recipients]).replaceAll('+', '<>')} ${event.root} ${event.modality}`;
  }
  return `${codes(event.actors)}>${codes(event.recipients)} ${event.root} ${event.modality}`;
}
