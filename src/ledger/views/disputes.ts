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

/** Both kinds of disagreement in one shape: between reports (`disputes`) and within one (`disagreements`). */
const ALL = `(
  SELECT md5(concat_ws(' ', d.story, d.about, d."of")) AS id, d.about, d."of", d.story, s.actors, s.recipients, s.root,
    coalesce(s.date_start, s.first_reported) AS day, coalesce(s.date_end, s.last_reported) AS until,
    list_transform(d.sides, lambda side: {'says': side.says, 'voices': list_transform(side.voices,
      lambda v: {'event': v."event", 'report': v.report, 'source': v.source, 'evidence': v.evidence})}) AS sides,
    {'says': d.settled.says, 'since': d.settled.since} AS settled, d.settled IS NULL AS open
  FROM disputes d JOIN stories s ON s.id = d.story
  UNION ALL BY NAME
  SELECT d.id, d.about, NULL AS "of", x.story, list_transform(e.actors, lambda p: p.code) AS actors,
    list_transform(e.recipients, lambda p: p.code) AS recipients, e.root,
    coalesce(e.date_start, e.date_end, e.reported) AS day, coalesce(e.date_end, e.date_start, e.reported) AS until,
    list_transform(d.sides, lambda side: {'says': side.says, 'voices': [{'event': side."event", 'report': side.report,
      'source': NULL::VARCHAR, 'evidence': list_transform(side.evidence, lambda s: {'start': s.start, 'end': s."end"})}]}) AS sides,
    {'says': NULL::VARCHAR, 'since': NULL::DATE} AS settled, true AS open
  FROM disagreements d JOIN events e ON e.id = d.sides[1]."event"
    LEFT JOIN (SELECT event, any_value(story) AS story FROM story_events GROUP BY event) x ON x.event = e.id
)`;

/** Disagreements, the latest act first. */
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
      columns: `id, about, "of", story, actors, recipients, root, day::VARCHAR AS day, sides,
        CASE WHEN open THEN NULL ELSE settled END AS settled`,
      from: ALL,
      where,
      keys: [
        [`coalesce(day, DATE '0001-01-01')`, 'DATE'],
        ['id', 'VARCHAR'],
      ],
    },
    paging,
  );
}
