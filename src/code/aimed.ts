import type { Frame } from './frame.js';
import { governingVerb } from './lent.js';
import { inClass } from './lexicon.js';
import type { Match } from './match.js';
import type { Parties } from './parties.js';
import { isPrivate } from './private.js';
import type { Tree } from './tree.js';
import type { Party, Root } from './types.js';

/** What opens the words for those at whom a protest is aimed, the surest first. */
const AGAINST: readonly ReadonlySet<string>[] = [
  new Set(['against']),
  new Set(['outside', 'before', 'in front of', 'past', 'at', 'around', 'near', 'opposite', 'inside']),
  new Set(['over', 'because of']),
];
/** The same for forces that are moved or made ready. */
const TOWARDS: readonly ReadonlySet<string>[] = [
  new Set(['against', 'toward', 'towards', 'facing', 'opposite', 'near', 'off', 'past', 'at', 'next to']),
  new Set(['along', 'around', 'over', 'outside', 'across', 'through', 'close to', 'beside', 'by']),
  new Set(['after', 'amid', 'following', 'ahead of', 'despite', 'in response to']),
];
/** Verbs of what forces are for: "sent frigates to shadow the fleet". */
const FACING =
  /^(?:face|confront|deter|counter|repel|shadow|trail|track|follow|watch|monitor|intercept|meet|warn|threaten|hold|fend|keep|stop|contain|pressure|press|intimidate|overlook|fight|resist|border|surround|encircle|approach|near)$/;
/** How far somebody is: "an hour from Oslo". */
const DISTANCE = /^(?:hour|minute|kilometre|kilometer|mile|metre|meter|day|yard|step|stone)$/;
/** What opens the clause to which forces answer: "after Indian jets crossed the line". */
const ANSWERED = /^(?:after|as|when|because|since|once|while)$/;
/** What stands for those in it or behind it: "on the steps of the ministry". */
const FRONT =
  /^(?:front|face|defiance|sight|reach|range|view|distance|response|fear|readiness|anger|fury|rage)$/;

/**
 * At whom a protest or a move of forces is aimed where its own words name nobody: whoever stands anywhere in its clause behind a word
 * of aim ("in front of the embassy of Chad", "toward the border with Mali", "to face the rebels"). Undefined where nobody does.
 */
export function aimedAt(
  tree: Tree,
  parties: Parties,
  frame: Frame,
  root: Root,
  actors: readonly Party[],
): Party | undefined {
  if (root !== 'PROTEST' && root !== 'MOBILIZE') return undefined;
  if (!actors.some(({ actor }) => actor)) return undefined;
  const clause = frame.pos === 'NOUN' ? governingVerb(tree, frame.index) : frame.index;
  const top = clause < 0 ? frame.index : clause;
  const { first, last } = tree.extent(top, (child) => tree.isAside(child));
  let best: { party: Party; rank: number } | undefined;
  for (const [index] of parties.headsIn(first, last)) {
    const party = parties.partyAt(index, 'none');
    if (!party?.actor || actors.some(({ actor }) => actor?.id === party.actor!.id)) continue;
    const sameState = actors.some(({ actor }) => actor?.code === party.actor!.code);
    if (isPrivate(party) || (root === 'MOBILIZE' && sameState)) continue;
    const rank = rankOf(tree, index, top, root);
    if (rank >= 0 && (!best || rank < best.rank)) best = { party, rank };
  }
  return best?.party;
}

/** How surely a word stands behind one of aim below the clause, 0 the surest; -1 where it does not. */
function rankOf(tree: Tree, index: number, top: number, root: Root): number {
  const sets = root === 'PROTEST' ? AGAINST : TOWARDS;
  for (let at = index, steps = 0; at >= 0 && at !== top && steps < 6; at = tree.head(at), steps++) {
    const { deprel, lemma, pos } = tree.token(at);
    const preposition = tree.caseOf(at);
    if (FRONT.test(lemma) && preposition !== '') return 1;
    const set = sets.findIndex((words) => words.has(preposition));
    if (set >= 0 && !DISTANCE.test(lemma)) return set;
    if (root === 'MOBILIZE') {
      if (preposition === 'from' && DISTANCE.test(tree.token(tree.head(at)).lemma)) return 1;
      if (at !== index && inClass('border', lemma) && preposition !== '') return 0;
      if (preposition === 'with' && inClass('border', tree.token(tree.head(at)).lemma)) return 0;
      if (pos === 'VERB')
        return FACING.test(lemma) && !tree.is(index, 'nsubj') ? 0 : answered(tree, at, index);
      if (/^(?:obj|nsubj)/.test(deprel) && tree.token(tree.head(at)).pos === 'VERB') continue;
    }
    if (/^(?:nmod:poss|compound|amod|appos|flat|conj|nmod:desc)$/.test(deprel)) continue;
    if (preposition === 'of' || preposition === 'by' || (preposition === '' && deprel === 'obj')) continue;
    return -1;
  }
  return -1;
}

/** "put its air force on alert after Indian jets crossed the line": who did that. */
function answered(tree: Tree, verb: number, index: number): number {
  if (!tree.is(verb, 'advcl')) return -1;
  const opened =
    ANSWERED.test(tree.markOf(verb)) ||
    tree.withRelation(verb, 'advmod').some((child) => ANSWERED.test(tree.token(child).lower));
  return opened && tree.withRelation(verb, 'nsubj').some((subject) => tree.under(index, subject)) ? 3 : -1;
}

/** Acts on a thing that tells itself whose it is or whom it concerns: what is ended, given, lifted, given back. */
const ON_THINGS: ReadonlySet<Root> = new Set<Root>(['SANCTION', 'AID', 'CONCEDE', 'RETREAT']);
/** What opens words about when, why or with what else, and not about whom. */
const BESIDE =
  /^(?:after|before|since|during|over|amid|as|like|including|following|until|despite|under|by|because|in response|through|via|than|about)\b/;

/**
 * Whom the thing concerns on which an act is done, however deep its words stand, where the act itself names nobody: "halted the
 * opening of a joint bank with Chad", "cancelled the order placed with Mali", "scrapped the duty put on goods from Togo". Only
 * where they name one other and no more.
 */
export function namedInThing(
  tree: Tree,
  parties: Parties,
  { frame, reading }: Match,
  actors: readonly Party[],
): Party | undefined {
  const listed = reading.conditions.some((condition) => condition.kind === 'object' && condition.lemmas);
  if (!listed || !ON_THINGS.has(reading.root!) || frame.pos !== 'VERB' || !actors.some(({ actor }) => actor))
    return undefined;
  let found: Party | undefined;
  for (const thing of frame.objects) {
    if (parties.partyAt(thing, 'none')?.actor) continue;
    const { first, last } = tree.extent(
      thing,
      (child) => tree.isAside(child) || BESIDE.test(tree.caseOf(child)),
    );
    for (const [index] of parties.headsIn(first, last)) {
      const party = parties.partyAt(index, 'none');
      if (!party?.actor || isPrivate(party) || !under(tree, index, thing)) continue;
      if (actors.some(({ actor }) => actor?.code === party.actor!.code)) continue;
      if (found && found.actor!.code !== party.actor.code) return undefined;
      found ??= party;
    }
  }
  return found;
}

/** Whether a word hangs from another by no word of time or cause. */
function under(tree: Tree, index: number, thing: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 8; at = tree.head(at), steps++) {
    if (at === thing) return true;
    if (BESIDE.test(tree.caseOf(at)) || tree.is(at, 'parataxis')) return false;
  }
  return false;
}
