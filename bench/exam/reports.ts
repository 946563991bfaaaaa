import { readFileSync } from 'node:fs';
import { overlaps, type Span } from '../../src/base/index.js';
import { type Quotation, read } from '../../src/index.js';
import {
  agreement,
  allows,
  Count,
  type Found,
  found,
  type Label,
  labelled,
  matched,
  say,
  share,
  sides,
} from './labels.js';

/** The errors of these reports have been looked at. */
const LOOKED_AT = 'r10';

interface Told extends Label {
  /** First character and one past the last of the clause that tells it. */
  readonly at: readonly [number, number];
  readonly date: string | null | readonly (string | null)[];
}

interface Quoted {
  readonly at: readonly [number, number];
  readonly speaker: string;
  readonly direct: boolean;
}

/** A report with the events that it tells. */
interface Labelled {
  readonly id: string;
  readonly settled: readonly Told[];
}

interface Item extends Labelled {
  readonly first: readonly Told[];
  readonly second: readonly Told[];
  readonly quotations: { readonly first: readonly Quoted[]; readonly second: readonly Quoted[] };
}

const spanOf = ({ at: [start, end] }: { at: readonly [number, number] }): Span => ({ start, end });
const near = (a: Told, b: Told): boolean => overlaps(spanOf(a), spanOf(b));

/** Prints how the reports are read: events with their dates and modality, quotations with their speakers. */
export function examineReports(errors: boolean): void {
  const items = labelled<Item>('reports.jsonl');
  console.log(`two labellers of the reports: ${agreement(items, near)}`);
  const readings = readAll(items, 'reports');
  for (const [name, part] of [
    ['all', readings],
    ['never looked at', readings.filter(({ item }) => item.id > LOOKED_AT)],
  ] as const)
    scoreEvents(name, part, errors && name === 'all');
  for (const direct of [true, false]) scoreQuotations(direct, readings, errors);
}

/** Prints how the reports of the development set are read, which one of us labelled, and what of them is not. */
export function examineDevelopment(): void {
  scoreEvents('development', readAll(labelled<Labelled>('dev-reports.jsonl'), 'dev-reports'), true);
}

interface Examined<T extends Labelled> {
  readonly item: T;
  readonly text: string;
  readonly reading: ReturnType<typeof read>;
}

type Readings = readonly Examined<Item>[];

function readAll<T extends Labelled>(items: readonly T[], folder: string): Examined<T>[] {
  return items.map((item) => {
    const text = readFileSync(new URL(`${folder}/${item.id}.txt`, import.meta.url), 'utf8');
    return { item, text, reading: read(text) };
  });
}

function scoreEvents(name: string, readings: readonly Examined<Labelled>[], errors: boolean): void {
  const triples = new Count();
  let modality = 0;
  let dated = 0;
  let datable = 0;
  for (const { item, text, reading } of readings) {
    const all = found(reading.events);
    const right = matched(
      item.settled,
      all,
      (label, one) => place(label, one) && allows(label.root, one.root) && sides(label, one),
    );
    const counted = right.filter(([label]) => !label.optional);
    triples.wanted += item.settled.filter((label) => !label.optional).length;
    triples.found += all.length - (right.length - counted.length);
    triples.right += counted.length;
    modality += counted.filter(([label, one]) => allows(label.modality, one.modality)).length;
    for (const [label, one] of counted) {
      const wanted = [label.date].flat();
      if (wanted.includes(null)) continue;
      datable++;
      if (one.event.dates.some((d) => wanted.some((w) => sameDay(w!, d.interval?.start, d.interval?.end))))
        dated++;
    }
    if (!errors || item.id > LOOKED_AT) continue;
    for (const label of item.settled)
      if (!label.optional && !right.some(([l]) => l === label))
        console.log(`${item.id} missed ${say(label)} | ${text.slice(...label.at).replace(/\s+/g, ' ')}`);
    for (const one of all)
      if (!right.some(([, o]) => o === one)) {
        const { start, end } = one.event.evidence[0]!;
        console.log(`${item.id} wrong  ${say(one)} | ${text.slice(start, end).replace(/\s+/g, ' ')}`);
      }
  }
  console.log(`reports, ${name}: ${readings.length} with ${triples.wanted} events`);
  console.log(`  source, root, target  ${triples}`);
  console.log(
    `  modality of the right ones ${share(modality, triples.right)}; date of those dated ${share(dated, datable)} (${datable})`,
  );
}

