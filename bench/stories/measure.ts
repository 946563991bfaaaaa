import type { Unit } from './tell.js';

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function scores(precision: number, recall: number): Scores {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Group of each unit; a missed act is a group of its own. */
export type Grouping = (unit: Unit) => string;

/** Pairs of units that are rightly in one group. */
export function pairwise(units: readonly Unit[], grouping: Grouping): Scores {
  let [right, ours, gold] = [0, 0, 0];
  units.forEach((a, i) => {
    for (const b of units.slice(i + 1)) {
      const together = grouping(a) === grouping(b);
      if (together) ours++;
      if (a.act === b.act) gold++;
      if (together && a.act === b.act) right++;
    }
  });
  return scores(ours === 0 ? 1 : right / ours, gold === 0 ? 1 : right / gold);
}

/** B-cubed: Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998. */
export function bcubed(units: readonly Unit[], grouping: Grouping): Scores {
  let [precision, recall] = [0, 0];
  for (const unit of units) {
    const ours = units.filter((other) => grouping(other) === grouping(unit));
    const gold = units.filter((other) => other.act === unit.act);
    const right = ours.filter((other) => other.act === unit.act).length;
    precision += right / ours.length;
    recall += right / gold.length;
  }
  return scores(precision / units.length, recall / units.length);
}
