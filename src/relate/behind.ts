import { dayNumber, isoOf } from '../base/index.js';
import type { Ledger, StoredEvent, StoredReport } from '../ledger/index.js';
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
 * The acts behind a shift: those of its first weeks that are of the kind that grew most, or of any kind where what
 * there was stopped; the weightiest by Goldstein first.
 */
export async function actsBehind(
  ledger: Ledger,
  { pair, shifts, until }: Relation,
  shift: Shift,
  most: number,
): Promise<Evidenced[]> {
  const next = shifts.find((s) => s.day > shift.day)?.day ?? until;
  const from = isoOf(dayNumber(shift.day) - BEFORE);
  const to = [isoOf(dayNumber(shift.day) + AFTER), next].sort()[0]!;
  const grown = grownQuads(shift);
  const found: StoredEvent[] = [];
  for await (const event of ledger.events({ between: pair, from, to }))
    if (event.quad !== null && !event.background && grown.includes(event.quad)) found.push(event);
  found.sort(
    (a, b) =>
      Number(b.date_basis === 'stated') - Number(a.date_basis === 'stated') ||
      Math.abs(b.goldstein ?? 0) - Math.abs(a.goldstein ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  return withReports(ledger, distinct(found).slice(0, most));
}

/** Quad classes that there are more of after a shift than before; all where there are more of none. */
function grownQuads({ before, after }: Shift): number[] {
  const perMonth = (regime: Shift['before'], k: number): number =>
    (regime.quads[k]! / Math.max(1, regime.acts)) * regime.rate.value;
  const grown = [0, 1, 2, 3].filter((k) => perMonth(after, k) > 1.5 * perMonth(before, k));
  return (grown.length > 0 ? grown : [0, 1, 2, 3]).map((k) => k + 1);
}

/** One event for each root and day: the same act told ten times is shown once. */
function distinct(events: readonly StoredEvent[]): StoredEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = `${event.root} ${event.date_start ?? event.reported}`;
    return !seen.has(key) && seen.add(key);
  });
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
