import type { Span } from '../../base/index.js';
import type { Figure, Modality, Root } from '../../code/index.js';

/** One side of a telling. `code` and `id` are null where the words could not be resolved. */
export interface TellingSide {
  readonly code: string | null;
  /** Actor.id: `state:PRK`, `person:Q56226`. */
  readonly id: string | null;
  readonly text: string;
}

/** When the act was, in days since 1970-01-01, both inclusive. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** False where nothing dates the act, so that it is only known to lie at or before the report. */
  readonly stated: boolean;
  /** Characters of the report that give the date. */
  readonly evidence: readonly Span[];
}

/** An event of one report, with all that joining needs: plain data, fit for a store. */
export interface Telling {
  /** Event.id: unique over reports. */
  readonly id: string;
  readonly report: string; // Report.id
  readonly outlet?: string;
  /** Day on which the report was published, in days since 1970-01-01; null where it is unknown. */
  readonly reported: number | null;
  readonly actors: readonly TellingSide[];
  readonly recipients: readonly TellingSide[];
  readonly reciprocal: boolean;
  readonly root: Root;
  readonly cameo: string;
  readonly modes: readonly string[];
  readonly modality: Modality;
  readonly background: boolean;
  readonly windows: readonly Window[];
  readonly place?: { readonly name: string; readonly state?: string };
  readonly figures: readonly Figure[];
  /** What was agreed, given or said, in the report's words. */
  readonly object?: string;
  /** Lemmas of the words of the sentence that tells the act, without those that name the sides. */
  readonly words: readonly string[];
  /** The same of the clause that tells it alone: a sentence may tell several acts. */
  readonly clause: readonly string[];
  /** Places named in that sentence, lower case. */
  readonly names: readonly string[];
  /** Codes of the states named in that sentence: those whom the coder did not take for a side, too. */
  readonly states: readonly string[];
  /** Who says so in the end: `person:Q…`, `outlet:kcna`; absent where the report tells it in its own voice. */
  readonly origin?: string;
  /** Whoever the words of the origin were, as the report has it. */
  readonly originText?: string;
  readonly evidence: readonly Span[];
  readonly confidence: number;
}

/** What speaks for or against two tellings being of one act, in log odds. */
export interface Ground {
  readonly about:
    | 'prior'
    | 'sides'
    | 'persons'
    | 'root'
    | 'code'
    | 'date'
    | 'place'
    | 'names'
    | 'figures'
    | 'wording'
    | 'modality';
  readonly points: number;
  /** In words: "both on 2025-05-07". */
  readonly note: string;
}

/** Why two tellings were joined. Above 0 the grounds for outweigh those against. */
export interface Join {
  readonly a: string; // Telling.id
  readonly b: string;
  readonly score: number;
  readonly grounds: readonly Ground[];
}

/** One act, with the tellings of it in one or many reports. */
export interface Story {
  /** That of the earliest telling: by day of report, then by id. */
  readonly id: string;
  readonly tellings: readonly string[]; // Telling.id, earliest first
  /** For each telling but the first, the strongest join that ties it to another of the story. */
  readonly joins: readonly Join[];
  readonly counts: Counts;
}

/** Three different numbers: never mix them. */
export interface Counts {
  readonly reports: number;
  /** After copies of one text and after tellings that go back to one and the same source. */
  readonly sources: number;
  readonly acts: number;
}

/** A plan, offer, threat or demand, and the story of its being carried out. */
export interface Follow {
  readonly plan: string; // Story.id
  readonly deed: string; // Story.id
  readonly score: number;
}

/** Sentences of one report of a story that have no counterpart in another one. */
export interface LeftOut {
  /** The report that tells them, and the one that leaves them out. */
  readonly told: string;
  readonly leftOutBy: string;
  readonly spans: readonly Span[];
}

/** One agreement through its stages, as the stories of a ledger tell it. */
export interface AgreementEntry {
  /** The fullest name that a report gives it. */
  readonly name: string;
  /** Actor codes. */
  readonly parties: readonly string[];
  readonly stages: readonly AgreementStage[];
}

export interface AgreementStage {
  readonly stage: 'planned' | 'agreed' | 'signed' | 'ratified' | 'in force';
  readonly story: string;
  /** Days since 1970-01-01 on which reports say it was; empty where none dates it. */
  readonly days: readonly number[];
  readonly place?: string;
  readonly voices: readonly Voice[];
}

/** Aid, arms, troops, sanctions or trade from one side to another, with the figures as they were told over time. */
export interface MaterialEntry {
  readonly story: string;
  readonly kind: 'aid' | 'arms' | 'troops' | 'sanctions' | 'trade';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly modality: Modality;
  readonly days: readonly number[];
  readonly figures: readonly (Voice & { readonly figure: Figure })[];
  readonly voices: readonly Voice[];
}

/** Two sides of one question on which the reports of a story do not agree. */
export interface Dispute {
  readonly story: string;
  readonly about: 'date' | 'figure' | 'actor' | 'modality';
  /** For figures, the kind: "dead". */
  readonly of?: string;
  readonly sides: readonly DisputeSide[];
  /** Set where later reports settled it: what they say, and from which day on no other side was told. */
  readonly settled?: { readonly says: string; readonly since: number; readonly tellings: readonly string[] };
}

export interface DisputeSide {
  readonly says: string;
  readonly voices: readonly Voice[];
}

/** One telling that takes a side, with the characters that carry it. */
export interface Voice {
  readonly telling: string;
  readonly report: string;
  readonly reported: number | null;
  /** Who says so: the name of the origin, or of the outlet. */
  readonly source: string;
  readonly evidence: readonly Span[];
}
