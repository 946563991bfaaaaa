import { COUNTED, type CountFilter, type DailyCount, type Ledger } from '../ledger/index.js';
import { relationOf } from './relation.js';
import type { DayCount, DayVolume, Quads, Relation, RelationOptions, SourceClass } from './types.js';

export interface LedgerRelationOptions extends RelationOptions {
  /** First and last day looked at, ISO; all that the ledger holds when absent. */
  readonly since?: string;
  readonly until?: string;
  /** What `volumeIn` gives for the same days, where it is asked for once and used for many relations. */
  readonly volume?: readonly DayVolume[];
}

/** The relation of two actors as the ledger knows it: acts that happened, told as news and dated to a month or closer. */
export async function relationIn(
  ledger: Ledger,
  pair: readonly [string, string],
  options: LedgerRelationOptions = {},
): Promise<Relation> {
  const filter = filterOf(options);
  const counts = await ledger.dailyCounts(...pair, filter);
  const volume = options.volume ?? (await volumeIn(ledger, options));
  return relationOf(
    {
      pair,
      counts: counts.map((count) => dayCount(count)),
      joined: counts.every(({ unjoined }) => unjoined === 0),
      volume,
      sourced: await sourced(ledger, pair, filter),
      ...(options.since ? { since: options.since } : {}),
      ...(options.until ? { until: options.until } : {}),
    },
    options,
  );
}

/** How much is reported at all, of the acts that a relation counts. */
export async function volumeIn(
  ledger: Ledger,
  options: Pick<LedgerRelationOptions, 'since' | 'until'> = {},
): Promise<DayVolume[]> {
  const days = await ledger.volume(filterOf(options));
  return days.map(({ day, events, quads }) => ({ day, count: events, quads }));
}

function filterOf({ since, until }: Pick<LedgerRelationOptions, 'since' | 'until'>): CountFilter {
  return {
    ...COUNTED,
    ...(since ? { from: since } : {}),
    ...(until ? { to: until } : {}),
  };
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
  // Without state media of either there is one class alone, and nothing to balance.
  if (!(await ledger.hasStateMediaOf(pair))) return [];
  const all: DayCount[] = [];
  for (const [by, own] of classes) {
    const counts = await ledger.dailyCounts(...pair, { ...filter, ...own });
    all.push(...counts.map((count) => dayCount(count, by)));
  }
  return all;
}

/** Counts acts: the Goldstein sum of a story is the mean of its events. */
function dayCount(count: DailyCount, by?: SourceClass): DayCount {
  const { day, source, target, events, acts, goldstein, reports } = count;
  const scaled = goldstein.map((sum, k) => (events[k]! > 0 ? (sum * acts[k]!) / events[k]! : 0));
  return {
    ...{ day, source, target, reports, quads: acts },
    goldstein: scaled as unknown as Quads,
    ...(by ? { by } : {}),
  };
}
