import { isPeople, kindOfHead } from '../language/index.js';
import { type Sector, who } from '../world/index.js';
import { inClass } from './lexicon.js';
import { makersOf } from './makers.js';
import type { Parties } from './parties.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** What counts people and stands before "of": "hundreds of fighters", "two of the lieutenants". */
const COUNTING =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds|thousands|tens|millions|some|many|most|all|each|both|several|none|number|group|handful|majority|members?|crowds?|couple|pair|families|relatives|leaders?|heads?)$/;
/** Who is nobody in particular, or of one's own: "somebody", "the public", "participants". */
const NOBODY =
  /^(?:friend|everyone|everybody|anyone|anybody|someone|somebody|nobody|one|other|guest|winner|fan|god|viewer|reader|listener|customer|colleague|partner|rival|team|side|party|player|coach|club|self|name|world|public|audience|husband|wife|father|mother|parent|brother|sister|son|daughter|girlfriend|boyfriend|fiancé|fiancée|uncle|aunt|cousin|neighbou?r|community|workforce|donor|institution|stakeholder|individual|participant|attendee|force|coalition|group|regime|personnel|nation|country|ally|member|head|delegation|population|generation|visitor)$/;
/** Whose state stands in the report: who is of the government, the army or a court of one is not left open. */
const OFFICIAL: ReadonlySet<Sector> = new Set<Sector>([
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'COP',
  'SPY',
  'ELI',
  'IGO',
]);

/** Bodies that are called by the house they sit in. */
const HOUSES: ReadonlySet<Sector> = new Set<Sector>(['GOV', 'LEG', 'JUD']);

/**
 * Whether an act towards somebody stands though of which state they are cannot be said. The words must name them more narrowly
 * than "people" or "poor farmers": who is meant at large is no side of a relation, unless they may be ("Crowds chanted").
 */
export function mayStayOpen(tree: Tree, open: Open, large = false): boolean {
  const { sectors = [] } = open.party;
  return (
    sectors.length > 0 && !sectors.some((sector) => OFFICIAL.has(sector)) && (large || isSome(tree, open))
  );
}

/** Whether the words tell of one, of so many or of known ones, and not of all of a kind: "two hostages", "farmers near Baga". */
export const isSome = (tree: Tree, { head }: Open): boolean =>
  !/S$/.test(tree.token(head).xpos) ||
  tree.has(head, 'nummod', 'nmod:poss') ||
  tree.withRelation(head, 'nmod').some((child) => /^(?:in|at|near|from|of)$/.test(tree.caseOf(child))) ||
  isDefinite(tree, head);

const isDefinite = (tree: Tree, head: number): boolean =>
  tree.withRelation(head, 'det').some((det) => tree.token(det).lower === 'the');

/** Somebody told but not known, and the word that says what they are. */
export interface Open {
  readonly party: Party;
  readonly head: number;
}

/**
 * Somebody whom a word names or describes without saying who that is or of which state: "two elderly hostages", "the imam".
 * Undefined where it is no person or body, one of its own ("his soldiers"), or nobody in particular.
 */
