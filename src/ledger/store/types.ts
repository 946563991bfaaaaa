import type { RapportError } from '../../base/index.js';
import type { Event } from '../../code/index.js';
import type { Act, Told } from '../../import/index.js';
import type { Report } from '../../read/index.js';
import type { Attribution, Quotation } from '../../source/index.js';
import type { ReportDate } from '../../time/index.js';
import type { Disagreement } from '../types.js';

/** What the ledger takes of the reading of one report; every `Reading` is one. */
export interface LedgerReading {
  readonly report: Report;
  readonly date: ReportDate;
  readonly events: readonly Event[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly disagreements: readonly Disagreement[];
}

/** What became of one report that was given to the ledger. */
export interface Added {
  /** The report's id in the ledger. */
  readonly id: string;
  /**
   * `new`; `known`: the same report was there already; `corrected`: it replaces an older version; `older`: a newer
   * version is there already, so that only its text is kept.
   */
  readonly as: 'new' | 'known' | 'corrected' | 'older';
  /** Events stored. */
  readonly events: number;
}

/** Words of a report: UTF-16 offsets into its text, end exclusive, and what stands there. */
export interface StoredSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One side of a stored event. */
export interface StoredParty {
  /** ISO 3166 alpha-3 or a top-level code of PLOVER; null when the words could not be resolved. */
  readonly code: string | null;
  readonly sectors: readonly string[];
  readonly name: string | null;
  readonly kind: string | null;
  /** Stable key of the actor: `state:PRK`, `person:Q56226`. */
  readonly id: string | null;
  readonly office: string | null;
  /** The words of the report, or the name in the file the event came from. */
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** How much or how many, without the words that say so. */
export interface Amount {
  readonly value: number;
  readonly low: number;
  readonly high: number | null;
  readonly unit: string;
  readonly kind: string;
}

export interface StoredFigure extends StoredSpan, Amount {}

export interface StoredDate {
  /** Calendar days, both inclusive; null is an open side. */
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string | null;
  readonly basis: string;
}

/** One who passes words on, as the ledger keeps it. */
export interface StoredSource {
  readonly text: string;
  readonly code: string | null;
  readonly id: string | null;
  readonly name: string | null;
  readonly kind: string | null;
}

/** One event as the ledger keeps it: what one report says, or one row of a file of others' events. */
export interface StoredEvent extends Act, Told {
  /** `REPORT-N` for events of reports, `IMPORT-ROW` for rows of a file. */
  readonly id: string;
  /** Id in the ledger of the report that says so; null for imported events. */
  readonly report: string | null;
  readonly import: string | null;
  /** Row of the imported file, from 1. */
  readonly line: number | null;
  /** Who coded it: `rapport 0.1.0`, `GDELT 1.0`, `ICEWS`. */
  readonly coder: string;
  /** The id it has in the file it came from. */
  readonly source_id: string | null;
  readonly url: string | null;
  /** Who published it, as the file it came from says; reports have their own. */
  readonly outlet: string | null;
  readonly modality: string;
  readonly reciprocal: boolean;
  readonly background: boolean;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_precision: string | null;
  readonly date_basis: string;
  /** The day of the report; the day a file of others gives as that of the report. */
  readonly reported: string | null;
  readonly dates: readonly StoredDate[];
  readonly actors: readonly StoredParty[];
  readonly recipients: readonly StoredParty[];
  readonly place: string | null;
  /** ISO 3166 alpha-3. */
  readonly place_state: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly figures: readonly StoredFigure[];
  readonly object: StoredSpan | null;
  readonly trigger: StoredSpan | null;
  readonly evidence: readonly StoredSpan[];
  readonly reasons: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
  readonly claimed_by: StoredSource | null;
  /** Through whom the words came, nearest to the speaker first. */
  readonly chain: readonly StoredSource[];
  /** 0 to 1; null when a file of others gives none. */
  readonly confidence: number | null;
}

/** One report as the ledger keeps it. */
export interface StoredReport {
  readonly id: string;
  /** What versions of one report share: its address, or its outlet and id; null when it has neither. */
  readonly key: string | null;
  /** The id of its words: the same words have the same, whoever printed them. */
  readonly content: string;
  readonly given_id: string;
  readonly origin: string;
  readonly url: string | null;
  readonly outlet: string | null;
  /** `outlet:kcna` when the outlet is known, with the state it is of and who owns it. */
  readonly outlet_id: string | null;
  readonly outlet_state: string | null;
  readonly outlet_ownership: string | null;
  readonly author: string | null;
  /** As the input states it. */
  readonly published: string | null;
  /** The day it was published, ISO, and how that is known. */
  readonly day: string | null;
  readonly day_basis: string;
  readonly title: string | null;
  readonly text: string;
  readonly language: string;
  readonly engine: string;
  readonly status: 'current' | 'replaced';
  /** The older version that this one replaces. */
  readonly replaces: string | null;
}

/** Four numbers, one for each quad class from 1 to 4. */
export type ByQuad = readonly [number, number, number, number];

/** What one side did to the other on one day. */
export interface DailyCount {
  /** ISO day: the first day of the act, or the day of the report where only that is known. */
  readonly day: string;
  readonly source: string;
  readonly target: string;
  /** Events as reports tell them, by quad class. */
  readonly events: ByQuad;
  /** Acts: the events of one story count once. */
  readonly acts: ByQuad;
  /** Sums of Goldstein values over the events, by quad class. */
  readonly goldstein: ByQuad;
  /** Events that belong to no story, and so count as an act each, however many tell of the same one. */
  readonly unjoined: number;
  /** Reports that tell of the events, by quad class; none tells of imported ones. */
  readonly reports: ByQuad;
}

/** How much was reported at all on one day. */
export interface DailyVolume {
  readonly day: string;
  /** Events with a source and a target, of every dyad. */
  readonly events: number;
  /** The same by quad class. */
  readonly quads: ByQuad;
}

/** Which events count. Each list left out lets all through. */
export interface CountFilter {
  /** ISO days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly modalities?: readonly string[];
  readonly coders?: readonly string[];
  /** Whether events told as background count; true when left out. */
  readonly background?: boolean;
  /** How closely the day must be known; acts that only the day of the report dates always count. */
  readonly precisions?: readonly string[];
  /** Who says so: outlets owned by one of these states, or only outlets that are not. */
  readonly stateMediaOf?: readonly string[];
  readonly notStateMediaOf?: readonly string[];
}

/** Which events are wanted. Each field left out lets all through. */
export interface EventFilter {
  readonly ids?: readonly string[];
  readonly reports?: readonly string[];
  /** Both directions between two actors, by code. */
  readonly between?: readonly [string, string];
  readonly from?: string;
  readonly to?: string;
  readonly roots?: readonly string[];
  /** Events that have no story yet. */
  readonly unjoined?: boolean;
  readonly limit?: number;
}

/** What comes in, report by report: a reading, a report that was known before it was read, or why it could not be. */
export type LedgerInput =
  | { readonly ok: true; readonly reading: LedgerReading }
  | { readonly ok: true; readonly known: true }
  | { readonly ok: false; readonly error: RapportError };

/** How far a run has come. All numbers count from its beginning. */
export interface AddProgress {
  readonly added: number;
  readonly corrected: number;
  /** Reports that were there already, and older versions of such. */
  readonly known: number;
  readonly failed: number;
  readonly events: number;
}

/** How far the import of one file has come. */
export interface ImportProgress {
  readonly file: string;
  readonly format: string;
  /** Rows of the file so far; `rows` = `kept` + `setAside`. */
  readonly rows: number;
  readonly kept: number;
  readonly setAside: number;
  /** Whether the file was in the ledger already, whole. */
  readonly known: boolean;
  readonly done: boolean;
}
