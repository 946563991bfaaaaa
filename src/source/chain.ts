import { frameOf } from '../code/index.js';
import { phraseAfter } from './after.js';
import { isMediaName } from './media.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';
import type { Source } from './types.js';

/** Verbs by which somebody passes on what others said. */
const PASSES_ON = new Set(
  'report cite quote carry publish broadcast release tell relay write air post announce say show'.split(' '),
);

/** One through whom words came, and the word that says so. */
export interface Link {
  readonly source: Source;
  readonly index: number;
  readonly by: 'according to' | 'reported by' | 'told' | 'citing' | 'in';
  /** The verb that passes the words on, where one does. */
  readonly verb?: number;
}

/**
 * Through whom the words of a unit came: "according to state media", "as reported by KCNA", "told Reuters",
 * "citing officials", "carried by Interfax", "in an interview with Le Monde".
 */
export function linksOf(surface: Surface, speakers: Speakers, unit: Unit): Link[] {
  const out: Link[] = [];
  for (let i = unit.first; i < unit.last; i++) {
    const token = surface.outer(unit, i);
    if (!token) continue;
    const next = surface.outer(unit, i + 1)?.lower;
    if ((token.lower === 'according' && next === 'to') || token.lower === 'per')
      out.push(...phraseLink(surface, speakers, unit, token.lower === 'per' ? i + 1 : i + 2, 'according to'));
    else if (token.lower === 'interview' && (next === 'with' || next === 'to' || next === 'by'))
      out.push(...phraseLink(surface, speakers, unit, i + 2, 'in'));
    else if (/^VB[ND]$/.test(token.xpos) && next === 'by' && PASSES_ON.has(token.lemma))
      out.push(...phraseLink(surface, speakers, unit, i + 2, 'reported by', i));
    else if (token.lower === 'saying' && next === 'by' && surface.outer(unit, i - 1)?.lower === 'as')
      out.push(...phraseLink(surface, speakers, unit, i + 2, 'reported by', i));
    else if (token.lower === 'citing') out.push(...phraseLink(surface, speakers, unit, i + 1, 'citing', i));
    else if (/^(?:speak|talk)$/.test(token.lemma) && (next === 'to' || next === 'with'))
      out.push(...mediaOnly(surface, phraseLink(surface, speakers, unit, i + 2, 'told', i)));
    else if (token.pos === 'VERB' && PASSES_ON.has(token.lemma))
      out.push(...linksOfVerb(surface, speakers, unit, i));
  }
  return out;
}

function phraseLink(
  surface: Surface,
  speakers: Speakers,
  unit: Unit,
  at: number,
  by: Link['by'],
  verb?: number,
): Link[] {
  const phrase = phraseAfter(surface, unit, at);
  if (!phrase) return [];
  const source = speakers.sourceOf(phrase);
  return [{ source, index: phrase.head, by, ...(verb === undefined ? {} : { verb }) }];
}

function linksOfVerb(surface: Surface, speakers: Speakers, unit: Unit, verb: number): Link[] {
  const { lemma } = surface.token(verb);
  if (lemma === 'tell') {
    const told = phraseAfter(surface, unit, verb + 1);
    return told
      ? mediaOnly(surface, [{ source: speakers.sourceOf(told), index: told.head, by: 'told', verb }])
      : [];
  }
  const frame = frameOf(surface.tree, verb);
  if (!frame || frame.passive) return [];
  const passed = lemma === 'cite' || lemma === 'quote' ? frame.objects : [];
  const quoted = passed.map((index) => ({
    source: speakers.sourceAt(index),
    index,
    by: 'citing' as const,
    verb,
  }));
  const subject = speakers.subjectOf(unit, verb);
  const own: Link[] = subject
    ? [{ source: speakers.sourceOf(subject), index: subject.head, by: 'reported by', verb }]
    : [];
  return [...quoted, ...mediaOnly(surface, own)];
}

function mediaOnly(surface: Surface, links: readonly Link[]): Link[] {
  return links.filter((link) => isMedia(surface, link.source, link.index));
}

/** Whether a source is a medium: a known outlet, or "state media", "the report". */
export function isMedia(surface: Surface, source: Source, index: number): boolean {
  if (source.actor?.sectors.includes('MED')) return true;
  return isMediaName(surface, index) || surface.token(index).lemma === 'report';
}
