import { eventText } from '../../answer/index.js';
import { overlaps } from '../../base/index.js';
import { sentenceAround } from '../../language/index.js';
import {
  type Ledger,
  type StoredEvent,
  type StoredParty,
  type StoredSource,
  storiesOfEvents,
} from '../../ledger/index.js';
import { type Evidenced, withReports } from '../../relate/index.js';
import { codedActor } from '../../world/index.js';
import type { ActorRef, EventView, Figure, Pair, Party, SourceName, Told } from '../schema/index.js';

/** Events by their ids, each with its report: two statements, however many. */
export async function eventsById(
  ledger: Ledger,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Evidenced>> {
  if (ids.length === 0) return new Map();
  const events: StoredEvent[] = [];
  for await (const event of ledger.events({ ids: [...new Set(ids)] })) events.push(event);
  const told = await withReports(ledger, events);
  return new Map(told.map((one) => [one.event.id, one]));
}

/** The views of events in the order of their ids. */
export async function eventViews(ledger: Ledger, ids: readonly string[]): Promise<EventView[]> {
  const [events, stories] = [await eventsById(ledger, ids), await storiesOfEvents(ledger.database, ids)];
  return ids.flatMap((id) => {
    const one = events.get(id);
    return one ? [eventView(one, stories.get(id) ?? null)] : [];
  });
}

/** Who tells an event, in which sentence; rows of others' files have neither report nor words. */
export function toldOf({ event, report }: Evidenced): Told {
  const [first] = event.evidence;
  const span = report && first ? sentenceAround(report.text, first) : undefined;
  return {
    event: event.id,
    report: event.report,
    outlet: report?.outlet ?? event.outlet,
    outletState: report?.outlet_state ?? null,
    reported: report?.day ?? event.reported,
    title: report?.title ?? null,
    sentence: span ? { text: report!.text.slice(span.start, span.end), ...span } : null,
    marks: span
      ? event.evidence
          .filter((evidence) => overlaps(evidence, span))
          .map(({ start, end }) => ({
            start: Math.max(0, start - span.start),
            end: Math.min(span.end, end) - span.start,
            kind: 'evidence' as const,
          }))
      : [],
    url: report?.url ?? event.url,
  };
}

export function eventView(told: Evidenced, story: string | null): EventView {
  const { event } = told;
  return {
    id: event.id,
    actors: event.actors.map(partyOf),
    recipients: event.recipients.map(partyOf),
    root: event.root,
    quad: event.quad,
    cameo: event.cameo,
    goldstein: event.goldstein,
    modes: [...(event.modes ?? [])],
    contexts: [...(event.contexts ?? [])],
    modality: event.modality,
    background: event.background,
    dateStart: event.date_start,
    dateEnd: event.date_end,
    datePrecision: event.date_precision,
    dateBasis: event.date_basis,
    reported: event.reported,
    place: event.place,
    figures: event.figures.map(figureOf),
    claimedBy: event.claimed_by ? sourceOf(event.claimed_by) : null,
    chain: event.chain.map(sourceOf),
    confidence: event.confidence,
    coder: event.coder,
    story,
    text: eventText(event),
    told: toldOf(told),
  };
}

function partyOf({ code, name, text, sectors, start, end }: StoredParty): Party {
  const known = code && (name === null || name === code) ? codedActor(code).name : name;
  return { code, name: known, text, sectors: [...(sectors ?? [])], start, end };
}

export function figureOf(figure: Omit<Figure, 'text'> & { readonly text?: string }): Figure {
  const { value, low, high, unit, kind, text } = figure;
  return { value, low, high, unit, kind, text: text ?? `${value} ${unit}` };
}

function sourceOf({ text, code, name }: StoredSource): SourceName {
  return { text, code, name };
}

export function actorRef(code: string): ActorRef {
  const { name, kind } = codedActor(code);
  return { code, name, kind };
}

/** The first two different actors of an act; null where it has fewer. */
export function pairOf(actors: readonly string[], recipients: readonly string[]): Pair | null {
  const [a, b] = [...new Set([actors[0], recipients[0], ...actors, ...recipients])].filter(
    (code) => code !== undefined && code !== null,
  );
  return a && b ? [actorRef(a), actorRef(b)] : null;
}
