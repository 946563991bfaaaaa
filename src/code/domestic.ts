import { kindOfHead } from '../language/index.js';
import { type Actor, actorOfState, genericActor, type Sector } from '../world/index.js';
import type { Frame } from './frame.js';
import { quadOf } from './ontology.js';
import type { Open } from './open.js';
import type { Parties } from './parties.js';
import type { Tree } from './tree.js';
import type { Party, Root } from './types.js';

/** Acts of a state's own bodies that mostly fall on people at home. */
const AT_HOME: ReadonlySet<Root> = new Set<Root>([
  'COERCE',
  'ASSAULT',
  'SANCTION',
  'ACCUSE',
  'CONCEDE',
  'RETREAT',
]);

/** Those of them that fall on all who live in a place. */
const IN_PLACE: ReadonlySet<Root> = new Set<Root>(['COERCE', 'CONCEDE']);

/**
 * People to whom police, a court or a government does something, where the sentence names no state of theirs: those of the
 * same state. The words stay the evidence; undefined where the object is nobody.
 */
export function peopleAtHome(
  tree: Tree,
  frame: Frame,
  root: Root,
  actors: readonly Party[],
  resolved: (index: number) => boolean,
): Party | undefined {
  const [by] = actors;
  const body = by?.actor && homeBody(by.actor, root);
  if (!body || !AT_HOME.has(root)) return undefined;
  const state = actorOfState(by.actor!.code);
  // Whether an object is a person is dear to ask, so that it comes last.
  if (!state || !frame.objects.some((index) => isAtHome(tree, index, resolved))) return undefined;
  const person = frame.objects.find((index) => isPerson(tree, index));
  if (person === undefined || !isAtHome(tree, person, resolved)) return undefined;
  const noun = tree.token(person).lemma;
  const { start, end } = tree.spanOf(person, (child) => tree.is(child, 'acl', 'acl:relcl', 'appos', 'case'));
  return {
    actor: genericActor(state.code, ['CVL'], noun, state.fact),
    text: tree.document.report.text.slice(start, end),
    span: { start, end },
  };
}

/** Whether nothing says that somebody is of another state: "hundreds of activists from 44 countries", "foreign journalists". */
function isAtHome(tree: Tree, person: number, resolved: (index: number) => boolean): boolean {
  const within = [person, ...tree.withRelation(person, 'nmod')];
  if (within.some((noun) => tree.withRelation(noun, 'nmod').some((child) => tree.caseOf(child) === 'from')))
    return false;
  if (tree.withRelation(person, 'amod').some((child) => tree.token(child).lemma === 'foreign')) return false;
  const { first, last } = tree.extent(person, (child) => tree.is(child, 'acl:relcl'));
  for (let i = first; i < last; i++) if (resolved(i)) return false;
  return true;
}

/**
 * Whoever lives where a state's own body does something at home: "lifted the curfew in Guayaquil". Undefined for another state,
 * and for an act that need not fall on all who live there.
 */
export function placeAtHome(
  { actor, text, span }: Party,
  root: Root,
  actors: readonly Party[],
): Party | undefined {
  if (actor?.kind !== 'state' || !IN_PLACE.has(root)) return undefined;
  const own = actors.some((by) => by.actor?.code === actor.code && homeBody(by.actor, root));
  return own ? { actor: genericActor(actor.code, ['CVL'], text, actor.fact), text, span } : undefined;
}

/** "Bulgarian hauliers": of a state, and not it, where several protest of whom the words name no more than that. */
export function peopleOf(tree: Tree, { subjects, possessors }: Frame, party: Party): Party {
  const { actor, span } = party;
  if (actor?.kind !== 'state') return party;
  const noun = [...subjects, ...possessors]
    .map((index) => (tree.token(index).start < span.end ? tree.head(index) : index))
    .concat(subjects)
    .find(
      (index) => index >= 0 && /^NNS$/.test(tree.token(index).xpos) && tree.token(index).start >= span.end,
    );
  if (noun === undefined) return party;
  const { end } = tree.token(noun);
  const { code, fact } = actor;
  const words = tree.document.report.text.slice(span.start, end);
  return {
    actor: genericActor(code, ['CVL'], tree.token(noun).lemma, fact),
    text: words,
    span: { start: span.start, end },
  };
}

