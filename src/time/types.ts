import type { Span } from '../base/index.js';

export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'range';

/** Calendar days, both inclusive, ISO `YYYY-MM-DD`; `null` is an open side ("since June" has no end). */
export interface Interval {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

/** An expression of time in a text, and what it means. */
export interface TimeExpression extends Span {
  readonly text: string;
  /** Absent when it cannot be told (a date without a year and nothing to infer it from). */
  readonly interval?: Interval;
  /** `since`: from then on; `until`: up to then; `during`: within; `for`: a length of time. */
  readonly relation: 'during' | 'since' | 'until' | 'for';
  /** Name of the rule that read it. */
  readonly rule: string;
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
