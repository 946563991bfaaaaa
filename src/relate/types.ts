/** Whose report says so, seen from a relation: media of its first state, of its second, or of neither. */
export type SourceClass = 'first' | 'second' | 'third';

/** Counts by quad class: verbal cooperation, material cooperation, verbal conflict, material conflict. */
export type Quads = readonly [number, number, number, number];

/** What one actor did to another on one day: acts, or reports of acts, as the caller counts. */
export interface DayCount {
  readonly day: string; // ISO date on which it happened
  readonly source: string; // actor code
  readonly target: string; // actor code
  readonly quads: Quads;
  readonly goldstein: Quads; // sums of the Goldstein values
  /** In how many reports the acts of each quad class are told, where that is known. */
  readonly reports?: Quads;
  readonly by?: SourceClass;
}

/** How much is reported at all on one day: of every dyad together, in the unit of the counts. */
export interface DayVolume {
  readonly day: string;
  readonly count: number;
  /** The same by quad class, to tell what is usual. */
  readonly quads?: Quads;
}

/** Everything that the statistics of a relation need. `counts` may be in any order and hold a day many times. */
export interface RelationInput {
  readonly pair: readonly [string, string];
  readonly counts: readonly DayCount[];
  readonly volume: readonly DayVolume[];
  /**
   * Whether the counts are acts: several reports of one act count once. Then few acts in few days mean something; else they
   * may be one act, told often.
   */
  readonly joined?: boolean;
  /** The same counts told apart by who reports them (`by` set), for the index that balances the sources. */
  readonly sourced?: readonly DayCount[];
  /** First and last day looked at (ISO, inclusive); the days of the volume when absent. */
  readonly since?: string;
  readonly until?: string;
}

/** A figure with the bounds of its central 90 % credible interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type Step = 'day' | 'week' | 'month';

/** One side of what happened: words (quad classes 1 and 3) or deeds (2 and 4). */
export interface Channel {
  readonly cooperation: number;
  readonly conflict: number;
  /** (cooperation - conflict) / all, -1 to 1, drawn towards the long-run balance where little is reported. */
  readonly balance: Estimate;
}

/** One day, week (from Monday) or month of a relation. */
export interface Point {
  readonly start: string;
  readonly end: string; // inclusive
  readonly quads: Quads;
  /** The part of it that the first actor of the pair did; the rest is the second's. */
  readonly ofFirst: Quads;
  readonly acts: number;
  readonly goldstein: number; // sum
  /** Mean Goldstein value per act, -10 to 10, drawn towards the relation's long-run mean where little is reported. */
  readonly index: Estimate;
  /** The same with each class of sources given equal weight; absent where no count names its class. */
  readonly balanced?: Estimate;
  /** How much was reported at all, relative to the mean of the days looked at; 0: nothing, so nothing is known. */
  readonly coverage: number;
  /** Acts, had as much been reported as on average. */
  readonly corrected: Estimate;
  /** Goldstein sum, had as much been reported as on average. */
  readonly flow: Estimate;
  readonly words: Channel;
  readonly deeds: Channel;
}

/** What a relation was like between two shifts. */
export interface Regime {
  readonly start: string;
  readonly end: string; // inclusive
  readonly quads: Quads;
  readonly acts: number;
  /** Acts in thirty days, had as much been reported as on average. */
  readonly rate: Estimate;
  readonly index: Estimate;
  readonly words: Channel;
  readonly deeds: Channel;
}

/** A day at which a relation changed. */
export interface Shift {
  /** The first day of the new regime, and the central 95 % credible interval of that day. */
  readonly day: string;
  readonly earliest: string;
  readonly latest: string;
  readonly before: Regime;
  readonly after: Regime;
  /** Rate after divided by rate before; null where nothing was reported before. */
  readonly times: number | null;
  /** Index after less index before, in Goldstein points. */
  readonly change: number;
  /** Log likelihood ratio for the shift, over-dispersion taken out: of how much is told, and of what kind it is. */
  readonly gain: { readonly amount: number; readonly kind: number };
  /**
   * Chance that a relation without any shift, of as many acts in as long a time, shows one of this gain anywhere.
   */
  readonly falseAlarm: number;
  /** Where it went; `more` and `less` where neither the tone before nor that after is clear. */
  readonly towards: 'cooperation' | 'conflict' | 'more' | 'less';
}

/** A relation over time. */
export interface Relation {
  readonly pair: readonly [string, string];
  readonly since: string;
  readonly until: string;
  readonly step: Step;
  readonly points: readonly Point[];
  readonly whole: Regime;
  /** The regimes between the shifts, in order: one more than there are shifts. */
  readonly regimes: readonly Regime[];
  readonly shifts: readonly Shift[];
  /** Where no shift is told: the likeliest one, which is likelier a false alarm than `level` allows. */
  readonly hint?: Shift;
  /** False-alarm rate up to which a shift is told. */
  readonly level: number;
  /** How many acts or reports come together, as found within regimes: 1 when each comes alone. */
  readonly cluster: number;
  /** Whether enough else is reported to correct for how much is reported at all. */
  readonly volumeKnown: boolean;
  /** Why no shift can be told, when that is so. */
  readonly unknown?: string;
}

export interface RelationOptions {
  /** Length of the points of the series; a month when absent. */
  readonly step?: Step;
  /** False-alarm rate up to which a shift is told; 0.05 when absent. */
  readonly level?: number;
}
