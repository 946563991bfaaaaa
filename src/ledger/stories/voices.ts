import type { Span } from '../../base/index.js';
import type { Telling, Voice } from './types.js';

/** A telling as one who says something, with the characters that say it. */
export function voiceOf(telling: Telling, evidence: readonly Span[] = telling.evidence.slice(0, 1)): Voice {
  return {
    telling: telling.id,
    report: telling.report,
    reported: telling.reported,
    source: telling.originText ?? telling.outlet ?? telling.report,
    evidence,
  };
}

/** The single days on which reports say that an act was, in order. */
export function daysOf(tellings: readonly Telling[]): number[] {
  const days = tellings.flatMap((t) =>
    t.windows.filter((w) => w.stated && w.from === w.to).map((w) => w.from),
  );
  return [...new Set(days)].sort((a, b) => a - b);
}
