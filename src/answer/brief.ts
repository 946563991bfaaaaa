import { dayNumber, type Span } from '../base/index.js';
import type { Event, Party } from '../code/index.js';
import type { Disagreement, Registers } from '../ledger/index.js';
import type { Quotation } from '../source/index.js';
import type { ReportDate } from '../time/index.js';
import type { Brief, Line, Question } from './types.js';
import { actText, dateText, figureText, intervalText, nameOf, namesOf } from './words.js';

export interface BriefInput {
  readonly text: string;
  readonly question: Question | undefined;
  readonly date: ReportDate;
  readonly events: readonly Event[];
  readonly quotations: readonly Quotation[];
  readonly disagreements: readonly Disagreement[];
  readonly registers: Registers;
}

/** An act is news when it is dated within this many days of the report, or not dated at all. */
const NEWS_DAYS = 45;

/** The brief of a report: rules over its coded content alone, every line with the spans that carry it. */
export function briefOf(input: BriefInput): Brief {
  const told = input.events.filter((e) => e.modality !== 'hypothetical');
  const news = told.filter((e) => isNews(e, input.date));
  const older = told.filter((e) => !news.includes(e));
  return {
    ...(input.question ? { question: input.question } : {}),
    answer: answerOf(input, news, older),
    synopsis: [...news, ...older].slice(0, 5).map((event) => lineOf(event)),
    takeaways: takeawaysOf(input, news, older),
  };
}

function isNews(event: Event, report: ReportDate): boolean {
  if (!report.date) return !event.background;
  const stated = event.dates.filter((d) => d.interval && d.basis !== 'reported');
  if (stated.length === 0) return !event.background;
  const latest = stated
    .map((d) => d.interval!.start ?? d.interval!.end!)
    .sort()
    .at(-1)!;
  return dayNumber(report.date) - dayNumber(latest) <= NEWS_DAYS;
}

function lineOf(event: Event): Line {
  const figures = event.figures.filter((f) => f.kind !== 'other').map(figureText);
  const amount = figures.length > 0 ? `: ${figures.join(', ')}` : '';
  return {
    text: `${actText(event)}${amount} [${event.root}, ${dateText(event.dates)}]`,
    evidence: event.evidence,
    events: [event.id],
  };
}

function answerOf(input: BriefInput, news: readonly Event[], older: readonly Event[]): Line {
  const dyad = input.question?.dyad;
  const ofDyad = (events: readonly Event[]): Event[] =>
    dyad ? events.filter((e) => isBetween(e, dyad)) : [...events];
  const fresh = ofDyad(news);
  const past = ofDyad(older);
  const evidence = [...fresh, ...past].flatMap((e) => e.evidence.slice(0, 1));
  const events = [...fresh, ...past].map((e) => e.id);
  if (fresh.length === 0 && past.length === 0) {
    const about = dyad ? ` between ${dyad.join(' and ')}` : '';
    return { text: `The report tells no act${about} that could be coded.`, evidence: [], events: [] };
  }
  const text = dyad ? `${direction(fresh)} ${novelty(fresh, past)} ${ledgerNote()}` : summary(fresh, past);
  return { text, evidence, events };
}

function isBetween(event: Event, dyad: readonly [string, string]): boolean {
  const codes = (parties: readonly Party[]): (string | undefined)[] => parties.map((p) => p.actor?.code);
  const all = new Set([...codes(event.actors), ...codes(event.recipients)]);
  return all.has(dyad[0]) && all.has(dyad[1]);
}

function done(events: readonly Event[]): Event[] {
  return events.filter(
    (e) => e.modality === 'done' || e.modality === 'ongoing' || e.quad === 1 || e.quad === 3,
  );
}

/** "In words, closer; in deeds, nothing new." */
function direction(fresh: readonly Event[]): string {
  const acts = done(fresh);
  const sum = (quads: readonly number[]): number => acts.filter((e) => quads.includes(e.quad)).length;
  const words = verdict(sum([1]), sum([3]));
  const deeds = verdict(sum([2]), sum([4]));
  return `In words, ${words}; in deeds, ${deeds}.`;
}

function verdict(cooperative: number, conflictual: number): string {
  if (cooperative === 0 && conflictual === 0) return 'nothing new';
  if (cooperative > 0 && conflictual > 0) return 'both ways at once';
  return cooperative > 0 ? 'yes, closer' : 'no, further apart';
}

