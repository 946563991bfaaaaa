import type { Span } from '../base/index.js';

/**
 * PLOVER sector codes. Media are MED and health is HLH, as in CAMEO and the data of the field; the manual's
 * later JRN and MED are mapped in `data/plover/sectors.tsv`, which says so.
 */
export type Sector =
  | 'COP'
  | 'GOV'
  | 'JUD'
  | 'LEG'
  | 'MIL'
  | 'PRM'
  | 'PTY'
  | 'REB'
  | 'SPY'
  | 'UAF'
  | 'UNK'
  | 'AGR'
  | 'BUS'
  | 'CRM'
  | 'CVL'
  | 'EDU'
  | 'ELI'
  | 'MED'
  | 'LAB'
  | 'HLH'
  | 'REF'
  | 'OPP'
  | 'PRE'
  | 'REL'
  | 'SOC'
  | 'IGO'
  | 'NGO'
  | 'MNC';

/** The row of a data file that decided something. */
export interface Fact {
  readonly file: string;
  readonly row: string; // key of the row
  readonly source: string; // where the fact is from
}

export type ActorKind = 'state' | 'government' | 'organization' | 'group' | 'person' | 'outlet' | 'generic';

/** Who somebody is, at a date. */
export interface Actor {
  /** ISO 3166 alpha-3, or a top-level code of PLOVER (UNO, EUR, IGO, NGO, …) for those of no state. */
  readonly code: string;
  readonly sectors: readonly Sector[];
  readonly kind: ActorKind;
  /** Canonical name: "North Korea", "Kim Jong-un", "North Atlantic Treaty Organization". */
  readonly name: string;
  /** Stable key: `state:PRK`, `person:Q56226`, `org:NATO`, `outlet:kcna`, `group:ucdp-209`. */
  readonly id: string;
  readonly office?: string;
  readonly wikidata?: string;
  readonly fact: Fact;
}

/** What a mention may be. `actor` is absent when it stays open; `reason` then says why. */
export interface Resolution {
  readonly actor?: Actor;
  /** All readings considered, best first, also the one chosen. */
  readonly candidates: readonly Actor[];
  readonly reason: string;
  /** All of whom the phrase stands for, where that is more than one: "both countries". */
  readonly together?: readonly Actor[];
}

/** A stretch of text that names or describes an actor. */
export interface Mention extends Span {
  readonly text: string;
  readonly sentence: number;
  readonly resolution: Resolution;
  /** `name`, a `description` ("the North Korean leader", "four Saudi soldiers") or a `pronoun`. */
  readonly form: 'name' | 'description' | 'pronoun';
  /** Position in the mention list of the earlier mention this one refers back to. */
  readonly refersTo?: number;
  /** Position of the mention that modifies this one: "Russian" in "Russian President Vladimir Putin" is inside. */
  readonly inside?: number;
}

/** Options for resolving one expression outside a report. */
export interface WhoOptions {
  /** ISO date of the event; today when absent. */
  readonly at?: string;
  /** Surrounding text that may settle an ambiguity. */
  readonly context?: string;
}

/** A place that a text names ("in Pyongyang"), with the state it lies in when that can be told. */
export interface PlaceMention {
  readonly span: Span;
  readonly name: string;
  readonly state?: string; // ISO 3166 alpha-3
  readonly reason: string;
}
