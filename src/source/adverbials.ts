import { phraseAfter } from './after.js';
import { isNoun } from './cues.js';
import { isTime } from './phrase.js';
import type { Surface, Unit } from './surface.js';

/** Past one adverb, time or place of speaking ("on Monday", "in a statement"); the same place when none is there. */
function skipAdverbial(surface: Surface, unit: Unit, from: number): number {
  const token = surface.outer(unit, from);
  if (!token) return from;
  if (token.xpos === 'RB' && !/^(?:there|not|only|just|even)$/.test(token.lower)) return from + 1;
  if (isTime(token) && /^NN|^JJ|^RB|^DT/.test(token.xpos)) {
    let at = from;
    while (surface.outer(unit, at) && (isTime(surface.token(at)) || surface.token(at).xpos === 'CD')) at++;
    return at;
  }
  if (!/^(?:IN|TO)/.test(token.xpos)) return from;
  for (let at = from + 1; at < from + 10; at++) {
    const next = surface.outer(unit, at);
    if (!next || next.pos === 'PUNCT' || /^(?:VBD|VBZ|VBP|MD|PRP$)/.test(next.xpos)) return from;
    if (
      isTime(next) ||
      isNoun(next.lemma, 'venue') ||
      /^(?:reporters|journalists|condition)$/.test(next.lower)
    ) {
      let end = at + 1;
      while (surface.outer(unit, end) && (isTime(surface.token(end)) || surface.token(end).xpos === 'CD'))
        end++;
      return end;
    }
  }
  return from;
}

/** Past up to four of them. */
export function afterPlainAdverbials(surface: Surface, unit: Unit, from: number): number {
  let at = from;
  for (let steps = 0; steps < 4; steps++) {
    const next = skipAdverbial(surface, unit, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Whether a verb that can head a clause comes soon. */
export function finiteAfter(surface: Surface, unit: Unit, from: number): boolean {
  for (let at = from; at < Math.min(unit.last, from + 40); at++)
    if (/^(?:VBD|VBZ|VBP|MD|VB)$/.test(surface.token(at).xpos)) return true;
  return false;
}

/** Past "on Monday", "in a statement", "reporters", "late on Sunday". */
export function afterAdverbials(surface: Surface, unit: Unit, cue: number): number {
  let at = cue + 1;
  const verb = surface.cueAt(cue)!;
  if (surface.outer(unit, at)?.xpos === 'RP') at++;
  if (verb.lemma.includes(' ')) at = cue + 2;
  if (verb.audience) {
    const told = phraseAfter(surface, unit, at);
    const next = told && surface.outer(unit, told.last);
    if (told && next && !/^(?:VBD|VBZ|VBP|MD)/.test(next.xpos)) at = told.last;
    else if (told && verb.lemma === 'tell' && /^PRP$|^NNS?$/.test(surface.token(at).xpos)) at++;
  }
  return afterPlainAdverbials(surface, unit, at);
}
