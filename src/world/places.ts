import type { Document } from '../language/index.js';
import { contextOfLines } from './context.js';
import type { Chunk } from './lexicon.js';
import { isPartOfName, isPlaceUse } from './locative.js';
import { resolveName } from './names.js';
import { type Line, linesOf } from './runs.js';
import { sovereignOf } from './states.js';
import type { Actor, PlaceMention, Resolution } from './types.js';
import { today } from './who.js';

/** The towns, regions and states that a document names as places, with the state each lies in. */
export function findPlaces(document: Document): PlaceMention[] {
  const lines = linesOf(document);
  const context = contextOfLines(lines, today());
  const out: PlaceMention[] = [];
  for (const line of lines) {
    for (const chunk of line.chunks) {
      const found = placeOf(document, line, chunk, (entries) => resolveName(entries, context));
      if (found) out.push(found);
    }
  }
  return out;
}

function placeOf(
  document: Document,
  line: Line,
  chunk: Chunk,
  resolve: (entries: Chunk['entries']) => Resolution,
): PlaceMention | undefined {
  const first = line.words[chunk.first]!;
  const end = line.words[chunk.last - 1]!.end;
  const towns = chunk.entries.filter((entry) => entry.kind === 'place' || entry.form === 'capital');
  const states = chunk.entries.filter(
    (entry) =>
      entry.kind === 'state' && /^(?:name|short|official|abbreviation|former|local)$/.test(entry.form),
  );
  const entries = states.length > 0 ? states : towns;
  // "southern Lebanon" is a name, too, "reading" is none.
  if (entries.length === 0 || !line.words.slice(chunk.first, chunk.last).some((word) => word.capital))
    return undefined;
  const there = isPlaceUse(document, line, chunk.first, chunk.last);
  if (states.length > 0 && !there) return undefined;
  if (line.words[chunk.last]?.hyphen && states.length > 0 && towns.length === 0) return undefined;
  if (towns.some((entry) => entry.form === 'capital') && !there) return undefined;
  if (towns.length === 0 && !there) return undefined;
  if (chunk.entries.some((entry) => entry.kind === 'person') && !there) return undefined;
  if (!there && isPartOfName(line, chunk)) return undefined;
  const behind = stateBehind(line, chunk, resolve);
  const fitting = behind
    ? entries.filter((entry) => sovereignOf(entry.row.state || entry.row.code || '') === behind.code)
    : entries;
  const { actor, reason } =
    fitting.length > 0 ? resolve(fitting) : { actor: behind, reason: `${behind?.name} is named behind it` };
  return {
    span: { start: first.start, end },
    name: document.report.text.slice(first.start, end),
    ...(actor ? { state: actor.code } : {}),
    reason,
  };
}

/** What a part of a state is called behind its name. */
const REGION =
  /^(?:region|province|state|district|governorate|oblast|county|department|prefecture|municipality|island)$/;

/** "Bari, Puntland, Somalia", "Bari Region, Puntland, Somalia": the state that ends a chain of places. */
function stateBehind(
  line: Line,
  chunk: Chunk,
  resolve: (entries: Chunk['entries']) => Resolution,
): Actor | undefined {
  let found: Actor | undefined;
  let at = chunk.last;
  if (line.words[at]?.joined && REGION.test(line.words[at]!.key)) at++;
  for (let steps = 0; steps < 3; steps++) {
    if (!line.words[at]?.comma || !line.words[at]!.capital) break;
    const next = line.over[at];
    if (!next || next.first !== at) {
      at++;
      while (line.words[at]?.joined && line.words[at]!.capital && !line.over[at]) at++;
      continue;
    }
    const states = next.entries.filter(
      (entry) => entry.kind === 'state' && /^(?:name|short|official|abbreviation)$/.test(entry.form),
    );
    if (states.length > 0) found = resolve(states).actor ?? found;
    at = next.last;
  }
  return found;
}
