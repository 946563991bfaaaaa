import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/read/index.js';
import { dateReport } from '../../src/time/index.js';

const TODAY = { today: '2026-11-23' };

function report(text: string, date: string, more: Partial<Report> = {}): Report {
  const start = text.indexOf(date);
  const span = { start, end: start + date.length };
  return {
    id: 'a',
    origin: 'a.txt',
    text,
    parts: [],
    ...(date && { dateline: { span, date: span } }),
    ...more,
  };
}

describe('dateReport', () => {
  it('takes the year in which the weekday fits and no stated date is still to come', () => {
    const found = dateReport(
      report('Seoul, Dec 27 (X) He sent greetings on Saturday. They signed in June 2024.', 'Dec 27'),
      TODAY,
    );
    expect(found).toMatchObject({ date: '2025-12-27', basis: 'inferred', candidates: ['2025-12-27'] });
    expect(found.evidence).toHaveLength(3);
  });
  it('lists every year that fits when no other date narrows it, latest first', () => {
    const found = dateReport(report('Seoul, Dec 27 (X) He sent greetings on Saturday.', 'Dec 27'), TODAY);
    expect(found.candidates).toEqual(['2025-12-27', '2014-12-27', '2008-12-27', '2003-12-27', '1997-12-27']);
  });
  it('says unknown when nothing tells the year', () => {
    const found = dateReport(report('Seoul, Dec 27 (X) He sent greetings.', 'Dec 27'), TODAY);
    expect(found.basis).toBe('unknown');
    expect(found.date).toBeUndefined();
    expect(found.candidates[0]).toBe('2025-12-27');
  });
  it('accepts a story of the day before', () => {
    const found = dateReport(
      report('Seoul, Dec 28 (X) They met on Saturday after the 2025 summit.', 'Dec 28'),
      TODAY,
    );
    expect(found.date).toBe('2025-12-28');
  });
  it('reads "last year\'s 2024 summit" as a report of 2025', () => {
    const found = dateReport(
      report("Rome, March 3 (X) After last year's 2024 summit they agreed.", 'March 3'),
      TODAY,
    );
    expect(found).toMatchObject({ date: '2025-03-03', candidates: ['2025-03-03'] });
  });
  it('takes a dateline with a year as it stands', () => {
    expect(dateReport(report('KYIV, March 3, 2022 (X) Text.', 'March 3, 2022'), TODAY)).toMatchObject({
      date: '2022-03-03',
      basis: 'dateline',
    });
  });
  it('prefers metadata and says when the dateline contradicts them', () => {
    const same = dateReport(
      report('Seoul, Dec 27 (X) Text.', 'Dec 27', { published: '2025-12-28T08:00:00Z' }),
      TODAY,
    );
    expect(same).toMatchObject({ date: '2025-12-28', basis: 'metadata' });
    expect(same.reason).not.toContain('away');
    const far = dateReport(report('Seoul, Dec 27 (X) Text.', 'Dec 27', { published: '2025-11-27' }), TODAY);
    expect(far.reason).toContain('30 days away');
  });
  it('uses the address', () => {
    const found = dateReport(report('Text.', '', { url: 'https://example.org/2025/12/27/kim' }), TODAY);
    expect(found).toMatchObject({ date: '2025-12-27', basis: 'url' });
  });
  it('is unknown without any sign', () => {
    expect(dateReport(report('Ministers met.', ''), TODAY)).toMatchObject({
      basis: 'unknown',
      candidates: [],
    });
  });
});
