import type { Span } from '../base/index.js';
import type { Report } from '../read/index.js';
import { civil, type Day, day, isDate, iso, parseIso, weekdayOf } from './calendar.js';
import { type Clues, cluesOf } from './evidence.js';
import { findTimes } from './find.js';
import type { DateReportOptions, ReportDate } from './types.js';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EARLIEST = 1990;

interface Stated {
  readonly span: Span;
  readonly full?: Day;
  readonly month: number;
  readonly date: number;
  readonly weekday?: number;
}

/** The date in the dateline, with or without its year. */
function inDateline(report: Report): Stated | undefined {
  const line = report.dateline;
  if (!line) return undefined;
  return stated(report.text, line.date ?? line.span);
}

function stated(text: string, span: Span): Stated | undefined {
  const words = text.slice(span.start, span.end);
  const full = findTimes(words, undefined).find((x) => x.interval?.precision === 'day' && x.interval.start);
  const start = full?.interval?.start;
  if (full && start) {
    const of = parseIso(start) ?? 0;
    return { span: within(span, full), full: of, ...civil(of) };
  }
  const open = findTimes(words, '2024-12-31').find(
    (x) => x.rule === 'date without a year' && x.interval?.start,
  );
  const of = open?.interval?.start ? parseIso(open.interval.start) : undefined;
  return open && of !== undefined ? { span: within(span, open), ...civil(of) } : undefined;
}

function within(outer: Span, inner: Span): Span {
  return { start: outer.start + inner.start, end: outer.start + inner.end };
}

/** A date in an address: /2025/12/27/, 2025-12-27, 20251227. */
function inUrl(url: string | undefined): Day | undefined {
  const m = /(?<!\d)(19\d\d|20\d\d)([/_-]?)(\d{2})\2(\d{2})(?!\d)/.exec(url ?? '');
  if (!m) return undefined;
  const [y, mo, d] = [Number(m[1]), Number(m[3]), Number(m[4])];
  return isDate(y, mo, d) ? day(y, mo, d) : undefined;
}

function found(date: Day, basis: ReportDate['basis'], evidence: readonly Span[], reason: string): ReportDate {
  return { date: iso(date), basis, candidates: [iso(date)], evidence, reason };
}

function fromMetadata(published: Day, line: Stated | undefined): ReportDate {
  const text = iso(published);
  if (!line) return found(published, 'metadata', [], `The input's own metadata say ${text}.`);
  const { year } = civil(published);
  const near = [year - 1, year, year + 1]
    .filter((y) => isDate(y, line.month, line.date))
    .map((y) => day(y, line.month, line.date));
  const gap = Math.min(...(line.full === undefined ? near : [line.full]).map((d) => Math.abs(d - published)));
  const clash = gap > 3 ? `, though the dateline is ${gap} days away` : ', and the dateline agrees';
  return found(published, 'metadata', [line.span], `The input's own metadata say ${text}${clash}.`);
}

/** How well a day fits the weekdays told: the share that is that very day or the day before. */
function weekdayFit(of: Day, clues: Clues): { same: boolean; near: boolean } {
  const gaps = clues.weekdays.map((w) => (weekdayOf(of) - w.weekday + 7) % 7);
  return { same: gaps.includes(0), near: gaps.includes(1) };
}

function isPossible(of: Day, clues: Clues): boolean {
  const { year } = civil(of);
  if (clues.past.some((p) => p.start > of + 1)) return false;
  if (clues.years.length > 0 && !clues.years.some((y) => y.year === year)) return false;
  return clues.paired.every((p) =>
    [year - 1, year, year + 1].some((y) => {
      if (!isDate(y, p.month, p.date)) return false;
      const at = day(y, p.month, p.date);
      return weekdayOf(at) === p.weekday && Math.abs(at - of) < 320;
    }),
  );
}

function candidates(line: Stated, clues: Clues, today: Day): { list: Day[]; by: 'same' | 'near' | 'none' } {
  const all: Day[] = [];
  for (let y = civil(today).year + 1; y >= EARLIEST; y--) {
    if (!isDate(y, line.month, line.date)) continue;
    const at = day(y, line.month, line.date);
    if (at <= today + 1 && isPossible(at, clues)) all.push(at);
  }
  if (clues.weekdays.length === 0) return { list: all, by: 'none' };
  const same = all.filter((d) => weekdayFit(d, clues).same);
  if (same.length > 0) return { list: same, by: 'same' };
  const near = all.filter((d) => weekdayFit(d, clues).near);
  return near.length > 0 ? { list: near, by: 'near' } : { list: all, by: 'none' };
}

function latestPast(clues: Clues): Clues['past'][number] | undefined {
  return clues.past.reduce<Clues['past'][number] | undefined>(
    (a, b) => (!a || b.start > a.start ? b : a),
    undefined,
  );
}

