import type { Span } from '../base/index.js';
import type { Actor } from '../world/index.js';

/** One who passes words on: "state media", "KCNA", "a ministry official". */
export interface Source {
  readonly span?: Span; // absent for the outlet itself, which no words name
  readonly text: string;
  readonly actor?: Actor;
  /** The fullest naming of the same one elsewhere in the report, where this is less: "Salome Fakaofo" for "she". */
  readonly stands?: { readonly span: Span; readonly text: string };
}

export interface Quotation {
  readonly kind: 'direct' | 'partial' | 'mixed' | 'indirect';
  /** The words quoted, without quotation marks; several when the speech is interrupted. */
  readonly content: readonly Span[];
  readonly cue?: Span; // "said", "according to"
  readonly speaker?: Source;
  /** Through whom the words came, nearest to the speaker first: KCNA, Yonhap, the outlet. */
  readonly chain: readonly Source[];
  readonly sentence: number;
  readonly confidence: number;
  /** Position in the list of the mixed quotation whose clause these marked words stand in. */
  readonly within?: number;
}

/** For one event: who says so. */
export interface Attribution {
  readonly event: string; // Event.id
  readonly claimedBy?: Source; // the speaker, when the act is told in somebody's words
  readonly chain: readonly Source[];
}
