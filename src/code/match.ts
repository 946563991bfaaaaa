import { holds, Words } from './conditions.js';
import { type Frame, frameOf } from './frame.js';
import { inClass, type Reading, readingsOf, verbsOf } from './lexicon.js';
import { obliquesBy } from './phrases.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

export { obliquesBy } from './phrases.js';

/** A predicate, the reading that holds for it, and the words that fill its two sides. */
export interface Match {
  readonly frame: Frame;
  readonly reading: Reading;
  /** Words that may name either side, by slot, the preferred slot first. */
  readonly actors: readonly (readonly number[])[];
  readonly recipients: readonly (readonly number[])[];
  /** Complements that belong to this act and tell none of their own. */
  readonly consumed: readonly number[];
  /** The word whose clause tells the act, where it is not the predicate itself. */
  readonly clause?: number;
}

const matched = new WeakMap<Frame, readonly Match[]>();

/** The most specific reading of a frame whose conditions all hold; undefined when the lexicon knows none. */
export function matchFrame(tree: Tree, frame: Frame): Match | undefined {
  return matchesOf(tree, frame)[0];
}

/** All readings of a frame whose conditions hold, the most specific first, worked out once. */
export function matchesOf(tree: Tree, frame: Frame): readonly Match[] {
  const known = matched.get(frame);
  if (known) return known;
  const found: Match[] = [];
  matched.set(frame, found);
  const { lemma, lower } = tree.token(frame.index);
  const words = new Words(tree, frame);
  const hasReadings = (name: string): boolean => {
    for (const reading of readingsOf(name, frame.pos))
      if (reading.conditions.every((condition) => holds(words, condition)))
        found.push(bind(tree, frame, reading));
    return found.length > 0;
  };
  if (![frame.lemma, lemma, lower].some(hasReadings) && frame.pos === 'VERB')
    verbsOf(lower).some(hasReadings);
  return found;
}

function bind(tree: Tree, frame: Frame, reading: Reading): Match {
  const { actors, recipients } = reading.roles;
  const consumed = [...frame.infinitives, ...frame.gerunds].flatMap((i) => tree.joined(i));
  if (reading.root) consumed.push(...frame.clauses);
  // "is willing to hold talks": the talks are those that somebody is willing to hold.
  if (reading.root && WORDS.has(reading.root))
    for (const i of consumed.filter((at) => isLight(tree, at)))
      consumed.push(...(frameOf(tree, i)?.objects ?? []));
  const own = recipients.map((slot) => slotOf(tree, frame, slot));
  return {
    frame,
    reading,
    actors: [...actors.map((slot) => slotOf(tree, frame, slot)), ...ownerOfDeed(tree, frame, own)],
    // Those whom two talk about doing something for are no side of the talk: "discussed how to help Ukraine".
    recipients: reading.roles.reciprocal
      ? own
      : [
          ...own,
          ...frame.objects.map((o) => aimedAt(tree, o)),
          ...ownersOfThing(tree, frame, reading),
          ...frame.infinitives.flatMap((i) => ofComplement(tree, i)),
          // "refused to release Chad's money": whose the thing is of what they would not do.
          ...(TO_OTHERS.has(reading.root ?? '')
            ? frame.infinitives.map((i) => frameOf(tree, i)?.objects ?? [])
            : []),
          ...frame.gerunds
            .filter((i) => /^(?:on|against|of)$/.test(tree.markOf(i)))
            .flatMap((i) => ofComplement(tree, i)),
          ...frame.objects.map((o) => putOn(tree, o)),
        ],
    consumed,
  };
}

/** Roots of what is only said of a deed. */
const WORDS: ReadonlySet<Root> = new Set<Root>(['AGREE', 'REQUEST', 'REJECT', 'THREATEN']);

/** Roots of what is done to a thing of somebody else. */
const TO_OTHERS: ReadonlySet<string> = new Set(['REJECT', 'ACCUSE', 'COERCE', 'SANCTION']);

/** Whose the thing is that a row lists: "ignored Morocco's request", "seized the American cargo"; an attack or a sanction is its doer's. */
function ownersOfThing(tree: Tree, frame: Frame, { root, conditions }: Reading): number[][] {
  if (!root || !TO_OTHERS.has(root) || !conditions.some((c) => c.kind === 'object' && c.lemmas)) return [];
  return frame.objects
    .filter((o) => !DEEDS.some((name) => inClass(name, tree.token(o).lemma)))
    .map((o) =>
      tree.withRelation(o, 'nmod:poss', 'amod').filter((owner) => tree.token(owner).pos !== 'PRON'),
    );
}

