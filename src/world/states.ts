import { factOf, firstDay, holdsAt, lastDay, type Row, rowsOf } from './tables.js';
import type { Actor, Fact, Sector } from './types.js';

let byCode: Map<string, Row> | undefined;
/** Dependencies that PLOVER codes by themselves. */
let apart: Set<string> | undefined;

function rows(): Map<string, Row> {
  byCode ??= new Map(rowsOf('states').map((row) => [row.code!, row]));
  return byCode;
}

/** The code under which the acts of a state count: its sovereign's for a dependency. */
export function sovereignOf(code: string): string {
  apart ??= new Set(rowsOf('apart').map((row) => row.code!));
  if (apart.has(code)) return code;
  return rows().get(code)?.sovereign || code;
}

/** English name of a state by its ISO 3166 alpha-3 code; the code itself when there is no such state. */
export function stateName(code: string): string {
  return rows().get(code)?.name ?? code;
}

/** Whether there is a state or dependency with this code. */
export function isState(code: string): boolean {
  return rows().has(code);
}

/** Whether a state stood at a date. */
function stood(code: string, at: string): boolean {
  const row = rows().get(code);
  return !row || ((!row.start || firstDay(row.start) <= at) && (!row.end || at <= lastDay(row.end)));
}

/** Whether a row of names holds at a date and its state stands. */
export function namesAt(row: Row, at: string): boolean {
  return holdsAt(row, at) && stood(row.code!, at);
}

const actors = new Map<string, Actor>();

/** A state as an actor; a dependency counts as its sovereign. Undefined when there is no such state. */
export function actorOfState(code: string): Actor | undefined {
  let actor = actors.get(code);
  if (actor) return actor;
  const row = rows().get(code);
  if (!row) return undefined;
  actor = stateActor(code, factOf('states', row));
  actors.set(code, actor);
  return actor;
}

/** A state as an actor by the fact that named it, with the sectors that the name says. */
export function stateActor(
  code: string,
  fact: Fact,
  more: { name?: string; sectors?: readonly Sector[] } = {},
): Actor {
  const row = rows().get(code);
  return {
    code: sovereignOf(code),
    sectors: more.sectors ?? [],
    kind: more.sectors?.includes('GOV') ? 'government' : 'state',
    name: more.name ?? row?.name ?? code,
    id: `state:${code}`,
    ...(row?.wikidata ? { wikidata: row.wikidata } : {}),
    fact,
  };
}
