import { phraseAfter } from './after.js';
import { isNoun } from './cues.js';
import { contentEnd, trimEnd } from './ends.js';
import type { Reported } from './indirect.js';
import { isMediaName } from './media.js';
import type { Phrase } from './phrase.js';
import type { Surface, Unit } from './surface.js';

/** "according to X", "in the words of X", "as reported by X", "X reported, citing Y": tokens of the cue, and who. */
export interface According extends Omit<Reported, 'cue' | 'by' | 'subject'> {
  readonly first: number;
  readonly last: number;
  readonly subject: Phrase;
  /** The words pass through the subject ("as reported by KCNA") and need not be its own. */
  readonly passesOn: boolean;
}

/**
 * The attributions of a unit that no verb with a subject makes. The content is empty where words in marks follow:
 * 'in the words of the prosecutor, “…”'.
 */
export function accordingTo(surface: Surface, unit: Unit): According[] {
  const out: According[] = [];
  for (let i = unit.first; i < unit.last; i++) {
    if (!surface.outer(unit, i)) continue;
    const cue = cueFrom(surface, unit, i);
    if (!cue) continue;
    const subject = sourceAfter(surface, unit, cue.last);
    if (!subject) continue;
    const content =
      surface.markOf(pastComma(surface, unit, subject.last)) >= 0
        ? []
        : contentAround(surface, unit, i, subject.last);
    if (content) out.push({ ...cue, subject, content });
    i = subject.last - 1;
  }
  return out;
}

/** "According to Reuters, Mr Obi, the head of the party, said": an apposition that a verb follows is a subject. */
function sourceAfter(surface: Surface, unit: Unit, at: number): Phrase | undefined {
  const whole = phraseAfter(surface, unit, at);
  if (!whole) return undefined;
  // "according to the Red Cross, AFP reported"
  const comma = surface.outer(unit, whole.last)?.text === ',';
  const verb = surface.outer(unit, comma ? whole.last + 1 : whole.last);
  return /^(?:VB[DZPN]|MD)/.test(verb?.xpos ?? '') ? phraseAfter(surface, unit, at, false) : whole;
}

function pastComma(surface: Surface, unit: Unit, at: number): number {
  return /^[,:]$/.test(surface.outer(unit, at)?.text ?? '') ? at + 1 : at;
}

function cueFrom(
  surface: Surface,
  unit: Unit,
  at: number,
): { readonly first: number; readonly last: number; readonly passesOn: boolean } | undefined {
  const [one, two, three, four] = [0, 1, 2, 3].map((k) => surface.outer(unit, at + k)?.lower);
  if (one === 'according' && two === 'to') return { first: at, last: at + 2, passesOn: false };
  if (one === 'in' && two === 'the' && three === 'words' && four === 'of')
    return { first: at, last: at + 4, passesOn: false };
  if (one === 'as' && three === 'by' && surface.cueAt(at + 1) && surface.token(at + 1).xpos === 'VBN')
    return { first: at, last: at + 3, passesOn: true };
  return undefined;
}

/** What the cue speaks of: the rest of the unit when the cue opens it, else what stands before it. */
function contentAround(
  surface: Surface,
  unit: Unit,
  cue: number,
  last: number,
): readonly (readonly [number, number])[] | undefined {
  let after = last;
  while (
    after < Math.min(unit.last, last + 12) &&
    surface.outer(unit, after) &&
    surface.token(after).text !== ','
  )
    after++;
  const comma = surface.outer(unit, after)?.text === ',';
  let opening = cue;
  const inner = surface.outer(unit, cue - 1)?.lower === 'that';
  while (opening > unit.first && /^(?:CC|RB|IN|,)$/.test(surface.token(opening - 1).xpos)) opening--;
  if (opening === unit.first || inner) {
    const start = comma ? after + 1 : last;
    const end = contentEnd(surface, unit, start, cue);
    return end > start ? [[start, end]] : undefined;
  }
  let first = unit.first;
  if (surface.token(first).xpos === 'CC') first++;
  const before = trimEnd(surface, first, cue);
  if (before <= first) return undefined;
  const resumes = comma && /^(?:VBD|VBZ|VBP|MD)/.test(surface.outer(unit, after + 1)?.xpos ?? '');
  return resumes
    ? [
        [first, before],
        [after + 1, contentEnd(surface, unit, after + 1, cue)],
      ]
    : [[first, before]];
}

/** Whether a phrase names a medium or a document, not one who speaks. */
export function isPaper(surface: Surface, phrase: Phrase): boolean {
  const { lemma, lower } = surface.token(phrase.head);
  return isMediaName(surface, phrase.head) || isNoun(lemma, 'document') || isNoun(lower, 'document');
}
