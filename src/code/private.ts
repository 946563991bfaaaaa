import type { Party } from './types.js';

/** Sectors of people and firms that are no side of a relation by themselves. */
const PRIVATE: ReadonlySet<string> = new Set([
  'CVL',
  'BUS',
  'EDU',
  'HLH',
  'MED',
  'MNC',
  'AGR',
  'SOC',
  'ELI',
  'UNK',
  'REF',
]);

/** Whether somebody known is no more than a private person or firm. */
export const isPrivate = ({ actor }: Party): boolean =>
  actor !== undefined && actor.sectors.length > 0 && actor.sectors.every((sector) => PRIVATE.has(sector));

/** Whether somebody, known or not, is not told to be more than that. */
export const isOfNoOffice = (party: Party): boolean =>
  party.actor ? isPrivate(party) : (party.sectors ?? []).every((sector) => PRIVATE.has(sector));