const place = (label: Told, one: Found): boolean =>
  one.event.evidence.some((span) => overlaps(span, spanOf(label)));

/** Whether an interval is the day, month or year of a label. */
function sameDay(label: string, start?: string | null, end?: string | null): boolean {
  if (!start || !end) return false;
  return label.length === 10
    ? start === label && end === label
    : start.startsWith(label) && end.startsWith(label);
}

/**
 * A quotation is found when more than half of its words are quoted (and they are more than a quarter of those found), and its speaker when the names overlap. What only one
 * labeller has is neither missed nor wrong; nor is what the headline says, which the labels leave out.
 */
function scoreQuotations(direct: boolean, readings: Readings, errors: boolean): void {
  for (const [name, part] of [
    ['all', readings],
    ['never looked at', readings.filter(({ item }) => item.id > LOOKED_AT)],
  ] as const) {
    const count = new Count();
    let speakers = 0;
    for (const { item, text, reading } of part) {
      const show = errors && name === 'all' && item.id <= LOOKED_AT;
      const { wanted, other } = labelsOf(item, direct);
      const ours = foundIn(reading, direct);
      const right = matched(wanted, ours, (label, quote) => covers(quote, spanOf(label)));
      const rest = ours.filter((quote) => !right.some(([, q]) => q === quote));
      const wrong = rest.filter(
        (quote) =>
          quote.kind !== 'mixed' &&
          !other.some((label) => quote.content.some((c) => overlaps(c, spanOf(label)))) &&
          !inHeadline(reading, quote),
      );
      const said = right.filter(([label, quote]) => sameSpeaker(label, quote));
      count.wanted += wanted.length;
      count.found += right.length + wrong.length;
      count.right += right.length;
      speakers += said.length;
      if (!show) continue;
      const line = (what: string, { start, end }: Span, who = ''): void =>
        console.log(`${item.id} ${what} ${who}| ${text.slice(start, end).replace(/\s+/g, ' ')}`);
      for (const label of wanted)
        if (!right.some(([l]) => l === label)) line('quotation missed', spanOf(label));
      for (const quote of wrong) line('quotation wrong', quote.content[0]!);
      for (const pair of right)
        if (!said.includes(pair)) line('speaker wrong', spanOf(pair[0]), `${pair[1].speaker?.text} `);
    }
    console.log(
      `quotations, ${direct ? 'direct' : 'indirect'}, ${name}: ${count}  speaker of the right ones ${share(speakers, count.right)} (${count.wanted})`,
    );
  }
}

/** Quotations of which both labellers have some words, and those that one of them has. */
function labelsOf({ quotations }: Item, direct: boolean): { wanted: Quoted[]; other: Quoted[] } {
  const [first, second] = [quotations.first, quotations.second].map((all) =>
    all.filter((quote) => quote.direct === direct),
  ) as [Quoted[], Quoted[]];
  const among = (quote: Quoted, all: readonly Quoted[]): boolean =>
    all.some((other) => overlaps(spanOf(quote), spanOf(other)));
  return {
    wanted: first.filter((quote) => among(quote, second)),
    other: [
      ...first.filter((quote) => !among(quote, second)),
      ...second.filter((quote) => !among(quote, first)),
    ],
  };
}

/** The marked words of a mixed quotation are a quotation of their own; its clause may stand for an indirect one. */
function foundIn(reading: ReturnType<typeof read>, direct: boolean): Quotation[] {
  return reading.quotations.filter(({ kind }) =>
    direct ? kind === 'direct' || kind === 'partial' : kind === 'indirect' || kind === 'mixed',
  );
}

function inHeadline({ report }: ReturnType<typeof read>, { content }: Quotation): boolean {
  return report.parts.some(({ kind, span }) => kind === 'headline' && overlaps(span, content[0]!));
}

function sameSpeaker(label: Quoted, { speaker }: Quotation): boolean {
  const named = `${speaker?.text ?? ''} ${speaker?.stands?.text ?? ''} ${speaker?.actor?.name ?? ''}`;
  const words = (s: string): string[] => s.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];
  return words(named).some((word) => !/^(?:the|and|for)$/.test(word) && words(label.speaker).includes(word));
}

function covers(quote: Quotation, label: Span): boolean {
  const common = quote.content.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, label.end) - Math.max(span.start, label.start)),
    0,
  );
  const whole = quote.content.reduce((sum, span) => sum + span.end - span.start, 0);
  return common > (label.end - label.start) / 2 && common > whole / 4;
}
