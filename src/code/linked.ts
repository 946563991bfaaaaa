import type { Span } from '../base/index.js';
import { classifyWords } from './classify/index.js';
import { type Frame, frameOf } from './frame.js';
import { LONGEST, ofSixteen } from './learned.js';
import { inClass, readingsOf } from './lexicon.js';
import { chanceOf, linkFeatures, type Way, wayBetween } from './link/index.js';
import { type Match, obliquesBy } from './match.js';
import { quadOf } from './ontology.js';
import type { Parties } from './parties.js';
import { isPrivate } from './private.js';
import { isSpeech } from './reported.js';
import type { Tree } from './tree.js';
import type { Event, Party, Root } from './types.js';

/** How likely the learned link must hold an act between two parties for it to be told. */
const LINKED = 0.45;
/** How near the sentence must be to others of the learned root. */
const NEAR = 0.3;
/** How likely the link and the root must be together. */
const BOTH = 0.7;
/** What it tells counts less than what a row of the lexicon tells with the same likelihood. */
const TRUST = 0.7;
/** Roots of what two do together. */
const TOGETHER: ReadonlySet<Root> = new Set<Root>(['CONSULT', 'COOPERATE']);
const JOINT: ReadonlySet<Root> = new Set<Root>(['AGREE', 'SUPPORT', 'ASSAULT']);

/** Two parties of a sentence, and the predicate that would tell what the one does to the other. */
export interface Pair {
  readonly source: Party;
  readonly target: Party;
  readonly predicate: number;
  readonly joint: boolean;
  readonly from: number;
  readonly to: number;
  readonly way: Way;
}

/** A pair between whom the learned link sees an act. */
export interface Link extends Pair {
  readonly chance: number;
}

/** The ordered pairs of parties of a sentence between whom a link may be. */
export function pairsIn(tree: Tree, parties: Parties, first: number, last: number): Pair[] {
  const heads = parties.headsIn(first, last).flatMap(([index]) => {
    const party = parties.partyAt(index, 'none');
    return party?.actor ? [{ index, party, actor: party.actor }] : [];
  });
  const found: Pair[] = [];
  for (const { index: from, party: source, actor } of heads) {
    for (const { index: to, party: target, actor: other } of heads) {
      if (actor.id === other.id || (!isPolitical(source) && !isPolitical(target))) continue;
      const way = wayBetween(tree, from, to);
      const predicate = way ? predicateOf(tree, way) : -1;
      if (!way || predicate < 0) continue;
      // A medium that is told something is no target: "she told Greek radio".
      if (other.sectors.includes('MED') && isSpeech(tree.token(predicate).lemma)) continue;
      const joint = way.up.length === 0 && way.down.length > 0 && tree.is(way.down[0]!, 'conj');
      if (joint && !actTogether(tree, predicate, from)) continue;
      found.push({ source, target, predicate, joint, from, to, way });
    }
  }
  return found;
}

/** The pairs that the learned link holds for an act, the likeliest first. */
export function linksOf(tree: Tree, pairs: readonly Pair[]): Link[] {
  return pairs
    .map((pair) => ({ ...pair, chance: chanceOf(linkFeatures(tree, pair.way, pair.from, pair.to)) }))
    .filter(({ chance }) => chance >= LINKED)
    .sort((a, b) => b.chance - a.chance);
}

/** Whether those joined by "and" do what a predicate tells: its subject or agent, or the "between" of its noun. */
function actTogether(tree: Tree, predicate: number, first: number): boolean {
  const frame = frameOf(tree, predicate);
  return (
    frame !== undefined &&
    (frame.subjects.includes(first) ||
      frame.possessors.includes(first) ||
      frame.obliques.some(
        ({ preposition, index }) => index === first && /^(?:between|by|of)$/.test(preposition),
      ))
  );
}

/** The word that tells what the one does to the other: the one above both, else the next that is no party. */
function predicateOf(tree: Tree, { up, top, down }: Way): number {
  const isPredicate = (index: number): boolean => {
    const { pos, lemma } = tree.token(index);
    return pos === 'VERB' || ((pos === 'NOUN' || pos === 'ADJ') && readingsOf(lemma, pos).length > 0);
  };
  if (up.length > 0 && down.length > 0) return isPredicate(top) ? top : -1;
  const inner = [...up.slice(1), ...down.slice(0, -1)].find((i) => tree.token(i).pos === 'VERB');
  if (inner !== undefined) return inner;
  for (let at = tree.head(top); at >= 0; at = tree.head(at)) if (isPredicate(at)) return at;
  return -1;
}

