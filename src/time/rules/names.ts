import { at, isCapital, type Stream, t } from '../tokens.js';
import { MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from '../words.js';

export interface Named {
  readonly value: number;
  readonly end: number;
  /** The word has another meaning too (May, March, Sun, Dec.): it needs company to count as a date. */
  readonly weak: boolean;
}

const NAME_OR_VERB = new Set(['may', 'march', 'april', 'june', 'august']);

/** A month's name or its abbreviation, with the abbreviation's full stop. */
export function monthName(s: Stream, i: number): Named | undefined {
  const word = at(s, i);
  const full = MONTHS.get(word.t);
  if (full !== undefined) {
    if (!isCapital(word.raw) && !s.whole && NAME_OR_VERB.has(word.t)) return undefined;
    return { value: full, end: i + 1, weak: NAME_OR_VERB.has(word.t) };
  }
  const short = SHORT_MONTHS.get(word.t);
  if (short === undefined || (!isCapital(word.raw) && !s.whole)) return undefined;
  return { value: short, end: abbreviated(s, i), weak: true };
}

/** A weekday's name or abbreviation. */
export function weekdayName(s: Stream, i: number): Named | undefined {
  const word = at(s, i);
  const full = WEEKDAYS.get(word.t);
  if (full !== undefined) return { value: full, end: i + 1, weak: false };
  const short = SHORT_WEEKDAYS.get(word.t);
  if (short === undefined || (!isCapital(word.raw) && !s.whole)) return undefined;
  return { value: short, end: abbreviated(s, i), weak: true };
}

function abbreviated(s: Stream, i: number): number {
  return t(s, i + 1) === '.' && !at(s, i + 1).gap ? i + 2 : i + 1;
}

const COUNTED = new Set(
  'troops soldiers people men women children dead deaths killed wounded injured civilians fighters personnel prisoners refugees migrants protesters demonstrators police officers cases homes houses households families victims dollars euros pounds yuan rubles roubles won yen km kilometers kilometres miles meters metres m feet tons tonnes kg mw megawatts barrels percent per degrees points hours minutes members workers employees jobs rockets missiles drones shells tanks vehicles aircraft times pages words bc bce participants delegates residents villagers others more year years'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  'resolution article section no number nos boeing airbus flight route highway room page chapter about over nearly almost approximately roughly least than up'.split(
    ' ',
  ),
);

/** A year in four digits that is not a count, a price or the number of a thing. */
export function yearNumber(s: Stream, i: number): { year: number; end: number } | undefined {
  const word = at(s, i);
  if (word.num === undefined || word.raw.length !== 4 || word.num < 1000 || word.num > 2199) return undefined;
  const before = at(s, i - 1);
  const after = at(s, i + 1);
  if (COUNTED.has(after.t) || (after.t === '%' && !after.gap) || '€$£¥₽°'.includes(after.t || ' '))
    return undefined;
  if (!word.gap && '$€£¥₩₽#:.,&@_/'.includes(before.t || ' ')) return undefined;
  if (
    !after.gap &&
    (after.t === '/' || after.t === ':' || after.t === '_') &&
    at(s, i + 2).num !== undefined &&
    at(s, i + 2).raw.length !== 2
  )
    return undefined;
  if (
    (after.t === '.' || after.t === ',') &&
    !after.gap &&
    at(s, i + 2).num !== undefined &&
    !at(s, i + 2).gap
  )
    return undefined;
  if (NUMBERED.has(before.t) || (before.t === '.' && t(s, i - 2) === 'no')) return undefined;
  return { year: word.num, end: i + 1 };
}

/** A day of the month: 18, 18th; never part of a longer number. */
export function dateNumber(
  s: Stream,
  i: number,
): { date: number; end: number; ordinal: boolean } | undefined {
  const word = at(s, i);
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word.t);
  const value = ordinal ? Number(ordinal[1]) : word.raw.length <= 2 ? word.num : undefined;
  if (value === undefined || value < 1 || value > 31) return undefined;
  const after = at(s, i + 1);
  if (!ordinal && (after.t === '%' || after.t === ':' || after.t === '/') && !after.gap) return undefined;
  if (
    (after.t === '.' || after.t === ',') &&
    !after.gap &&
    at(s, i + 2).num !== undefined &&
    !at(s, i + 2).gap
  )
    return undefined;
  const before = at(s, i - 1);
  if (!word.gap && '$€£¥₩₽#:.,&@_/'.includes(before.t || ' ')) return undefined;
  return { date: value, end: i + 1, ordinal: ordinal !== null };
}

const LEADS = new Set(
  'in since until till by from through throughout during last next this early late mid of to between and before after for around past previous coming following every or late late - end'.split(
    ' ',
  ),
);

/** Whether the word before lets an ambiguous name ("May", "March", "Sun") be read as a date. */
export function hasLead(s: Stream, i: number): boolean {
  if (s.whole && i === 0) return true;
  const before = t(s, i - 1);
  if (!LEADS.has(before)) return false;
  return !(
    isCapital(at(s, i + 1).raw) &&
    at(s, i + 1).gap &&
    !/^\p{Lu}\p{Lu}/u.test(at(s, i).raw) &&
    MONTHS.has(t(s, i)) &&
    !WEEKDAYS.has(t(s, i + 1))
  );
}
