import type { Amount, StoredSpan } from './types.js';

export interface StoryFilter {
  readonly ids?: readonly string[];
  /** One or two actor codes that both must be among the sides, in either direction. */
  readonly between?: readonly [string, string?];
  /** ISO days, both inclusive: of the act, or of its reports where nothing dates it. */
  readonly since?: string;
  readonly until?: string;
  readonly roots?: readonly string[];
  /** Told by at least so many reports. */
  readonly reports?: number;
  readonly limit?: number;
}

/** One act with all who tell it. Reports, sources and acts are three different numbers. */
export interface StoredStory {
  readonly id: string;
  readonly root: string;
  readonly modality: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** First and last single day that a report states; null where none does. */
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly place: string | null;
  readonly first_reported: string | null;
  readonly last_reported: string | null;
  readonly events: number;
  readonly reports: number;
  /** After copies of one text and chains to one source. */
  readonly sources: number;
  readonly acts: 1;
  readonly told: readonly StoryEvent[];
  readonly disputes: readonly StoredDispute[];
  /** Stories of the plan, offer, threat or demand that this one carries out. */
  readonly plans: readonly StoryPlan[];
}

export interface StoryPlan {
  readonly story: string;
  readonly score: number;
}

/** One telling of a story, and why it was joined. */
export interface StoryEvent {
  readonly story: string;
  readonly event: string;
  readonly report: string;
  /** What the report was called where it came from. */
  readonly given: string | null;
  readonly outlet: string | null;
  readonly reported: string | null;
  readonly date: string | null;
  readonly modality: string;
  readonly root: string;
  readonly evidence: StoredSpan | null;
  readonly said_by: string | null;
  /** The report whose text this one's is a copy of. */
  readonly copy_of: string | null;
  readonly joined_to: string | null;
  /** Log odds that the two are of one act, as far as the grounds go. */
  readonly score: number | null;
  readonly reasons: readonly string[];
}

export interface StoredDispute {
  readonly story: string;
  readonly about: 'date' | 'figure' | 'actor' | 'modality';
  readonly of: string | null;
  readonly sides: readonly {
    readonly says: string;
    readonly voices: readonly {
      readonly event: string;
      readonly report: string;
      readonly given: string | null;
      readonly outlet: string | null;
      readonly reported: string | null;
      /** Who says so; the report's id where nobody is named. */
      readonly source: string;
      readonly evidence: readonly StoredSpan[];
      /** The sentence that the first of these words stands in. */
      readonly sentence: StoredSpan | null;
    }[];
  }[];
  readonly settled: {
    readonly says: string;
    readonly since: string;
    readonly events: readonly string[];
  } | null;
}

/** What one account of an act tells that another account of it leaves out. */
export interface StoredLeftOut {
  readonly story: string;
  readonly told: AccountOf;
  readonly left_out_by: AccountOf;
  readonly sentences: readonly StoredSpan[];
}

export interface AccountOf {
  readonly report: string;
  readonly given: string | null;
  readonly outlet: string | null;
  readonly reported: string | null;
}

export interface RegisterFilter {
  readonly between?: readonly [string, string?];
  readonly since?: string;
  readonly until?: string;
  /** Of material acts: aid, arms, troops, sanctions, trade. */
  readonly kinds?: readonly string[];
  /** Of quotations: part of the speaker's name. */
  readonly speaker?: string;
}

interface Entry {
  readonly story: string;
  readonly days: readonly string[];
  readonly reported: string | null;
  readonly reports: number;
  readonly sources: number;
}

export interface StoredAgreement extends Entry {
  readonly name: string;
  readonly parties: readonly string[];
  readonly stage: string;
  readonly place: string | null;
}

export interface StoredMaterialAct extends Entry {
  readonly kind: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly modality: string;
  readonly figures: readonly (Amount & {
    readonly voice: { readonly source: string; readonly reported: string | null; readonly report: string };
  })[];
}

export interface StoredQuotation {
  readonly speaker: string;
  readonly code: string | null;
  readonly kind: string;
  readonly content: readonly StoredSpan[];
  readonly reported: string | null;
  readonly outlet: string | null;
  readonly report: string;
}
