import type { Span } from '../base/index.js';
import type { Interval } from '../time/index.js';
import type { Actor, Sector } from '../world/index.js';

export type Root =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

export type Modality =
  | 'done'
  | 'ongoing'
  | 'planned'
  | 'offered'
  | 'threatened'
  | 'demanded'
  | 'denied'
  | 'hypothetical'
  | 'historical';

/** One side of an event. `actor` is absent when the words could not be resolved: the side stays open. */
export interface Party {
  readonly actor?: Actor;
  /** Of an open side, what its words say that somebody is: "hostages" are civilians, of whatever state. */
  readonly sectors?: readonly Sector[];
  readonly text: string;
  readonly span: Span;
}

/** A number the report gives: "approximately 15,000 combat troops". */
export interface Figure {
  readonly value: number;
  readonly low: number; // inclusive bounds; equal to value when exact
  readonly high: number | null; // null: open ("more than 500")
  readonly unit: string; // as written, lemma of the head: "combat troops", "USD"
  readonly kind: 'dead' | 'wounded' | 'arrested' | 'troops' | 'money' | 'weapons' | 'people' | 'other';
  readonly span: Span;
}

/** Which rule or weight made a result, and from which characters. */
export interface Reason {
  readonly rule: string;
  readonly span: Span;
  readonly note?: string;
}

export interface EventDate {
  readonly interval?: Interval;
  /** `reported`: nothing dates the act, so it is only known to lie at or before the report. */
  readonly basis: 'stated' | 'context' | 'reported' | 'unknown';
  readonly evidence: readonly Span[];
}

/** Where an act happened. */
export interface Place {
  readonly name: string;
  readonly state?: string; // ISO 3166 alpha-3
  readonly span: Span;
}

/** What one report says that one actor did to another. */
export interface Event {
  readonly id: string;
  readonly actors: readonly Party[]; // PLOVER's name for sources
  readonly recipients: readonly Party[]; // PLOVER's name for targets
  /** Both did it to each other ("talks between"): then recipients repeat nothing and may be empty. */
  readonly reciprocal: boolean;
  readonly root: Root;
  readonly quad: Quad;
  readonly plover: number;
  readonly goldstein: number;
  readonly cameo: string; // text: leading zeros matter
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  readonly modality: Modality;
  /** The same act may be dated differently in one report: all dates are kept, see disagreements. */
  readonly dates: readonly EventDate[];
  readonly place?: Place;
  readonly figures: readonly Figure[];
  /** What was agreed, given or said, in the report's words ("comprehensive strategic partnership" treaty). */
  readonly object?: Span;
  /** The characters that say so: the first is the clause coded, the others repeat or add to it. */
  readonly evidence: readonly Span[];
  readonly trigger: Span;
  readonly background: boolean; // told to explain, not as news
  readonly confidence: number; // 0 to 1
  readonly reasons: readonly Reason[];
}