/** People who deal with the bodies of their own state. */
const CITIZENS: ReadonlySet<Sector> = new Set<Sector>([
  'LAB',
  'EDU',
  'HLH',
  'AGR',
  'OPP',
  'MED',
  'BUS',
  'CVL',
  'REL',
  'SOC',
  'PTY',
]);
/** Bodies of a state. */
const BODIES: ReadonlySet<Sector> = new Set<Sector>(['GOV', 'COP', 'JUD', 'LEG', 'MIL', 'SPY']);
/** Who has no dealings with other states: whoever governs them is meant. */
const INNER: ReadonlySet<Sector> = new Set<Sector>(['OPP', 'LAB', 'EDU', 'HLH', 'AGR', 'PTY']);
/** Who is often of another state than those who deal with them. */
const STRAY =
  /^(?:refugee|migrant|immigrant|seeker|deportee|expatriate|tourist|traveller|traveler|pilgrim|sailor|seafarer|seaman|crew|hostage|captive|diplomat|ambassador|envoy|consul|mediator|observer|monitor|inspector|peacekeeper|counterpart|ally|mercenary|contractor|investor|creditor|delegate|delegation|community|terrorist|jihadist)$/;
/** Whom a state deals with where it governs. */
const GOVERNED =
  /^(?:protester|protestor|demonstrator|marcher|rioter|dissident|opponent|critic|activist|campaigner|blogger|prisoner|inmate|detainee|defendant|convict|voter|citizen|pensioner|taxpayer|commuter|parishioner|villager|shopkeeper|mourner|worshipper)$/;
/** Where a state governs, told without a name. */
const PLACE =
  /^(?:capital|country|nation|province|territory|district|region|city|town|village|area|island|state|county|prefecture|municipality|suburb|neighbourhood|neighborhood|north|south|east|west|north-?east|north-?west|south-?east|south-?west|countryside)$/;
/** Acts of a government that mostly fall on people at home; relations are cut with those abroad. */
const ALL_AT_HOME: ReadonlySet<Root> = new Set<Root>(['COERCE', 'CONCEDE', 'RETREAT']);
const FOREIGN =
  /^(?:foreign|international|overseas|multinational|global|expatriate|exiled|undocumented|stranded)$/;

/**
 * Somebody told but not known, as one of the state of the other side, where only a home actor can be meant: those whom police or
 * courts deal with, the bodies and parties that citizens deal with, those in a place of that state. `there`: the state of the place.
 * Undefined where the words or the sentence tell of another state.
 */
export function atHome(
  tree: Tree,
  parties: Parties,
  { party, head }: Open,
  root: Root,
  others: readonly Party[],
  there?: string,
): Party | undefined {
  const [other] = others;
  const actor = other?.actor;
  const state = actor && actorOfState(actor.code);
  if (!state || STRAY.test(tree.token(head).lemma)) return undefined;
  if (
    !isHomely(actor, party, tree.token(head).lemma, root) &&
    (there !== state.code || actor.kind === 'organization')
  )
    return undefined;
  const [article] = tree.withRelation(head, 'det').map((det) => tree.token(det).lower);
  const definite = article === 'the' || (article === undefined && isBare(tree, head));
  if ((party.sectors ?? []).some((sector) => BODIES.has(sector)) && !definite) return undefined;
  if (tree.withRelation(head, 'amod').some((child) => FOREIGN.test(tree.token(child).lower)))
    return undefined;
  if (tree.withRelation(head, 'nmod').some((child) => tree.caseOf(child) === 'from')) return undefined;
  const { first, last } = tree.document.sentences[tree.token(head).sentence]!;
  if (parties.placesIn(first, last).some(({ place }) => place.state && place.state !== state.code))
    return undefined;
  for (const [index] of parties.headsIn(first, last)) {
    const code = parties.partyAt(index, 'none')?.actor?.code;
    if (code && code !== state.code && actorOfState(code)) return undefined;
  }
  const name = tree.token(head).lemma;
  return { ...party, actor: genericActor(state.code, party.sectors ?? ['CVL'], name, state.fact) };
}

/**
 * Workers, pupils or an opposition, told but not known, as those of the state of whose officials they want something: "The teachers'
 * federation set President Boluarte an ultimatum". Undefined for who may deal with a state as a foreigner.
 */
export function sourceAtHome(
  tree: Tree,
  parties: Parties,
  told: Open,
  others: readonly Party[],
): Party | undefined {
  const { sectors = [] } = told.party;
  if (!sectors.some((sector) => INNER.has(sector))) return undefined;
  const officials = others.filter(
    ({ actor }) => actor!.kind !== 'organization' && actor!.sectors.some((sector) => BODIES.has(sector)),
  );
  return officials.length > 0 ? atHome(tree, parties, told, 'PROTEST', officials) : undefined;
}

/** Bodies and their people that are meant without an article: "parliament", "lawmakers". */
const isBare = (tree: Tree, head: number): boolean =>
  /S$/.test(tree.token(head).xpos) || /^(?:parliament|congress|police)$/.test(tree.token(head).lower);

/**
 * Somebody told but not known, as one of the state where they are told to be, or of the only other state that the sentence names
 * where it is violence that they suffer: "An Israeli strike on the Gaza European Hospital killed 28 people".
 */
