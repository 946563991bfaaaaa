import { type Line as BriefLine, figureText, namesOf } from '../../answer/index.js';
import { slice } from '../../base/index.js';
import type { Party } from '../../code/index.js';
import { keptOf, type StoredEvent, type StoredReport } from '../../ledger/index.js';
import type { Source } from '../../source/index.js';
import type { PlainReading } from '../../worker/index.js';
import type { EventView, Line, Meta, ReadingView, RegisterRow, SourceName } from '../schema/index.js';
import { actorRef, eventView, figureOf, toldOf } from '../views/told.js';
import { marksOf } from './marks.js';

/** The reading of a report that the ledger does not hold. */
export function readingView(reading: PlainReading, meta: Meta): ReadingView {
  const kept = keptOf(reading);
  return viewOf(
    reading,
    kept.events,
    kept.report,
    null,
    kept.events.map((event) => eventView({ event, report: kept.report }, null)),
    meta,
  );
}

/** The reading of a report that the ledger holds, read again for what it does not keep; its events are the ledger's own. */
export function keptReadingView(
  reading: PlainReading,
  report: StoredReport,
  events: readonly EventView[],
  meta: Meta,
): ReadingView {
  const known = new Set(events.map((event) => event.id));
  // Read by another version than that which kept it, a report can tell other events: those are left out.
  const again = keptOf(reading, report.id).events.map((event) => (known.has(event.id) ? event : undefined));
  return viewOf(reading, again, report, report.id, [...events], meta);
}

function viewOf(
  reading: PlainReading,
  stored: readonly (StoredEvent | undefined)[],
  report: StoredReport,
  id: string | null,
  events: EventView[],
  meta: Meta,
): ReadingView {
  const { text } = reading.report;
  const byId = new Map(reading.events.map((event, at) => [event.id, stored[at]]));
  const idOf = (event: string): string | undefined => byId.get(event)?.id;
  const toldBy = (event: string): RegisterRow['told'] => {
    const one = byId.get(event);
    return one ? [toldOf({ event: one, report })] : [];
  };
  return {
    id,
    title: report.title,
    outlet: report.outlet,
    url: report.url,
    published: report.published,
    day: report.day,
    dayBasis: report.day_basis,
    text,
    dir: directionOf(text),
    marks: marksOf(reading, idOf),
    events,
    quotations: reading.quotations.flatMap(({ kind, content, speaker, cue, chain }) => {
      const [first, last] = [content[0], content.at(-1)];
      if (!first || !last) return [];
      const words = content.map((span) => slice(text, span)).join(' … ');
      return [
        {
          kind,
          text: words,
          start: first.start,
          end: last.end,
          speaker: speaker ? nameOf(speaker) : null,
          cue: cue ? slice(text, cue) : null,
          chain: chain.map(sourceName),
        },
      ];
    }),
    disagreements: reading.disagreements.map(({ about, sides }) => ({
      about,
      sides: sides.map(({ says, evidence }) => ({
        says,
        evidence: evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      })),
    })),
    chain: chainsOf(reading),
    brief: {
      question: reading.brief.question?.text ?? null,
      answer: lineOf(reading.brief.answer, idOf),
      synopsis: reading.brief.synopsis.map((line) => lineOf(line, idOf)),
      takeaways: reading.brief.takeaways.map((line) => lineOf(line, idOf)),
    },
    ...registersOf(reading, toldBy),
    meta,
  };
}

function lineOf({ text, evidence, events }: BriefLine, idOf: (event: string) => string | undefined): Line {
  return {
    text,
    evidence: evidence.map(({ start, end }) => ({ start, end })),
    events: events.flatMap((event) => idOf(event) ?? []),
  };
}

/** Through whom words came, each way once: "an official, through KCNA, through Yonhap". */
function chainsOf({ attributions, quotations }: PlainReading): ReadingView['chain'] {
  const chains = [
    ...attributions.map(({ claimedBy, chain }) => (claimedBy ? [claimedBy, ...chain] : [...chain])),
    ...quotations.map(({ speaker, chain }) => (speaker ? [speaker, ...chain] : [...chain])),
  ];
  const distinct = new Map<string, ReadingView['chain'][number]>();
  for (const chain of chains) {
    if (chain.length < 2) continue;
    const text = chain.map(nameOf).join(', through ');
    distinct.set(text, { names: chain.map(sourceName), text });
  }
  return [...distinct.values()];
}

function nameOf(source: Source): string {
  return source.actor?.name ?? source.stands?.text ?? source.text;
}

function sourceName({ text, actor }: Source): SourceName {
  return { text, code: actor?.code || null, name: actor?.name ?? null };
}

function registersOf(
  { registers }: PlainReading,
  toldBy: (event: string) => RegisterRow['told'],
): Pick<ReadingView, 'agreements' | 'material'> {
  const parties = (all: readonly Party[]): RegisterRow['parties'] =>
    [...new Set(all.flatMap(({ actor }) => actor?.code || []))].map(actorRef);
  const empty = { speaker: null, quote: null, story: null };
  return {
    agreements: registers.agreements.map((one) => ({
      ...empty,
      kind: 'agreement',
      text: `${one.name}, ${one.stage} by ${namesOf(one.parties)}`,
      parties: parties(one.parties),
      name: one.name,
      stage: one.stage,
      materialKind: null,
      figures: [],
      day: one.interval?.start ?? null,
      place: one.place ?? null,
      told: toldBy(one.event),
    })),
    material: registers.material.map((one) => ({
      ...empty,
      kind: 'material',
      text: `${one.kind} by ${namesOf(one.from)}${one.to.length > 0 ? ` to ${namesOf(one.to)}` : ''}${one.figures.length > 0 ? `: ${one.figures.map(figureText).join(', ')}` : ''}`,
      parties: parties([...one.from, ...one.to]),
      name: null,
      stage: null,
      materialKind: one.kind,
      figures: one.figures.map((figure) => figureOf({ ...figure, text: figureText(figure) })),
      day: one.interval?.start ?? null,
      place: null,
      told: toldBy(one.event),
    })),
  };
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a text: that of most of the letters of its beginning. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? [];
  const rightToLeft = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
  return rightToLeft * 2 > letters.length ? 'rtl' : 'ltr';
}
