import { phraseAfter } from './after.js';
import { headOf } from './phrase.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';
import type { Source } from './types.js';

const STATEMENT = /^(?:statement|remarks|speech|address|message|letter)$/;

/**
 * Who says "I" in a text of its own words: "Antony J. Blinken, Secretary of State" above it, or "Remarks by President Biden"
 * as its headline; else the author whom the input names. Undefined where nothing tells.
 */
export function authorOf(surface: Surface, speakers: Speakers): Source | undefined {
  const { report } = surface.document;
  for (const unit of surface.units) {
    if (unit.part > 3) break;
    const found = nameLine(surface, unit) ?? statementBy(surface, unit);
    if (found) return speakers.sourceOf(found);
  }
  return report.author ? { text: report.author } : undefined;
}

/** A line that is but a name, a comma and an office. */
function nameLine(surface: Surface, unit: Unit): { first: number; last: number; head: number } | undefined {
  if (unit.last - unit.first > 16) return undefined;
  let comma = unit.first;
  while (comma < unit.last && /^NNP/.test(surface.token(comma).xpos)) comma++;
  if (comma - unit.first < 2 || surface.token(comma)?.text !== ',' || comma + 1 >= unit.last)
    return undefined;
  for (let at = comma; at < unit.last; at++)
    if (/^(?:VB|MD)/.test(surface.token(at).xpos) || /^[.:!?]$/.test(surface.token(at).text))
      return undefined;
  return { first: unit.first, last: comma, head: headOf(surface, unit.first, comma) };
}

function statementBy(surface: Surface, unit: Unit): ReturnType<typeof nameLine> {
  if (surface.document.report.parts[unit.part]!.kind !== 'headline') return undefined;
  for (let at = unit.first; at + 2 < Math.min(unit.last, unit.first + 6); at++)
    if (STATEMENT.test(surface.token(at).lower) && surface.token(at + 1).lower === 'by')
      return phraseAfter(surface, unit, at + 2, false);
  return undefined;
}
