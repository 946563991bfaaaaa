import { contains, dayNumber, overlaps, type Span } from '../base/index.js';
import type { Event, EventDate, Figure, Modality, Party, Root } from '../code/index.js';
import { likeness, wordsIn } from './stories/index.js';

/** One act may be told several times in a report; dates this far apart are still about one and the same act. */
const SAME_ACT_DAYS = 14;

/** From the most to the least committed: a report that tells an act as done outweighs its plan. */
const STRENGTH: readonly Modality[] = [
  'done',
  'ongoing',
  'historical',
  'denied',
  'planned',
  'offered',
  'threatened',
  'demanded',
  'hypothetical',
];

/**
 * Joins the events of one report that tell of the same act: the same two sides and root, compatible modality, and
 * dates that can belong together. Two stated days are of one act only where the words are the same: else a second
 * strike in a week would be taken for the first. All dates, figures and evidence are kept; the first event gives its id.
 */
export function joinWithin(text: string, events: readonly Event[]): Event[] {
  const acts: Event[] = [];
  for (const event of events) {
    const at = acts.findIndex((act) => sameAct(act, event) && !otherDay(text, act, event));
    if (at < 0) acts.push(event);
    else acts[at] = joined(acts[at]!, event);
  }
  return acts;
}

function sameAct(a: Event, b: Event): boolean {
  if (a.root !== b.root || a.reciprocal !== b.reciprocal || !sameSides(a, b) || !sameCode(a.cameo, b.cameo))
    return false;
  if (isDone(a.modality) !== isDone(b.modality)) return false;
  if (a.modality !== b.modality && (a.modality === 'denied' || b.modality === 'denied')) return false;
  if (a.modes.length > 0 && b.modes.length > 0 && !a.modes.some((mode) => b.modes.includes(mode)))
    return false;
  return a.dates.some((da) => b.dates.some((db) => compatible(da, db)));
}

/** Share of the weight of words from which two clauses with different days are told to be of one act. */
const SAME_WORDS = 0.6;

/** News that nothing dates is no longer of an act this many days before the report. */
const NEWS_DAYS = 30;

/** Acts of which there may be a second one within days: a strike, a meeting, not a greeting or a treaty. */
const RECURS = new Set<Root>(['ASSAULT', 'MOBILIZE', 'COERCE', 'CONSULT', 'SANCTION']);

/** Whether the days say that these are two acts, and the words do not gainsay it. */
function otherDay(text: string, a: Event, b: Event): boolean {
  if (!RECURS.has(a.root)) return false;
  if (a.dates.some((p) => b.dates.some((q) => !daysApart(p, q)))) return false;
  return likeness(ownWords(text, a, b), ownWords(text, b, a)).share < SAME_WORDS;
}

/** The words of the clause that tells an act, without those of another act told within it. */
function ownWords(text: string, event: Event, other: Event): string[] {
  const [clause, inner] = [event.evidence[0]!, other.evidence[0]!];
  const within = contains(clause, inner) && !contains(inner, clause) ? [inner] : [];
  return wordsIn(text, [clause], within).filter((word) => !/^\d+$/.test(word));
}

function daysApart(a: EventDate, b: EventDate): boolean {
  if (!a.interval || !b.interval) return false;
  if (stated(a) && stated(b))
    return (
      Math.max(distance(a.interval.end, b.interval.start), distance(b.interval.end, a.interval.start)) > 0
    );
  const [told, open] = stated(a) ? [a, b] : [b, a];
  return stated(told) && distance(told.interval!.end, open.interval!.end) > NEWS_DAYS;
}

/** A general code (`070`) covers the particular ones of its root (`072`). */
function sameCode(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a) || a.endsWith('0') || b.endsWith('0');
}

function isDone(modality: Modality): boolean {
  return modality === 'done' || modality === 'ongoing' || modality === 'historical';
}

function sameSides(a: Event, b: Event): boolean {
  const key = (parties: readonly Party[]): string =>
    [...new Set(parties.map((p) => p.actor?.code ?? p.text))].sort().join('+');
  if (a.reciprocal || b.reciprocal)
    return key([...a.actors, ...a.recipients]) === key([...b.actors, ...b.recipients]);
  return (
    key(a.actors) === key(b.actors) &&
    (key(a.recipients) === key(b.recipients) || a.recipients.length === 0 || b.recipients.length === 0)
  );
}

/** Two dates may be of one act when one of them is not stated, or they touch, or lie within two weeks. */
function compatible(a: EventDate, b: EventDate): boolean {
  if (!stated(a) || !stated(b)) return true;
  const gap = Math.max(
    distance(a.interval?.end, b.interval?.start),
    distance(b.interval?.end, a.interval?.start),
  );
  return gap <= SAME_ACT_DAYS;
}

function stated(date: EventDate): boolean {
  return date.interval !== undefined && (date.basis === 'stated' || date.basis === 'context');
}

/** Days from the end of one to the start of the other; negative or 0 when they overlap or a side is open. */
function distance(end: string | null | undefined, start: string | null | undefined): number {
  return end && start ? dayNumber(start) - dayNumber(end) : 0;
}

function joined(a: Event, b: Event): Event {
  const stronger =
    STRENGTH.indexOf(b.modality) < STRENGTH.indexOf(a.modality) && a.modality !== 'done' ? b : a;
  const ongoing = a.modality === 'ongoing' || b.modality === 'ongoing';
  return {
    ...a,
    recipients: a.recipients.length > 0 ? a.recipients : b.recipients,
    modality: ongoing && stronger.modality === 'done' ? 'ongoing' : stronger.modality,
    modes: [...new Set([...a.modes, ...b.modes])],
    contexts: [...new Set([...a.contexts, ...b.contexts])],
    dates: joinDates(a.dates, b.dates),
    ...((a.place ?? b.place) ? { place: (a.place ?? b.place)! } : {}),
    figures: joinFigures(a.figures, b.figures),
    ...((a.object ?? b.object) ? { object: (a.object ?? b.object)! } : {}),
    evidence: joinSpans(a.evidence, b.evidence),
    background: a.background && b.background,
    confidence: Math.max(a.confidence, b.confidence),
    reasons: [...a.reasons, ...b.reasons],
  };
}

/** Stated dates push out those that only say "by the day of the report"; the same date is kept once. */
function joinDates(a: readonly EventDate[], b: readonly EventDate[]): EventDate[] {
  const all = [...a, ...b];
  const kept = all.some(stated) ? all.filter(stated) : all.slice(0, 1);
  const seen = new Set<string>();
  return kept.filter((date) => {
    const key = `${date.interval?.start}/${date.interval?.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

function joinFigures(a: readonly Figure[], b: readonly Figure[]): Figure[] {
  return [...a, ...b.filter((f) => !a.some((g) => overlaps(f.span, g.span)))];
}

function joinSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return [...a, ...b.filter((s) => !a.some((t) => t.start === s.start && t.end === s.end))];
}
