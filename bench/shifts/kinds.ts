import { HOSTILE, ROUTINE, type Scenario, type Stretch, type VolumeShape, WAR, WARM } from './simulate.js';

/** A kind of history: where its true shifts are, and how it is made. */
export interface Kind {
  readonly name: string;
  /** Day offsets of the true shifts; none: whatever is found is a false alarm. */
  readonly shifts: readonly number[];
  readonly scenario: Scenario;
}

/** Ten years of days. */
const DAYS = 3650;
const AT = 2200;

/** How routine news scatters: singly; in stories told twice that flare up for days; or thrice, and for weeks. */
const SCATTER = {
  calm: { cluster: 1, wander: 0, memory: 10 },
  bursty: { cluster: 2, wander: 0.5, memory: 10 },
  'very bursty': { cluster: 3, wander: 0.7, memory: 30 },
  /** Acts counted once each; a third more where one is not recognised as told before. */
  'of acts': { cluster: 1.3, wander: 0.5, memory: 10, joined: true },
} as const;

function kind(
  name: string,
  stretches: readonly Omit<Stretch, 'from'>[],
  at: readonly number[],
  scatter: keyof typeof SCATTER = 'bursty',
  volume: VolumeShape = 'trend',
): Kind {
  const placed = stretches.map((stretch, i) => ({ ...stretch, from: i === 0 ? 0 : at[i - 1]! }));
  return { name, shifts: at, scenario: { days: DAYS, stretches: placed, volume, ...SCATTER[scatter] } };
}

const routine = { rate: 0.5, mix: ROUTINE };
const quiet = { rate: 0.03, mix: ROUTINE };

/** Histories that hold shifts. */
export const SHIFTED: readonly Kind[] = [
  kind('level up: three times as much', [routine, { rate: 1.5, mix: ROUTINE }], [AT]),
  kind('level down: a third as much', [routine, { rate: 0.17, mix: ROUTINE }], [AT]),
  kind('mix: as much, but hostile', [routine, { rate: 0.5, mix: HOSTILE }], [AT]),
  kind(
    'mix: as much, but warmer',
    [
      { rate: 0.5, mix: HOSTILE },
      { rate: 0.5, mix: WARM },
    ],
    [AT],
  ),
  kind('war of 30 days', [routine, { rate: 8, mix: WAR }, routine], [AT, AT + 30]),
  kind('war of 5 days, quiet dyad', [quiet, { rate: 8, mix: WAR }, quiet], [AT, AT + 5]),
  kind('war of 12 days, quiet dyad', [quiet, { rate: 5, mix: WAR }, quiet], [AT, AT + 12]),
  kind('war of 40 days, few reports', [quiet, { rate: 0.8, mix: WAR }, quiet], [AT, AT + 40]),
  kind(
    'war of 5 days in 8 acts, quiet dyad, acts counted once',
    [
      { rate: 0.01, mix: ROUTINE },
      { rate: 1.6, mix: WAR },
      { rate: 0.01, mix: ROUTINE },
    ],
    [AT, AT + 5],
    'of acts',
  ),
  kind(
    'war of 12 days in 12 acts, quiet dyad, acts counted once',
    [
      { rate: 0.01, mix: ROUTINE },
      { rate: 1, mix: WAR },
      { rate: 0.01, mix: ROUTINE },
    ],
    [AT, AT + 12],
    'of acts',
  ),
  kind('sparse: 1 to 10 acts a year, for good', [{ rate: 0.003, mix: ROUTINE }, quiet], [AT]),
  kind('very bursty, ten times as much', [routine, { rate: 5, mix: HOSTILE }], [AT], 'very bursty'),
  kind('level up, and volume steps, too', [routine, { rate: 2, mix: ROUTINE }], [AT], 'bursty', 'step'),
];

/** Drifts have no day: how many steps they are told in is printed. */
export const DRIFTS: readonly Kind[] = [
  {
    ...kind('slow drift: to three times over 5 years', [routine], []),
    scenario: {
      ...kind('', [routine], []).scenario,
      stretches: [
        { from: 0, ...routine },
        { from: 900, rate: 1.5, mix: ROUTINE, drift: true },
        { from: 2725, rate: 1.5, mix: ROUTINE },
      ],
    },
  },
  {
    ...kind('rate wanders by 40 % for half-years', [{ rate: 2, mix: ROUTINE }], []),
    scenario: {
      ...kind('', [{ rate: 2, mix: ROUTINE }], []).scenario,
      cluster: 1.5,
      wander: 0.4,
      memory: 200,
    },
  },
];

/** Histories without a shift, in each of which not more than one in twenty may show any. */
export const STEADY: readonly Kind[] = [
  ...(Object.keys(SCATTER) as (keyof typeof SCATTER)[]).flatMap((scatter) =>
    [0.02, 0.5, 5].map((rate) =>
      kind(`routine, ${scatter}, ${rate} a day`, [{ rate, mix: ROUTINE }], [], scatter),
    ),
  ),
  kind('volume steps to three times', [routine], [], 'bursty', 'step'),
  kind('volume grows sixfold', [{ rate: 2, mix: ROUTINE }], [], 'bursty', 'trend'),
  kind('a crisis elsewhere fills the news', [{ rate: 2, mix: ROUTINE }], [], 'bursty', 'crisis'),
];
