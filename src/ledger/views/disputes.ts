import type { Database } from '../store/database.js';
import { Where } from '../store/query.js';
import { type Paging, pageOf, type ViewPage } from './ask.js';

export interface DisputesWanted {
  readonly between?: readonly [string, string?];
  readonly from?: string;
  readonly to?: string;
  readonly story?: string;
  /** Reports of this outlet stand on a side. */
  readonly outlet?: string;
}

/** A question on which reports of one act, or the sentences of one report, disagree. */
export interface DisputeLine {
  readonly id: string;
  readonly about: 'date' | 'figure' | 'actor' | 'modality';
  /** Of figures, what is counted. */
  readonly of: string | null;
  readonly story: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly root: string | null;
  readonly day: string | null;
  readonly sides: readonly {
    readonly says: string;
    readonly voices: readonly {
      readonly event: string | null;
      readonly source: string | null;
      readonly evidence: readonly { readonly start: number; readonly end: number }[];
    }[];
  }[];
  readonly settled: { readonly says: string; readonly since: string } | null;
}

/** Disagreements, between reports and within one, the latest act first. */
export async function disputeLines(
  database: Database,
  wanted: DisputesWanted,
  paging: Paging,
): Promise<ViewPage<DisputeLine>> {
  const among = 'list_contains(list_concat(actors, recipients), ?)';
  const where = new Where()
    .and(among, wanted.between?.[0])
    .and(among, wanted.between?.[1])
    .and('until >= ?::DATE', wanted.from)
    .and('day <= ?::DATE', wanted.to)
    .and('story = ?', wanted.story)
    .and(
      `len(list_intersect(flatten(list_transform(sides, lambda side: list_transform(side.voices, lambda v: v.report))),
        (SELECT coalesce(list(r.id), []) FROM reports r WHERE coalesce(r.outlet_id, r.outlet) = ?))) > 0`,
      wanted.outlet,
    );
  return pageOf(
    database,
    {
      columns: `d.* EXCLUDE (day, until, settled, open), d.day::VARCHAR AS day, CASE WHEN d.open THEN NULL ELSE d.settled END AS settled`,
      from: 'disputed',
      beside: 'JOIN disputed d ON d.id = found.key1',
      where,
      keys: [
        [`coalesce(day, DATE '0001-01-01')`, 'DATE'],
        ['id', 'VARCHAR'],
      ],
    },
    paging,
  );
}
