import type { Party, Root } from './types.js';

/** Who fights their own state. */
export const isInsurgent = ({ actor }: Party): boolean =>
  (actor?.sectors ?? []).some((sector) => sector === 'REB' || sector === 'UAF');

/** Whether two parties are one and the same, as far as they are known. */
export function same(a: Party, b: Party): boolean {
  return a.actor !== undefined && b.actor !== undefined && a.actor.id === b.actor.id;
}

/** The known parties, each once. */
export function distinct(parties: readonly Party[]): Party[] {
  return parties.filter(
    (party, i) => party.actor && !parties.slice(0, i).some((earlier) => same(earlier, party)),
  );
}

/** Whether somebody is one of those who act, or of their own state, and so no other side. */
export function isOfActors(actors: readonly Party[], party: Party, root: Root): boolean {
  return actors.some((a) => same(a, party)) || isOwnState(actors, party, root);
}

/** A state and its own government are no two parties; a government and its citizens are, and so is whom it jails. */
function isOwnState(actors: readonly Party[], recipient: Party, root: Root): boolean {
  const domestic = (p: Party): boolean => p.actor!.sectors.some((s) => s !== 'GOV' && s !== 'MIL');
  if (!recipient.actor || domestic(recipient)) return false;
  if (root === 'COERCE' && recipient.actor.kind !== 'state' && recipient.actor.sectors.length > 0)
    return false;
  return actors.some((a) => a.actor?.code === recipient.actor!.code && !domestic(a));
}

/** Of those killed in an attack of rebels the rebels among them are not whom it was aimed at. */
export function spared(actors: readonly Party[], recipients: Party[]): Party[] {
  if (recipients.length < 2 || !actors.some(isInsurgent)) return recipients;
  const others = recipients.filter((r) => !isInsurgent(r));
  return others.length > 0 ? others : recipients;
}
