import { type Actor, actorOfState } from '../world/index.js';

/** Who fights their state, and who are its people and no office of it. */
const ARMED: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM']);
const PEOPLE: ReadonlySet<string> = new Set(['CVL', 'LAB', 'OPP', 'EDU', 'HLH', 'AGR', 'REL', 'SOC', 'BUS']);

/** By what a side is known: its state with what it is there, or the id of a body of several states. */
export function sideOf({ actor }: { readonly actor?: Actor }): string {
  if (!actor?.code) return '';
  if (actor.kind === 'organization' && actor.sectors.includes('IGO')) return actor.id;
  const part = (sectors: ReadonlySet<string>): boolean => actor.sectors.some((sector) => sectors.has(sector));
  if (actor.kind === 'group' || part(ARMED)) return `${actor.code} armed`;
  return part(PEOPLE) ? `${actor.code} people` : actor.code;
}

/** A side as whoever acts sees it: the people of another state count with it. */
export function seenFrom(doer: string, side: string): string {
  const state = side.replace(/ people$/, '');
  return state === doer.split(' ')[0] ? side : state;
}

/** Whether two sides are a state and its people; those who fight it are none of its own. */
export const isOwn = (doer: string, other: string): boolean =>
  !other.endsWith(' armed') && !doer.endsWith(' armed') && doer.split(' ')[0] === other.split(' ')[0];

/** Whether a side is a state, armed people, or a body of states. */
export const isSide = (side: string): boolean =>
  actorOfState(side.split(' ')[0]!) !== undefined || isBody(side);
export const isBody = (side: string): boolean => side.startsWith('org:') || side.endsWith(' armed');
