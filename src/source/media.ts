import { isNoun, isTitle } from './cues.js';
import type { Surface } from './surface.js';

/** Whether a noun phrase is a medium by its words: "state media", "the daily Jang", "Le Courrier du Lac", "Radio Litoral". */
export function isMediaName(surface: Surface, head: number): boolean {
  const { tokens } = surface.document;
  const token = tokens[head]!;
  if (isNoun(token.lemma, 'media') || isNoun(token.lower, 'media')) return true;
  if (!isName(surface, head)) return false;
  let first = head;
  let last = head + 1;
  while (isName(surface, first - 1)) first--;
  while (isName(surface, last)) last++;
  const run = tokens.slice(first, last);
  if (run.some(({ lower }) => isTitle(lower))) return false;
  if (run.some(({ lower }) => isNoun(lower, 'media') || isNoun(lower, 'paper'))) return true;
  const before = tokens[first - 1];
  return before !== undefined && before.sentence === token.sentence && isNoun(before.lower, 'media');
}

function isName(surface: Surface, at: number): boolean {
  const token = surface.document.tokens[at];
  // "Radio Free Asia"
  return (
    token !== undefined &&
    (/^NNP/.test(token.xpos) || (/^JJ/.test(token.xpos) && /^\p{Lu}/u.test(token.text))) &&
    surface.markOf(at) < 0
  );
}
