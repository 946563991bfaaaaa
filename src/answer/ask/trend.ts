import { dayNumber, isoOf } from '../../base/index.js';
import type { Ledger } from '../../ledger/index.js';
import { type DayVolume, type Evidenced, type Relation, relationIn, type Shift } from '../../relate/index.js';
import type { AnswerLine, AnswerSection, Asked } from '../types.js';
import { signed as plus } from '../words.js';
import { disputed, figuresThatDiffer } from './dispute.js';
import { between, HAPPENED, lineOf, linesOf, whenText } from './told.js';

/** "Just" and "lately" reach so many days back; without such a word the last quarter is looked at. */
const RECENT = 45;
const QUARTER = 90;
/** Lines shown of each kind. */
const SHOWN = 6;
const SAMPLE = 200;
/** Of what was before, a few are shown and the last of a new kind is looked for. */
const EARLIER = 60;

/** CAMEO: signs a formal agreement. */
const AGREEMENT = '057';

/** What an answer about two actors needs to know. */
export interface Ground {
  readonly ledger: Ledger;
  readonly pair: readonly [string, string];
  readonly names: readonly [string, string];
  readonly asked: Asked;
  /** The last day the ledger holds anything of, not after the day of the question. */
  readonly last: string;
  /** How much is reported at all up to then; asked of the ledger where it is absent. */
  readonly volume?: readonly DayVolume[];
}

/** What a trend answer says, before it is put together. */
export interface TrendAnswer {
  readonly known: boolean;
  readonly verdict: string;
  readonly sections: readonly AnswerSection[];
  readonly relation: Relation;
}

/** Whether two actors are getting closer or drifting apart: words, deeds, figures that differ, and the shift test. */
export async function trendAnswer(ground: Ground): Promise<TrendAnswer> {
  const { ledger, pair, names, asked, last, volume } = ground;
  const to = asked.until && asked.until < last ? asked.until : last;
  const from = asked.since ?? isoOf(dayNumber(to) - (asked.recent ? RECENT : QUARTER));
  const relation = await relationIn(ledger, pair, { until: last, ...(volume ? { volume } : {}) });
  const news = { from, to, modalities: HAPPENED, background: false };
  const words = await between(ledger, pair, { ...news, quads: [1, 3], limit: SAMPLE });
  const deeds = await between(ledger, pair, { ...news, quads: [2, 4], limit: SAMPLE });
  const older = { to: isoOf(dayNumber(from) - 1), quads: [2, 4], modalities: HAPPENED, limit: EARLIER };
  const before = await between(ledger, pair, older);
  const signed = await between(ledger, pair, { ...older, quads: [1], cameo: AGREEMENT, limit: SHOWN });
  const period = `${from} to ${to}`;
  const nothing = words.length + deeds.length === 0;
  const spoken = nothing
    ? `The ledger holds no act of ${names.join(' and ')} in ${period}.`
    : `In words, ${side(words, asked.towards)}; in deeds, ${side(deeds, asked.towards)} (${period}).`;
  return {
    known: !(nothing && relation.unknown),
    verdict: `${spoken} ${movedText(relation, from, asked.towards)}${turnText(relation, [...deeds, ...before])}`,
    relation,
    sections: [
      { title: `New: ${period}`, lines: shown([...deeds, ...words]) },
      { title: 'Deeds before that', lines: shown(before) },
      { title: 'Agreements before that', lines: shown(signed) },
      { title: 'Figures that differ', lines: figuresThatDiffer([...deeds, ...before]).slice(0, SHOWN) },
      { title: 'Where reports disagree', lines: (await disputed(ledger, pair)).slice(0, SHOWN) },
      { title: 'The shift test', lines: testLines(relation, [...deeds, ...before]) },
    ].filter((section) => section.lines.length > 0),
  };
}

function shown(told: readonly Evidenced[]): AnswerLine[] {
  const lines = linesOf(told);
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), { text: `… and ${more} more`, told: [] }] : lines;
}