function novelty(fresh: readonly Event[], past: readonly Event[]): string {
  const list = (events: readonly Event[]): string =>
    events
      .slice(0, 3)
      .map((e) => `${actText(e)} (${dateText(e.dates)})`)
      .join('; ');
  const isNew = fresh.length > 0 ? `New in this report: ${list(fresh)}.` : 'Nothing in this report is new.';
  return past.length > 0 ? `${isNew} Older: ${list(past)}.` : isNew;
}

function ledgerNote(): string {
  return 'One report cannot tell whether the relation moved: that needs the ledger of many.';
}

function summary(fresh: readonly Event[], past: readonly Event[]): string {
  const lead = fresh[0] ?? past[0]!;
  const more = fresh.length + past.length - 1;
  return `${actText(lead)} (${dateText(lead.dates)})${more > 0 ? `, and ${more} more ${more === 1 ? 'act' : 'acts'}` : ''}.`;
}

function takeawaysOf(input: BriefInput, news: readonly Event[], older: readonly Event[]): Line[] {
  const lines: Line[] = [];
  const material = (events: readonly Event[]): Event[] => events.filter((e) => e.quad === 2 || e.quad === 4);
  if (material(news).length === 0 && material(older).length > 0) {
    const acts = material(older);
    lines.push(line('No material act in this report is new; those it names are older or go on.', acts));
  }
  for (const agreement of input.registers.agreements) {
    const when = intervalText(agreement.interval);
    const where = agreement.place ? `, ${agreement.place}` : '';
    lines.push({
      text: `Agreement: ${agreement.name}, ${namesOf(agreement.parties)}${where}, ${when}, ${agreement.stage}.`,
      evidence: agreement.evidence,
      events: [agreement.event],
    });
  }
  for (const act of input.registers.material) {
    const what = act.figures
      .filter((f) => f.kind !== 'other')
      .map(figureText)
      .join(', ');
    const to = act.to.length > 0 ? ` to ${namesOf(act.to)}` : '';
    lines.push({
      text: `${KINDS[act.kind]}: ${namesOf(act.from)}${to}${what ? `, ${what}` : ''}, ${intervalText(act.interval)}.`,
      evidence: act.evidence,
      events: [act.event],
    });
  }
  for (const d of input.disagreements) {
    lines.push({
      text: `The report disagrees with itself on the ${d.about}: ${d.sides.map((s) => s.says).join(' or ')}.`,
      evidence: d.sides.flatMap((s) => [...s.evidence]),
      events: [d.event],
    });
  }
  const speakers = speakersOf(input);
  if (speakers) lines.push(speakers);
  return lines;
}

const KINDS = { aid: 'Aid', arms: 'Arms', troops: 'Troops', sanctions: 'Sanctions', trade: 'Trade' } as const;

function line(text: string, events: readonly Event[]): Line {
  return { text, evidence: events.flatMap((e) => e.evidence.slice(0, 1)), events: events.map((e) => e.id) };
}

/** Who speaks in quotation marks, how often, and through whom. */
function speakersOf(input: BriefInput): Line | undefined {
  const count = new Map<string, { n: number; via: Set<string>; evidence: Span[] }>();
  for (const quotation of input.quotations) {
    if (quotation.kind === 'indirect' || quotation.kind === 'mixed') continue;
    const speaker = quotation.speaker;
    const name = speaker
      ? speaker.actor
        ? nameOf({ actor: speaker.actor, text: speaker.text, span: { start: 0, end: 0 } })
        : speaker.text
      : 'nobody named';
    const entry = count.get(name) ?? { n: 0, via: new Set<string>(), evidence: [] };
    entry.n++;
    for (const source of quotation.chain) if (source.span) entry.via.add(source.actor?.name ?? source.text);
    entry.evidence.push(...quotation.content);
    count.set(name, entry);
  }
  if (count.size === 0) return undefined;
  const parts = [...count].map(
    ([name, { n, via }]) => `${name} ${n}${via.size > 0 ? ` (through ${[...via].join(', ')})` : ''}`,
  );
  return {
    text: `Quoted: ${parts.join('; ')}.`,
    evidence: [...count.values()].flatMap((e) => e.evidence),
    events: [],
  };
}
