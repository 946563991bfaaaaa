import { dayNumber, isoOf } from '../../base/index.js';
import { countsBetween, type DyadMonth, dyadMonths, dyadOf, monthsOf } from '../../ledger/index.js';
import {
  type Acts,
  actsBehind,
  type Evidenced,
  movementOf,
  type Regime as RegimeOf,
  type Relation,
  relationIn,
  type Shift as ShiftOf,
} from '../../relate/index.js';
import { isState } from '../../world/index.js';
import { movementText, shiftText } from '../../write/index.js';
import type {
  Channel,
  Estimate,
  Movement,
  Point,
  Rate,
  Regime,
  RelationView,
  Shift,
  Step,
  WorldView,
} from '../schema/index.js';
import { metaOf, statementsOf, type ViewContext } from './context.js';
import { actorRef, toldOf } from './told.js';

export interface RelationWanted {
  readonly since?: string;
  readonly until?: string;
  readonly step?: Step;
  readonly level?: number;
}

/** Acts shown behind a shift. */
const BEHIND = 5;

/**
 * Of a longer time by day the points are weeks, and the answer's `step` says so: no drawing shows more, and to send and draw
 * them takes longer than to work them out. CSV has all days.
 */
const MOST_DAYS = 4000;

/** The relation of two actors as it is drawn. */
export async function drawnRelation(
  context: ViewContext,
  pair: readonly [string, string],
  wanted: RelationWanted,
): Promise<RelationView> {
  if (wanted.step !== 'day') return relationView(context, pair, wanted);
  const volume = await context.volume();
  const [first, last] = [wanted.since ?? volume[0]?.day, wanted.until ?? volume.at(-1)?.day];
  const long = first && last && dayNumber(last) - dayNumber(first) > MOST_DAYS;
  return relationView(context, pair, long ? { ...wanted, step: 'week' } : wanted);
}

/** The relation of two actors with its shifts, the acts behind them, and where it moved last. */
export async function relationView(
  context: ViewContext,
  pair: readonly [string, string],
  wanted: RelationWanted,
): Promise<RelationView> {
  const { result, sql } = await statementsOf(context.ledger, () => relationOf(context, pair, wanted));
  const { since, until } = result;
  return {
    ...(await viewOf(context, result)),
    meta: metaOf(context, sql, `relation ${pair.join('–')}, ${since} to ${until}`),
  };
}

/** The relation alone, with how much is reported at all worked out once for all relations of the whole time. */
export async function relationOf(
  { ledger, volume }: ViewContext,
  pair: readonly [string, string],
  wanted: RelationWanted,
): Promise<Relation> {
  const { since, until } = wanted;
  const all = (await volume()).filter(({ day }) => (!since || day >= since) && (!until || day <= until));
  return relationIn(ledger, pair, { ...wanted, volume: all });
}

/** A relation that was worked out already, as the contract has it. */
export async function viewOf(
  { ledger }: Pick<ViewContext, 'ledger'>,
  relation: Relation,
): Promise<Omit<RelationView, 'meta'>> {
  const { pair, since, until, hint } = relation;
  const behind = await actsBehind(ledger, relation, hint ? [hint] : relation.shifts, BEHIND);
  const counts = await countsBetween(ledger.database, dyadOf(...pair), since, until);
  const [latest] = await movements(ledger.database, until.slice(0, 7), dyadOf(...pair));
  return {
    pair: [actorRef(pair[0]), actorRef(pair[1])],
    since,
    until,
    step: relation.step,
    points: relation.points.map(pointOf),
    whole: regimeOf(relation.whole),
    shifts: relation.shifts.map((shift) => shiftView(shift, behind.get(shift) ?? [])),
    hint: hint ? shiftView(hint, behind.get(hint) ?? []) : null,
    level: relation.level,
    unknown: relation.unknown ?? null,
    volumeKnown: relation.volumeKnown,
    counts: counts.rows[0]!,
    latest: latest ?? movementView(pair, NOTHING, NOTHING, until.slice(0, 7)),
  };
}

function shiftView(shift: ShiftOf, behind: readonly Evidenced[]): Shift {
  const { day, earliest, latest, times, change, falseAlarm, towards } = shift;
  return {
    day,
    earliest,
    latest,
    before: regimeOf(shift.before),
    after: regimeOf(shift.after),
    times,
    change,
    falseAlarm,
    towards,
    text: shiftText(shift),
    told: behind.map(toldOf),
  };
}