export function openAt(tree: Tree, parties: Parties, index: number): Open | undefined {
  const head = counted(tree, index);
  const token = tree.token(head);
  if (token.pos !== 'NOUN') return undefined;
  // "were taken hostage": as what, not who.
  if (/^(?:hostage|captive|prisoner)$/.test(token.lower)) return undefined;
  if (NOBODY.test(token.lemma) || /sel(?:f|ves)$/.test(token.lower)) return undefined;
  if (tree.withRelation(head, 'nmod:poss').some((owner) => tree.token(owner).pos === 'PRON'))
    return undefined;
  if (tree.withRelation(head, 'det').some((det) => /^(?:any|every|each|no)$/.test(tree.token(det).lower)))
    return undefined;
  // "Party Secretary Nguyen Van Nen": who has a name is known to the report.
  if (tree.withRelation(head, 'flat', 'appos').some((name) => tree.token(name).pos === 'PROPN'))
    return undefined;
  // "the justice minister's plan": who owns a thing has no mention of their own.
  const { actor, candidates } = parties.mentionAt(head)?.resolution ?? who(wordsOf(tree, head));
  if (actor) return undefined;
  const sectors =
    candidates.length === 1 && candidates[0]!.kind === 'generic'
      ? candidates[0]!.sectors
      : sectorsOf(token.lemma);
  if (sectors.length === 0 && (candidates.length > 0 || !isPeople(token))) return undefined;
  const kind = kindOfHead(tree.document, token) ?? '';
  // "passed by parliament": the house stands for those in it.
  const house = kind === 'place' && sectors.some((sector) => HOUSES.has(sector));
  if (!house && !/^(?:person|organization)$/.test(kind)) return undefined;
  const { start, end } = tree.spanOf(index, (child) => isBehind(tree, child));
  return {
    head,
    party: {
      text: tree.document.report.text.slice(start, end),
      span: { start, end },
      ...(sectors.length > 0 ? { sectors } : {}),
    },
  };
}

/** A noun with those that make one word with it. */
const wordsOf = (tree: Tree, head: number): string =>
  [...tree.withRelation(head, 'compound'), head].map((index) => tree.token(index).lower).join(' ');

/** What is said of somebody behind their name, and the preposition before it. */
const isBehind = (tree: Tree, child: number): boolean =>
  tree.is(child, 'acl', 'acl:relcl', 'appos', 'case', 'conj', 'cc', 'punct', 'parataxis', 'cop', 'nsubj') ||
  (tree.is(child, 'nmod', 'obl') && !/^(?:|of|in|at|near|from|under|on)$/.test(tree.caseOf(child)));

/** What a body is by its noun alone: "the land board" is of the government, a "league" of the people. */
const sectorsOf = (noun: string): readonly Sector[] =>
  inClass('organ', noun) ? ['GOV'] : inClass('association', noun) ? ['SOC'] : [];

/** Who is counted: the fighters of "hundreds of fighters". */
function counted(tree: Tree, index: number): number {
  if (!COUNTING.test(tree.token(index).lower)) return index;
  const of = tree
    .withRelation(index, 'nmod', 'obl')
    .find((child) => /^(?:of|among)$/.test(tree.caseOf(child)));
  return of ?? index;
}

/** Prepositions between a thing and whose it is, or who made it: "calls from the opposition". */
const OWNING = /^(?:of|from|by)$/;

/**
 * The first of some words that names somebody unknown, or a thing that is theirs: "the court's opinion". With `own`, the thing must
 * be theirs by name: who suffered a killing is not whom it is held against.
 */
export function firstOpen(
  tree: Tree,
  parties: Parties,
  slots: readonly (readonly number[])[],
  own: boolean,
): Open | undefined {
  for (const [at, slot] of slots.entries()) {
    for (const index of slot) {
      const found = openAt(tree, parties, index) ?? ownerOf(tree, parties, index, own);
      if (!found) continue;
      // "called on the authorities to free the editors": whoever fills the first slot is meant, told well or not.
      const before = slots.slice(0, at).flat();
      return before.some((other) => isSomebody(tree, other)) ? undefined : found;
    }
  }
  return undefined;
}

function ownerOf(tree: Tree, parties: Parties, thing: number, own: boolean): Open | undefined {
  if (tree.token(thing).pos !== 'NOUN') return undefined;
  const behind = tree
    .withRelation(thing, 'nmod')
    .filter((child) => OWNING.test(tree.caseOf(child)) && !(own && tree.caseOf(child) === 'of'));
  for (const child of [...tree.withRelation(thing, 'nmod:poss'), ...makersOf(tree, thing), ...behind]) {
    const found = openAt(tree, parties, child);
    if (found) return found;
  }
  return undefined;
}

const isSomebody = (tree: Tree, index: number): boolean =>
  tree.token(index).pos === 'PRON' ||
  /^(?:person|organization)$/.test(kindOfHead(tree.document, tree.token(index)) ?? '');
