import { readTable } from '../base/index.js';
import type { Frame } from './frame.js';
import { inClass } from './lexicon.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';
import type { Modality } from './types.js';

const MODALS: Record<string, Modality> = {
  will: 'planned',
  "'ll": 'planned',
  '’ll': 'planned',
  shall: 'planned',
  would: 'hypothetical',
  could: 'hypothetical',
  may: 'hypothetical',
  might: 'hypothetical',
  can: 'hypothetical',
  should: 'demanded',
  must: 'demanded',
};

/** What opens a gerund or infinitive that belongs to its verb: "looks forward to working", "will use drones to repel". */
const PREPOSITIONAL = /^(?:to|on|in|with|of|for|about)$/;

/** Prepositions of what has brought something about. */
const CAUSING = /^(?:by|after|following|since|despite|over|because of|due to|amid)$/;

/** With "not", what an actor says of its own acts: "wo" is the first half of "won't". */
const REFUSING = new Set(['will', 'wo', 'would', 'shall', "'ll", '’ll']);
const CONDITIONAL = new Set(['if', 'unless', 'whether', 'provided', 'lest', 'in case']);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'without', 'none']);

let governors: Map<string, Modality> | undefined;

/** What the word that governs a clause makes of it: "plans to", "denied", "threatened to". */
function governorOf(lemma: string): Modality | undefined {
  governors ??= new Map(
    readTable('plover/governors.tsv').map((row) => [row.lemma!, row.modality as Modality]),
  );
  return governors.get(lemma);
}

/** Whether an act is told as done, which word says otherwise, and whether it is refused ("will not"). */
export interface Told {
  readonly modality: Modality;
  readonly by?: number;
  readonly refused?: boolean;
}

/** Reads the modality of an act off its own words and those that govern it. */
export function modalityOf(tree: Tree, frame: Frame): Told {
  for (let at = frame.index, steps = 0; at >= 0 && steps < 8; steps++) {
    const own = ownModality(tree, at, at === frame.index ? frame.pos : tree.token(at).pos);
    if (own) return own;
    const head = tree.head(at);
    if (head < 0) break;
    const complement =
      (tree.is(at, 'xcomp', 'ccomp', 'acl') && !tree.is(at, 'acl:relcl') && !isPastParticiple(tree, at)) ||
      (tree.is(at, 'advcl') && PREPOSITIONAL.test(tree.markOf(at)));
    const nominal = tree.is(at, 'obj', 'obl', 'nmod') && tree.token(at).pos === 'NOUN';
    // "the threat of a further invasion", "summits to be held": what may be, and what is to come.
    if (tree.is(at, 'nmod') && tree.caseOf(at) === 'of' && inClass('eventuality', tree.token(head).lemma))
      return { modality: 'hypothetical', by: head };
    // "will discuss the war": the war is not to come.
    if (nominal && at === frame.index && inClass('lasting', frame.lemma)) break;
    if (isYetTo(tree, at)) return { modality: 'denied', by: head };
    const unwilled =
      tree.is(at, 'acl') && inClass('intention', tree.token(head).lemma) ? noOf(tree, head) : undefined;
    if (unwilled !== undefined) return { modality: 'denied', by: unwilled, refused: true };
    if (!complement && !nominal && !tree.is(at, 'conj')) break;
    // "a crisis caused by the invasion": what causes something does not share whether that is to come.
    if (tree.is(at, 'obl') && CAUSING.test(tree.caseOf(at))) break;
    // "No deaths were reported, but Seoul moved 80 people": a clause with a subject of its own is affirmed or denied by itself.
    if (tree.is(at, 'conj') && tree.has(at, 'nsubj') && tree.token(at).pos !== 'NOUN') break;
    if (
      !tree.is(at, 'conj') &&
      complement &&
      (tree.markOf(at) === 'to' || tree.token(at).xpos === 'VBG' || tree.is(at, 'ccomp'))
    ) {
      const governed = isGoing(tree, head) ? 'planned' : governorOf(tree.token(head).lemma);
      // "signed an order lifting the sanctions": what a decree does is done.
      const decreed = tree.token(at).xpos === 'VBG' && inClass('decree', tree.token(head).lemma);
      if (governed && !decreed && !isAbleToo(tree, head) && !isFact(tree, at, governed)) {
        // "may be willing to impose": what governs the deed is itself no fact.
        const above = governed === 'planned' ? ownModality(tree, head, tree.token(head).pos) : undefined;
        return above?.modality === 'hypothetical' ? above : { modality: governed, by: head };
      }
    }
    // "talks on ending the war": what is only talked about.
    if (complement && tree.token(at).xpos === 'VBG' && /^(?:on|about)$/.test(tree.markOf(at)))
      return { modality: 'hypothetical', by: head };
    // "the agreement to lower tariffs", "a delegation to attend": what is still to come; not the war in "troops to help in its war".
    const itself = at === frame.index || (tree.is(frame.index, 'obj') && tree.head(frame.index) === at);
    if (itself && tree.is(at, 'acl') && tree.markOf(at) === 'to' && tree.token(head).pos === 'NOUN')
      return { modality: 'planned', by: head };
    // The object of a refusal or a demand has not happened either: "rejected talks", "demanded a ceasefire".
    if (nominal && tree.is(at, 'obj')) {
      const governed = governorOf(tree.token(head).lemma);
      if (governed === 'demanded' || governed === 'denied' || governed === 'planned')
        return { modality: governed, by: head };
    }
    at = head;
  }
  const since = tree.token(frame.index);
  if (
    since.xpos === 'VBG' &&
    tree.withRelation(frame.index, 'aux').some((i) => tree.token(i).lemma === 'be')
  ) {
    return { modality: 'ongoing' };
  }
  return { modality: 'done' };
}

