import type { Span } from '../base/index.js';
import { frameOf, type Tree } from '../code/index.js';
import type { Speakers } from './speakers.js';
import type { Source } from './types.js';

/** Verbs by which somebody passes on what others said. */
const PASSES_ON = new Set([
  'report',
  'cite',
  'quote',
  'carry',
  'publish',
  'broadcast',
  'release',
  'tell',
  'relay',
  'write',
  'air',
  'post',
  'announce',
  'say',
  'show',
]);
const MEDIA_NOUN =
  /^(?:media|report|reports|news|agency|newspaper|television|broadcaster|outlet|statement|communique|communiqué|transcript|post|dispatch|interview|briefing|press|readout|document|letter|cable|source|official|people|person|filing|interview|website)s?$/;

/** One through whom words came, and the word that says so. */
export interface Link {
  readonly source: Source;
  readonly index: number;
  readonly by: 'according to' | 'reported by' | 'told' | 'citing' | 'in';
}

/**
 * Through whom the words of a sentence came: "according to state media", "as reported by KCNA", "told Reuters",
 * "citing officials", "in a statement".
 */
export function linksOf(tree: Tree, speakers: Speakers, first: number, last: number, within?: Span): Link[] {
  const out: Link[] = [];
  for (let i = first; i < last; i++) {
    const token = tree.token(i);
    if (within && (token.start < within.start || token.end > within.end)) continue;
    const preposition = tree.caseOf(i);
    if (preposition === 'according to' || (tree.is(i, 'obl', 'nmod') && preposition === 'per')) {
      out.push({ source: speakers.sourceAt(i), index: i, by: 'according to' });
    } else if (token.pos === 'VERB' && PASSES_ON.has(token.lemma)) {
      out.push(...linksOfVerb(tree, speakers, i));
    }
  }
  return out;
}

function linksOfVerb(tree: Tree, speakers: Speakers, verb: number): Link[] {
  const frame = frameOf(tree, verb);
  if (!frame) return [];
  const { lemma } = tree.token(verb);
  const media = (index: number): boolean => isMedia(tree, speakers, index);
  if (frame.passive || tree.markOf(verb) === 'as') {
    const named = frame.passive ? frame.subjects : tree.withRelation(verb, 'nsubj');
    return named
      .filter(media)
      .map((index) => ({ source: speakers.sourceAt(index), index, by: 'reported by' as const }));
  }
  if (lemma === 'tell') {
    const told = [...frame.objects, ...frame.indirect].filter(media);
    return told.map((index) => ({ source: speakers.sourceAt(index), index, by: 'told' as const }));
  }
  if (lemma === 'cite' || lemma === 'quote') {
    const quoted = frame.objects.map((index) => ({
      source: speakers.sourceAt(index),
      index,
      by: 'citing' as const,
    }));
    const by = frame.ownSubject ? frame.subjects.filter(media) : [];
    return [
      ...quoted,
      ...by.map((index) => ({ source: speakers.sourceAt(index), index, by: 'reported by' as const })),
    ];
  }
  const own = frame.ownSubject ? frame.subjects.filter(media) : [];
  return own.map((index) => ({ source: speakers.sourceAt(index), index, by: 'reported by' as const }));
}

/** Whether a word names a medium: a known outlet, or "state media", "the report". */
export function isMedia(tree: Tree, speakers: Speakers, index: number): boolean {
  const { actor } = speakers.sourceAt(index);
  if (actor?.sectors.includes('MED')) return true;
  const lemma = tree.token(index).lemma;
  return (
    MEDIA_NOUN.test(lemma) &&
    /media|report|news|agency|newspaper|television|broadcaster|outlet|press|website/.test(lemma)
  );
}
