import { type Noise, WOBBLE } from './likelihood.js';
import type { Profile } from './profile.js';

/** Blocks over which scatter is measured, in days: what comes together may come in a day or be told for weeks. */
const BLOCKS = [7, 28] as const;
/** Blocks that make a window, within which the relation is taken as steady for a first look. */
const WINDOW = 26;
/** What is known of scatter before looking, worth so many blocks that hold acts. */
const PRIOR_BLOCKS = 12;
/** The cluster size taken before looking (see docs/relations.md). */
const PRIOR_CLUSTER = 1.5;
const PRIOR_MIX = 1.3;

/** Squared residuals against what they should be, to be pooled. */
interface Scatter {
  squares: number;
  freedom: number;
}

/**
 * Over-dispersion before any shift is known: measured within windows of half a year, and the median over windows
 * taken, so that a war raises that of its own windows alone.
 */
export function firstNoise(profile: Profile): Noise {
  const clusters: number[] = [];
  const mixes: number[] = [];
  for (const block of BLOCKS) {
    const size = windowOf(profile, block);
    const windows: [number, number][] = [];
    for (let at = 0; at < profile.days; at += size) windows.push([at, Math.min(profile.days, at + size)]);
    clusters.push(typical(windows.map((w) => amountScatter(profile, [w], block)), PRIOR_CLUSTER));
    mixes.push(typical(windows.map((w) => kindScatter(profile, [w], block)), PRIOR_MIX));
  }
  return { cluster: Math.max(...clusters), mix: Math.max(...mixes) };
}

/** Over-dispersion within given regimes (day offsets of their bounds, 0 and the last day among them). */
export function noiseWithin(profile: Profile, bounds: readonly number[]): Noise {
  const regimes = bounds.slice(1).map((to, i): [number, number] => [bounds[i]!, to]);
  const of = (scatter: Scatter, prior: number): number => shrunken(scatter, prior);
  return {
    cluster: Math.max(...BLOCKS.map((block) => of(amountScatter(profile, regimes, block), PRIOR_CLUSTER))),
    mix: Math.max(...BLOCKS.map((block) => of(kindScatter(profile, regimes, block), PRIOR_MIX))),
  };
}

/** Half a year of weeks or two years of four-week blocks, less where the history is short. */
function windowOf(profile: Profile, block: number): number {
  const most = WINDOW * block;
  return Math.max(4 * block, Math.min(most, Math.ceil(profile.days / 8 / block) * block));
}

function shrunken({ squares, freedom }: Scatter, prior: number): number {
  return Math.max(1, (squares + prior * PRIOR_BLOCKS) / (freedom + PRIOR_BLOCKS));
}

/** The weighted median of the windows' scatter, drawn towards the prior. */
function typical(windows: readonly Scatter[], prior: number): number {
  const told = windows.filter((w) => w.freedom > 0).sort((a, b) => a.squares / a.freedom - b.squares / b.freedom);
  const all = told.reduce((sum, w) => sum + w.freedom, 0);
  if (all === 0) return prior;
  let below = 0;
  const mid = told.find((w) => (below += w.freedom) >= all / 2)!;
  return shrunken({ squares: (mid.squares / mid.freedom) * all, freedom: all }, prior);
}

/**
 * Pearson's squares of block counts about the regime's rate, less what the wobble of the rate explains. Blocks weigh
 * by how much they can tell: one that expects 0.1 acts tells a tenth of what one that expects many does.
 */
function amountScatter(profile: Profile, regimes: readonly [number, number][], block: number): Scatter {
  const total: Scatter = { squares: 0, freedom: 0 };
  for (const [from, to] of regimes) {
    const count = profile.acts[to]! - profile.acts[from]!;
    const exposure = profile.exposure[to]! - profile.exposure[from]!;
    const blocks = Math.floor((to - from) / block);
    if (count < 2 || blocks < 3 || exposure <= 0) continue;
    const rate = count / exposure;
    let squares = 0;
    let weight = 0;
    for (let i = 0; i < blocks; i++) {
      const [a, b] = [from + i * block, from + (i + 1) * block];
      const e = profile.exposure[b]! - profile.exposure[a]!;
      if (e <= 0) continue;
      const mean = rate * e;
      const wobble = mean / (WOBBLE * e);
      const w = mean / (1 + mean) / (1 + wobble) ** 2;
      const x = profile.acts[b]! - profile.acts[a]!;
      squares += w * ((x - mean) ** 2 / mean - wobble);
      weight += w;
    }
    total.squares += squares * (blocks / (blocks - 1));
    total.freedom += weight;
  }
  return total;
}

/** Pearson's squares of the mix of quad classes in each block about the regime's mix. */
function kindScatter(profile: Profile, regimes: readonly [number, number][], block: number): Scatter {
  const total: Scatter = { squares: 0, freedom: 0 };
  for (const [from, to] of regimes) {
    const count = profile.acts[to]! - profile.acts[from]!;
    const shares = profile.quads.map((q) => (q[to]! - q[from]!) / count);
    const kinds = shares.filter((share) => share > 0).length;
    const blocks = Math.floor((to - from) / block);
    if (count < 4 || kinds < 2 || blocks < 2) continue;
    for (let i = 0; i < blocks; i++) {
      const [a, b] = [from + i * block, from + (i + 1) * block];
      const n = profile.acts[b]! - profile.acts[a]!;
      if (n < 2) continue;
      let squares = 0;
      for (let k = 0; k < 4; k++) {
        const mean = n * shares[k]!;
        if (mean > 0) squares += (profile.quads[k]![b]! - profile.quads[k]![a]! - mean) ** 2 / mean;
      }
      const w = 1 - 1 / n; // a block of one act tells nothing of scatter
      total.squares += (w * squares) / (kinds - 1);
      total.freedom += w;
    }
  }
  return total;
}
