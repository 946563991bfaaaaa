import { type Brief, briefOf, questionOf } from './answer/index.js';
import { codeEvents, type Event } from './code/index.js';
import { analyse, type Document } from './language/index.js';
import { type Disagreement, disagreements, joinWithin, type Registers, registersOf } from './ledger/index.js';
import { type Report, reportFromText } from './read/index.js';
import { type Attribution, attribute, findQuotations, type Quotation } from './source/index.js';
import { dateReport, findTimes, type ReportDate, type TimeExpression } from './time/index.js';
import { findMentions, findPlaces, type Mention, today as now, type PlaceMention } from './world/index.js';

/** Everything that Rapport gets out of one report. Each stage adds its own fields. */
export interface Reading {
  readonly report: Report;
  readonly document: Document;
  readonly date: ReportDate;
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly places: readonly PlaceMention[];
  readonly quotations: readonly Quotation[];
  readonly events: readonly Event[];
  readonly attributions: readonly Attribution[];
  readonly disagreements: readonly Disagreement[];
  readonly registers: Registers;
  readonly brief: Brief;
}

type Field = keyof Reading;

/** One step of the way: it may use only the fields it needs, and gives exactly the fields it names. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly Field[];
  readonly gives: readonly Field[];
  run(reading: Reading, options: StageOptions): Partial<Reading>;
}

export interface StageOptions {
  /** ISO date that no report can lie after; today when absent. */
  readonly today?: string;
}

function stage<N extends Field, G extends Field>(
  name: string,
  needs: readonly N[],
  gives: readonly G[],
  run: (reading: Pick<Reading, N>, options: StageOptions) => Pick<Reading, G>,
): Stage {
  return { name, needs, gives, run };
}

/** The order in which a report is read. This list is the only place that says so. */
export const STAGES: readonly Stage[] = [
  stage('language', ['report'], ['document'], ({ report }) => ({ document: analyse(report) })),
  stage('time', ['report'], ['date', 'times'], ({ report }, options) => {
    const date = dateReport(report, options);
    return { date, times: findTimes(report.text, date.date) };
  }),
  stage('world', ['document', 'date'], ['mentions', 'places'], ({ document, date }) => {
    const options = date.date ? { at: date.date } : {};
    return { mentions: findMentions(document, options), places: findPlaces(document) };
  }),
  stage(
    'code',
    ['document', 'mentions', 'places', 'times', 'date'],
    ['events'],
    ({ date, ...rest }, options) => {
      const today = options.today ?? now();
      return { events: codeEvents({ ...rest, today, ...(date.date ? { reported: date.date } : {}) }) };
    },
  ),
  stage('ledger', ['report', 'events'], ['events', 'disagreements', 'registers'], ({ report, events }) => {
    const acts = joinWithin(report.text, events);
    return { events: acts, disagreements: disagreements(acts), registers: registersOf(report.text, acts) };
  }),
  stage(
    'source',
    ['document', 'mentions', 'events'],
    ['quotations', 'attributions'],
    ({ document, mentions, events }) => {
      const quotations = findQuotations(document, mentions);
      return { quotations, attributions: attribute(document, mentions, quotations, events) };
    },
  ),
  stage(
    'answer',
    ['report', 'document', 'mentions', 'date', 'events', 'quotations', 'disagreements', 'registers'],
    ['brief'],
    ({ report, document, mentions, ...rest }) => {
      const question = questionOf(document, mentions, titleMentions(report, rest.date));
      return { brief: briefOf({ ...rest, text: report.text, question }) };
    },
  ),
];

/** Reads one report through every stage. Never throws on any text. */
export function readReport(report: Report, options: StageOptions = {}): Reading {
  let reading = { report } as Reading;
  for (const stage of STAGES) reading = { ...reading, ...stage.run(reading, options) };
  return reading;
}

/** A title that is not part of the text is read by itself: it can name who is asked about, but tells no act. */
function titleMentions(report: Report, date: ReportDate): readonly Mention[] {
  if (!report.title || report.parts.some((part) => part.kind === 'headline')) return [];
  const document = analyse(reportFromText(report.title, {}));
  return findMentions(document, date.date ? { at: date.date } : {});
}
