import { describe, expect, it } from 'vitest';
import { type ReadingJson, readBatch } from '../../src/index.js';

const wire = new URL('../../samples/wire', import.meta.url).pathname;
const readings: ReadingJson[] = [];
const errors: string[] = [];
for await (const result of readBatch([wire], { jobs: 1, today: '2026-01-31' })) {
  if (result.ok) readings.push(result.reading);
  else errors.push(result.error.message);
}

describe('the sample wire', () => {
  it('holds sixty reports or more, and every one is read', () => {
    expect(errors).toEqual([]);
    expect(readings.length).toBeGreaterThanOrEqual(60);
  });

  it('names each report and gives each its own id', () => {
    expect(readings.filter((r) => !r.report.title)).toEqual([]);
    expect(new Set(readings.map((r) => r.report.id)).size).toBe(readings.length);
  });

  it('is attributed to no real outlet', () => {
    const outlets = readings.map((r) => r.report.outlet).filter((outlet) => outlet !== undefined);
    expect(outlets.filter((outlet) => !outlet.startsWith('Sample '))).toEqual([]);
  });

  it('is dated throughout', () => {
    expect(readings.filter((r) => r.date.date === undefined).map((r) => r.report.origin)).toEqual([]);
  });

  it('points every event to its characters', () => {
    for (const { report, events } of readings) {
      for (const event of events) {
        for (const e of event.evidence) expect(report.text.slice(e.start, e.end)).toBe(e.text);
        expect(event.evidence.length).toBeGreaterThan(0);
      }
    }
  });
});