/** "is going to send": what is only still to come. */
const isGoing = (tree: Tree, verb: number): boolean =>
  tree.token(verb).lower === 'going' &&
  tree.withRelation(verb, 'aux').some((i) => tree.token(i).lemma === 'be');

/** "was able to repel", "will be able to buy": only what somebody is able to do now is no more than possible. */
const isAbleToo = (tree: Tree, adjective: number): boolean =>
  tree.token(adjective).lower === 'able' &&
  !tree.withRelation(adjective, 'cop').some((i) => /^VB[PZ]$/.test(tree.token(i).xpos));

/** "is to host", "are due to meet": what is set for a day to come. */
const isSet = (tree: Tree, index: number): boolean =>
  tree.token(index).xpos === 'VB' &&
  (/^due to/.test(tree.markOf(index)) ||
    (tree.markOf(index) === 'to' &&
      tree.withRelation(index, 'cop', 'aux').some((i) => tree.token(i).lemma === 'be' && i < index) &&
      !tree.is(index, 'xcomp', 'advcl', 'acl')));

/** "to free hostages held by rebels": what was done to them before. */
const isPastParticiple = (tree: Tree, at: number): boolean =>
  tree.is(at, 'acl') && tree.token(at).xpos === 'VBN' && !tree.markOf(at).includes('to');

/** "Feared", "believed" and "suspected" with a finite clause are said of facts as often as not; only a demand is not. */
function isFact(tree: Tree, at: number, governed: Modality): boolean {
  return (
    tree.is(at, 'ccomp') && tree.markOf(at) !== 'to' && (governed === 'planned' || governed === 'threatened')
  );
}

const isNegation = (tree: Tree, child: number): boolean =>
  NEGATIONS.has(tree.token(child).lower) &&
  (tree.is(child, 'advmod', 'det', 'cc:preconj') || tree.token(child).pos === 'PART') &&
  !isNotOnly(tree, child);

/** "will not meet", "vowed not to meet", "did not let them in": what is not done because somebody does not want it. */
function isRefused(tree: Tree, index: number): boolean {
  if (tree.withRelation(index, 'aux').some((aux) => REFUSING.has(tree.token(aux).lower))) return true;
  const head = tree.head(index);
  const vowed = head >= 0 && tree.markOf(index).includes('to') && inClass('will', tree.token(head).lemma);
  return vowed || inClass('permission', tree.token(index).lemma);
}

/** The "no" of a noun: "no plans to send". */
const noOf = (tree: Tree, noun: number): number | undefined =>
  tree.withRelation(noun, 'det').find((child) => tree.token(child).lower === 'no');

/** "not only for trade" affirms what it is said of. */
function isNotOnly(tree: Tree, child: number): boolean {
  const { tokens } = tree.document;
  return (
    tree.token(child).lower === 'not' && /^(?:only|just|merely|least)$/.test(tokens[child + 1]?.lower ?? '')
  );
}

