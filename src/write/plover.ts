import { slice } from '../base/index.js';
import type { Event, EventDate, Party } from '../code/index.js';
import type { Act } from '../import/index.js';
import type { Source } from '../source/index.js';
import type { Reading } from '../stages.js';

/** The codebook that the codes follow. */
export const CODEBOOK = 'plover-2.0';

/** An actor or recipient in PLOVER's field names. */
export interface Entity {
  code: string | null;
  sector?: string[];
  entity_text: string;
  identifier_id?: string;
  identifier_text?: string;
  office?: string;
}

/** One event as a PLOVER record: the manual's fields, and what Rapport adds to them at the end. */
export interface PloverRecord {
  id: string;
  /** Null for events that others coded. */
  report: string | null;
  /** First day; for acts dated only by the report, the day of the report (see date_basis). Null when unknown. */
  date: string | null;
  enddate?: string;
  actor: Entity[];
  recipient: Entity[];
  event: string[];
  /** Null, as the next, only for statements that PLOVER drops, which imported files hold. */
  quad_code: number | null;
  event_scale: number | null;
  mode: string[];
  context: string[];
  event_text: string[];
  event_loc?: { name: string; country?: string; start?: number; end?: number; lat?: number; lon?: number };
  text_info: { sequence: number; start: number; end: number };
  cite_info: { url?: string; title?: string; publication?: string; coder: string; codebook: string };
  goldstein: number | null;
  cameo: string | null;
  modality: string;
  reciprocal: boolean;
  background: boolean;
  date_precision: string | null;
  date_basis: string;
  /** Every date the report gives for the act, when it gives several. */
  dates?: { start: string | null; end: string | null; precision: string }[];
  reported: string | null;
  figures: {
    value: number;
    low: number;
    high: number | null;
    unit: string;
    kind: string;
    start: number;
    end: number;
  }[];
  claimed_by?: string;
  sources: string[];
  evidence: { start: number; end: number; text: string }[];
  /** 0 to 1; null where others coded the event and give none. */
  confidence: number | null;
}

/** The events of a reading as PLOVER records. */
export function ploverRecords(reading: Reading): PloverRecord[] {
  return reading.events.map((event) => recordOf(reading, event));
}

function recordOf(reading: Reading, event: Event): PloverRecord {
  const { report } = reading;
  const attribution = reading.attributions.find((a) => a.event === event.id);
  const date = daysOf(event.dates[0], reading.date.date);
  const first = event.evidence[0]!;
  const sentence = reading.document.sentences.find((s) => s.start <= first.start && first.start < s.end);
  return {
    id: event.id,
    report: report.id,
    ...date,
    actor: event.actors.map(entityOf),
    recipient: event.recipients.map(entityOf),
    event: [event.root],
    ...scored(event),
    event_text: [slice(report.text, event.trigger)],
    ...(event.place ? { event_loc: locationOf(event.place) } : {}),
    text_info: { sequence: sentence?.index ?? 0, start: first.start, end: first.end },
    cite_info: {
      ...(report.url ? { url: report.url } : {}),
      ...(report.title ? { title: report.title } : {}),
      ...(report.outlet ? { publication: report.outlet } : {}),
      coder: 'rapport',
      codebook: CODEBOOK,
    },
    ...manner(event),
    date_precision: event.dates[0]?.interval?.precision ?? null,
    date_basis: event.dates[0]?.basis ?? 'unknown',
    ...(event.dates.length > 1
      ? { dates: event.dates.flatMap((d) => (d.interval ? [d.interval] : [])) }
      : {}),
    reported: reading.date.date ?? null,
    figures: event.figures.map(({ span, ...figure }) => ({ ...figure, ...span })),
    ...(attribution?.claimedBy ? { claimed_by: sourceName(attribution.claimedBy) } : {}),
    sources: attribution?.chain.map(sourceName) ?? [],
    evidence: event.evidence.map((span) => ({ ...span, text: slice(report.text, span) })),
    confidence: event.confidence,
  };
}

/** What was done, in the manual's fields. */
export function scored({
  quad,
  plover,
  modes,
  contexts,
}: Act): Pick<PloverRecord, 'quad_code' | 'event_scale' | 'mode' | 'context'> {
  return { quad_code: quad, event_scale: plover, mode: [...modes], context: [...contexts] };
}

type Manner = Pick<PloverRecord, 'goldstein' | 'cameo' | 'modality' | 'reciprocal' | 'background'>;

/** How it is told, and its older scale and code, beside the manual's fields. */
export function manner({ goldstein, cameo, modality, reciprocal, background }: Manner): Manner {
  return { goldstein, cameo, modality, reciprocal, background };
}

function daysOf(
  date: EventDate | undefined,
  reported: string | undefined,
): { date: string | null; enddate?: string } {
  const interval = date?.interval;
  if (!interval || date.basis === 'reported') return { date: reported ?? null };
  const start = interval.start ?? interval.end;
  return { date: start, ...(interval.end && interval.end !== start ? { enddate: interval.end } : {}) };
}

function entityOf(party: Party): Entity {
  const actor = party.actor;
  if (!actor) {
    const sector = party.sectors ? { sector: [...party.sectors] } : {};
    return { code: null, ...sector, entity_text: party.text };
  }
  return {
    code: actor.code,
    ...(actor.sectors.length > 0 ? { sector: [...actor.sectors] } : {}),
    entity_text: party.text,
    identifier_id: actor.wikidata ?? actor.id,
    identifier_text: actor.name,
    ...(actor.office ? { office: actor.office } : {}),
  };
}

function locationOf(place: NonNullable<Event['place']>): NonNullable<PloverRecord['event_loc']> {
  return { name: place.name, ...(place.state ? { country: place.state } : {}), ...place.span };
}

function sourceName(source: Source): string {
  return source.actor?.name ?? source.text;
}
