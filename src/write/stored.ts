import type { StoredEvent, StoredParty, StoredSource, ToldEvent } from '../ledger/index.js';
import { CODEBOOK, type Entity, manner, type PloverRecord, scored } from './plover.js';

/** An event of the ledger as a PLOVER record; one that others coded says who, and has no evidence. */
export function storedRecord(event: ToldEvent): PloverRecord {
  const first = event.evidence[0];
  const start = event.date_start ?? event.date_end;
  return {
    id: event.id,
    report: event.report,
    date: start ?? event.reported,
    ...(event.date_end && event.date_end !== start ? { enddate: event.date_end } : {}),
    actor: event.actors.map(entityOf),
    recipient: event.recipients.map(entityOf),
    event: event.root ? [event.root] : [],
    ...scored(event),
    event_text: event.trigger ? [event.trigger.text] : [],
    ...(event.place ? { event_loc: locationOf(event) } : {}),
    text_info: { sequence: 0, start: first?.start ?? 0, end: first?.end ?? 0 },
    cite_info: {
      ...(event.url ? { url: event.url } : {}),
      ...(event.title ? { title: event.title } : {}),
      ...(event.publication ? { publication: event.publication } : {}),
      coder: event.coder,
      codebook: CODEBOOK,
    },
    ...manner(event),
    date_precision: event.date_precision,
    date_basis: event.date_basis,
    ...(event.dates.length > 1
      ? { dates: event.dates.map((d) => ({ start: d.start, end: d.end, precision: d.precision ?? '' })) }
      : {}),
    reported: event.reported,
    figures: event.figures.map(({ text: _, ...figure }) => figure),
    ...(event.claimed_by ? { claimed_by: nameOf(event.claimed_by) } : {}),
    sources: event.chain.map(nameOf),
    evidence: event.evidence.map((span) => ({ ...span })),
    confidence: event.confidence,
  };
}

function entityOf(party: StoredParty): Entity {
  return {
    code: party.code,
    ...(party.sectors.length > 0 ? { sector: [...party.sectors] } : {}),
    entity_text: party.text ?? '',
    ...(party.id ? { identifier_id: party.id } : {}),
    ...(party.name ? { identifier_text: party.name } : {}),
    ...(party.office ? { office: party.office } : {}),
  };
}

function locationOf(event: StoredEvent): NonNullable<PloverRecord['event_loc']> {
  return {
    name: event.place!,
    ...(event.place_state ? { country: event.place_state } : {}),
    ...(event.latitude !== null && event.longitude !== null
      ? { lat: event.latitude, lon: event.longitude }
      : {}),
  };
}

function nameOf(source: StoredSource): string {
  return source.name ?? source.text;
}
