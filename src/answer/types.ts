import type { Span } from '../base/index.js';
import type { Root } from '../code/index.js';
import type { Evidenced, Relation } from '../relate/index.js';
import type { Actor } from '../world/index.js';

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

/** An act that a question asks about: "sent" is AID, "met" is CONSULT. */
export interface AskedAct {
  readonly roots: readonly Root[];
  readonly modes: readonly string[];
  /** Whether it is a deed, not words. */
  readonly material: boolean;
}

/** What a question asks of the ledger. */
export interface Asked {
  readonly text: string;
  readonly kind: 'trend' | 'list' | 'when' | 'whether' | 'dispute';
  /** Who, in the order of source and target where the question has one. */
  readonly actors: readonly Actor[];
  /** Names that could not be settled, with the reason. */
  readonly open: readonly string[];
  readonly act?: AskedAct;
  /** `either`: how it changed, not whether one way. */
  readonly towards: 'closer' | 'apart' | 'either';
  /** "just", "lately": the last weeks before the ledger ends. */
  readonly recent: boolean;
  readonly which: 'first' | 'last';
  readonly since?: string;
  readonly until?: string;
}

/** A line of an answer with the events and reports that carry it. */
export interface AnswerLine {
  readonly text: string;
  readonly told: readonly Evidenced[];
}

export interface AnswerSection {
  readonly title: string;
  readonly lines: readonly AnswerLine[];
}

/** The ledger's answer to a question. */
export interface Answer {
  readonly asked: Asked;
  /** Whether the ledger holds enough to say anything. */
  readonly known: boolean;
  readonly verdict: string;
  readonly sections: readonly AnswerSection[];
  /** The relation behind the answer, where the question is about two actors' relation. */
  readonly relation?: Relation;
}
