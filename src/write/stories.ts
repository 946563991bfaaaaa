import picocolors from 'picocolors';
import type {
  AccountOf,
  StoredAgreement,
  StoredDispute,
  StoredLeftOut,
  StoredMaterialAct,
  StoredQuotation,
  StoredStory,
  StoryEvent,
} from '../ledger/index.js';
import { Page, shortened } from './page.js';
import type { TextOptions } from './text.js';

/** Characters of a report's words shown before they are cut. */
const SHOWN = 150;
/** The same of a sentence on which reports disagree, whose figure may stand at its end. */
const SENTENCE = 300;

export interface StoryTextOptions extends TextOptions {
  /** Whether the grounds of each join are shown. */
  readonly reasons: boolean;
}

/**
 * A story for people: the act, its three numbers, who tells it in which words, where they disagree, and what each of its
 * accounts leaves out, where that is given.
 */
export function storyText(
  story: StoredStory,
  options: StoryTextOptions,
  leftOut: readonly StoredLeftOut[] = [],
): string {
  const c = picocolors.createColors(options.colour);
  const page = new Page(options.width);
  headLines(page, story, c);
  for (const told of story.told) tellingLines(page, told, options, c);
  for (const plan of story.plans)
    page.put(`carries out what was announced in ${plan.story} (score ${plan.score})`, '  ');
  for (const dispute of story.disputes) disputeLines(page, dispute, c);
  for (const one of leftOut) leftOutLines(page, one, c);
  page.lay();
  return page.text();
}

/** A story as far as its reports disagree, for people: the act, its three numbers, and each question with both sides. */
export function disputesText(story: StoredStory, options: TextOptions): string {
  const c = picocolors.createColors(options.colour);
  const page = new Page(options.width);
  headLines(page, story, c);
  for (const dispute of story.disputes) disputeLines(page, dispute, c);
  page.lay();
  return page.text();
}

function headLines(page: Page, story: StoredStory, c: Colours): void {
  page.put(c.bold(titleOf(story)));
  page.put(
    c.dim(
      `${count(story.acts, 'act')} · ${count(story.sources, 'independent source')} · ${count(story.reports, 'report')} · ${story.id}`,
    ),
  );
}

type Colours = ReturnType<typeof picocolors.createColors>;

function titleOf({
  root,
  modality,
  actors,
  recipients,
  date_start,
  date_end,
  first_reported,
  place,
}: StoredStory): string {
  const day = date_start
    ? date_end === date_start
      ? date_start
      : `${date_start} to ${date_end}`
    : `undated, reported ${first_reported ?? 'on an unknown day'}`;
  const sides = `${actors.join('+') || '?'} > ${recipients.join('+') || '?'}`;
  return `${day}  ${sides}  ${root}, ${modality}${place ? `, ${place}` : ''}`;
}

function tellingLines(page: Page, told: StoryEvent, options: StoryTextOptions, c: Colours): void {
  const said = told.said_by ? `, citing ${told.said_by}` : '';
  const copy = told.copy_of ? `, a copy of ${told.copy_of}` : '';
  page.put(`• ${nameOf(told)}, ${told.reported ?? 'undated'}${said}${copy}`, '  ');
  if (told.evidence)
    page.put(
      c.dim(
        `“${shortened(told.evidence.text, SHOWN)}” [${told.report} ${told.evidence.start}–${told.evidence.end}]`,
      ),
      '    ',
    );
  if (options.reasons && told.score !== null)
    page.put(c.dim(`joined to ${told.joined_to}, score ${told.score}: ${told.reasons.join('; ')}`), '    ');
}

/** What a reader knows a report by. */
function nameOf({ outlet, given, report }: AccountOf): string {
  return outlet ?? given ?? report;
}

const QUESTIONS = {
  date: 'when it was',
  figure: 'how many',
  actor: 'who did it',
  modality: 'whether it happened',
} as const;

