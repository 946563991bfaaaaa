import { kindOfHead } from '../language/index.js';
import { type Actor, actorOfState, genericActor } from '../world/index.js';
import type { Frame } from './frame.js';
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
