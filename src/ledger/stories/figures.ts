import type { Figure } from '../../code/index.js';
import type { Ground, Telling } from './types.js';

/** Tolls are revised upwards as a rule: a difference up to this factor says little. */
const REVISED = 3;

/** Up to this factor two figures whose bounds meet are rather one. */
const CLOSE = 1.3;

/** Whether the bounds of two figures exclude each other. */
export function figuresApart(a: Figure, b: Figure): boolean {
  return (a.high ?? Number.POSITIVE_INFINITY) < b.low || (b.high ?? Number.POSITIVE_INFINITY) < a.low;
}

/**
 * How well the figures of two tellings fit. The same uncommon number speaks loudest; where some kind of figure differs,
 * another that is the same by chance ("two dead") is no help.
 */
export function figuresGround(a: Telling, b: Telling): Ground[] {
  // Two tolls of one day are one strike counted twice; tolls told undated in two reports are two strikes.
  const dated = [a, b].some((t) => t.windows.some((w) => w.stated));
  const going = continues(a, b) ?? continues(b, a);
  if (going) return [going];
  const found = kindsOf(a, b).map((pairs) => best(pairs.map(([x, y]) => ofPair(x, y, dated))));
  const loudest = best(found);
  const against = found.find((ground) => ground && ground.points < 0);
  const one = against && loudest && loudest.points < LOUD ? against : loudest;
  return one ? [one] : [];
}

/** Points of a toll that says itself that an earlier one went before. */
const RISEN = 2;

/** "The death toll from yesterday's strikes rose to 53", the day after 31 were told dead: the same strikes. */
function continues(earlier: Telling, later: Telling): Ground | undefined {
  if (earlier.reported === null || later.reported === null || earlier.reported >= later.reported)
    return undefined;
  if (!later.words.includes('toll') || earlier.words.includes('toll')) return undefined;
  const [then, now] = [earlier, later].map((t) => t.figures.find(({ kind }) => kind === 'dead'));
  if (!then || !now || now.value < then.value || now.value > then.value * REVISED) return undefined;
  return { about: 'figures', points: RISEN, note: `${then.value} dead, then a toll of ${now.value}` };
}

/** Pairs of comparable figures, by kind. */
function kindsOf(a: Telling, b: Telling): [Figure, Figure][][] {
  const kinds = new Map<string, [Figure, Figure][]>();
  for (const x of a.figures)
    for (const y of b.figures)
      if (comparable(x, y)) kinds.set(x.kind, [...(kinds.get(x.kind) ?? []), [x, y]]);
  return [...kinds.values()];
}

function best(grounds: readonly (Ground | undefined)[]): Ground | undefined {
  return grounds.reduce((most, one) => (one && (!most || one.points > most.points) ? one : most), undefined);
}

/** Points of the same uncommon number. */
const LOUD = 2.5;

/** "The two leaders", "killed one": so few are the same by chance. */
const FEW = 2;

/** Figures of one kind; of what has no kind of its own, figures of one unit. */
export function comparable(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && (a.kind !== 'other' || a.unit === b.unit);
}

function ofPair(x: Figure, y: Figure, dated: boolean): Ground {
  const note = `${x.value} and ${y.value} ${x.unit}`;
  if (x.value === y.value) {
    const points = uncommon(x.value) ? LOUD : x.value <= FEW ? (x.kind === 'other' ? 0 : 0.6) : 1.3;
    return { about: 'figures', points, note: `both ${x.value} ${x.unit}` };
  }
  const ratio = Math.max(x.value, y.value) / Math.max(1, Math.min(x.value, y.value));
  // "At least 11" does not exclude 23, and speaks little for it where no day does.
  if (!figuresApart(x, y)) return { about: 'figures', points: ratio <= CLOSE || dated ? 0.5 : 0, note };
  return { about: 'figures', points: ratio > REVISED ? -2 : dated ? -0.5 : -1.2, note };
}

/** Above twenty and not round: seldom the same by chance. */
function uncommon(value: number): boolean {
  return value > 20 && value % 10 !== 0;
}
