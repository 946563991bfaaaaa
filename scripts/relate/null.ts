/**
 * Gains of the strongest cut and the strongest flare in histories without any shift, from which `src/relate/alarm.ts` has its constants:
 * `npx tsx scripts/relate/null.ts [series a cell] > null.tsv`.
 */
import { HOSTILE, ROUTINE, simulate } from '../../bench/shifts/simulate.js';
import { cutsOf } from '../../src/relate/cuts.js';
import { profileOf } from '../../src/relate/profile.js';

const SERIES = Number(process.argv[2] ?? 20);
/** The smallest gain looked at: near that at which shifts are told, so that the scatter is judged as it will be. */
const LEAST = 11;
/** Cluster, wander, memory; and of acts that are counted once each, of which a few are not recognised as the same. */
const NOISE = [
  [1, 0, 10, false],
  [2, 0.5, 10, false],
  [3, 0.7, 30, false],
  [1, 0, 10, true],
  [1.3, 0.5, 10, true],
  [1.3, 0.7, 30, true],
] as const;
const VOLUMES = ['step', 'trend', 'crisis', 'steady'] as const;

console.log('days\trate\tcluster\tjoined\twander\tmemory\tvolume\tacts\tscatter\tmix\tgain\tflare');
for (const days of [365, 1095, 3650, 10_950])
  for (const rate of [0.02, 0.1, 0.5, 2, 8])
    for (const [cluster, wander, memory, joined] of NOISE)
      for (let seed = 1; seed <= SERIES; seed++) {
        const volume = VOLUMES[seed % 4]!;
        const mix = seed % 3 === 0 ? HOSTILE : ROUTINE;
        const stretches = [{ from: 0, rate, mix }];
        const input = simulate({ days, stretches, volume, cluster, wander, memory, joined }, seed + days);
        const profile = profileOf(input);
        const acts = profile.acts[profile.days]!;
        const cuts = cutsOf(profile, () => ({ cut: LEAST, flare: 0 }));
        const strongest = (flares: boolean): number =>
          Math.max(
            0,
            ...cuts.gains.filter(({ flare }) => flare === flares).map(({ amount, kind }) => amount + kind),
          );
        const { noise } = cuts;
        console.log(
          [
            days,
            rate,
            cluster,
            joined ? 1 : 0,
            wander,
            memory,
            volume,
            acts,
            noise.cluster.toFixed(3),
            noise.mix.toFixed(3),
            strongest(false).toFixed(2),
            strongest(true).toFixed(2),
          ].join('\t'),
        );
      }