function regimeOf({ quads, rate, index, words, deeds, ...regime }: RegimeOf): Regime {
  return {
    ...regime,
    quads: [...quads],
    rate: bounded(rate),
    index: rounded(index),
    words: channelOf(words),
    deeds: channelOf(deeds),
  };
}

function pointOf(point: Relation['points'][number]): Point {
  const { quads, ofFirst, goldstein, index, balanced, coverage, corrected, flow, words, deeds } = point;
  return {
    start: point.start,
    end: point.end,
    quads: [...quads],
    ofFirst: [...ofFirst],
    acts: point.acts,
    goldstein: round(goldstein),
    index: rounded(index),
    balanced: balanced ? rounded(balanced) : null,
    coverage: round(coverage),
    corrected: bounded(corrected),
    flow: rounded(flow),
    words: channelOf(words),
    deeds: channelOf(deeds),
  };
}

function channelOf({ cooperation, conflict, balance }: RegimeOf['words']): Channel {
  return { cooperation, conflict, balance: rounded(balance) };
}

/** Four decimals: a long series by day is half as long to send so, and no drawing shows more. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function rounded({ value, low, high }: Estimate): Estimate {
  return { value: round(value), low: round(low), high: round(high) };
}

/** JSON knows no infinity: a rate of a time in which nothing at all was reported has no upper bound. */
function bounded(rate: Estimate): Rate {
  const { value, low, high } = rounded(rate);
  return { value, low, high: Number.isFinite(high) ? high : null };
}

const NOTHING: Acts = { quads: [0, 0, 0, 0], goldstein: 0, squares: 0 };
/** Months before the one looked at with which it is compared. */
const BEFORE = 6;

/** First day of the month so many months away. */
function monthAway(month: string, by: number): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 10);
}

/** Where every dyad, or one, went in a month against the six before; those with no act in all that time are left out. */
async function movements(
  database: ViewContext['ledger']['database'],
  month: string,
  dyad?: string,
): Promise<Movement[]> {
  const { rows } = await movementRows(database, month, dyad);
  return movementsOf(rows, month);
}

function movementRows(database: ViewContext['ledger']['database'], month: string, dyad?: string) {
  return dyadMonths(database, {
    from: monthAway(month, -BEFORE),
    to: monthAway(month, 0),
    ...(dyad ? { dyad } : {}),
  });
}

function movementsOf(rows: readonly DyadMonth[], month: string): Movement[] {
  const dyads = new Map<string, { pair: readonly [string, string]; now: Acts; before: Acts }>();
  for (const row of rows) {
    const own = dyads.get(row.dyad) ?? { pair: [row.a, row.b] as const, now: NOTHING, before: NOTHING };
    if (row.month.startsWith(month)) own.now = sum(own.now, row);
    else own.before = sum(own.before, row);
    dyads.set(row.dyad, own);
  }
  return [...dyads.values()].map(({ pair, now, before }) => movementView(pair, now, before, month));
}

function sum(acts: Acts, row: DyadMonth): Acts {
  const [a, b, c, d] = acts.quads;
  return {
    quads: [a + row.quad1, b + row.quad2, c + row.quad3, d + row.quad4],
    goldstein: acts.goldstein + row.goldstein,
    squares: acts.squares + row.squares,
  };
}

function movementView(pair: readonly [string, string], now: Acts, before: Acts, month: string): Movement {
  const movement = movementOf(now, before);
  return {
    pair: [actorRef(pair[0]), actorRef(pair[1])],
    ...movement,
    why: movementText(movement, { month, now: now.quads, before: before.quads }),
  };
}

/** Movements shown of a month. */
const MOST = 500;

/** Where the dyads of states went in a month; the last of the ledger where none is named. */
export async function worldView(context: ViewContext, wanted: string | undefined): Promise<WorldView> {
  const { database } = context.ledger;
  const months = await monthsOf(database);
  const month = wanted ?? months.at(-1) ?? new Date().toISOString().slice(0, 7);
  const found = await movementRows(database, month);
  const all = movementsOf(
    found.rows.filter(({ a, b }) => isState(a) && isState(b)),
    month,
  ).sort((a, b) => b.now.acts + b.before.acts - a.now.acts - a.before.acts);
  const counts = { closer: 0, apart: 0, unchanged: 0, unknown: 0 };
  for (const { towards } of all) counts[towards]++;
  return {
    month,
    months,
    before: [monthAway(month, -BEFORE), dayBefore(monthAway(month, 0))],
    movements: all.slice(0, MOST),
    counts,
    meta: metaOf(context, found.sql, `movements of ${month}`),
  };
}

function dayBefore(day: string): string {
  return isoOf(dayNumber(day) - 1);
}
