/**
 * Gains of the strongest cut in histories without any shift, from which `src/relate/alarm.ts` has its constants:
 * `npx tsx scripts/relate/null.ts [series a cell] > null.tsv`.
 */
import { HOSTILE, ROUTINE, simulate } from '../../bench/shifts/simulate.js';
import { gainFor } from '../../src/relate/alarm.js';
import { cutsOf, gainAt } from '../../src/relate/cuts.js';
import { profileOf } from '../../src/relate/profile.js';

const SERIES = Number(process.argv[2] ?? 20);
/** Cuts are looked at from the gain that half of such histories reach: about that at which the scatter is judged. */
const LEVEL = 0.5;
const NOISE = [
  [1, 0, 10],
  [2, 0.5, 10],
  [3, 0.7, 30],
  [1.5, 0.4, 200],
] as const;
const VOLUMES = ['step', 'trend', 'crisis', 'steady'] as const;

console.log('days\trate\tcluster\twander\tmemory\tvolume\tacts\tscatter\tmix\tleast\tgain');
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
        const cuts = cutsOf(profile, (noise) => gainFor(LEVEL, { days, acts, noise }));
        let gain = 0;
        for (let i = 1; i < cuts.bounds.length - 1; i++) {
          const { amount, kind } = gainAt(cuts, i);
          gain = Math.max(gain, amount + kind);
        }
        const { noise } = cuts;
        const least = gainFor(LEVEL, { days, acts, noise });
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
            least.toFixed(2),
            gain.toFixed(2),
          ].join('\t'),
        );
      }
