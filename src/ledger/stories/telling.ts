import { contains, dayNumber, isoOf, type Span, slice } from '../../base/index.js';
import type { Event, EventDate, Figure } from '../../code/index.js';
import type { Report } from '../../read/index.js';
import type { Actor } from '../../world/index.js';
import { sentenceAround } from './sentences.js';
import { tollsIn } from './tolls.js';
import type { Telling, TellingSide, Window } from './types.js';
import { namesAround, statesAround, wordsAround, wordsIn } from './words.js';

/** A party of an event, as far as joining looks at it. */
interface PartyNamed {
  readonly actor?: Pick<Actor, 'code' | 'id'> & { readonly kind: string };
  readonly text: string;
  readonly span: Span;
}

interface Teller {
  readonly text: string;
  readonly actor?: Pick<Actor, 'id'>;
  readonly span?: Span;
}

type Fields =
  | 'id'
  | 'root'
  | 'cameo'
  | 'modes'
  | 'modality'
  | 'reciprocal'
  | 'background'
  | 'dates'
  | 'figures';
type EventTold = Pick<Event, Fields | 'object' | 'evidence' | 'confidence'> & {
  readonly actors: readonly PartyNamed[];
  readonly recipients: readonly PartyNamed[];
  readonly place?: { readonly name: string; readonly state?: string };
};
type ReportTold = Pick<Report, 'id' | 'text' | 'title' | 'outlet' | 'dateline'>;

/** What of a reading joining needs: the reading itself, or what a ledger keeps of it. */
export interface TellingSource {
  readonly report: ReportTold;
  readonly date: { readonly date?: string };
  readonly events: readonly EventTold[];
  readonly attributions: readonly {
    readonly event: string;
    readonly claimedBy?: Teller;
    readonly chain: readonly Teller[];
  }[];
}

/**
 * The events of a reading as tellings: what one report says of each act. Hypothetical ones tell of none.
 * @param id What to call the report instead of its own id; its events are then numbered from 1 behind it.
 */
export function tellingsOf(reading: TellingSource, id?: string): Telling[] {
  const attributions = new Map(reading.attributions.map((a) => [a.event, a]));
  const reported = reading.date.date ? dayNumber(reading.date.date) : null;
  return reading.events.flatMap((event, at) => {
    if (event.modality === 'hypothetical') return [];
    const telling = tellingOf(event, reading, reported, attributions.get(event.id));
    return [id === undefined ? telling : { ...telling, id: `${id}-${at + 1}`, report: id }];
  });
}

function tellingOf(
  event: EventTold,
  { report }: TellingSource,
  reported: number | null,
  attribution: TellingSource['attributions'][number] | undefined,
): Telling {
  const clauses = event.evidence.slice(0, 3);
  const persons = [...event.actors, ...event.recipients]
    .filter((party) => party.actor?.kind === 'person')
    .map((party) => party.span);
  return {
    id: event.id,
    report: report.id,
    ...(report.outlet ? { outlet: report.outlet } : {}),
    reported,
    actors: event.actors.map(sideOf),
    recipients: event.recipients.map(sideOf),
    reciprocal: event.reciprocal,
    root: event.root,
    cameo: event.cameo,
    modes: modesOf(event, report),
    modality: event.modality,
    background: event.background,
    windows: windowsOf(event, report.text, reported),
    ...(event.place
      ? { place: { name: event.place.name, ...(event.place.state ? { state: event.place.state } : {}) } }
      : {}),
    figures: figuresOf(event, report.text),
    ...(event.object ? { object: slice(report.text, event.object) } : {}),
    words: wordsAround(report.text, clauses, persons),
    clause: wordsIn(report.text, clauses.slice(0, 1), persons),
    names: namesAround(report.text, clauses, persons),
    states: statesAround(report.text, clauses),
    ...originOf(attribution, report),
    evidence: event.evidence,
    confidence: event.confidence,
  };
}

/** What a readout is called says that it was a call, where its first sentence only says that they spoke. */
const CALL = /\b(?:tele)?phone\b|\bcalls? with\b/i;

function modesOf({ root, modes, evidence }: EventTold, { text, title }: ReportTold): readonly string[] {
  if (root !== 'CONSULT' || modes.length > 0 || !title || !CALL.test(title)) return modes;
  const first = text.slice(0, evidence[0]!.start).trim();
  return /[.!?]\s/.test(first) ? modes : ['phone'];
}

function figuresOf(event: EventTold, text: string): readonly Figure[] {
  if (event.root !== 'ASSAULT' || event.figures.some((figure) => figure.kind === 'dead'))
    return event.figures;
  const tolls = tollsIn(text, sentenceAround(text, event.evidence[0]!));
  return tolls.length > 0
    ? [...event.figures.filter(({ kind }) => kind !== 'wounded'), ...tolls]
    : event.figures;
}

function sideOf(party: PartyNamed): TellingSide {
  return { code: party.actor?.code ?? null, id: party.actor?.id ?? null, text: party.text };
}

/**
 * Where a report tells an act twice, once as its news and once with an earlier day, the day may be of something else
 * ("They spoke by telephone. He told of his talks in Brussels on April 6"): the day of the report is then possible, too.
 */
function windowsOf(event: EventTold, text: string, reported: number | null): Window[] {
  const windows = event.dates.flatMap((date) => windowOf(date, reported));
  const [first, ...rest] = event.evidence;
  if (reported === null || rest.length === 0 || windows.length === 0) return windows;
  const sentence = sentenceAround(text, first!);
  const elsewhere = windows.every(
    (w) => w.stated && w.to < reported - 1 && w.evidence.every((span) => !contains(sentence, span)),
  );
  return elsewhere ? [...windows, { from: reported, to: reported, stated: false, evidence: [] }] : windows;
}

function windowOf(date: EventDate, reported: number | null): Window[] {
  const { interval } = date;
  const stated = interval !== undefined && (date.basis === 'stated' || date.basis === 'context');
  if (!stated)
    return reported === null ? [] : [{ from: reported, to: reported, stated: false, evidence: [] }];
  const start = interval.start ?? interval.end;
  if (start === null) return [];
  // An open end is closed by the day of the report: what is told as done lies before it.
  const end = interval.end ?? (reported === null ? start : isoOf(Math.max(reported, dayNumber(start))));
  return [{ from: dayNumber(start), to: dayNumber(end), stated: true, evidence: date.evidence }];
}

/** The speaker in whose words the act is told; else the first medium that the report names for it; else its agency. */
function originOf(
  attribution: TellingSource['attributions'][number] | undefined,
  report: ReportTold,
): Pick<Telling, 'origin' | 'originText'> {
  const speaker = attribution?.claimedBy;
  const medium = attribution?.chain.find((link) => link.span);
  const named = speaker?.actor ? speaker : (medium ?? speaker);
  if (named?.actor) return { origin: named.actor.id, originText: named.text };
  if (named) return { originText: named.text };
  const agency = report.dateline?.agency;
  if (!agency) return {};
  const text = report.text.slice(agency.start, agency.end);
  return { origin: `outlet:${text.toLowerCase()}`, originText: text };
}