function disputeLines(page: Page, dispute: StoredDispute, c: Colours): void {
  const { about, of, settled } = dispute;
  const question = `${QUESTIONS[about]}${of ? ` (${of})` : ''}`;
  const revised = about === 'figure' && isRevised(dispute.sides);
  page.put(revised ? `revised over time: ${question}` : `they disagree on ${question}:`, '  ');
  const sides = revised
    ? [...dispute.sides].sort((a, b) => (firstTold(a) < firstTold(b) ? -1 : 1))
    : dispute.sides;
  for (const side of sides) {
    page.put(`– ${side.says}`, '    ');
    for (const voice of side.voices) voiceLines(page, voice, c);
  }
  if (settled)
    page.put(
      `settled: since ${settled.since} only “${settled.says}” is told (${count(settled.events.length, 'later telling')})`,
      '    ',
    );
  else if (!revised) page.put('not settled by later reports', '    ');
}

type DisputeSide = StoredDispute['sides'][number];
type DisputeVoice = DisputeSide['voices'][number];

function voiceLines(page: Page, voice: DisputeVoice, c: Colours): void {
  const report = nameOf(voice);
  const who =
    voice.source === voice.report || voice.source === report ? report : `${voice.source}, in ${report}`;
  page.put(`${who}, ${voice.reported ?? 'undated'}:`, '      ');
  const words = voice.sentence ?? voice.evidence[0];
  if (words)
    page.put(
      c.dim(`“${shortened(words.text, SENTENCE)}” [${voice.report} ${words.start}–${words.end}]`),
      '      ',
    );
}

/** Whether each figure was told only after the last report of the one before: a toll that rose, no contradiction of a day. */
function isRevised(sides: readonly DisputeSide[]): boolean {
  const ordered = [...sides].sort((a, b) => (firstTold(a) < firstTold(b) ? -1 : 1));
  const lastTold = (side: DisputeSide): string =>
    side.voices
      .map((voice) => voice.reported ?? '')
      .sort()
      .at(-1) ?? '';
  return ordered.every((side, at) => at === 0 || lastTold(ordered[at - 1]!) < firstTold(side));
}

function firstTold(side: DisputeSide): string {
  return side.voices.map((voice) => voice.reported ?? '').sort()[0] ?? '';
}

/** Sentences of one account shown before the rest is counted. */
const SENTENCES = 8;

function leftOutLines(page: Page, { told, left_out_by, sentences }: StoredLeftOut, c: Colours): void {
  if (sentences.length === 0) {
    page.put(`${nameOf(told)} tells nothing that ${nameOf(left_out_by)} leaves out`, '  ');
    return;
  }
  page.put(`${nameOf(told)} tells, and ${nameOf(left_out_by)} leaves out:`, '  ');
  for (const { text, start, end } of sentences.slice(0, SENTENCES))
    page.put(`– ${text.replace(/\s+/g, ' ')} ${c.dim(`[${told.report} ${start}–${end}]`)}`, '    ');
  const more = sentences.length - SENTENCES;
  if (more > 0) page.put(`and ${count(more, 'more sentence')} (--json gives all)`, '    ');
}

/** The register of agreements as lines. */
export function agreementText(row: StoredAgreement): string {
  const when = row.days.length > 0 ? row.days.join(', ') : `reported ${row.reported}`;
  return `${when}  ${row.stage.padEnd(8)}  ${row.parties.join('+')}  ${row.name}${row.place ? `, ${row.place}` : ''}  (${sources(row)})\n`;
}

/** The register of material acts as lines, the figures in the order in which they were told. */
export function materialText(row: StoredMaterialAct): string {
  const when = row.days.length > 0 ? row.days.join(', ') : `reported ${row.reported}`;
  const figures = row.figures.map(
    ({ value, unit, high, voice }) =>
      `${high === null ? 'at least ' : ''}${value.toLocaleString('en')} ${unit} (${voice.source}, ${voice.reported})`,
  );
  return `${when}  ${row.kind.padEnd(9)} ${row.from.join('+') || '?'} > ${row.to.join('+') || '?'}  ${row.modality}${figures.length > 0 ? `: ${figures.join('; ')}` : ''}  (${sources(row)})\n`;
}

/** The register of quotations as lines. */
export function quotationText(row: StoredQuotation): string {
  const words = row.content.map((span) => shortened(span.text, SHOWN)).join(' … ');
  return `${row.reported ?? 'undated'}  ${row.speaker}: “${words}”  (${row.outlet ?? row.report})\n`;
}

function sources(row: { sources: number; reports: number }): string {
  return `1 act, ${count(row.sources, 'independent source')}, ${count(row.reports, 'report')}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
