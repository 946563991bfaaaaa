import { holidayStarters } from './rules/holidays.js';
import { at, type Stream } from './tokens.js';
import { count, MONTHS, ordinal, SHORT_MONTHS, SHORT_WEEKDAYS, unitWord, WEEKDAYS } from './words.js';

const OTHERS =
  "the last past previous preceding latest this that these next coming current upcoming following ensuing final closing opening latter recent today yesterday tomorrow tonight overnight now currently day week weekend night month year year's decade century early mid middle late beginning start outset end close very earlier later spring summer autumn fall winter turn fiscal financial fy twenties thirties forties fifties sixties seventies eighties nineties since ever dating until till til through by up from as before after between for in within at around about noon midnight midday more less over nearly almost roughly approximately some just exactly only under half couple same number pair dozen full whole single entire calendar least week-end so thus anniversary ' ‘".split(
    ' ',
  );

let words: Set<string> | undefined;

function starters(): Set<string> {
  words ??= new Set([
    ...OTHERS,
    ...MONTHS.keys(),
    ...SHORT_MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...SHORT_WEEKDAYS.keys(),
    ...holidayStarters(),
  ]);
  return words;
}

/** Words that begin a time only when a word of time follows. */
const PREFIXES = new Set(
  'the a an in on at by from for within until till til through before after between about around'.split(' '),
);

const known = new Map<string, boolean>();
const LIMIT = 50_000;

/** Whether the word alone can begin an expression; remembered, as news uses few words. */
function isStarter(s: Stream, i: number): boolean {
  const word = at(s, i).t;
  const c = word.charCodeAt(0);
  if (c >= 48 && c <= 57) return true;
  const before = known.get(word);
  if (before !== undefined) return before;
  const alone = { ...s, words: [at(s, i)] };
  const found =
    starters().has(word) ||
    /^(?:fy|[qh])\d/.test(word) ||
    unitWord(word) !== undefined ||
    count(alone, 0) !== undefined ||
    ordinal(alone, 0) !== undefined ||
    TENS.has(word);
  if (known.size >= LIMIT) known.clear();
  known.set(word, found);
  return found;
}

const TENS = new Set('twenty thirty'.split(' '));

/** Whether an expression of time can begin with this word at all: most words of a text end here. */
export function mayStart(s: Stream, i: number): boolean {
  for (let k = i; k < i + 4; k++) if (!PREFIXES.has(at(s, k).t)) return isStarter(s, k);
  return false;
}
