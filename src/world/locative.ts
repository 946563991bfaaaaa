import type { Document } from '../language/index.js';
import type { Chunk } from './lexicon.js';
import type { Line } from './runs.js';

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'throughout',
  'inside',
  'within',
  'via',
  'over',
  'above',
  'off',
  'toward',
  'towards',
  'through',
  'into',
  'around',
  'beyond',
]);
/** Words of the longest chain of places that is followed back to its preposition. */
const LONGEST = 14;
const MOTION = new Set([
  'visit',
  'leave',
  'reach',
  'enter',
  'bomb',
  'shell',
  'strike',
  'hit',
  'capture',
  'seize',
  'storm',
  'tour',
  'travel',
  'arrive',
  'fly',
  'return',
  'head',
  'move',
  'go',
  'come',
  'drive',
  'march',
  'flee',
  'attack',
  'advance',
  'summit',
  'trip',
  'airport',
]);

/** Whether the words before a town's name say that it is a place there: "in Moscow", "arrived from Beijing". */
export function isPlaceUse(document: Document, line: Line, from: number, last: number): boolean {
  let at = from - 1;
  while (
    at >= 0 &&
    /^(?:the|downtown|central|nearby|eastern|western|northern|southern|capital)$/.test(line.words[at]!.key)
  )
    at--;
  const before = line.words[at];
  if (before && LOCATIVE.has(before.key) && line.tokens[at]!.pos !== 'ADV') return true;
  if (isBehindPlace(line, from)) return true;
  const code = line.over[last - 1]?.entries.find((entry) => entry.form === 'capital')?.row.code;
  if (isBeforeState(line, last, code)) return true;
  const head = line.tokens[last - 1]!;
  const above = document.tokens[head.head];
  if (!above) return false;
  if ((before?.key === 'to' || before?.key === 'from') && MOTION.has(above.lemma)) return true;
  return (
    /^obj/.test(head.deprel) && MOTION.has(above.lemma) && !/^(?:attack|hit|strike|head)$/.test(above.lemma)
  );
}

/** What is a place by its noun, before "of": "the villages of". */
const SETTLED =
  /^(?:village|town|city|district|province|region|state|area|suburb|governorate|county|municipality|settlement|neighbourhood|neighborhood|island|port|camp)s?$/;

/** Small words within and between the names of places. */
const LINKING = /^(?:and|al|el|de|del|la|as|ul)$/;

/** "in Kafr Tebnit, Lebanon", "in the villages of Al-Kadaris and Al-Khelwat, Sudan": behind places that a preposition opens. */
function isBehindPlace(line: Line, from: number): boolean {
  const known = line.over[from - 1]?.entries.some((entry) => entry.kind !== 'agent');
  if (!line.words[from]!.comma || known) return false;
  let at = from - 1;
  while (at > from - LONGEST && (line.words[at]?.capital || LINKING.test(line.words[at]?.key ?? ''))) at--;
  const before = line.words[at];
  if (at >= from - 1 || !before || line.tokens[at]!.pos === 'ADV') return false;
  return LOCATIVE.has(before.key) || (before.key === 'of' && SETTLED.test(line.words[at - 1]?.key ?? ''));
}

/** "Doha, Qatar": a town before the name of its state is a place. */
function isBeforeState(line: Line, last: number, code: string | undefined): boolean {
  const next = line.over[last];
  return (
    !!code &&
    !!line.words[last]?.comma &&
    !!next?.entries.some(
      (entry) => entry.kind === 'state' && entry.form !== 'adjective' && entry.row.code === code,
    )
  );
}

/** "Paris Hilton", "Nelson Mandela": a town's name beside another capitalized word of no lexicon. */
export function isPartOfName(line: Line, chunk: Chunk): boolean {
  const next = line.words[chunk.last];
  const before = line.words[chunk.first - 1];
  const nextName =
    next?.joined && next.capital && !line.over[chunk.last] && !line.words[chunk.last - 1]!.possessive;
  const beforeName =
    before?.capital &&
    line.words[chunk.first]!.joined &&
    !line.over[chunk.first - 1] &&
    chunk.first > 1 &&
    /^NNP/.test(line.tokens[chunk.first - 1]!.xpos);
  return !!nextName || !!beforeName;
}
