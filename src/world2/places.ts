import type { Document } from '../language/index.js';
import { findNames } from './names.js';
import type { PlaceMention } from './types.js';

/** The towns, regions and states that a document names as places, with the state each lies in. */
export function findPlaces(document: Document): PlaceMention[] {
  const out: PlaceMention[] = [];
  for (const sentence of document.sentences) {
    for (const found of findNames(document.report.text, sentence)) {
      const reading =
        found.readings.find((r) => r.type === 'place') ??
        found.readings.find((r) => r.type === 'capital') ??
        found.readings.find((r) => r.type === 'state');
      if (
        !reading ||
        (reading.type === 'state' &&
          found.readings.some((r) => r.type === 'adjective') &&
          /[A-Z]{2}/.test(found.text))
      )
        continue;
      const codes = new Set(found.readings.filter((r) => r.type === reading.type).map((r) => r.actor.code));
      const [code] = codes;
      const one = codes.size === 1 || reading.weight > 0;
      out.push({
        span: { start: found.start, end: found.end },
        name: found.text,
        ...(one ? { state: reading.weight > 0 ? reading.actor.code : code! } : {}),
        reason: one
          ? `${reading.type} “${reading.name}” (${reading.actor.fact.file})`
          : `several states have a “${found.text}”`,
      });
    }
  }
  return out;
}
