import type { Span } from '../base/index.js';
import type { Figure, Party } from '../code/index.js';
import type { Interval } from '../time/index.js';

/** Two sides of one question on which a report does not agree with itself. */
export interface Disagreement {
  readonly about: 'date' | 'figure' | 'actor' | 'modality';
  /** Event.id of the act in question. */
  readonly event: string;
  readonly sides: readonly { readonly says: string; readonly evidence: readonly Span[] }[];
}

/** An agreement that the report names: who, what, when, where. */
export interface Agreement {
  readonly event: string;
  readonly name: string;
  readonly parties: readonly Party[];
  readonly interval?: Interval;
  readonly place?: string;
  readonly stage: 'signed' | 'ratified' | 'agreed' | 'in force';
  readonly evidence: readonly Span[];
}

/** A material act with what was given, moved or taken. */
export interface MaterialAct {
  readonly event: string;
  readonly kind: 'aid' | 'arms' | 'troops' | 'sanctions' | 'trade';
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  readonly interval?: Interval;
  readonly figures: readonly Figure[];
  readonly evidence: readonly Span[];
}

export interface Registers {
  readonly agreements: readonly Agreement[];
  readonly material: readonly MaterialAct[];
}
