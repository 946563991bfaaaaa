import { describe, expect, it } from 'vitest';
import { relationOf } from '../../src/index.js';
import { dayAt, history } from './history.js';

const steady = () => 40;

describe('the series of a relation', () => {
  // 2000-01-01 is a Saturday.
  const input = history(
    60,
    [
      { from: 0, to: 10, every: 1, quads: [1, 0, 0, 0] },
      { from: 31, to: 41, every: 1, quads: [0, 0, 0, 2] },
    ],
    steady,
  );

  it('has a point a month, with words and deeds apart', () => {
    const { points } = relationOf(input);
    expect(points.map((p) => [p.start, p.end])).toEqual([
      ['2000-01-01', '2000-01-31'],
      ['2000-02-01', '2000-02-29'],
    ]);
    expect(points[0]).toMatchObject({
      quads: [10, 0, 0, 0],
      goldstein: 30,
      words: { cooperation: 10, conflict: 0 },
    });
    expect(points[1]).toMatchObject({
      quads: [0, 0, 0, 20],
      goldstein: -160,
      deeds: { cooperation: 0, conflict: 20 },
    });
    expect(points[0]!.ofFirst).toEqual([5, 0, 0, 0]);
  });

  it('has weeks from Monday and days', () => {
    const weeks = relationOf(input, { step: 'week' }).points;
    expect(weeks[0]).toMatchObject({ start: '2000-01-01', end: '2000-01-02', acts: 2 });
    expect(weeks[1]).toMatchObject({ start: '2000-01-03', end: '2000-01-09', acts: 7 });
    const days = relationOf(input, { step: 'day' }).points;
    expect(days).toHaveLength(60);
    expect(days[31]).toMatchObject({ start: '2000-02-01', end: '2000-02-01', acts: 2 });
  });

  it('draws the index of few acts towards the usual, and says how unsure it is', () => {
    const { points, whole } = relationOf(input, { step: 'day' });
    const one = points[0]!;
    expect(one.index.value).toBeLessThan(3);
    expect(one.index.value).toBeGreaterThan(whole.index.value);
    expect(one.index.low).toBeLessThan(one.index.value);
    const none = points[20]!;
    expect(none.acts).toBe(0);
    expect(none.index.value).toBeCloseTo(whole.index.value, 0);
    const month = relationOf(input).points[0]!;
    expect(month.index.high - month.index.low).toBeLessThan(one.index.high - one.index.low);
    expect(month.index.value).toBeGreaterThan(one.index.value);
  });

  it('corrects counts for how much is reported', () => {
    const acts = [{ from: 0, to: 400, every: 4, quads: [1, 0, 0, 0] }] as const;
    const { points } = relationOf(history(400, acts, (day) => (day < 200 ? 20 : 60)));
    const [early, late] = [points[2]!, points.at(-3)!];
    expect(early.corrected.value / early.acts).toBeCloseTo(2, 0);
    expect(late.corrected.value / late.acts).toBeLessThan(0.8);
    expect(early.flow.value).toBeGreaterThan(late.flow.value);
    expect(early.coverage).toBeLessThan(late.coverage);
  });

  it('gives each class of sources the same weight in the balanced index', () => {
    const [first] = input.counts;
    const day = { ...first!, source: 'AAA', target: 'BBB' };
    const praise = { ...day, quads: [90, 0, 0, 0], goldstein: [360, 0, 0, 0], by: 'first' } as const;
    const blame = { ...day, quads: [0, 0, 30, 0], goldstein: [0, 0, -120, 0], by: 'third' } as const;
    const { points } = relationOf({ ...input, sourced: [praise, blame] });
    // Four points up from ninety acts of the one's own media, four down from thirty acts of others: level.
    expect(points[0]!.balanced!.value).toBeCloseTo(0, 1);
    expect(relationOf({ ...input, sourced: [praise] }).points[0]!.balanced).toBeUndefined();
  });

  it('looks only at the days asked for', () => {
    const { since, until, whole } = relationOf({ ...input, since: dayAt(5), until: dayAt(35) });
    expect([since, until]).toEqual([dayAt(5), dayAt(35)]);
    expect(whole.quads).toEqual([5, 0, 0, 10]);
  });
});