/** "has yet to name an ambassador": has not named one. */
function isYetTo(tree: Tree, at: number): boolean {
  const head = tree.head(at);
  return (
    tree.is(at, 'xcomp', 'acl', 'advcl') &&
    tree.markOf(at) === 'to' &&
    tree.withRelation(head, 'advmod').some((child) => tree.token(child).lower === 'yet') &&
    /^(?:have|be)$/.test(tree.token(head).lemma)
  );
}

/** "if the men are not released": what is feared to be left undone is no refusal. */
export const isFearedUndone = (tree: Tree, index: number, { modality }: Told): boolean =>
  modality === 'denied' &&
  tree.withRelation(index, 'mark').some((mark) => CONDITIONAL.has(tree.token(mark).lower));

/** "said it would send": what was future when it was said. With a condition it stays a hypothesis. */
function isFutureInPast(tree: Tree, index: number): boolean {
  const reporter = reporterOf(tree, index);
  if (reporter < 0 || !/^VB[DN]$/.test(tree.token(reporter).xpos)) return false;
  return !tree.withRelation(index, 'advcl').some((clause) => CONDITIONAL.has(tree.markOf(clause)));
}

/** "Theresa May met": a name behind a name is no modal, whatever the tree takes it for. */
function isNamed(tree: Tree, word: number): boolean {
  const before = word > 0 ? tree.token(word - 1) : undefined;
  return /^(?:May|Will)$/.test(tree.token(word).text) && before?.pos === 'PROPN';
}

/** "summits to be held next week". */
const isToBe = (tree: Tree, act: number): boolean =>
  tree.markOf(act).includes('to') && tree.has(act, 'aux:pass') && tree.token(act).xpos === 'VBN';

/** The "is" of "is to meet", what is still to come; -1 where none stands before the "to" of a verb. */
function isDue(tree: Tree, index: number): number {
  const to = tree.withRelation(index, 'mark').find((mark) => tree.token(mark).lower === 'to');
  const is = to === undefined ? undefined : tree.withRelation(index, 'cop', 'aux').find((be) => be < to);
  return is !== undefined && /^(?:is|are)$/.test(tree.token(is).lower) ? is : -1;
}

function ownModality(tree: Tree, index: number, pos: string): Told | undefined {
  const negation = tree.children(index).find((child) => isNegation(tree, child));
  if (negation !== undefined) {
    return { modality: 'denied', by: negation, refused: isRefused(tree, index) };
  }
  const due = isDue(tree, index);
  if (due >= 0) return { modality: 'planned', by: due };
  for (const child of tree.children(index)) {
    const token = tree.token(child);
    if (tree.is(child, 'aux') && !isNamed(tree, child)) {
      const modal = token.lower === 'would' && isFutureInPast(tree, index) ? 'planned' : MODALS[token.lower];
      if (modal) return { modality: modal, by: child };
    }
    if (tree.is(child, 'mark') && (CONDITIONAL.has(token.lower) || CONDITIONAL.has(tree.markOf(index))))
      return { modality: 'hypothetical', by: child };
    if (pos === 'NOUN' && tree.is(child, 'amod')) {
      if (
        [
          'planned',
          'upcoming',
          'future',
          'forthcoming',
          'proposed',
          'scheduled',
          'possible',
          'potential',
        ].includes(token.lemma)
      ) {
        return {
          modality: token.lemma === 'possible' || token.lemma === 'potential' ? 'hypothetical' : 'planned',
          by: child,
        };
      }
    }
  }
  if (isSet(tree, index)) return { modality: 'planned', by: index };
  const held = pos === 'NOUN' ? tree.withRelation(index, 'acl').find((act) => isToBe(tree, act)) : undefined;
  if (held !== undefined) return { modality: 'planned', by: held };
  const subject = tree.withRelation(index, 'nsubj')[0];
  if (subject !== undefined) {
    const det = tree.withRelation(subject, 'det').find((d) => tree.token(d).lower === 'no');
    if (det !== undefined) return { modality: 'denied', by: det };
    if (['nobody', 'none', 'nothing'].includes(tree.token(subject).lower))
      return { modality: 'denied', by: subject };
  }
  return undefined;
}
