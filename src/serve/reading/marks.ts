import { intervalText } from '../../answer/index.js';
import { overlaps, type Span } from '../../base/index.js';
import type { Event } from '../../code/index.js';
import type { Source } from '../../source/index.js';
import type { PlainReading } from '../../worker/index.js';
import type { Mark } from '../schema/index.js';

/** Everything that was found in a text, where it stands, and the events it belongs to by the ids they have in views. */
export function marksOf(reading: PlainReading, idOf: (event: string) => string | undefined): Mark[] {
  const marks: Mark[] = [];
  const ids = (events: readonly Event[]): string[] => events.flatMap((event) => idOf(event.id) ?? []);
  const put = (
    kind: Mark['kind'],
    span: Span | undefined,
    title: string,
    events: readonly Event[] = [],
  ): void => {
    if (span && span.end > span.start)
      marks.push({ start: span.start, end: span.end, kind, event: ids(events), title });
  };
  const among = (of: (event: Event) => readonly Span[], span: Span): Event[] =>
    reading.events.filter((event) => of(event).some((one) => overlaps(one, span)));
  for (const mention of reading.mentions) {
    const { actor } = mention.resolution;
    if (!actor || mention.form === 'pronoun' || mention.inside !== undefined) continue;
    put('actor', mention, actor.code ? `${actor.name} (${actor.code})` : actor.name, among(sidesOf, mention));
  }
  for (const time of reading.times)
    if (time.interval) put('date', time, intervalText(time.interval), among(datesOf, time));
  for (const event of reading.events) {
    put('act', event.trigger, `${event.root}, ${event.modality}`, [event]);
    for (const figure of event.figures) put('figure', figure.span, `${figure.value} ${figure.unit}`, [event]);
    for (const span of event.evidence) put('evidence', span, `evidence of ${event.root}`, [event]);
  }
  for (const { kind, content, speaker, chain } of reading.quotations) {
    for (const span of content)
      put('quotation', span, `${kind} quotation of ${speaker?.text ?? 'nobody named'}`);
    put('source', speaker?.span, sourceTitle('speaker', speaker));
    for (const one of chain) put('source', one.span, sourceTitle('source', one));
  }
  for (const { event, claimedBy, chain } of reading.attributions) {
    const told = reading.events.filter((one) => one.id === event);
    put('source', claimedBy?.span, sourceTitle('says so', claimedBy), told);
    for (const one of chain) put('source', one.span, sourceTitle('source', one), told);
  }
  return distinct(marks);
}

function sidesOf(event: Event): Span[] {
  return [...event.actors, ...event.recipients].map((party) => party.span);
}

function datesOf(event: Event): Span[] {
  return event.dates.flatMap((date) => [...date.evidence]);
}

function sourceTitle(what: string, source: Source | undefined): string {
  return `${what}: ${source?.actor?.name ?? source?.stands?.text ?? source?.text ?? 'nobody named'}`;
}

/** In order; the same characters marked as the same thing twice are one mark of all its events. */
function distinct(marks: readonly Mark[]): Mark[] {
  const byPlace = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.start} ${mark.end} ${mark.kind}`;
    const there = byPlace.get(key);
    byPlace.set(key, there ? { ...there, event: [...new Set([...there.event, ...mark.event])] } : mark);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
