import { gated, longest, node, once, type Rule } from './node.js';
import { clocked } from './rules/clock.js';
import { namedDay } from './rules/days.js';
import { holiday } from './rules/holidays.js';
import { numericDate } from './rules/numeric.js';
import { ago, ahead, besides, fromPoint, neighbour } from './rules/offsets.js';
import { around, parts, slices, sofar } from './rules/parts.js';
import { quarter } from './rules/quarters.js';
import { ranges } from './rules/ranges.js';
import { lengths, relations } from './rules/relations.js';
import { season, turn } from './rules/seasons.js';
import { beyondUnit, deicticUnit, rollingUnits, sameUnit, toDate, weekend } from './rules/units.js';
import { weekday } from './rules/weekdays.js';
import { dayOfMonth, monthDate, writtenDate } from './rules/written.js';
import { century, decade, fiscalYear, year } from './rules/years.js';
import { mayStart } from './starters.js';
import { t } from './tokens.js';

/** "on the anniversary": a day the text does not tell. */
const anniversary: Rule = (s, i) => {
  if (t(s, i) !== 'the' || t(s, i - 1) !== 'on') return undefined;
  const end = t(s, i + 1) === 'anniversary' ? i + 2 : 0;
  return end
    ? node(end, 'anniversary', () => ({ unresolved: 'the day of the anniversary is not told' }))
    : undefined;
};

/** A choice of rules, asked once for each place where a time can begin. */
function read(...rules: Rule[]): Rule {
  return gated(mayStart, once(longest(...rules)));
}

const simple = read(
  holiday,
  fiscalYear,
  numericDate,
  writtenDate,
  quarter,
  season,
  monthDate,
  dayOfMonth,
  weekday,
  namedDay,
  weekend,
  deicticUnit,
  beyondUnit,
  rollingUnits,
  neighbour,
  sameUnit,
  century,
  decade,
  year,
  turn,
);

const offset = read(ago, besides, ahead, toDate);
const timed = read(simple, offset, clocked(simple));
const part = read(
  timed,
  parts(timed),
  slices(read(simple, parts(simple))),
  fromPoint(simple),
  around(simple),
);
const point = read(part, sofar(part), parts(part));
const stretch = read(point, ranges(point));

/** Reads the longest expression of time that begins at a word. */
export const expression: Rule = read(stretch, relations(stretch), lengths(rollingUnits), anniversary);
