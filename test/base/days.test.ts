import { describe, expect, it } from 'vitest';
import { dayNumber, isoOf } from '../../src/index.js';

describe('days', () => {
  it.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [10_957, '2000-01-01'],
    [11_016, '2000-02-29'],
    [-25_567, '1900-01-01'],
    [19_782, '2024-02-29'],
  ])('%i is %s', (day, iso) => {
    expect(isoOf(day)).toBe(iso);
    expect(dayNumber(iso)).toBe(day);
  });

  it('are the same both ways, and as the calendar of the language has them', () => {
    for (let day = -200_000; day < 200_000; day += 37) {
      expect(isoOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(isoOf(day))).toBe(day);
    }
  });
});
