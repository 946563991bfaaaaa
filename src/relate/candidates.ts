import type { Likelihood } from './likelihood.js';
import type { Profile } from './profile.js';

/** Days on each side of a day that are compared, from a war of days to a change of eras. */
const REACHES = [3, 6, 12, 25, 50, 100, 200, 400, 800, 1600] as const;
/** Days kept from each reach. */
const KEPT = 48;
/** Days looked at within a reach: wide windows change slowly, and every cut found is put on its day later. */
const GRAIN = 10;

/**
 * Days at which a relation may have changed: for each reach, the local peaks of the gain from cutting there, the
 * strongest first (screening and ranking, Niu and Zhang 2012, Annals of Applied Statistics 6:1306).
 * @returns day offsets in order, with 0 and the last day's end.
 */
export function candidatesOf(profile: Profile, likelihood: Likelihood): number[] {
  const places = edgesOf(profile);
  const kept = new Set<number>([0, profile.days]);
  for (const reach of REACHES) {
    if (reach > profile.days) break;
    const looked = spaced(places, Math.floor(reach / GRAIN));
    for (const place of peaks(looked, gains(looked, profile.days, reach, likelihood), reach)) kept.add(place);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Only where a day with acts begins or ends can a cut be best. */
export function edgesOf({ acts, days }: Profile): Int32Array {
  const places = new Int32Array(days);
  let n = 0;
  for (let day = 1; day < days; day++)
    if (acts[day + 1]! > acts[day]! || acts[day]! > acts[day - 1]!) places[n++] = day;
  return places.slice(0, n);
}

function spaced(places: Int32Array, apart: number): Int32Array {
  if (apart < 2) return places;
  let last = Number.NEGATIVE_INFINITY;
  return places.filter((place) => {
    if (place - last < apart) return false;
    last = place;
    return true;
  });
}

function gains(places: Int32Array, days: number, reach: number, { both }: Likelihood): Float64Array {
  const gain = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const [from, to] = [Math.max(0, place - reach), Math.min(days, place + reach)];
    gain[i] = both(from, place) + both(place, to) - both(from, to);
  }
  return gain;
}

/** Places that no other within half the reach beats, the best `KEPT` of them. */
function peaks(places: Int32Array, gain: Float64Array, reach: number): number[] {
  const half = reach / 2;
  const tops: number[] = [];
  for (let i = 0; i < places.length; i++) {
    if (gain[i]! <= 0) continue;
    let top = true;
    for (let j = i - 1; top && j >= 0 && places[i]! - places[j]! < half; j--) top = gain[j]! < gain[i]!;
    for (let j = i + 1; top && j < places.length && places[j]! - places[i]! < half; j++)
      top = gain[j]! <= gain[i]!;
    if (top) tops.push(i);
  }
  tops.sort((a, b) => gain[b]! - gain[a]!);
  return tops.slice(0, KEPT).map((i) => places[i]!);
}