export function elsewhere(
  tree: Tree,
  parties: Parties,
  { party, head }: Open,
  root: Root,
  others: readonly Party[],
): Party | undefined {
  const placed = tree
    .withRelation(head, 'nmod')
    .filter((child) => /^(?:in|at|near|from|across|outside)$/.test(tree.caseOf(child)))
    .flatMap((child) => parties.partyAt(child, 'own')?.actor ?? []);
  const state =
    placed.length > 0 ? actorOfState(placed[0]!.code) : soleOther(tree, parties, head, root, others);
  if (!state) return undefined;
  const name = tree.token(head).lemma;
  return { ...party, actor: genericActor(state.code, party.sectors ?? ['CVL'], name, state.fact) };
}

/** The only state but the doers' that a sentence of violence names. */
function soleOther(
  tree: Tree,
  parties: Parties,
  head: number,
  root: Root,
  others: readonly Party[],
): Actor | undefined {
  if (root !== 'ASSAULT' || STRAY.test(tree.token(head).lemma)) return undefined;
  const { first, last } = tree.document.sentences[tree.token(head).sentence]!;
  const found = new Set<string>();
  for (const { place } of parties.placesIn(first, last)) if (place.state) found.add(place.state);
  for (const [index] of parties.headsIn(first, last)) {
    const actor = parties.partyAt(index, 'none')?.actor;
    // "killed 1,200 people, including 44 Americans", "Washington said": some of them, and who speaks of it.
    const named = actor?.kind === 'state' && !tree.is(index, 'nsubj') && tree.caseOf(index) !== 'including';
    if (named && actorOfState(actor.code)) found.add(actor.code);
  }
  for (const { actor } of others) if (actor) found.delete(actor.code);
  const [only] = found;
  return found.size === 1 ? actorOfState(only!) : undefined;
}

/** Whether those with whom somebody known does something of a kind are at home with them. */
function isHomely(
  { kind, sectors }: Actor,
  { sectors: open = ['CVL'] }: Party,
  noun: string,
  root: Root,
): boolean {
  const isBody = open.some((sector) => BODIES.has(sector));
  if (kind === 'organization') return false;
  if (sectors.includes('REB')) return isBody;
  if (sectors.some((sector) => sector === 'COP' || sector === 'JUD' || sector === 'LEG')) return true;
  if (sectors.length > 0 && sectors.every((sector) => CITIZENS.has(sector)))
    return isBody || root !== 'ASSAULT';
  if (open.some((sector) => INNER.has(sector) || sector === 'LEG') || GOVERNED.test(noun))
    return quadOf(root) > 2 || ALL_AT_HOME.has(root);
  return !sectors.includes('MIL') && ALL_AT_HOME.has(root) && !isBody;
}

/** Those who live where a body of a state imposes or lifts something: "lifted martial law in two eastern territories". */
export function dwellersAtHome(
  tree: Tree,
  parties: Parties,
  frame: Frame,
  root: Root,
  actors: readonly Party[],
): Party | undefined {
  const [by] = actors;
  const state = by?.actor && homeBody(by.actor, root) ? actorOfState(by.actor.code) : undefined;
  if (!state || !IN_PLACE.has(root)) return undefined;
  const { first, last } = tree.extent(frame.index, (child) => tree.isAside(child));
  for (let i = first; i < last; i++) {
    const own = tree.is(i, 'obl', 'nmod') && /^(?:in|on|across|throughout|around)$/.test(tree.caseOf(i));
    if (!own || tree.token(i).pos !== 'NOUN' || !PLACE.test(tree.token(i).lemma)) continue;
    if (parties.partyAt(i, 'any')?.actor) continue;
    const { start, end } = tree.spanOf(i, (child) => tree.is(child, 'case', 'acl', 'acl:relcl', 'appos'));
    const name = tree.token(i).lemma;
    return {
      actor: genericActor(state.code, ['CVL'], name, state.fact),
      text: tree.document.report.text.slice(start, end),
      span: { start, end },
    };
  }
  return undefined;
}

/** A body whose power ends at the border; of a government at large that is not sure where it kills. */
function homeBody({ kind, sectors }: Actor, root: Root): boolean {
  if (kind === 'organization' || kind === 'group') return false;
  if (sectors.includes('COP') || sectors.includes('JUD')) return true;
  return root !== 'ASSAULT' && (kind === 'state' || sectors.includes('LEG') || sectors.includes('GOV'));
}

/** A noun or name that heads the mention of a person. */
function isPerson(tree: Tree, index: number): boolean {
  const token = tree.token(index);
  return token.pos !== 'PRON' && kindOfHead(tree.document, token) === 'person';
}
