import { isNoun } from './cues.js';
import type { Reported } from './indirect.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';

/** "The general's claim that the village had welcomed him": clauses that a noun of saying reports, where it has an owner. */
export function nounClauses(surface: Surface, speakers: Speakers, unit: Unit): Reported[] {
  const out: Reported[] = [];
  for (let cue = unit.first; cue < unit.last - 2; cue++) {
    const token = surface.outer(unit, cue);
    if (token?.pos !== 'NOUN' || surface.token(cue + 1).lower !== 'that' || !isNoun(token.lemma, 'claim'))
      continue;
    const [owner] = surface.tree.withRelation(cue, 'nmod:poss');
    const clause = surface.tree.withRelation(cue, 'acl', 'ccomp').find((child) => child > cue + 1);
    if (owner === undefined || clause === undefined) continue;
    const last = Math.min(surface.tree.extent(clause).last, unit.last);
    out.push({ cue, content: [[cue + 2, last]], subject: speakers.phraseAt(owner), by: 'that' });
  }
  return out;
}