/** The act of a link as the learned model of roots reads it; undefined where it is not sure. */
export function linkedMatch(tree: Tree, link: Link): Match | undefined {
  const frame = frameOf(tree, link.predicate);
  if (!frame || !isArguable(tree, link)) return undefined;
  const { first, last } = tree.document.sentences[tree.token(link.predicate).sentence]!;
  const words = tree.document.tokens.slice(first, last);
  const { root: older, scores, strength } = classifyWords(words, [link.source.span], [link.target.span]);
  if (strength < NEAR || link.chance * scores[older] < BOTH) return undefined;
  const root = ofSixteen(older);
  // "noted the cooperation within the Union": what is said of it is no talk.
  if (TOGETHER.has(root) && inClass('topical', frame.lemma) && !link.joint && !isWith(tree, link.to))
    return undefined;
  // "supported the sanctions against Minsk": not Minsk.
  if (quadOf(root) <= 2 && tree.caseOf(argumentOf(tree, link.to)) === 'against') return undefined;
  // "Malaysia and Indonesia keep a policy": what two do side by side they do not do to each other.
  if (link.joint && !TOGETHER.has(root) && !JOINT.has(root)) return undefined;
  const together = TOGETHER.has(root) || (link.joint && JOINT.has(root));
  return {
    frame,
    reading: {
      row: `learned link ${link.chance.toFixed(2)}, learned root ${scores[older].toFixed(2)}`,
      ...{ lemma: frame.lemma, pos: frame.pos, conditions: [], root },
      weight: link.chance * scores[older] * TRUST,
      roles: { actors: [], recipients: [], reciprocal: together },
    },
    actors: [[link.from]],
    recipients: [[link.to]],
    consumed: [],
  };
}

/** Whether the learned model of roots may be asked what a pair's predicate tells: both are words of it, and the sentence is short. */
export function isArguable(tree: Tree, pair: Pair): boolean {
  const { first, last } = tree.document.sentences[tree.token(pair.predicate).sentence]!;
  if (last - first > LONGEST) return false;
  const frame = frameOf(tree, pair.predicate);
  if (!frame || inClass('idle', frame.lemma) || !isArgued(tree, frame, pair)) return false;
  // "marked the anniversary of the treaty with Chad"
  return !frame.objects.some((o) => inClass('memory', tree.token(o).lemma));
}

/** Whether both parties are words of the predicate itself: who does it, and to whom, with whom or against whom. */
function isArgued(tree: Tree, frame: Frame, { from, to }: Pair): boolean {
  const does = [...frame.subjects, ...frame.possessors, ...tree.withRelation(frame.index, 'nsubj')];
  if (!does.includes(from)) return false;
  if (does.includes(to)) return frame.pos === 'VERB';
  const told = [
    ...frame.objects,
    ...frame.indirect,
    ...obliquesBy(tree, frame, (preposition) => preposition !== 'from'),
  ];
  return told.includes(to) || told.includes(argumentOf(tree, to));
}

/** "joined their Zambian colleagues": whose those are to whom it is done. */
const argumentOf = (tree: Tree, word: number): number =>
  tree.is(word, 'nmod:poss', 'amod', 'compound') ? tree.head(word) : word;

/** Whether somebody is told as whom a thing is done with, and not as what it is about: "discussed Afghanistan with Togo". */
const isWith = (tree: Tree, word: number): boolean => tree.caseOf(argumentOf(tree, word)) === 'with';

/** Whether an event already tells that the source of a link did something to its target. */
export function tells({ actors, recipients, reciprocal }: Event, { source, target }: Pair): boolean {
  const has = (side: readonly Party[], party: Party): boolean =>
    side.some((p) => p.actor?.code === party.actor!.code);
  const all = [...actors, ...recipients];
  return reciprocal ? has(all, source) && has(all, target) : has(actors, source) && has(recipients, target);
}

/** Whether an event of the predicate of a link has both its parties do it: "Chad and Mali voiced support" for a third. */
export function isOfBoth({ actors, reciprocal, trigger }: Event, link: Pair, word: Span): boolean {
  if (reciprocal || trigger.start !== word.start) return false;
  return [link.source, link.target].every((party) => actors.some((p) => p.actor?.id === party.actor!.id));
}

/** Whether an event of the predicate of a link is towards somebody told but not known: "freed two hostages through the Red Cross". */
export const isTowardsOther = ({ recipients, trigger }: Event, word: Span): boolean =>
  trigger.start === word.start && recipients.length > 0 && recipients.every(({ actor }) => !actor);

/** Whether somebody is more than a private person or firm. */
const isPolitical = (party: Party): boolean => party.actor !== undefined && !isPrivate(party);

/** Whether two parties are of one state, and both it or its government. */
function sameState(a: Party, b: Party): boolean {
  const official = ({ actor }: Party): boolean => actor!.sectors.every((s) => s === 'GOV' || s === 'MIL');
  return a.actor?.code === b.actor?.code && official(a) && official(b);
}

/** Whether an event names nobody to whom it is done. */
export const lacksSide = ({ recipients, reciprocal }: Event): boolean =>
  !reciprocal && recipients.length === 0;

/** Whether an event of the source, told by the predicate of a link, names nobody to whom it is done. */
export function lacks(event: Event, link: Pair, word: Span): boolean {
  const { actors, trigger } = event;
  if (!lacksSide(event) || trigger.start !== word.start) return false;
  const own = actors.some(
    (p) => p.actor && (p.actor.id === link.target.actor!.id || sameState(p, link.target)),
  );
  return !own && actors.some((p) => p.actor?.code === link.source.actor!.code);
}

/** An event with the target of a link as its recipient. */
export function completed(event: Event, { target, chance }: Link): Event {
  const reason = { rule: `recipient by learned link ${chance.toFixed(2)}`, span: target.span };
  return { ...event, recipients: [target], reasons: [...event.reasons, reason] };
}
