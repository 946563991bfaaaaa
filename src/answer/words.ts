import type { Event, EventDate, Figure, Modality, Party, Root } from '../code/index.js';
import type { Interval } from '../time/index.js';

/** How an act of each root is told: to somebody, and with nobody named on the other side. */
const VERBS: Record<Root, readonly [string, string]> = {
  AGREE: ['agreed or offered to cooperate with', 'agreed or offered to cooperate'],
  CONSULT: ['met or talked with', 'held talks'],
  SUPPORT: ['voiced support for', 'voiced support'],
  CONCEDE: ['made a concession to', 'made a concession'],
  COOPERATE: ['cooperated with', 'cooperated'],
  AID: ['gave aid to', 'gave aid'],
  RETREAT: ['gave way to', 'gave way'],
  REQUEST: ['asked something of', 'made a demand'],
  ACCUSE: ['criticised or accused', 'made accusations'],
  REJECT: ['refused', 'refused'],
  THREATEN: ['threatened', 'made a threat'],
  PROTEST: ['protested against', 'protested'],
  SANCTION: ['cut relations with or penalised', 'cut relations'],
  MOBILIZE: ['moved forces against', 'moved forces'],
  COERCE: ['used coercion on', 'used coercion'],
  ASSAULT: ['used force against', 'used force'],
};

const MODAL: Record<Modality, string> = {
  done: '',
  ongoing: ' (going on)',
  planned: ' (planned)',
  offered: ' (offered)',
  threatened: ' (threatened)',
  demanded: ' (demanded, not done)',
  denied: ' (denied or not done)',
  hypothetical: ' (hypothetical)',
  historical: ' (long ago)',
};

/** "Kim Jong-un (PRK)", "North Korea". */
export function nameOf(party: Party): string {
  const actor = party.actor;
  if (!actor) return party.text;
  if (actor.kind === 'person') return `${actor.name} (${actor.code})`;
  return actor.kind === 'generic' ? party.text : actor.name;
}

/** The names of several, each once: "A, B and C"; where some are known, without those that are not. */
export function namesOf(parties: readonly Party[]): string {
  const known = parties.filter(({ actor }) => actor);
  const names = [...new Set((known.length > 0 ? known : parties).map(nameOf))];
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "2025-12-18", "2024-06", "since 2024", "by 2025-12-27". */
export function intervalText(interval: Interval | undefined): string {
  if (!interval) return 'undated';
  const { start, end, precision } = interval;
  const short = (day: string): string =>
    precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day;
  if (start && end)
    return precision === 'day' || start === end || short(start) === short(end)
      ? short(start)
      : `${start} to ${end}`;
  if (start) return `since ${short(start)}`;
  return end ? `by ${end}` : 'undated';
}

/** The dates that a report gives for one act: "2025-12-18 or 2025-12-20". */
export function dateText(dates: readonly EventDate[]): string {
  return [...new Set(dates.map((date) => intervalText(date.interval)))].join(' or ');
}

/** A figure with its unit: "at least 12 people", "10 to 15 troops". */
export function figureText(figure: Omit<Figure, 'span' | 'kind'>): string {
  const about = figure.low < figure.value && (figure.high ?? 0) > figure.value ? 'about ' : '';
  const least = figure.high === null ? 'at least ' : '';
  return `${least}${about}${figure.low === figure.high || about || least ? figure.value.toLocaleString('en') : `${figure.low.toLocaleString('en')} to ${figure.high!.toLocaleString('en')}`} ${figure.unit}`;
}

/** One act in a line, in words of our own. */
export function actText(
  event: Pick<Event, 'root' | 'actors' | 'recipients' | 'reciprocal' | 'modality'>,
): string {
  const [to, alone] = VERBS[event.root];
  if (event.reciprocal) {
    const both = namesOf([...event.actors, ...event.recipients]);
    return `${both}: ${RECIPROCAL[event.root] ?? alone}${MODAL[event.modality]}`;
  }
  const target = event.recipients.length > 0 ? `${to} ${namesOf(event.recipients)}` : alone;
  return `${namesOf(event.actors)} ${target}${MODAL[event.modality]}`;
}

const RECIPROCAL: Partial<Record<Root, string>> = {
  AGREE: 'agreed to cooperate',
  CONSULT: 'met or held talks',
  SUPPORT: 'signed or confirmed an agreement, or voiced support for each other',
  COOPERATE: 'cooperated',
  ASSAULT: 'fought each other',
};

/** "+2.1", "-6.0". */
export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}
