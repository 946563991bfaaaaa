import { afterAdverbials, afterPlainAdverbials, finiteAfter } from './adverbials.js';
import { phraseAfter } from './after.js';
import { phraseBefore } from './before.js';
import { attributionWithin, contentEnd } from './ends.js';
import type { Reported } from './indirect.js';
import type { Surface, Unit } from './surface.js';

/** "…, the ministry said.", "…, said a spokesman.", "The convoy, the Red Cross said, had been waiting." */
export function trailing(surface: Surface, unit: Unit, cue: number): Reported | undefined {
  // "the request of the city, asking schools to pay"
  if (surface.token(cue).xpos === 'VBG') return undefined;
  const inverted =
    surface.outer(unit, cue - 1)?.text === ',' ? phraseAfter(surface, unit, cue + 1) : undefined;
  const subject = inverted ?? phraseBefore(surface, unit, cue);
  if (!subject) return undefined;
  const comma = inverted ? cue - 1 : subject.first - 1;
  if (surface.outer(unit, comma)?.text !== ',') return undefined;
  const first = openingOf(surface, unit, comma);
  if (first >= comma) return undefined;
  const follows = inverted
    ? afterPlainAdverbials(surface, unit, Math.max(cue + 1, inverted.last))
    : afterAdverbials(surface, unit, cue);
  if (surface.markOf(follows) >= 0 || surface.outer(unit, follows)?.text === ':') return undefined;
  const resume = resumes(surface, unit, follows);
  const finite = hasOuterFinite(surface, unit, first, comma);
  if (!finite && (resume < 0 || comma - first > 12)) return undefined;
  if (resume < 0) return { cue, content: [[first, comma]], subject, by: 'trailing' };
  const end = contentEnd(surface, unit, resume, cue);
  return {
    cue,
    content: [
      [first, comma],
      [resume, end],
    ],
    subject,
    by: 'trailing',
  };
}

/** Where what is told before a trailing cue begins: after "But", and after another cue's own comma or "but". */
function openingOf(surface: Surface, unit: Unit, comma: number): number {
  let first = unit.first;
  for (let at = comma - 1; at >= Math.max(unit.first, comma - 80); at--) {
    if (surface.outer(unit, at)?.text === ';') {
      first = at + 1;
      break;
    }
  }
  if (surface.outer(unit, first)?.xpos === 'CC') first++;
  return first;
}

function hasOuterFinite(surface: Surface, unit: Unit, first: number, last: number): boolean {
  for (let i = Math.max(first, last - 120); i < last; i++)
    if (surface.outer(unit, i) && /^(?:VBD|VBZ|VBP|MD)/.test(surface.token(i).xpos)) return true;
  return false;
}

/** The token after the comma that ends "the Red Cross said", when the clause goes on there; -1 when it does not. */
function resumes(surface: Surface, unit: Unit, at: number): number {
  if (surface.outer(unit, at)?.text !== ',') return -1;
  const next = surface.outer(unit, at + 1);
  if (!next) return -1;
  if (/^(?:VBD|VBZ|VBP|MD)/.test(next.xpos)) return at + 1;
  if (next.xpos === 'CC' && finiteAfter(surface, unit, at + 2) && !attributionWithin(surface, unit, at + 2))
    return at + 1;
  return -1;
}
