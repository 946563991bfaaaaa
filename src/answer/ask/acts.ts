import type { Evidenced } from '../../relate/index.js';
import type { AnswerLine, AnswerSection } from '../types.js';
import { figuresThatDiffer } from './dispute.js';
import {
  ANNOUNCED,
  between,
  dayOf,
  HAPPENED,
  lineOf,
  linesOf,
  names,
  type Wanted,
  whenText,
} from './told.js';
import type { Ground } from './trend.js';

const SHOWN = 12;
const SAMPLE = 400;

/** What an answer about acts says. */
export interface ActsAnswer {
  readonly known: boolean;
  readonly verdict: string;
  readonly sections: readonly AnswerSection[];
}

/** "What has X sent to Y since 2024?" and "Has X threatened Y?": the acts, what was only announced, and the figures. */
export async function actsAnswer(ground: Ground): Promise<ActsAnswer> {
  const {
    ledger,
    pair,
    names: [from, to],
    asked,
  } = ground;
  const wanted = wantedOf(ground);
  const done = await between(ledger, pair, { ...wanted, source: pair[0], modalities: HAPPENED });
  const said = await between(ledger, pair, { ...wanted, source: pair[0], modalities: ANNOUNCED });
  const denied = await between(ledger, pair, { ...wanted, source: pair[0], modalities: ['denied'] });
  const period = periodText(ground);
  const what = asked.act!.roots.join(' or ');
  const lines = linesOf(done);
  const { sources, reports } = await ledger.counts(done.map(({ event }) => event.id));
  const found = `${count(lines.length, 'act')} of ${what} by ${from} towards ${to} ${period}, from ${count(sources, 'independent source')} in ${count(reports, 'report')}`;
  const none = `The ledger tells of no act of ${what} by ${from} towards ${to} ${period}`;
  const yes = asked.kind === 'whether' ? 'Yes: ' : '';
  const only = said.length > 0 ? '; some were announced or demanded' : '';
  return {
    known: done.length + said.length + denied.length > 0,
    verdict:
      done.length > 0 ? `${yes}${found}.` : `${none}${only}. What is not reported may still have happened.`,
    sections: [
      { title: 'Reported as done', lines: cut(lines) },
      { title: 'Announced, offered or demanded, not done', lines: cut(linesOf(said)) },
      { title: 'Denied', lines: cut(linesOf(denied)) },
      { title: 'Figures that differ', lines: figuresThatDiffer(done) },
    ].filter((section) => section.lines.length > 0),
  };
}

/** "When did X and Y last meet?": the latest such act, of the very persons where the question names persons. */
export async function whenAnswer(ground: Ground): Promise<ActsAnswer> {
  const { ledger, pair, names: both, asked } = ground;
  const oldestFirst = asked.which === 'first';
  const all = await between(ledger, pair, { ...wantedOf(ground), modalities: HAPPENED, oldestFirst });
  const persons = asked.actors.filter((actor) => actor.kind === 'person');
  const exact = all.filter((told) => persons.every((person) => names(told, person)));
  const chosen = exact.length > 0 ? exact : all;
  const first = chosen.find(dated) ?? chosen[0];
  const what = asked.act!.roots.join(' or ');
  if (!first)
    return {
      known: false,
      verdict: `The ledger tells of no act of ${what} between ${both.join(' and ')} ${periodText(ground)}. What is not reported may still have happened.`,
      sections: [],
    };
  const same = chosen.filter((told) => told !== first && dayOf(told) === dayOf(first));
  const vague = persons.length > 0 && exact.length === 0;
  const whose = vague
    ? ` None of the acts names ${persons.map((p) => p.name).join(' and ')}; this is the ${asked.which} of their sides.`
    : '';
  const place = first.event.place ? `, in ${first.event.place}` : '';
  const rest = linesOf(chosen.filter((told) => told !== first && !same.includes(told)));
  return {
    known: true,
    verdict: `${whenText(first)}${place}.${whose}`,
    sections: [
      { title: asked.which === 'first' ? 'The first' : 'The latest', lines: [lineOf(first, same)] },
      { title: asked.which === 'first' ? 'After that' : 'Before that', lines: rest.slice(0, 5) },
    ].filter((section) => section.lines.length > 0),
  };
}

function wantedOf({ asked, last }: Ground): Wanted {
  return {
    roots: asked.act!.roots,
    ...(asked.since ? { from: asked.since } : {}),
    to: asked.until && asked.until < last ? asked.until : last,
    limit: SAMPLE,
  };
}

/** Whether the act's own day is told: not only that of the report, nor no more than a year. */
function dated({ event }: Evidenced): boolean {
  return (
    event.date_basis !== 'reported' && (event.date_precision === 'day' || event.date_precision === 'week')
  );
}

function periodText({ asked, last }: Ground): string {
  const to = asked.until && asked.until < last ? asked.until : last;
  return asked.since ? `from ${asked.since} to ${to}` : `up to ${to}`;
}

function cut(lines: readonly AnswerLine[]): AnswerLine[] {
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), { text: `… and ${more} more`, told: [] }] : [...lines];
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
