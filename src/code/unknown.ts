import type { Sector } from '../world/index.js';
import { atHome, dwellersAtHome, elsewhere, sourceAtHome } from './domestic.js';
import type { Match } from './match.js';
import { quadOf } from './ontology.js';
import { firstOpen, isSome, mayStayOpen, openAt } from './open.js';
import type { Parties } from './parties.js';
import { isPrivate } from './private.js';
import { isSpeech } from './reported.js';
import type { Tree } from './tree.js';
import type { Party, Root } from './types.js';

/** Somebody told but not known, with the rule that says of which state they are, where one does. */
export interface Unknown {
  readonly party: Party;
  readonly rule?: string;
}

/** People who are named for no more than that they are. */
const VAGUE =
  /^(?:people|person|family|relative|victim|survivor|child|woman|man|youth|veteran|consumer|civilian|citizen)$/;

/**
 * To whom an act is done where its words tell of somebody whom no file knows: as one of a state, where it can only be that one, else
 * as an open side ("Hamas freed two elderly hostages"). `there`: the state of the place of the act.
 */
export function unknownRecipient(
  tree: Tree,
  parties: Parties,
  { frame, reading, recipients }: Match,
  actors: readonly Party[],
  there: string | undefined,
): Unknown | undefined {
  const root = reading.root!;
  const told = firstOpen(tree, parties, recipients, /^(?:ACCUSE|REJECT|PROTEST)$/.test(root));
  if (!told) {
    const party = dwellersAtHome(tree, parties, frame, root, actors);
    return party && { party, rule: 'recipient in a place of the doer’s own state' };
  }
  // What a reporter is told is said to the readers.
  if (told.party.sectors?.includes('MED') && isSpeech(frame.lemma)) return undefined;
  // "protects workers": what is said or given to all of a kind is no act towards anybody.
  if ((quadOf(root) < 3 || root === 'REQUEST') && !isSome(tree, told)) return undefined;
  // "extended his condolences to the families of the victims": of whose state they are the report tells elsewhere.
  if (quadOf(root) === 1 && VAGUE.test(tree.token(told.head).lemma)) return undefined;
  const home = atHome(tree, parties, told, root, actors, there);
  if (home) return { party: home, rule: 'recipient of the doer’s own state: only a home actor can be meant' };
  const other = elsewhere(tree, parties, told, root, actors);
  if (other) return { party: other, rule: 'recipient of the state where they are told to be' };
  // "hostages held by Hamas" tells of the hostages.
  const aside = tree.is(frame.index, 'acl') && !tree.is(frame.index, 'acl:relcl');
  return aside || !mayStayOpen(tree, told) ? undefined : { party: told.party, rule: 'recipient left open' };
}

/** What people of no state told do to somebody known; what they agree, give or say in praise is no act of a side. */
const DONE: ReadonlySet<Root> = new Set<Root>([
  'PROTEST',
  'ASSAULT',
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'RETREAT',
]);
/** Who speaks of others as their calling. */
const COMMENTING =
  /^(?:analyst|expert|critic|observer|source|witness|eyewitness|commentator|historian|scholar|researcher|scientist|economist|lawyer|attorney|author|writer|investor|trader|resident|neighbou?r|passenger|customer|user|people|person|man|woman|consumer|family|relative)$/;
const FIGHTING: ReadonlySet<Sector> = new Set<Sector>(['REB', 'UAF', 'CRM']);

/**
 * Who does something to somebody known where the words tell of people whom no file knows: as one of a state, where it can only be
 * that one, else as an open side ("Crowds chanted against France"). Undefined for who only speaks of others.
 */
export function unknownActor(
  tree: Tree,
  parties: Parties,
  { frame, reading, actors }: Match,
  recipients: readonly Party[],
): Unknown | undefined {
  const root = reading.root!;
  const known = recipients.filter(({ actor }) => actor);
  if (frame.pos !== 'VERB' || !DONE.has(root) || known.length === 0) return undefined;
  const told = actors.flat().flatMap((index) => openAt(tree, parties, index) ?? [])[0];
  if (!told || !mayStayOpen(tree, told, root === 'PROTEST')) return undefined;
  const { sectors = [] } = told.party;
  if (sectors.includes('MED') || COMMENTING.test(tree.token(told.head).lemma)) return undefined;
  const armed = sectors.some((sector) => FIGHTING.has(sector));
  if (!armed && (root === 'ASSAULT' || root === 'RETREAT' || known.every(isPrivate))) return undefined;
  const home = sourceAtHome(tree, parties, told, known);
  if (home) return { party: home, rule: 'source of the other side’s state: only a home actor can be meant' };
  const other = elsewhere(tree, parties, told, 'PROTEST', known);
  return other
    ? { party: other, rule: 'source of the state where they are told to be' }
    : { party: told.party, rule: 'source left open' };
}
