import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type {
  StoredAgreement,
  StoredDispute,
  StoredMaterialAct,
  StoredQuotation,
  StoredStory,
  StoryEvent,
} from '../ledger/index.js';
import type { TextOptions } from './text.js';

/** Characters of a report's words shown before they are cut. */
const SHOWN = 150;

export interface StoryTextOptions extends TextOptions {
  /** Whether the grounds of each join are shown. */
  readonly reasons: boolean;
}

/** A story for people: the act, its three numbers, who tells it in which words, and where they disagree. */
export function storyText(story: StoredStory, options: StoryTextOptions): string {
  const c = picocolors.createColors(options.colour);
  const page = new Page(options.width);
  page.put(c.bold(titleOf(story)));
  page.put(
    c.dim(
      `${count(story.acts, 'act')} · ${count(story.sources, 'independent source')} · ${count(story.reports, 'report')} · ${story.id}`,
    ),
  );
  for (const told of story.told) tellingLines(page, told, options, c);
  for (const plan of story.plans)
    page.put(`carries out what was announced in ${plan.story} (score ${plan.score})`, '  ');
  for (const dispute of story.disputes) disputeLines(page, dispute);
  return page.text();
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
  page.put(`• ${told.outlet ?? told.report}, ${told.reported ?? 'undated'}${said}${copy}`, '  ');
  if (told.evidence)
    page.put(
      c.dim(`“${shown(told.evidence.text)}” [${told.report} ${told.evidence.start}–${told.evidence.end}]`),
      '    ',
    );
  if (options.reasons && told.score !== null)
    page.put(c.dim(`joined to ${told.joined_to}, score ${told.score}: ${told.reasons.join('; ')}`), '    ');
}

/** A question on which reports disagree, for people: each side with its words, and whether it was settled. */
export function disputeText(dispute: StoredDispute, options: TextOptions): string {
  const page = new Page(options.width);
  page.put(`Story ${dispute.story}`);
  disputeLines(page, dispute);
  return page.text();
}

const QUESTIONS = {
  date: 'when',
  figure: 'how many',
  actor: 'who did it',
  modality: 'whether it happened',
} as const;

function disputeLines(page: Page, { about, of, sides, settled }: StoredDispute): void {
  page.put(`they disagree on ${QUESTIONS[about]}${of ? ` (${of})` : ''}:`, '  ');
  for (const side of sides) {
    page.put(`– ${side.says}`, '    ');
    for (const voice of side.voices)
      page.put(
        `${voice.source}${voice.outlet && voice.outlet !== voice.source ? ` in ${voice.outlet}` : ''}, ${voice.reported ?? 'undated'}: “${shown(voice.evidence[0]?.text ?? '')}”`,
        '      ',
      );
  }
  page.put(
    settled
      ? `settled since ${settled.since}: ${settled.says} (${settled.events.length} later tellings)`
      : 'not settled',
    '    ',
  );
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
  const words = row.content.map((span) => shown(span.text)).join(' … ');
  return `${row.reported ?? 'undated'}  ${row.speaker}: “${words}”  (${row.outlet ?? row.report})\n`;
}

function sources(row: { sources: number; reports: number }): string {
  return `${count(row.sources, 'source')}, ${count(row.reports, 'report')}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}

/** Lines wrapped at the width of the terminal. */
class Page {
  private readonly lines: string[] = [];

  constructor(private readonly width: number) {}

  put(text: string, indent = ''): void {
    const width = Math.max(20, this.width - indent.length);
    for (const line of wrapAnsi(text, width, { hard: true }).split('\n')) this.lines.push(indent + line);
  }

  text(): string {
    return `${this.lines.join('\n')}\n\n`;
  }
}
