import { holidayStarters } from './rules/holidays.js';
import { at, type Stream } from './tokens.js';
import { count, MONTHS, ordinal, SHORT_MONTHS, SHORT_WEEKDAYS, unitWord, WEEKDAYS } from './words.js';

const OTHERS =
  "the last past previous preceding latest this that these next coming current upcoming following ensuing final closing opening latter recent today yesterday tomorrow tonight overnight now currently day week weekend night month year year's decade century early mid middle late beginning start outset end close very earlier later spring summer autumn fall winter turn fiscal financial fy twenties thirties forties fifties sixties seventies eighties nineties since ever dating until till til through by up from as before after between for in within at around about noon midnight midday more less over nearly almost roughly approximately some just exactly only under half couple so thus ' ‘".split(
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

/** Whether an expression of time can begin with this word at all: most words of a text end here. */
export function mayStart(s: Stream, i: number): boolean {
  const word = at(s, i).t;
  const c = word.charCodeAt(0);
  if (c >= 48 && c <= 57) return true;
  if (starters().has(word) || /^(?:fy|[qh])\d/.test(word)) return true;
  return unitWord(word) !== undefined || count(s, i) !== undefined || ordinal(s, i) !== undefined;
}
