/** Shifts in simulated histories of which the truth is known, and in the history of the Levant. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Relation, type RelationInput, relationOf, type Shift } from '../src/index.js';
import { DRIFTS, type Kind, SHIFTED, STEADY } from './shifts/kinds.js';
import { KNOWN, levant } from './shifts/levant.js';
import { figure } from './shifts/plot.js';
import { simulate } from './shifts/simulate.js';

export const about =
  'shifts of a relation: detection, delay and false alarms in simulated histories; the Levant';

const SERIES = Number(process.env.SERIES ?? 40);
/** A shift counts as found when one is told within so many days of it. */
const NEAR = 30;
/** After so many days the histories are looked at again, as somebody would who watches. */
const LOOKS = [4, 7, 14, 21, 30, 60, 90, 180, 365];
const LEVELS = [0.001, 0.01, 0.05, 0.2, 0.5];

export async function run(): Promise<void> {
  console.log(
    `${SERIES} histories of ten years each; found: a shift told within ${NEAR} days of the true one.`,
  );
  const found = SHIFTED.map((kind) => ({ kind: kind.name, ...detection(kind) }));
  console.table(
    Object.fromEntries(
      found.map(({ kind, share, error, delay, covered, others }) => [
        kind,
        {
          'found %': percent(share),
          'days off (median)': error,
          'known after days (median)': delay,
          'date interval holds %': percent(covered),
          'other shifts told': others.toFixed(2),
        },
      ]),
    ),
  );
  console.log('No shift: share of histories in which any is told (at most 5 % is promised).');
  console.table(
    Object.fromEntries(
      STEADY.map((kind) => [kind.name, { 'false alarms %': percent(alarms(kind, 0.05).share) }]),
    ),
  );
  console.log('Drifts have no day: how many steps they are told in.');
  console.table(
    Object.fromEntries(
      DRIFTS.map((kind) => [kind.name, { 'steps a history': alarms(kind, 0.05).steps.toFixed(2) }]),
    ),
  );
  printLevant();
  const curves = SHIFTED.filter((_, i) => i !== 1 && i !== 4).flatMap((kind) =>
    LEVELS.map((level) => ({ kind: kind.name, level, found: detection(kind, level, false).share })),
  );
  const false_ = LEVELS.map((level) => ({
    level,
    alarms: mean(STEADY.map((kind) => alarms(kind, level).share)),
  }));
  const folder = fileURLToPath(new URL('../dist/bench/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}shifts.svg`, figure(curves, false_, levant()));
  console.log(`drawn: dist/bench/shifts.svg`);
}

/** The breaks that any reader of history expects in the Levant, and what else is told of the same dyads. */
function printLevant(): void {
  const relations = levant();
  if (relations.length === 0) {
    console.log('../shared/data/history is absent: the Levant is left out.');
    return;
  }
  console.log('The Levant, 1979 to 2011 (KEDS): breaks expected, and what is told of the same dyads.');
  console.table(
    KNOWN.map(({ pair, month, towards }) => ({
      dyad: pair.join('-'),
      month,
      towards,
      ...foundIn(relations, pair, month),
    })),
  );
  for (const { pair, shifts, whole } of relations) {
    console.log(`${pair.join('-')}: ${shifts.length} shifts in ${whole.acts} events`);
    for (const s of shifts)
      console.log(
        `  ${s.day} (${s.earliest} to ${s.latest}) ${s.towards}, rate ${s.before.rate.value.toFixed(1)} to ${s.after.rate.value.toFixed(1)}, index ${s.before.index.value.toFixed(1)} to ${s.after.index.value.toFixed(1)}, false alarm ${s.falseAlarm.toExponential(0)}`,
      );
  }
}

function foundIn(relations: readonly Relation[], pair: readonly string[], month: string): object {
  const { shifts } = relations.find((r) => r.pair.join() === pair.join())!;
  const off = ({ day }: Shift): number =>
    Math.max(0, daysBetween(day, `${month}-01`), daysBetween(`${month}-30`, day));
  const nearest = [...shifts].sort((a, b) => off(a) - off(b))[0]!;
  return {
    nearest: nearest.day,
    'days off the month': off(nearest),
    told: nearest.towards,
    others: shifts.length - 1,
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

interface Detection {
  readonly share: number;
  readonly error: number | null;
  readonly delay: number | null;
  readonly covered: number;
  readonly others: number;
}

function detection(kind: Kind, level = 0.05, watched = true): Detection {
  let [found, covered, others] = [0, 0, 0];
  const [errors, delays]: [number[], number[]] = [[], []];
  for (let seed = 1; seed <= SERIES; seed++) {
    const input = simulate(kind.scenario, 7000 + seed);
    const days = input.volume.map((v) => v.day);
    const { shifts } = relationOf(input, { level });
    const off = (shift: Shift, at: number): number => Math.abs(days.indexOf(shift.day) - at);
    const near = kind.shifts.map(
      (at) => shifts.filter((s) => off(s, at) <= NEAR).sort((a, b) => off(a, at) - off(b, at))[0],
    );
    // A war is found when both its beginning and its end are.
    if (new Set(near).size === near.length && near.every((s) => s !== undefined)) found++;
    near.forEach((shift, i) => {
      if (!shift) return;
      const day = days[kind.shifts[i]!]!;
      errors.push(Math.abs(days.indexOf(shift.day) - kind.shifts[i]!));
      if (shift.earliest <= day && day <= shift.latest) covered++;
    });
    others += shifts.filter((s) => !near.includes(s)).length;
    if (watched) delays.push(delayOf(input, kind.shifts[0]!, level));
  }
  return {
    share: found / SERIES,
    error: median(errors),
    delay: watched ? median(delays) : null,
    covered: errors.length > 0 ? covered / errors.length : 0,
    others: others / SERIES,
  };
}

/** Days after the shift at which somebody who looks again and again is first told of it. */
function delayOf(input: RelationInput, at: number, level: number): number {
  const days = input.volume.map((v) => v.day);
  for (const look of LOOKS) {
    const until = days[at + look]!;
    const told = relationOf({ ...input, since: days[0]!, until }, { level }).shifts.at(-1);
    if (told && Math.abs(days.indexOf(told.day) - at) <= NEAR) return look;
  }
  return Number.POSITIVE_INFINITY;
}

function alarms(kind: Kind, level: number): { share: number; steps: number } {
  const counts = Array.from(
    { length: SERIES },
    (_, i) => relationOf(simulate(kind.scenario, 3000 + i), { level }).shifts.length,
  );
  return { share: counts.filter((n) => n > 0).length / SERIES, steps: mean(counts) };
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  return values.sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
