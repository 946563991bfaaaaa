import { dayNumber, isoOf } from '../base/index.js';
import { dyadOf, type Ledger, type StoredEvent, type StoredReport } from '../ledger/index.js';
import type { Relation, Shift } from './types.js';

/** One event with the report that tells it; no report where a file of others' events holds it. */
export interface Evidenced {
  readonly event: StoredEvent;
  readonly report?: StoredReport;
}

/** Days after a shift within which the acts that make it are looked for. */
const AFTER = 45;
const BEFORE = 7;

/**
 * The acts behind each shift: those of its first weeks that are of the kind that grew most, or of any kind where what
 * there was stopped; the weightiest by Goldstein first. One statement finds those of all shifts.
 */
export async function actsBehind(
  ledger: Ledger,
  relation: Relation,
  shifts: readonly Shift[],
  most: number,
): Promise<ReadonlyMap<Shift, Evidenced[]>> {
  const windows = shifts.map((shift) => windowOf(relation, shift));
  const days = windows.map(({ from, to }) => `day BETWEEN DATE '${from}' AND DATE '${to}'`);
  const rows =
    shifts.length === 0
      ? []
      : await ledger.database.all<Candidate>(
          `SELECT DISTINCT event, day::VARCHAR AS day, quad, root, basis, abs(coalesce(goldstein, 0)) AS weight FROM pairs
           WHERE dyad = '${dyadOf(...relation.pair)}' AND quad IS NOT NULL AND NOT background AND (${days.join(' OR ')})
           ORDER BY basis <> 'stated', weight DESC, event`,
        );
  const chosen = shifts.map((shift, at) => {
    const grown = grownQuads(shift);
    const { from, to } = windows[at]!;
    return distinct(rows.filter(({ day, quad }) => from <= day && day <= to && grown.includes(quad)))
      .slice(0, most)
      .map(({ event }) => event);
  });
  const events = new Map<string, StoredEvent>();
  const ids = [...new Set(chosen.flat())];
  if (ids.length > 0) for await (const event of ledger.events({ ids })) events.set(event.id, event);
  const told = new Map((await withReports(ledger, [...events.values()])).map((one) => [one.event.id, one]));
  return new Map(shifts.map((shift, at) => [shift, chosen[at]!.flatMap((id) => told.get(id) ?? [])]));
}

interface Candidate {
  readonly event: string;
  readonly day: string;
  readonly quad: number;
  readonly root: string;
  readonly basis: string;
}

/** First and last day on which what makes a shift is looked for: not behind the next one. */
function windowOf({ shifts, until }: Relation, { day }: Shift): { from: string; to: string } {
  const next = shifts.find((s) => s.day > day)?.day ?? until;
  return {
    from: isoOf(dayNumber(day) - BEFORE),
    to: [isoOf(dayNumber(day) + AFTER), next].sort()[0]!,
  };
}

/** Quad classes that there are more of after a shift than before; all where there are more of none. */
function grownQuads({ before, after }: Shift): number[] {
  const perMonth = (regime: Shift['before'], k: number): number =>
    (regime.quads[k]! / Math.max(1, regime.acts)) * regime.rate.value;
  const grown = [0, 1, 2, 3].filter((k) => perMonth(after, k) > 1.5 * perMonth(before, k));
  return (grown.length > 0 ? grown : [0, 1, 2, 3]).map((k) => k + 1);
}

/** One event for each root and day: the same act told ten times is shown once. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ root, day }) => !seen.has(`${root} ${day}`) && seen.add(`${root} ${day}`));
}

/** Adds to events the reports that tell them. */
export async function withReports(ledger: Ledger, events: readonly StoredEvent[]): Promise<Evidenced[]> {
  const ids = [...new Set(events.flatMap((event) => event.report ?? []))];
  const reports = new Map<string, StoredReport>();
  if (ids.length > 0) for await (const report of ledger.reports(ids)) reports.set(report.id, report);
  return events.map((event) => {
    const report = event.report === null ? undefined : reports.get(event.report);
    return { event, ...(report ? { report } : {}) };
  });
}
