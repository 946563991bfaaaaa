import { atHome, dwellersAtHome, elsewhere } from './domestic.js';
import type { Match } from './match.js';
import { quadOf } from './ontology.js';
import { firstOpen, isSome, mayStayOpen } from './open.js';
import type { Parties } from './parties.js';
import { isSpeech } from './reported.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** Somebody told but not known, with the rule that says of which state they are, where one does. */
export interface Unknown {
  readonly party: Party;
  readonly rule?: string;
}

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
  const home = atHome(tree, parties, told, root, actors, there);
  if (home) return { party: home, rule: 'recipient of the doer’s own state: only a home actor can be meant' };
  const other = elsewhere(tree, parties, told, root, actors);
  if (other) return { party: other, rule: 'recipient of the state where they are told to be' };
  // "hostages held by Hamas" tells of the hostages.
  const aside = tree.is(frame.index, 'acl') && !tree.is(frame.index, 'acl:relcl');
  return aside || !mayStayOpen(tree, told) ? undefined : { party: told.party, rule: 'recipient left open' };
}
