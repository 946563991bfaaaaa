import type { Span } from '../base/index.js';

/** A line of text with the characters that carry it. */
export interface Line {
  readonly text: string;
  readonly evidence: readonly Span[];
  /** Event.id of the acts that the line tells. */
  readonly events: readonly string[];
}

/** What the headline asks or claims: who, towards whom. */
export interface Question {
  readonly text: string;
  readonly asked: boolean; // a question, not a statement
  readonly dyad?: readonly [string, string]; // actor codes
}

/** What a careful reader gets out of a report, written from its coded content. */
export interface Brief {
  readonly question?: Question;
  /** The question answered in one line; or, without a question, what is new in one line. */
  readonly answer: Line;
  readonly synopsis: readonly Line[];
  readonly takeaways: readonly Line[];
}
