import type { CountFilter, DailyCount, Ledger } from '../ledger/index.js';
import { relationOf } from './relation.js';
import type { DayCount, Quads, Relation, RelationOptions, SourceClass } from './types.js';

/** Said is not done: plans, offers and demands move nothing yet, and what is denied did not happen. */
const HAPPENED = ['done', 'ongoing'] as const;
/** An act of which only the year is known would be counted on New Year's Day. */
const DATED = ['day', 'week', 'month', 'range'] as const;

export interface LedgerRelationOptions extends RelationOptions {
  /** First and last day looked at, ISO; all that the ledger holds when absent. */
  readonly since?: string;
  readonly until?: string;
}

/** The relation of two actors as the ledger knows it: acts that happened, told as news and dated to a month or closer. */
export async function relationIn(
  ledger: Ledger,
  pair: readonly [string, string],
  options: LedgerRelationOptions = {},
): Promise<Relation> {
  const filter: CountFilter = {
    modalities: HAPPENED,
    background: false,
    precisions: DATED,
    ...(options.since ? { from: options.since } : {}),
    ...(options.until ? { to: options.until } : {}),
  };
  const counts = await ledger.dailyCounts(...pair, filter);
  return relationOf(
    {
      pair,
      counts: counts.map((count) => dayCount(count)),
      joined: counts.every(({ unjoined }) => unjoined === 0),
      volume: (await ledger.volume(filter)).map(({ day, events, quads }) => ({ day, count: events, quads })),
      sourced: await sourced(ledger, pair, filter),
      ...(options.since ? { since: options.since } : {}),
      ...(options.until ? { until: options.until } : {}),
    },
    options,
  );
}

async function sourced(
  ledger: Ledger,
  pair: readonly [string, string],
  filter: CountFilter,
): Promise<DayCount[]> {
  const classes: [SourceClass, CountFilter][] = [
    ['first', { stateMediaOf: [pair[0]] }],
    ['second', { stateMediaOf: [pair[1]] }],
    ['third', { notStateMediaOf: pair }],
  ];
  const all: DayCount[] = [];
  for (const [by, own] of classes) {
    const counts = await ledger.dailyCounts(...pair, { ...filter, ...own });
    all.push(...counts.map((count) => dayCount(count, by)));
  }
  return all;
}

/** Counts acts: the Goldstein sum of a story is the mean of its events. */
function dayCount({ day, source, target, events, acts, goldstein }: DailyCount, by?: SourceClass): DayCount {
  const scaled = goldstein.map((sum, k) => (events[k]! > 0 ? (sum * acts[k]!) / events[k]! : 0));
  return { day, source, target, quads: acts, goldstein: scaled as unknown as Quads, ...(by ? { by } : {}) };
}
