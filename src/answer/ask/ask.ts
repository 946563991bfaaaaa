import type { Ledger } from '../../ledger/index.js';
import type { DayVolume } from '../../relate/index.js';
import { stateName, today } from '../../world/index.js';
import type { Answer, Asked } from '../types.js';
import { actsAnswer, whenAnswer } from './acts.js';
import { askedOf } from './asked.js';
import { disputed, figuresThatDiffer } from './dispute.js';
import { between } from './told.js';
import { type Ground, trendAnswer } from './trend.js';

export interface AskOptions {
  /** Day of the question, ISO: what "now" and "last year" mean, and who holds an office. Today when absent. */
  readonly at?: string;
  /** How much is reported at all (`volumeIn`), where it is asked for once and used for many questions. */
  readonly volume?: readonly DayVolume[];
}

const SAMPLE = 400;
const HELP =
  'Ask about two actors: "Are X and Y getting closer?", "What has X sent to Y since 2024?", "When did X and Y last meet?", "Who disagrees about X and Y?"';

/**
 * Answers a question from the ledger: whom and what it asks about, a verdict with numbers, and the events and reports
 * behind every line. What cannot be told is said to be so.
 */
export async function ask(ledger: Ledger, question: string, options: AskOptions = {}): Promise<Answer> {
  const at = options.at ?? today();
  const asked = askedOf(question, at);
  const [first, second] = asked.actors;
  if (!first || !second) return unanswered(asked);
  const pair = [first.code, second.code] as const;
  const last = await lastDay(ledger, at);
  if (!last)
    return {
      asked,
      known: false,
      verdict: 'The ledger holds no event yet: rapport add reads reports into it.',
      sections: [],
    };
  const ground: Ground = {
    ledger,
    pair,
    names: [stateName(first.code), stateName(second.code)],
    asked,
    last,
    ...(options.volume ? { volume: options.volume.filter(({ day }) => day <= last) } : {}),
  };
  const answer = await answerOf(ground);
  // "Lately" is counted from the end of the ledger, which may lie long before today.
  const note = last < at && asked.recent ? ` (The ledger ends on ${last}.)` : '';
  return { asked, ...answer, verdict: answer.verdict + note };
}

function answerOf(ground: Ground): Promise<Omit<Answer, 'asked'>> {
  switch (ground.asked.kind) {
    case 'dispute':
      return disputeAnswer(ground);
    case 'when':
      return whenAnswer(ground);
    case 'list':
    case 'whether':
      return actsAnswer(ground);
    default:
      return trendAnswer(ground);
  }
}

function unanswered(asked: Asked): Answer {
  const found = asked.actors[0];
  const missing = found ? `only ${found.name} (${found.code}) is named` : 'no actor is named that is known';
  const open = asked.open.length > 0 ? ` ${asked.open.join('. ')}.` : '';
  return {
    asked,
    known: false,
    verdict: `Cannot tell whom the question is about: ${missing}.${open} ${HELP}`,
    sections: [],
  };
}

async function disputeAnswer({ ledger, pair, names }: Ground): Promise<Omit<Answer, 'asked'>> {
  const lines = await disputed(ledger, pair);
  const figures = figuresThatDiffer(await between(ledger, pair, { limit: SAMPLE }));
  const n = lines.length + figures.length;
  return {
    known: n > 0,
    verdict:
      n > 0
        ? `${n} ${n === 1 ? 'point' : 'points'} on which reports about ${names.join(' and ')} differ.`
        : `The ledger knows of nothing on which reports about ${names.join(' and ')} differ.`,
    sections: [
      { title: 'Where reports disagree', lines },
      { title: 'Figures that differ', lines: figures },
    ].filter((section) => section.lines.length > 0),
  };
}

async function lastDay(ledger: Ledger, at: string): Promise<string | undefined> {
  const rows = await ledger.database.all<{ day: string | null }>(
    'SELECT max(day)::VARCHAR AS day FROM pairs WHERE day <= $1::DATE',
    [at],
  );
  return rows[0]?.day ?? undefined;
}
