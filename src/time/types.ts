import type { Span } from '../base/index.js';

export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'range';

/** Calendar days, both inclusive, ISO `YYYY-MM-DD`; `null` is an open side ("since June" has no end). */
export interface Interval {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

/** Whether the words around speak of what was or of what is to come. */
export type Tense = 'past' | 'future';

/** An expression of time in a text, and what it means. */
export interface TimeExpression extends Span {
  readonly text: string;
  /** Absent when it cannot be told (a date without a year and nothing to infer it from). */
  readonly interval?: Interval;
  /** Why it cannot be told; present exactly when `interval` is absent. */
  readonly unresolved?: string;
  /** `since`: from then on; `until`: up to then; `during`: within; `for`: a length of time. */
  readonly relation: 'during' | 'since' | 'until' | 'for';
  /** Name of the rule that read it. */
  readonly rule: string;
}

export interface FindOptions {
  /** Speaks of every expression; without it, the words near each expression tell. */
  readonly tense?: Tense;
  /** Which comes first in 05/06/2025, when it is known. */
  readonly order?: 'dmy' | 'mdy';
}

/** What one expression of time means at a date. */
export type Moment =
  | {
      readonly interval: Interval;
      readonly precision: Precision;
      readonly relation: TimeExpression['relation'];
      readonly rule: string;
    }
  | { readonly unresolved: string };

export interface DateReportOptions {
  /** No report is later than this day; today by the machine's clock when absent. */
  readonly today?: string;
}

/** The day a report was published, and how that is known. */
export interface ReportDate {
  /** ISO `YYYY-MM-DD`; absent when it cannot be told. */
  readonly date?: string;
  readonly basis: 'metadata' | 'dateline' | 'inferred' | 'url' | 'unknown';
  /** Every date that fits what the text says, latest first, when several do. */
  readonly candidates: readonly string[];
  readonly evidence: readonly Span[];
  /** One sentence for people: how the date follows from the evidence. */
  readonly reason: string;
}