const DEEDS = ['attack', 'sanctions'] as const;

/** Whom a thing is aimed at: "announced sanctions targeting Minsk". */
function aimedAt(tree: Tree, thing: number): number[] {
  return tree
    .withRelation(thing, 'acl')
    .filter(
      (act) => /^(?:target|hit|affect|face)$/.test(tree.token(act).lemma) && tree.token(act).xpos === 'VBG',
    )
    .flatMap((act) => tree.withRelation(act, 'obj').flatMap((object) => tree.joined(object)));
}

/** Whom a measure was put on: "scrapped the duty that it had put on goods from Bosnia". */
function putOn(tree: Tree, measure: number): number[] {
  return tree
    .withRelation(measure, 'acl:relcl', 'acl')
    .filter((clause) =>
      /^(?:put|impose|place|slap|levy|introduce|hold|adopt)$/.test(tree.token(clause).lemma),
    )
    .flatMap((clause) => tree.withRelation(clause, 'obl'))
    .filter((child) => /^(?:on|against|for|to)$/.test(tree.caseOf(child)));
}

/** "Azerbaijan's arrest of a businessman": with its object behind it, a deed is its owner's; alone ("his arrest") it may be not. */
function ownerOfDeed(tree: Tree, frame: Frame, recipients: readonly (readonly number[])[]): number[][] {
  if (frame.pos !== 'NOUN' || recipients.every((slot) => slot.length === 0)) return [];
  return [tree.withRelation(frame.index, 'nmod:poss').flatMap((owner) => tree.joined(owner))];
}

/** Towards whom a complement acts: "threatened to break relations with Congo", "sent troops to help Moscow". */
function ofComplement(tree: Tree, index: number): number[][] {
  const frame = frameOf(tree, index);
  if (!frame) return [];
  const inner = matchFrame(tree, frame);
  // "agreed to purchase American gas": whose a thing is says more than nothing.
  if (inner?.reading.roles.reciprocal || inner?.recipients.some((slot) => slot.length > 0))
    return inner.recipients.map((slot) => [...slot]);
  if (inner) return [[...frame.indirect], [...frame.objects]];
  return [
    [...frame.indirect],
    [...frame.objects],
    obliquesBy(tree, frame, (preposition) => TOWARDS.has(preposition)),
  ];
}

/** Prepositions of those towards whom something is done. */
export const TOWARDS: ReadonlySet<string> = new Set(['to', 'with', 'against', 'on', 'from', 'for']);

/** Nouns that make one preposition with "in": "in support of Damascus" is for and not against it. */
const PHRASAL =
  /^(?:support|response|accordance|favou?r|honou?r|coordination|line|light|return|exchange|reaction|retaliation|violation)$/;

function slotOf(tree: Tree, frame: Frame, slot: string): number[] {
  switch (slot) {
    case 'subj':
      return [...frame.subjects];
    case 'obj':
      // "urged NATO to send": the parser takes the one object for an indirect one as often as not.
      return frame.objects.length > 0 ? [...frame.objects] : [...frame.indirect];
    case 'iobj':
      return frame.indirect.length > 0 ? [...frame.indirect] : namedBefore(tree, frame);
    case 'poss':
      return [...frame.possessors];
    default:
      return obliquesBy(tree, frame, (preposition) => preposition === slot).filter(
        (i) => !(slot === 'in' && PHRASAL.test(tree.token(i).lemma)),
      );
  }
}

/** "gave Mali wheat", "gave the Kenyan army trucks": the tree takes the one to whom it is given for a part of what is given. */
function namedBefore(tree: Tree, frame: Frame): number[] {
  const [object] = frame.objects;
  if (object === undefined || frame.passive || object < frame.index || frame.pos !== 'VERB') return [];
  const { first } = tree.extent(object);
  if (first !== frame.index + 1) return [];
  return tree
    .withRelation(object, 'compound')
    .slice(0, 1)
    .filter((child) => tree.extent(child).first <= first + 1);
}

/** A noun that is the object of a verb of little meaning takes that verb's subject: "held talks with". */
export function isLight(tree: Tree, verb: number): boolean {
  return inClass('light', tree.token(verb).lemma);
}