function infer(report: Report, line: Stated, today: Day): ReportDate {
  const clues = cluesOf(report.text);
  const rest: Clues = { ...clues, weekdays: clues.weekdays.filter((w) => w.span.start !== line.span.start) };
  const { list, by } = candidates(line, rest, today);
  const latest = latestPast(rest);
  const [best] = list;
  const all = list.map(iso);
  const evidence = [line.span];
  const words = report.text.slice(line.span.start, line.span.end);
  if (best === undefined)
    return {
      basis: 'unknown',
      candidates: [],
      evidence,
      reason: `No year makes "${words}" agree with the other dates of the text.`,
    };
  const told =
    by !== 'none' ||
    rest.paired.length > 0 ||
    rest.years.length > 0 ||
    (latest !== undefined && list.length === 1);
  if (!told)
    return {
      basis: 'unknown',
      candidates: all,
      evidence,
      reason: `The dateline says "${words}" without a year, and nothing tells which of ${all.length} it is.`,
    };
  const parts: string[] = [];
  const weekday = rest.weekdays.find((w) => weekdayOf(best) === (w.weekday + (by === 'near' ? 1 : 0)) % 7);
  if (by !== 'none' && weekday) {
    evidence.push(weekday.span);
    const name = NAMES[weekday.weekday];
    parts.push(by === 'same' ? `"${name}" fits it` : `it is the day after "${name}"`);
  }
  for (const p of rest.paired) evidence.push(p.span);
  for (const y of rest.years) evidence.push(y.span);
  if (rest.paired.length > 0) parts.push('the weekdays beside other dates agree');
  if (rest.years.length > 0) parts.push(`the text places itself in ${civil(best).year}`);
  if (latest) {
    evidence.push(latest.span);
    parts.push(`"${report.text.slice(latest.span.start, latest.span.end)}" is not in the future`);
  }
  parts.push(`no report is later than ${iso(today)}`);
  const choice = all.length > 1 ? `the latest of ${all.length} years that fit` : 'the only year that fits';
  return {
    date: iso(best),
    basis: 'inferred',
    candidates: all,
    evidence,
    reason: `The dateline "${words}" is ${iso(best)}, ${choice}: ${parts.join(', ')}.`,
  };
}

/** A date on a line of its own near the head ("Published: December 27, 2025"), or told as today's. */
function nearHead(report: Report): Stated | undefined {
  const head = report.text.slice(0, 600);
  for (const x of findTimes(head, undefined)) {
    const start = x.interval?.precision === 'day' ? x.interval.start : null;
    const line = head.slice(head.lastIndexOf('\n', x.start) + 1, x.start);
    const own = /^\W*$|(?:published|posted|updated|date|issued|released)\b[^.]{0,20}$/i.test(line);
    const rest = /^[^\n]*/.exec(head.slice(x.end))?.[0] ?? '';
    if (start && own && x.relation === 'during' && rest.length < 30)
      return { span: { start: x.start, end: x.end }, full: parseIso(start) ?? 0, month: 1, date: 1 };
  }
  return undefined;
}

/**
 * The day a report was published: from its metadata, its dateline, its address, or inferred from what the text says
 * of weekdays and years. Never later than `today`; `unknown`, with what it may be, when nothing tells.
 */
export function dateReport(report: Report, options: DateReportOptions = {}): ReportDate {
  const today = parseIso(options.today ?? new Date().toISOString()) ?? Math.floor(Date.now() / 86_400_000);
  const line = inDateline(report);
  const published = report.published === undefined ? undefined : publishedDay(report.published);
  if (published !== undefined) return fromMetadata(published, line);
  if (line?.full !== undefined)
    return found(line.full, 'dateline', [line.span], `The dateline says ${iso(line.full)}.`);
  const address = inUrl(report.url ?? (/^https?:/.test(report.origin) ? report.origin : undefined));
  if (address !== undefined) {
    const near =
      !line ||
      [-1, 0, 1].some((y) => Math.abs(day(civil(address).year + y, line.month, line.date) - address) <= 3);
    if (near)
      return found(
        address,
        'url',
        line ? [line.span] : [],
        `The address holds ${iso(address)}${line ? ', and the dateline agrees' : ''}.`,
      );
  }
  if (line) return infer(report, line, today);
  const head = nearHead(report);
  if (head?.full !== undefined && head.full <= today + 1)
    return found(
      head.full,
      'inferred',
      [head.span],
      `${iso(head.full)} stands on its own at the head of the text.`,
    );
  return {
    basis: 'unknown',
    candidates: [],
    evidence: [],
    reason: 'Neither metadata, dateline, address nor head of the text give a date.',
  };
}

/** An ISO date or date-time as written; else what the words say ("Sat, 27 Dec 2025 10:00:00 GMT"). */
function publishedDay(text: string): Day | undefined {
  const direct = parseIso(text.trim());
  if (direct !== undefined) return direct;
  const start = findTimes(text, undefined)[0]?.interval?.start;
  return start ? parseIso(start) : undefined;
}
