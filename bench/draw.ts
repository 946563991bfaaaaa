/**
 * Draws events at random to be judged by eye: reports evenly over the files of ../shared/data/reports, each read whole, then
 * events evenly over the files again. The same seed draws the same reports, so two states of the code can be compared.
 * Options: --seed N (1), --count N events (100), --text prints the report up to the event as well.
 */
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Event,
  type EventDate,
  type Party,
  type Reading,
  type Report,
  readReport,
  readReports,
} from '../src/index.js';
import { Random } from './shifts/random.js';
import { shuffled } from './stories/drawn.js';

export const about = 'events drawn at random from real reports, to be judged by eye against their sentences';

/** Reports read for each event drawn: enough that the events of one report are seldom drawn together. */
const REPORTS_AN_EVENT = 2;
const folder = new URL('../../shared/data/reports/', import.meta.url).pathname;

interface Drawn {
  readonly reading: Reading;
  readonly event: Event;
}

export async function run(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('skipped: ../shared/data is not here');
    return;
  }
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, count: { type: 'string' }, text: { type: 'boolean' } },
    strict: false,
  });
  const seed = Number(values.seed ?? 1);
  const count = Number(values.count ?? 100);
  const files = readdirSync(folder).sort();
  const pools: Drawn[][] = [];
  let reports = 0;
  for (const [at, file] of files.entries()) {
    const random = new Random(seed * 1000 + at);
    const all: Report[] = [];
    for await (const result of readReports([folder + file])) if (result.ok) all.push(result.report);
    const some = shuffled(all, random).slice(0, Math.ceil((REPORTS_AN_EVENT * count) / files.length));
    reports += some.length;
    pools.push(shuffled(some.flatMap(eventsOf), random));
  }
  const drawn = inTurn(pools).slice(0, count);
  for (const [at, each] of drawn.entries()) print(at + 1, each, values.text === true);
  const events = pools.reduce((sum, pool) => sum + pool.length, 0);
  console.log(`seed ${seed}: ${reports} reports, ${events} events in them, ${drawn.length} drawn`);
}

function eventsOf(report: Report): Drawn[] {
  const reading = readReport(report);
  return reading.events.map((event) => ({ reading, event }));
}

/** The first of each list, then the second of each, until all are empty. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }).flatMap((_, i) =>
    lists.flatMap((list) => (i < list.length ? [list[i]!] : [])),
  );
}

function print(number: number, { reading, event }: Drawn, withText: boolean): void {
  const { report } = reading;
  console.log(`\n${number}. ${report.id}, ${reading.date.date ?? 'date unknown'}`);
  if (withText) console.log(`   text: ${flat(report.text.slice(0, event.trigger.start).slice(-1500))}`);
  console.log(`   ${sentence(reading, event)}`);
  console.log(`   ${event.reciprocal ? 'sources, of each other' : 'source'}: ${sides(event.actors)}`);
  const implied = event.reasons.some((reason) => reason.rule.startsWith('recipient'));
  console.log(`   target: ${sides(event.recipients)}${implied ? ' (implied)' : ''}`);
  const mode = event.modes.join('+') || 'no mode';
  console.log(
    `   ${event.root}, ${mode}, ${event.cameo}, ${event.modality}${event.background ? ', background' : ''}`,
  );
  console.log(`   date: ${event.dates.map((date) => dated(date, report.text)).join(' / ') || 'none'}`);
  console.log(`   by: ${event.reasons[0]?.rule ?? 'no reason given'}`);
}

/** The sentence with the words that tell the act in brackets. */
function sentence({ report, document }: Reading, { trigger }: Event): string {
  const around = document.sentences.find((s) => s.start <= trigger.start && trigger.start < s.end) ?? trigger;
  const end = Math.max(around.end, trigger.end);
  const { text } = report;
  return flat(
    `${text.slice(around.start, trigger.start)}[${text.slice(trigger.start, trigger.end)}]${text.slice(trigger.end, end)}`,
  );
}

function sides(parties: readonly Party[]): string {
  const side = ({ text, actor }: Party): string =>
    `“${flat(text)}” ${actor ? [actor.code || 'no state', ...actor.sectors].join(' ') : 'unresolved'}`;
  return parties.map(side).join('; ') || 'none';
}

function dated({ interval, basis, evidence }: EventDate, text: string): string {
  const days = interval ? `${interval.start ?? '…'} to ${interval.end ?? '…'}` : 'unknown';
  return `${days} (${basis})${evidence.map((span) => ` “${flat(text.slice(span.start, span.end))}”`).join('')}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
