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

interface Item {
  readonly id: string;
  readonly first: readonly Told[];
  readonly second: readonly Told[];
  readonly settled: readonly Told[];
  readonly quotations: { readonly first: readonly Quoted[]; readonly second: readonly Quoted[] };
}

const spanOf = ({ at: [start, end] }: { at: readonly [number, number] }): Span => ({ start, end });
const near = (a: Told, b: Told): boolean => overlaps(spanOf(a), spanOf(b));

/** Prints how the reports are read: events with their dates and modality, quotations with their speakers. */
export function examineReports(errors: boolean): void {
  const items = labelled<Item>('reports.jsonl');
  console.log(`two labellers of the reports: ${agreement(items, near)}`);
  const readings = items.map((item) => {
    const text = readFileSync(new URL(`reports/${item.id}.txt`, import.meta.url), 'utf8');
    return { item, text, reading: read(text) };
  });
  for (const [name, part] of [
    ['all', readings],
    ['never looked at', readings.filter(({ item }) => item.id > LOOKED_AT)],
  ] as const)
    scoreEvents(name, part, errors && name === 'all');
  for (const direct of [true, false]) scoreQuotations(direct, readings);
}

type Readings = readonly { item: Item; text: string; reading: ReturnType<typeof read> }[];

function scoreEvents(name: string, readings: Readings, errors: boolean): void {
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

/** A quotation is found when more than half of its words are quoted, and its speaker when the names overlap. */
function scoreQuotations(direct: boolean, readings: Readings): void {
  const count = new Count();
  let speakers = 0;
  for (const { item, reading } of readings) {
    const labels = item.quotations.first.filter((quote) => quote.direct === direct);
    // The marked words of a mixed quotation are a quotation of their own.
    const ours = reading.quotations.filter(({ kind }) =>
      direct ? kind === 'direct' || kind === 'partial' : kind === 'indirect',
    );
    const right = matched(labels, ours, (label, quote) => covers(quote, spanOf(label)));
    count.wanted += labels.length;
    count.found += ours.length;
    count.right += right.length;
    speakers += right.filter(([label, quote]) => {
      const named = `${quote.speaker?.text ?? ''} ${quote.speaker?.stands?.text ?? ''} ${quote.speaker?.actor?.name ?? ''}`;
      const words = (s: string): string[] => s.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];
      return words(named).some(
        (word) => !/^(?:the|and|for)$/.test(word) && words(label.speaker).includes(word),
      );
    }).length;
  }
  console.log(
    `quotations, ${direct ? 'direct' : 'indirect'}: ${count}  speaker of the right ones ${share(speakers, count.right)} (${count.wanted})`,
  );
}

function covers(quote: Quotation, label: Span): boolean {
  const common = quote.content.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, label.end) - Math.max(span.start, label.start)),
    0,
  );
  return common > (label.end - label.start) / 2;
}
