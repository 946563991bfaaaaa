import type { Counts, Telling } from './types.js';

/** For each report the one that stands for all copies of its text. */
export type CopyOf = (report: string) => string;

/**
 * Who says so in the end. The speaker or medium that a telling names, so that two outlets that both cite KCNA are one
 * source; else the outlet whose text it is, after copies; else that text.
 */
export function sourceOf(
  telling: Telling,
  copyOf: CopyOf,
  outletOf: (report: string) => string | undefined,
): string {
  if (telling.origin) return telling.origin;
  const first = copyOf(telling.report);
  const outlet = outletOf(first);
  return outlet ? `outlet:${outlet.toLowerCase()}` : `report:${first}`;
}

/** Counts the reports, the independent sources and the acts of a story, which are one act by definition. */
export function countsOf(
  tellings: readonly Telling[],
  copyOf: CopyOf,
  outletOf: (report: string) => string | undefined,
): Counts {
  return {
    reports: new Set(tellings.map((t) => t.report)).size,
    sources: new Set(tellings.map((t) => sourceOf(t, copyOf, outletOf))).size,
    acts: 1,
  };
}
