import { at, isCapital, type Stream, t } from './tokens.js';
import type { Tense } from './types.js';

const FUTURE = new Set(
  "will shall 'll would won upcoming scheduled planned slated tentatively forthcoming".split(' '),
);
const PAST = new Set(
  'was were had did said told met held took began went came saw made gave sent left won lost fell rose struck hit shot fought led became spoke wrote flew broke brought drew drove chose paid ran sat stood thought understood withdrew swore announced has have been'.split(
    ' ',
  ),
);
const TO_COME = new Set(
  'is are expected due set likely plans plan planning intends hopes wants aims vows pledges promises agrees seeks going ready prepares preparing about poised'.split(
    ' ',
  ),
);
const BACK = 40;
const ON = 8;

function cue(s: Stream, k: number): Tense | undefined {
  const word = t(s, k);
  if (word === 'to') return isToDo(s, k) ? 'future' : undefined;
  if (FUTURE.has(word)) return 'future';
  if (
    (word === 'expected' || word === 'due' || word === 'set') &&
    ['to', 'on', 'in', 'by', 'for', 'at'].includes(t(s, k + 1))
  )
    return word === 'set' && t(s, k + 1) !== 'to' && t(s, k + 1) !== 'for' ? undefined : 'future';
  // "is to be held", "will be sent": the word before the participle decides.
  if (t(s, k - 1) === 'be') return undefined;
  if (PAST.has(word)) return 'past';
  const raw = at(s, k).raw;
  return word.length > 4 && word.endsWith('ed') && !isCapital(raw) && word !== 'united' ? 'past' : undefined;
}

/** "to visit", after a word of plan or a name ("Putin to visit Beijing on Friday"). */
function isToDo(s: Stream, k: number): boolean {
  const next = at(s, k + 1);
  if (!/^\p{Ll}/u.test(next.raw) || ['the', 'a', 'an', 'his', 'her', 'their', 'its', 'our'].includes(next.t))
    return false;
  return (
    TO_COME.has(t(s, k - 1)) ||
    (next.t === 'be' && t(s, k + 2) !== '') ||
    /^(agreed|planned|scheduled|vowed|pledged|invited|urged)$/.test(t(s, k - 1)) ||
    (isCapital(at(s, k - 1).raw) && next.t.length > 2)
  );
}

function isStop(word: string): boolean {
  return (
    word === '.' ||
    word === '!' ||
    word === '?' ||
    word === ';' ||
    word === '"' ||
    word === '”' ||
    word === '“'
  );
}

/** What the nearest verb says: the past, the future, or nothing. Looks at a fixed number of words. */
export function tenseAt(s: Stream, from: number, to: number): Tense | undefined {
  const own = t(s, from - 1);
  if (t(s, to) === "'s") {
    for (let k = to + 1; k < to + 4; k++) {
      if (['planned', 'scheduled', 'upcoming', 'expected', 'forthcoming'].includes(t(s, k))) return 'future';
    }
  }
  if (own === 'of' && t(s, from - 2) === 'ahead') return 'future';
  for (let k = from - 1; k >= Math.max(0, from - BACK); k--) {
    if (isStop(t(s, k)) && !isShort(s, k)) break;
    const found = cue(s, k);
    if (found) return found;
  }
  for (let k = to; k < Math.min(s.words.length, to + ON); k++) {
    if (isStop(t(s, k))) break;
    const found = cue(s, k);
    if (found) return found;
  }
  return undefined;
}

/** The full stop of "Dec." or "U.S." ends no sentence. */
function isShort(s: Stream, k: number): boolean {
  return (
    t(s, k) === '.' &&
    (t(s, k - 1).length === 1 ||
      (isCapital(at(s, k - 1).raw) && t(s, k - 1).length < 5 && !isCapital(at(s, k + 1).raw)))
  );
}

/** "has fought for three years", "have been there for months": the length reaches up to now. */
export function reachesNow(s: Stream, from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 12); k--) {
    const word = t(s, k);
    if (word === '.' || word === ';') return false;
    if (word === 'has' || word === 'have' || word === "'ve") return true;
    if (word === 'had' || word === 'was' || word === 'were') return false;
  }
  return false;
}
