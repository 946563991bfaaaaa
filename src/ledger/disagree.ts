import { contains } from '../base/index.js';
import type { Event, EventDate, Figure } from '../code/index.js';
import type { Disagreement } from './types.js';

/** Where the tellings of one act in one report contradict each other: two dates, two figures of one kind. */
export function disagreements(events: readonly Event[]): Disagreement[] {
  return events.flatMap((event) => [...dates(event), ...figures(event), ...actors(event, events)]);
}

function dates(event: Event): Disagreement[] {
  const days = event.dates.filter(
    (d) => d.interval?.start && d.interval.start === d.interval.end && d.basis !== 'reported',
  );
  if (new Set(days.map((d) => d.interval!.start)).size < 2) return [];
  return [
    {
      about: 'date',
      event: event.id,
      sides: days.map((d) => ({
        says: d.interval!.start!,
        evidence: [...d.evidence, ...clauseOf(event, d)],
      })),
    },
  ];
}

function clauseOf(event: Event, date: EventDate): Event['evidence'] {
  return event.evidence.filter((span) => date.evidence.some((d) => contains(span, d)));
}

/** Figures of one kind in different clauses whose bounds do not meet. */
function figures(event: Event): Disagreement[] {
  const found: Disagreement[] = [];
  for (const kind of new Set(event.figures.map((f) => f.kind))) {
    if (kind === 'other' || kind === 'money') continue;
    const ofKind = event.figures.filter((f) => f.kind === kind);
    const first = ofKind[0]!;
    const clause = event.evidence.find((span) => contains(span, first.span));
    const others = ofKind.filter((f) => !clause || !contains(clause, f.span)).filter((f) => apart(first, f));
    if (others.length === 0) continue;
    found.push({
      about: 'figure',
      event: event.id,
      sides: [first, ...others].map((f) => ({ says: `${f.value} ${f.unit}`, evidence: [f.span] })),
    });
  }
  return found;
}

function apart(a: Figure, b: Figure): boolean {
  return (a.high ?? Number.POSITIVE_INFINITY) < b.low || (b.high ?? Number.POSITIVE_INFINITY) < a.low;
}

/** Each side says that the other did it: "Kyiv accused Moscow of …, Moscow blamed Kyiv". */
function actors(event: Event, events: readonly Event[]): Disagreement[] {
  if (event.root !== 'ACCUSE' || event.recipients.length === 0) return [];
  const back = events.find(
    (other) =>
      other.root === 'ACCUSE' &&
      other.id > event.id &&
      other.actors[0]?.actor?.code === event.recipients[0]?.actor?.code &&
      other.recipients[0]?.actor?.code === event.actors[0]?.actor?.code,
  );
  if (!back) return [];
  return [
    {
      about: 'actor',
      event: event.id,
      sides: [event, back].map((e) => ({
        says: `${e.recipients[0]!.text}, says ${e.actors[0]!.text}`,
        evidence: e.evidence,
      })),
    },
  ];
}
