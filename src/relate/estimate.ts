import type { Estimate } from './types.js';

/** Standard normal quantile of 95 %: bounds of a central interval of 90 %. */
const Z = 1.645;

/** A mean drawn towards what is usual: normal prior and likelihood (Efron and Morris 1975, JASA 70:311). */
export function shrunkenMean(
  sum: number,
  count: number,
  noise: { readonly variance: number; readonly mean: number; readonly between: number },
): Estimate {
  const precision = count / noise.variance + 1 / noise.between;
  const value = (sum / noise.variance + noise.mean / noise.between) / precision;
  return bounded(value, Z / Math.sqrt(precision), 10);
}

/** (a - b) / (a + b) with a beta prior worth `worth` acts about the usual balance; bounds from the normal of the logit. */
export function shrunkenBalance(a: number, b: number, usual: number, worth: number): Estimate {
  const [x, y] = [a + worth * usual, b + worth * (1 - usual)];
  const [middle, spread] = [Math.log(x / y), Z * Math.sqrt(1 / x + 1 / y)];
  const balance = (logit: number): number => Math.tanh(logit / 2);
  return { value: (x - y) / (x + y), low: balance(middle - spread), high: balance(middle + spread) };
}

/**
 * Events in `time` at the rate that `count` in `exposure` show, when they come in clusters: gamma posterior under
 * Jeffreys' prior, quantiles after Wilson and Hilferty (1931, PNAS 17:684).
 */
export function rateOf(count: number, exposure: number, cluster: number, time: number): Estimate {
  if (exposure <= 0) return { value: 0, low: 0, high: Number.POSITIVE_INFINITY };
  const shape = count / cluster + 0.5;
  const scale = (cluster * time) / exposure;
  const quantile = (z: number): number =>
    Math.max(0, shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3) * scale;
  return { value: (count * time) / exposure, low: count === 0 ? 0 : quantile(-Z), high: quantile(Z) };
}

/** A compound sum of which the squares of the summands are known. */
export function sumOf(sum: number, squares: number, cluster: number, factor: number): Estimate {
  const spread = Z * Math.sqrt(squares * cluster) * factor;
  return { value: sum * factor, low: sum * factor - spread, high: sum * factor + spread };
}

/** The mean of independent estimates, each given the same weight. */
export function meanOf(estimates: readonly Estimate[]): Estimate {
  const n = estimates.length;
  const value = estimates.reduce((sum, e) => sum + e.value, 0) / n;
  const spread = Math.sqrt(estimates.reduce((sum, e) => sum + ((e.high - e.low) / 2) ** 2, 0)) / n;
  return bounded(value, spread, 10);
}

function bounded(value: number, spread: number, most: number): Estimate {
  return { value, low: Math.max(-most, value - spread), high: Math.min(most, value + spread) };
}
