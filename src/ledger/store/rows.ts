import { engineVersion, type Span, slice } from '../../base/index.js';
import type { Event, EventDate, Party } from '../../code/index.js';
import type { Report } from '../../read/index.js';
import type { Quotation, Source } from '../../source/index.js';
import { outletOf, ownershipOf } from '../../world/index.js';
import { type Identity, identityOf } from './identity.js';
import { pairsOf } from './pairs.js';
import type {
  LedgerReading,
  StoredEvent,
  StoredParty,
  StoredReport,
  StoredSource,
  StoredSpan,
} from './types.js';

/** Rows of the tables that one report fills. */
export interface ReportRows {
  readonly events: StoredEvent[];
  readonly pairs: object[];
  readonly quotations: object[];
  readonly disagreements: object[];
}

/** The row of a report. */
export function reportRow(
  reading: LedgerReading,
  identity: Identity,
  engine: string,
): Omit<StoredReport, 'status' | 'replaces'> {
  const { report, date } = reading;
  const outlet = [report.outlet, report.url].map((name) => name && outletOf(name)).find(Boolean) || undefined;
  return {
    ...identity,
    given_id: report.id,
    origin: report.origin,
    url: report.url ?? null,
    outlet: report.outlet ?? outlet?.name ?? null,
    outlet_id: outlet?.id ?? null,
    outlet_state: outlet?.code || null,
    outlet_ownership: (outlet && ownershipOf(outlet.id)) ?? null,
    author: report.author ?? null,
    published: report.published ?? null,
    day: date.date ?? null,
    day_basis: date.basis,
    title: report.title ?? null,
    text: report.text,
    language: 'en',
    engine,
  };
}

/** What the ledger would keep of a reading: its report and events, with the ids that they would have. */
export function keptOf(
  reading: LedgerReading,
  id?: string,
): { readonly report: StoredReport; readonly events: readonly StoredEvent[] } {
  const identity = identityOf(reading.report);
  const row = reportRow(reading, id === undefined ? identity : { ...identity, id }, engineVersion());
  return {
    report: { ...row, status: 'current', replaces: null },
    events: rowsOf(reading, row.id, row.engine).events,
  };
}

/** What a report says, as rows; ids follow from the report's id in the ledger and the order of its events. */
export function rowsOf(reading: LedgerReading, id: string, engine: string): ReportRows {
  const { report } = reading;
  const names = new Map(reading.events.map((event, at) => [event.id, `${id}-${at + 1}`]));
  const events = reading.events.map((event) => eventRow(reading, event, id, names.get(event.id)!, engine));
  return {
    events,
    pairs: events.flatMap(pairsOf),
    quotations: reading.quotations.map((quotation, n) => quotationRow(report, quotation, id, n + 1)),
    disagreements: reading.disagreements.map((one, n) => ({
      id: `${id}-d${n + 1}`,
      report: id,
      about: one.about,
      sides: one.sides.map((side) => ({
        says: side.says,
        report: id,
        event: names.get(one.event) ?? null,
        evidence: side.evidence.map((span) => spanOf(report, span)),
      })),
    })),
  };
}

function eventRow(
  reading: LedgerReading,
  event: Event,
  report: string,
  id: string,
  engine: string,
): StoredEvent {
  const words = (span: Span): StoredSpan => spanOf(reading.report, span);
  const said = reading.attributions.find((one) => one.event === event.id);
  return {
    ...{ id, report, import: null, line: null, coder: engine, source_id: null },
    url: reading.report.url ?? null,
    outlet: null,
    root: event.root,
    quad: event.quad,
    cameo: event.cameo,
    goldstein: event.goldstein,
    plover: event.plover,
    modes: event.modes,
    contexts: event.contexts,
    modality: event.modality,
    reciprocal: event.reciprocal,
    background: event.background,
    ...dated(event.dates[0]),
    reported: reading.date.date ?? null,
    dates: event.dates.map((date) => {
      const row = dated(date);
      return {
        start: row.date_start,
        end: row.date_end,
        precision: row.date_precision,
        basis: row.date_basis,
      };
    }),
    actors: event.actors.map(partyOf),
    recipients: event.recipients.map(partyOf),
    place: event.place?.name ?? null,
    place_state: event.place?.state ?? null,
    latitude: null,
    longitude: null,
    figures: event.figures.map(({ span, ...figure }) => ({ ...figure, ...words(span) })),
    object: event.object ? words(event.object) : null,
    trigger: words(event.trigger),
    evidence: event.evidence.map(words),
    reasons: event.reasons.map(({ rule, span, note }) => ({
      rule,
      start: span.start,
      end: span.end,
      note: note ?? null,
    })),
    claimed_by: said?.claimedBy ? sourceOf(said.claimedBy) : null,
    chain: said?.chain.map(sourceOf) ?? [],
    confidence: event.confidence,
    ...{ mentions: null, sources: null, articles: null },
  };
}

type Dated = Pick<StoredEvent, 'date_start' | 'date_end' | 'date_precision' | 'date_basis'>;

/** The days of an act, where the text says them; the day of the report is kept apart, as `reported`. */
function dated(date: EventDate | undefined): Dated {
  const interval = date?.basis === 'reported' ? undefined : date?.interval;
  return {
    date_start: interval?.start ?? null,
    date_end: interval?.end ?? null,
    date_precision: interval?.precision ?? null,
    date_basis: date?.basis ?? 'unknown',
  };
}

function partyOf({ actor, sectors, text, span }: Party): StoredParty {
  return {
    code: actor?.code || null,
    sectors: actor?.sectors ?? sectors ?? [],
    name: actor?.name ?? null,
    kind: actor?.kind ?? null,
    id: actor?.id ?? null,
    office: actor?.office ?? null,
    text,
    start: span.start,
    end: span.end,
  };
}

function sourceOf({ text, actor }: Source): StoredSource {
  return {
    text,
    code: actor?.code || null,
    id: actor?.id ?? null,
    name: actor?.name ?? null,
    kind: actor?.kind ?? null,
  };
}

function quotationRow(report: Report, quotation: Quotation, id: string, n: number): object {
  const { speaker } = quotation;
  return {
    report: id,
    n,
    kind: quotation.kind,
    content: quotation.content.map((span) => spanOf(report, span)),
    cue: quotation.cue ? spanOf(report, quotation.cue) : null,
    speaker: speaker ? sourceOf(speaker) : null,
    speaker_start: speaker?.span?.start ?? null,
    speaker_end: speaker?.span?.end ?? null,
    chain: quotation.chain.map(sourceOf),
    confidence: quotation.confidence,
  };
}

function spanOf(report: Report, { start, end }: Span): StoredSpan {
  return { start, end, text: slice(report.text, { start, end }) };
}
