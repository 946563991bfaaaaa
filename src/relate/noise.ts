import { type Noise, WOBBLE } from './likelihood.js';
import type { Profile } from './profile.js';

/** Blocks of days over which scatter is measured: acts are told again for days or for weeks. */
const BLOCKS = [7, 28] as const;
/** Blocks that make a window, within which the relation is taken as steady for a first look. */
const WINDOW = 26;
/** What is taken for granted before looking, worth so many blocks that hold enough to tell. */
const PRIOR = { cluster: 1.5, mix: 1.3, blocks: 12 } as const;

/** Of acts that are counted once each, what so many blocks carry is half a habit. */
const FEW = 4;

/** Squares of deviations against what they should be: weighted estimates, their sum, that of their squares, and that of the weights. */
interface Scatter {
  readonly sum: number;
  readonly squares: number;
  readonly weight: number;
}

type Range = readonly [number, number];
type Measure = (regimes: readonly Range[]) => Scatter;

/**
 * Scatter before any shift is known: measured within windows, and the median over windows taken, so that a war raises
 * that of its own windows alone.
 */
export function firstNoise(profile: Profile): Noise {
  return noiseBy(profile, (measure, block, prior) => {
    const size = Math.max(4 * block, Math.min(WINDOW * block, Math.ceil(profile.days / 8 / block) * block));
    const windows: Scatter[] = [];
    for (let at = 0; at < profile.days; at += size)
      windows.push(measure([[at, Math.min(profile.days, at + size)]]));
    return typical(windows, prior, profile.joined);
  });
}

/** Scatter within given regimes (day offsets of their bounds, 0 and the last day among them). */
export function noiseWithin(profile: Profile, bounds: readonly number[]): Noise {
  const regimes = bounds.slice(1).map((to, i): Range => [bounds[i]!, to]);
  return noiseBy(profile, (measure, _, prior) => shrunken(measure(regimes), prior, profile.joined));
}

function noiseBy(
  profile: Profile,
  pooled: (measure: Measure, block: number, prior: number) => number,
): Noise {
  const clusters = BLOCKS.map((b) => pooled((r) => clusterScatter(profile, r, b), b, PRIOR.cluster));
  const mixes = BLOCKS.map((b) => pooled((r) => kindScatter(profile, r, b), b, PRIOR.mix));
  return { cluster: Math.max(1, ...clusters), mix: Math.max(1, ...mixes) };
}

/**
 * Scatter drawn towards the prior. Where acts are counted once each, it counts for no more blocks than carry it (Kish's
 * effective number, 1965), and fewer while these are few: what a single week of war adds is no habit of the relation.
 */
function shrunken({ sum, squares, weight }: Scatter, prior: number, joined: boolean): number {
  if (weight === 0) return prior;
  const carriers = squares > 0 ? Math.min(weight, sum ** 2 / squares) : weight;
  const carried = joined ? carriers ** 2 / (carriers + FEW) : weight;
  return ((sum / weight) * carried + prior * PRIOR.blocks) / (carried + PRIOR.blocks);
}

/** The weighted median of the windows' scatter, drawn towards the prior. */
function typical(windows: readonly Scatter[], prior: number, joined: boolean): number {
  const told = windows.filter((w) => w.weight > 0).sort((a, b) => a.sum / a.weight - b.sum / b.weight);
  const weight = told.reduce((sum, w) => sum + w.weight, 0);
  let below = 0;
  for (const window of told) {
    below += window.weight;
    if (below < weight / 2) continue;
    const share = weight / window.weight;
    return shrunken({ sum: window.sum * share, squares: window.squares * share, weight }, prior, joined);
  }
  return prior;
}

/** What is counted in each block of a regime, and what the regime's rate would have it be. */
function* blocksOf(
  profile: Profile,
  regimes: readonly Range[],
  block: number,
): Generator<{ count: number; mean: number; exposure: number; correction: number }> {
  for (const [from, to] of regimes) {
    const all = profile.acts[to]! - profile.acts[from]!;
    const exposed = profile.exposure[to]! - profile.exposure[from]!;
    const blocks = Math.floor((to - from) / block);
    if (all < 2 || blocks < 3 || exposed <= 0) continue;
    for (let i = 0; i < blocks; i++) {
      const [a, b] = [from + i * block, from + (i + 1) * block];
      const exposure = profile.exposure[b]! - profile.exposure[a]!;
      if (exposure <= 0) continue;
      const count = profile.acts[b]! - profile.acts[a]!;
      yield { count, mean: (all / exposed) * exposure, exposure, correction: blocks / (blocks - 1) };
    }
  }
}

/**
 * The cluster size from squares about the regime's rate, less what the wobble of the rate explains (moments of a
 * negative binomial; McCullagh and Nelder 1989, Generalized Linear Models, 4.5). A block weighs by what it can tell:
 * one that expects a tenth of an act little, and one whose scatter is mostly wobble little, too.
 */
function clusterScatter(profile: Profile, regimes: readonly Range[], block: number): Scatter {
  let [sum, squares, weight] = [0, 0, 0];
  for (const { count, mean, exposure, correction } of blocksOf(profile, regimes, block)) {
    const wandering = mean / (WOBBLE * exposure);
    const w = mean / (1 + mean) / (1 + wandering) ** 2;
    const estimate = w * ((correction * (count - mean) ** 2) / mean - wandering);
    sum += estimate;
    squares += estimate ** 2;
    weight += w;
  }
  return { sum, squares, weight };
}

/** Pearson's squares of the mix of quad classes in each block about the regime's mix. */
function kindScatter(profile: Profile, regimes: readonly Range[], block: number): Scatter {
  let [sum, squared, weight] = [0, 0, 0];
  for (const [from, to] of regimes) {
    const count = profile.acts[to]! - profile.acts[from]!;
    const shares = profile.quads.map((q) => (q[to]! - q[from]!) / count);
    const kinds = shares.filter((share) => share > 0).length;
    if (count < 4 || kinds < 2 || to - from < 2 * block) continue;
    for (let a = from; a + block <= to; a += block) {
      const n = profile.acts[a + block]! - profile.acts[a]!;
      if (n < 2) continue;
      let squares = 0;
      for (let k = 0; k < 4; k++) {
        const mean = n * shares[k]!;
        if (mean > 0) squares += (profile.quads[k]![a + block]! - profile.quads[k]![a]! - mean) ** 2 / mean;
      }
      const w = 1 - 1 / n; // a block of one act tells nothing of scatter
      const estimate = (w * squares) / (kinds - 1);
      sum += estimate;
      squared += estimate ** 2;
      weight += w;
    }
  }
  return { sum, squares: squared, weight };
}
