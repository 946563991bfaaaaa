/**
 * Gains of the strongest cut in histories without any shift, from which `src/relate/alarm.ts` has its constants:
 * `npx tsx scripts/relate/null.ts [series a cell] > null.tsv`.
 */
import { HOSTILE, ROUTINE, simulate } from '../../bench/shifts/simulate.js';
import { cutsOf, gainAt } from '../../src/relate/cuts.js';
import { profileOf } from '../../src/relate/profile.js';

const SERIES = Number(process.argv[2] ?? 20);
/** The smallest gain looked at: near that at which shifts are told, so that the scatter is judged as it will be. */
const LEAST = 11;
const NOISE = [
  [1, 0, 10],
  [2, 0.5, 10],
  [3, 0.7, 30],
] as const;
const VOLUMES = ['step', 'trend', 'crisis', 'steady'] as const;

console.log('days\trate\tcluster\twander\tmemory\tvolume\tacts\tscatter\tmix\tgain');
for (const days of [365, 1095, 3650, 10_950])
  for (const rate of [0.02, 0.1, 0.5, 2, 8])
    for (const [cluster, wander, memory] of NOISE)
      for (let seed = 1; seed <= SERIES; seed++) {
        const volume = VOLUMES[seed % 4]!;
        const mix = seed % 3 === 0 ? HOSTILE : ROUTINE;
        const stretches = [{ from: 0, rate, mix }];
        const input = simulate({ days, stretches, volume, cluster, wander, memory }, seed + days);
        const profile = profileOf(input);
        const acts = profile.acts[profile.days]!;
        const cuts = cutsOf(profile, () => LEAST);
        let gain = 0;
        for (let i = 1; i < cuts.bounds.length - 1; i++) {
          const { amount, kind } = gainAt(cuts, i);
          gain = Math.max(gain, amount + kind);
        }
        const { noise } = cuts;
        console.log(
          [
            days,
            rate,
            cluster,
            wander,
            memory,
            volume,
            acts,
            noise.cluster.toFixed(3),
            noise.mix.toFixed(3),
            gain.toFixed(2),
          ].join('\t'),
        );
      }
