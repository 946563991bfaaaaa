import type { Span } from '../base/index.js';
import { civil, type Day, parseIso } from './calendar.js';
import { stream } from './find.js';
import { expression } from './grammar.js';
import { isUnresolved } from './node.js';
import { weekdayName } from './rules/names.js';
import { tenseAt } from './tense.js';
import { at, t } from './tokens.js';

/** What the body of a report says about the day it was written. */
export interface Clues {
  /** Weekdays told of the near past without a date: "on Saturday". */
  readonly weekdays: readonly { readonly weekday: number; readonly span: Span }[];
  /** Dates told with their year, as something past or present. */
  readonly past: readonly { readonly start: Day; readonly span: Span }[];
  /** "Thursday, December 25": a weekday beside a date without a year. */
  readonly paired: readonly {
    readonly weekday: number;
    readonly month: number;
    readonly date: number;
    readonly span: Span;
  }[];
  /** "last year's 2024 summit" says that the report is of 2025. */
  readonly years: readonly { readonly year: number; readonly span: Span }[];
}

const NOT_PAST = new Set('by until till before through end deadline target goal from for'.split(' '));
const YEAR_HINT = /\b(last|this|next) year['’]s (\d{4})\b|\b(?:in )?(\d{4}),? (last|this|next) year\b/gi;
const STEP: Record<string, number> = { last: 1, this: 0, next: -1 };

/** Gathers the clues in one pass over the text. */
export function cluesOf(text: string): Clues {
  const s = stream(text);
  const weekdays: { weekday: number; span: Span }[] = [];
  const past: { start: Day; span: Span }[] = [];
  const paired: { weekday: number; month: number; date: number; span: Span }[] = [];
  for (let i = 0; i < s.words.length; ) {
    const found = expression(s, i);
    if (!found) {
      i += 1;
      continue;
    }
    const span = { start: at(s, i).start, end: at(s, found.end - 1).end };
    const day = weekdayName(s, i);
    const future =
      tenseAt(s, i, found.end) === 'future' || NOT_PAST.has(t(s, i - 1)) || found.relation === 'until';
    if (day && found.rule === 'weekday') {
      if (!future) weekdays.push({ weekday: day.value, span });
    } else if (day && found.rule === 'date without a year') {
      // Any leap year's date shows which month and date were read.
      const r = found.resolve({ anchor: parseIso('2024-12-31') ?? 0 });
      if (!isUnresolved(r) && r.start !== null) paired.push({ weekday: day.value, ...civil(r.start), span });
    } else if (!future) {
      const r = found.resolve({});
      if (!isUnresolved(r) && r.start !== null) past.push({ start: r.start, span });
    }
    i = found.end;
  }
  return { weekdays, past, paired, years: yearHints(text) };
}

function yearHints(text: string): { year: number; span: Span }[] {
  const out: { year: number; span: Span }[] = [];
  for (const m of text.matchAll(YEAR_HINT)) {
    const step = STEP[(m[1] ?? m[4] ?? '').toLowerCase()] ?? 0;
    out.push({ year: Number(m[2] ?? m[3]) + step, span: { start: m.index, end: m.index + m[0].length } });
  }
  return out;
}