/** "yes, closer (2 cooperative, 0 hostile)", "nothing new". */
function side(told: readonly Evidenced[], towards: Asked['towards']): string {
  const cooperative = told.filter(({ event }) => event.quad === 1 || event.quad === 2).length;
  const hostile = told.length - cooperative;
  if (told.length === 0) return 'nothing new';
  const count = `${cooperative} cooperative, ${hostile} hostile`;
  // A handful of the other kind does not turn many around.
  const closer = cooperative >= 3 * hostile ? 1 : hostile >= 3 * cooperative ? -1 : 0;
  if (closer === 0) return `both ways at once (${count})`;
  const found = closer > 0 ? 'closer' : 'apart';
  const verdict = towards === 'either' ? '' : found === towards ? 'yes, ' : 'no, ';
  return `${verdict}${closer > 0 ? 'closer' : 'further apart'} (${count})`;
}

/** Whether the relation itself moved, and when last. */
function movedText(relation: Relation, from: string, towards: Asked['towards']): string {
  if (relation.unknown) return `Whether the relation moved the ledger cannot tell: ${relation.unknown}.`;
  const last = relation.shifts.at(-1);
  if (!last)
    return `The relation has not moved as far as the ledger can tell: none of its ${relation.whole.acts} acts since ${relation.since} make a shift.`;
  const where = `towards ${last.towards} on ${dayText(last)} (false-alarm rate ${rateText(last.falseAlarm)})`;
  if (last.day < from) return `The relation itself has not moved since then: its last shift was ${where}.`;
  const fits = (towards === 'closer') === (last.towards === 'cooperation');
  const clear = towards !== 'either' && (last.towards === 'cooperation' || last.towards === 'conflict');
  return `${clear ? (fits ? 'Yes, the' : 'No: the') : 'The'} relation moved ${where}.`;
}

const NEW_KIND = 'The last deed of a kind that was new between them';

/** Where no shift can be told, the last thing that was new in deeds stands in for one, and is not called one. */
function turnText(relation: Relation, deeds: readonly Evidenced[]): string {
  const turn = relation.shifts.length === 0 ? lastTurn(deeds) : undefined;
  return turn ? ` ${NEW_KIND} is dated ${whenText(turn)} (${turn.event.root}).` : '';
}

function dayText({ day, earliest, latest }: Shift): string {
  return earliest === latest ? day : `${day} (between ${earliest} and ${latest})`;
}

function rateText(share: number): string {
  return share < 0.0001 ? 'below 0.01 %' : `${Number((share * 100).toPrecision(2))} %`;
}

function testLines(relation: Relation, deeds: readonly Evidenced[]): AnswerLine[] {
  const { whole, shifts, unknown, since, until, volumeKnown, hint } = relation;
  const volume = volumeKnown
    ? 'corrected for how much is reported'
    : 'too little else is reported to correct for it';
  const lines: AnswerLine[] = [
    {
      text: `${whole.acts} acts from ${since} to ${until}, ${volume}; index ${plus(whole.index.value)} (${plus(whole.index.low)} to ${plus(whole.index.high)}) of -10 to 10.`,
      told: [],
    },
  ];
  for (const shift of shifts.slice(-3).reverse())
    lines.push({
      text: `Shift towards ${shift.towards} on ${dayText(shift)}: index ${plus(shift.before.index.value)} → ${plus(shift.after.index.value)}, ${shift.before.rate.value.toFixed(1)} → ${shift.after.rate.value.toFixed(1)} acts in 30 days, false-alarm rate ${rateText(shift.falseAlarm)}.`,
      told: [],
    });
  if (shifts.length === 0 && !unknown) {
    const candidate = hint
      ? ` The likeliest day would be ${dayText(hint)}, but a relation without a shift shows as much with a chance of ${rateText(hint.falseAlarm)}.`
      : '';
    lines.push({ text: `No shift passes the test at ${rateText(relation.level)}.${candidate}`, told: [] });
  }
  const turn = lastTurn(deeds);
  if (turn) lines.push({ ...lineOf(turn), text: `${NEW_KIND}: ${lineOf(turn).text}` });
  return lines;
}

/** The last time that a deed of a kind not seen before came up: what a ledger too thin for the test can still tell. */
function lastTurn(deeds: readonly Evidenced[]): Evidenced | undefined {
  const dated = deeds
    .filter(({ event }) => !event.background && event.date_precision !== 'year')
    .sort((a, b) => (day(a) < day(b) ? -1 : 1));
  const seen = new Set<string>();
  let last: Evidenced | undefined;
  for (const told of dated) {
    if (!seen.has(told.event.root!)) last = told;
    seen.add(told.event.root!);
  }
  return last;
}

function day({ event }: Evidenced): string {
  return event.date_start ?? event.reported ?? '';
}
