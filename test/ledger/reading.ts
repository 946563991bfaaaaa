import { type Reading, type Report, readReport, reportFromText } from '../../src/index.js';

/** The reading of a short report of ours. */
export function reading(text: string, meta: Partial<Report> = {}): Reading {
  return readReport(reportFromText(text, meta), { today: '2026-01-01' });
}

export const EXPELLED =
  'Poland expels diplomats\n\nWARSAW, March 5, 2024 (Sample Wire) - Poland expelled two Russian diplomats on Tuesday.\n';
export const TALKS =
  'Talks in Nairobi\n\nNAIROBI, March 7, 2024 (Sample Wire) - Kenya and Ethiopia held talks in Nairobi on Thursday.\n';
