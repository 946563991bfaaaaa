import type { Figure, Modality, Party, Root } from '../../code/index.js';
import type { Ledger, StoredEvent, StoredFigure, StoredParty } from '../../ledger/index.js';
import { dyadOf } from '../../ledger/index.js';
import { type Evidenced, withReports } from '../../relate/index.js';
import type { Interval } from '../../time/index.js';
import { type Actor, codedActor } from '../../world/index.js';
import type { AnswerLine } from '../types.js';
import { actText, figureText, intervalText, namesOf } from '../words.js';

/** Which events of two actors are wanted; what is left out lets all through. */
export interface Wanted {
  readonly roots?: readonly Root[];
  readonly quads?: readonly number[];
  readonly modalities?: readonly Modality[];
  /** Beginning of the CAMEO code. */
  readonly cameo?: string;
  /** Code of the source. */
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
  readonly background?: boolean;
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

export const HAPPENED: readonly Modality[] = ['done', 'ongoing'];
export const ANNOUNCED: readonly Modality[] = ['planned', 'offered', 'threatened', 'demanded'];

/** An event with its report, and the act that it tells of, where others tell of it too. */
export interface Told extends Evidenced {
  readonly story?: string;
}

/** Events between two actors, the latest first, with their reports. */
export async function between(
  ledger: Ledger,
  pair: readonly [string, string],
  wanted: Wanted,
): Promise<Told[]> {
  const list = (column: string, values: readonly (string | number)[] | undefined): string =>
    values
      ? ` AND ${column} IN (${values.map((v) => (typeof v === 'number' ? v : `'${v}'`)).join(', ')})`
      : '';
  const order = wanted.oldestFirst ? 'min(day)' : 'max(day) DESC';
  const rows = await ledger.database.all<{ event: string }>(
    `SELECT event FROM pairs WHERE dyad = $1 AND root IS NOT NULL${list('root', wanted.roots)}${list('quad', wanted.quads)}
       ${list('modality', wanted.modalities)} AND ($2 IS NULL OR source = $2) AND ($3 IS NULL OR day >= $3::DATE)
       AND ($4 IS NULL OR day <= $4::DATE) AND starts_with(coalesce(cameo, ''), $5) ${wanted.background === false ? 'AND NOT background' : ''}
     GROUP BY event ORDER BY ${order}, event LIMIT ${wanted.limit}`,
    [dyadOf(...pair), wanted.source ?? null, wanted.from ?? null, wanted.to ?? null, wanted.cameo ?? ''],
  );
  const ids = rows.map((row) => row.event);
  if (ids.length === 0) return [];
  const events = new Map<string, StoredEvent>();
  for await (const event of ledger.events({ ids })) events.set(event.id, event);
  const stories = await ledger.storyOf(ids);
  const told = await withReports(
    ledger,
    ids.flatMap((id) => events.get(id) ?? []),
  );
  return told.map((one) => {
    const story = stories.get(one.event.id);
    return story === undefined ? one : { ...one, story };
  });
}

/** The day on which an act counts: its first day, or that of the report. */
export function dayOf({ event }: Evidenced): string {
  return event.date_start ?? event.date_end ?? event.reported ?? '';
}

/** "2025-12-18 or 2025-12-25", "by 2025-12-27". */
export function whenText({ event }: Evidenced): string {
  const dates = event.dates.filter((d) => d.start || d.end);
  if (dates.length === 0) return event.reported ? `by ${event.reported}` : 'undated';
  return [...new Set(dates.map((d) => intervalText(d as Interval)))].join(' or ');
}

/** An event in a line: who did what to whom, how much, when. */
export function lineOf(told: Evidenced, also: readonly Evidenced[] = []): AnswerLine {
  const { event } = told;
  const act = eventText(event);
  const figures = figuresOf(told).map(figureText);
  return {
    text: `${whenText(told)}: ${act}${figures.length > 0 ? `, ${figures.join(', ')}` : ''} [${event.root}]`,
    told: [told, ...also],
  };
}

/** A stored event in words: "Russia gave aid to North Korea". */
export function eventText(event: StoredEvent): string {
  const [actors, recipients] = [event.actors.map(partyOf), event.recipients.map(partyOf)];
  if (event.root === null)
    return `${namesOf(actors) || 'somebody'} and ${namesOf(recipients) || 'nobody named'}: CAMEO ${event.cameo ?? 'unknown'}`;
  const { root, reciprocal } = event;
  return actText({ root, reciprocal, modality: event.modality as Modality, actors, recipients });
}

/** An act of which the sides are known by their codes alone, in words. */
export function codesText(act: {
  readonly root: string;
  readonly modality: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}): string {
  const [actors, recipients] = [act.actors.map(codedParty), act.recipients.map(codedParty)];
  const reciprocal = recipients.length === 0 && actors.length > 1;
  return actText({
    root: act.root as Root,
    modality: act.modality as Modality,
    reciprocal,
    actors,
    recipients,
  });
}

function codedParty(code: string): Party {
  const { name } = codedActor(code);
  return { text: name, span: { start: 0, end: 0 } };
}

/** Figures that count something, not dates or shares. */
export function figuresOf({ event }: Evidenced): StoredFigure[] {
  return event.figures.filter((f) => f.kind !== ('other' satisfies Figure['kind']));
}

/** Whether one of the parties is this very person. */
export function names(told: Evidenced, actor: Actor): boolean {
  return [...told.event.actors, ...told.event.recipients].some((party) => party.id === actor.id);
}

/**
 * Events that tell one act made one line with all who tell it: those of one story, and of what has none (rows of others'
 * files) those of the same root, sides and first day.
 */
export function linesOf(all: readonly Told[]): AnswerLine[] {
  const groups = new Map<string, Evidenced[]>();
  for (const told of all) {
    const { event } = told;
    const codes = [...event.actors, ...event.recipients].map((p) => p.code).sort();
    const alike = [event.root, event.modality, dayOf(told), figuresOf(told)[0]?.value ?? '', ...codes].join(
      ' ',
    );
    const key = told.story ?? alike;
    groups.set(key, [...(groups.get(key) ?? []), told]);
  }
  return [...groups.values()].map(([first, ...rest]) => lineOf(first!, rest));
}

function partyOf(party: StoredParty): Party {
  const { code, kind, id, sectors } = party;
  const span = { start: party.start ?? 0, end: party.end ?? 0 };
  // Others' files have no name, or the code in its place.
  const coded = code !== null && (party.name === null || party.name === code);
  const name = coded ? codedActor(code).name : party.name;
  const text = (coded && party.start === null ? name : party.text) ?? name ?? code ?? 'somebody';
  if (!code || !name || coded) return { text, span };
  return { text, span, actor: { code, name, kind, id, sectors } as unknown as Actor };
}
