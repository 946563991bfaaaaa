import { describe, expect, it } from 'vitest';
import { relationOf } from '../../src/index.js';
import { dayAt, history } from './history.js';

const steady = () => 40;
const talks = { every: 9, quads: [1, 0, 0, 0] } as const;

describe('shifts', () => {
  it('are none where only routine is reported', () => {
    const { shifts, unknown } = relationOf(history(2000, [{ from: 0, to: 2000, ...talks }], steady));
    expect(unknown).toBeUndefined();
    expect(shifts).toEqual([]);
  });

  it('tell a war of ten days in a quiet dyad, its beginning and its end', () => {
    const war = { from: 1200, to: 1210, every: 1, quads: [0, 0, 1, 5] } as const;
    const { shifts, regimes } = relationOf(
      history(2000, [{ from: 0, to: 1200, ...talks }, war, { from: 1215, to: 2000, ...talks }], steady),
    );
    expect(shifts).toHaveLength(2);
    const [begin, end] = shifts;
    expect(begin).toMatchObject({ day: dayAt(1200), towards: 'conflict' });
    expect(end).toMatchObject({ day: dayAt(1210), towards: 'cooperation' });
    expect(begin!.earliest <= begin!.day && begin!.day <= begin!.latest).toBe(true);
    expect(begin!.falseAlarm).toBeLessThan(0.01);
    // Six acts a day against one in nine days.
    expect(begin!.times).toBeGreaterThan(40);
    expect(regimes.map((r) => r.deeds.conflict)).toEqual([0, 50, 0]);
    expect(regimes[1]!.index.high).toBeLessThan(-5);
  });

  it('tell as much, but hostile, from as much, but friendly', () => {
    const { shifts } = relationOf(
      history(
        2000,
        [
          { from: 0, to: 1000, every: 4, quads: [1, 0, 0, 0] },
          { from: 1000, to: 2000, every: 4, quads: [0, 0, 1, 0] },
        ],
        steady,
      ),
    );
    expect(shifts).toHaveLength(1);
    expect(shifts[0]).toMatchObject({ day: dayAt(1000), towards: 'conflict' });
    expect(shifts[0]!.gain.kind).toBeGreaterThan(shifts[0]!.gain.amount);
    expect(shifts[0]!.change).toBeCloseTo(-6, 0);
  });

  it('tell a short war in few acts where each act is counted once, and not where one may be told often', () => {
    const war = { from: 200, to: 208, every: 1, quads: [0, 0, 0, 1] } as const;
    const few = [{ from: 0, to: 365, every: 150, quads: [1, 0, 0, 0] }, war] as const;
    const usual = [6, 1, 2, 1] as const;
    const input = history(365, few, () => 10);
    const volume = input.volume.map((day) => ({ ...day, quads: usual }));
    const { shifts } = relationOf({ ...input, volume, joined: true });
    expect(shifts.map(({ day, towards }) => [day, towards])).toEqual([
      [dayAt(200), 'conflict'],
      [dayAt(208), 'cooperation'],
    ]);
    expect(relationOf({ ...input, volume, joined: false }).shifts).toEqual([]);
  });

  it('tell two short wars in one quiet year', () => {
    const wars = [200, 330].map((from) => ({ from, to: from + 5, every: 1, quads: [0, 0, 0, 2] }) as const);
    const input = history(365, wars, () => 10);
    const volume = input.volume.map((day) => ({ ...day, quads: [6, 1, 2, 1] as const }));
    const { shifts } = relationOf({ ...input, volume, joined: true });
    expect(shifts.map(({ day }) => day)).toEqual([200, 205, 330, 335].map(dayAt));
  });

  it('tell no visit: some words of cooperation on three days of a quiet year', () => {
    const visit = { from: 200, to: 203, every: 1, quads: [2, 0, 0, 0] } as const;
    const few = [{ from: 10, to: 365, every: 60, quads: [1, 0, 0, 0] }, visit] as const;
    const input = history(365, few, () => 10);
    const volume = input.volume.map((day) => ({ ...day, quads: [6, 1, 2, 1] as const }));
    expect(relationOf({ ...input, volume, joined: true }).shifts).toEqual([]);
  });

  it('do not follow how much is reported at all', () => {
    // From the thousandth day on, four times as much is reported of everybody, of this pair, too.
    const acts = [
      { from: 0, to: 1000, every: 8, quads: [1, 0, 0, 0] },
      { from: 1000, to: 2000, every: 2, quads: [1, 0, 0, 0] },
    ] as const;
    expect(relationOf(history(2000, acts, (day) => (day < 1000 ? 20 : 80))).shifts).toEqual([]);
    // The same acts, while as much is reported as ever, are a shift.
    expect(relationOf(history(2000, acts, steady)).shifts.map((s) => s.day)).toEqual([dayAt(1000)]);
  });

  it('do not follow a crisis elsewhere', () => {
    const volume = (day: number) => (day >= 900 && day < 940 ? 400 : 40);
    expect(relationOf(history(2000, [{ from: 0, to: 2000, ...talks }], volume)).shifts).toEqual([]);
  });

  it('cannot be told from a handful of acts, and it says so', () => {
    const { shifts, unknown } = relationOf(
      history(500, [{ from: 0, to: 40, every: 10, quads: [1, 0, 0, 0] }], steady),
    );
    expect(shifts).toEqual([]);
    expect(unknown).toMatch(/4 acts/);
    expect(relationOf(history(0, [], steady)).unknown).toMatch(/0 acts/);
  });

  it('are fewer where fewer false alarms are wanted', () => {
    const input = history(
      2000,
      [
        { from: 0, to: 1900, every: 12, quads: [1, 0, 0, 0] },
        { from: 1900, to: 2000, every: 12, quads: [0, 0, 1, 0] },
      ],
      steady,
    );
    const strict = relationOf(input, { level: 1e-9 }).shifts.length;
    const lax = relationOf(input, { level: 0.5 }).shifts.length;
    expect(lax).toBeGreaterThan(strict);
  });

  it('take a time that grows with the days, not with their square', () => {
    const of = (days: number) => {
      const input = history(days, [{ from: 0, to: days, every: 2, quads: [1, 0, 1, 0] }], steady);
      relationOf(input);
      const start = process.cpuUsage().user;
      for (let i = 0; i < 3; i++) relationOf(input);
      return process.cpuUsage().user - start;
    };
    of(2000);
    expect(of(16_000)).toBeLessThan(24 * Math.max(of(2000), 5000));
  });
});
