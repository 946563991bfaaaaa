import { headOf, type Phrase } from './phrase.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';

/** "Lukashenko: Belarus will host missiles", "MINISTER HAYASHI: We are studying …", "Missiles by May: Lukashenko". */
export interface Labelled {
  readonly subject?: Phrase;
  readonly first: number;
  readonly last: number; // one past the last token
}

const LONGEST_LABEL = 7;

/** Words labelled by a colon with the one who says them: in a headline, and in the lines of a transcript. */
export function labelled(surface: Surface, speakers: Speakers, unit: Unit): Labelled | undefined {
  const { document } = surface;
  const headline = document.report.parts[unit.part]!.kind === 'headline';
  const opensPart = unit.first === 0 || surface.unitOf(unit.first - 1)?.part !== unit.part;
  if (!opensPart) return undefined;
  const colon = colonIn(surface, unit, unit.first, unit.first + LONGEST_LABEL + 1);
  if (colon > unit.first && colon + 1 < unit.last && isLabel(surface, speakers, unit.first, colon, headline))
    return {
      subject: { first: unit.first, last: colon, head: headOf(surface, unit.first, colon) },
      first: colon + 1,
      last: endOf(surface, unit),
    };
  if (!headline) return undefined;
  const closing = colonIn(surface, unit, Math.max(unit.first + 2, unit.last - LONGEST_LABEL), unit.last);
  const end = endOf(surface, unit);
  if (closing < 0 || closing + 1 >= end || !isLabel(surface, speakers, closing + 1, end, true))
    return undefined;
  return {
    subject: { first: closing + 1, last: end, head: headOf(surface, closing + 1, end) },
    first: unit.first,
    last: closing,
  };
}

function endOf(surface: Surface, unit: Unit): number {
  const last = surface.token(unit.last - 1);
  return last.text === '.' ? unit.last - 1 : unit.last;
}

function colonIn(surface: Surface, unit: Unit, from: number, to: number): number {
  for (let i = from; i < Math.min(unit.last, to); i++) if (surface.outer(unit, i)?.text === ':') return i;
  return -1;
}

/** Whether words before a colon name a speaker; in a transcript the label is in capitals or a known person. */
function isLabel(
  surface: Surface,
  speakers: Speakers,
  first: number,
  last: number,
  headline: boolean,
): boolean {
  let capitals = true;
  for (let i = first; i < last; i++) {
    const { text, xpos, pos } = surface.token(i);
    if (/^(?:VBD|VBZ|VBP|MD|WP|IN)/.test(xpos) && text !== text.toUpperCase()) return false;
    if (/\p{Ll}/u.test(text) || (pos === 'NUM' && last - first === 1)) capitals = false;
  }
  const text = surface.document.report.text.slice(surface.token(first).start, surface.token(last - 1).end);
  if (
    /^(?:Q|A|QUESTION|NOTE|UPDATE|BREAKING|WATCH|PHOTOS?|VIDEO|ANALYSIS|EXPLAINER|OPINION|LIVE|EXCLUSIVE|FACTBOX|SOURCE|EDITOR)$/i.test(
      text,
    )
  )
    return false;
  const { actor } = speakers.sourceOf({ first, last, head: headOf(surface, first, last) });
  const named = surface.token(last - 1).xpos.startsWith('NNP') && last - first <= 5;
  if (headline) return named && actor !== undefined && actor.kind !== 'generic';
  return (capitals && text.length > 2) || actor?.kind === 'person';
}
