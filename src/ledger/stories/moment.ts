import { isoOf } from '../../base/index.js';
import { realityOf } from './roots.js';
import { sharedCodes } from './sides.js';
import type { Ground, Telling, Window } from './types.js';
import { busyness } from './weights.js';

/** News is told within so many days of the act. */
const NEWS_DAYS = 2;
const WEEK = 7;
/** Windows wider than this date nothing. */
const WIDE = 62;
/** Tellings whose windows lie further apart are never weighed. */
export const REACH = 21;

/** A call late in one capital is on the next day in the other; further apart, two calls are two. */
const CLOCKS = 1;

/** Days between two windows; 0 when they meet. */
function gap(a: Window, b: Window): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** Where a telling lies in time for the search: what is told undated is taken for news of the last days. */
export function spanOf(telling: Telling): { from: number; to: number } | undefined {
  const windows = telling.windows.filter((w) => w.to - w.from <= WIDE);
  if (windows.length === 0) return undefined;
  return {
    from: Math.min(...windows.map((w) => (w.stated ? w.from : w.from - NEWS_DAYS))),
    to: Math.max(...windows.map((w) => w.to)),
  };
}

/** How well the dates of two tellings fit; undefined when they are too far apart, or too wide to tell anything. */
export function datesGround(a: Telling, b: Telling): Ground | undefined {
  let best: Ground | undefined;
  for (const x of a.windows)
    for (const y of b.windows) {
      const ground = ofWindows(x, y, a, b);
      if (ground && (!best || ground.points > best.points)) best = ground;
    }
  return best;
}

function ofWindows(x: Window, y: Window, a: Telling, b: Telling): Ground | undefined {
  if (x.to - x.from > WIDE || y.to - y.from > WIDE) return undefined;
  const ground = (points: number, note: string): Ground => ({
    about: 'date',
    points: Math.round(points * 100) / 100,
    note,
  });
  if (x.stated && y.stated) {
    const meeting = a.root === 'CONSULT' && b.root === 'CONSULT';
    if (meeting && x.from === x.to && y.from === y.to && gap(x, y) > CLOCKS) return undefined;
    return bothStated(x, y, a, b, ground);
  }
  if (x.stated !== y.stated && bothPlans(a, b))
    return undatedPlan(x.stated ? x : y, x.stated ? y : x, ground);
  if (!x.stated && !y.stated) {
    const days = Math.abs(x.to - y.to);
    if (days > REACH) return undefined;
    // News is of its day: told undated two days later, it is other news.
    return ground(days === 0 ? 0.8 : Math.max(-1.2 - 1.2 * days, -6), `undated, reported ${days} days apart`);
  }
  const [stated, open, teller] = x.stated ? [x, y, b] : [y, x, a];
  if (stated.from > open.to + CLOCKS) return undefined;
  if (stated.from > open.to) return ground(-2.5, `on ${isoOf(stated.from)}, after another report told it`);
  if (stated.to - stated.from > WEEK)
    return ground(-0.3, `within ${isoOf(stated.from)} to ${isoOf(stated.to)}, told undated`);
  const days = open.to - stated.to;
  if (days > REACH) return undefined;
  // An office tells of a talk on its day, and of busy states there is other news daily; else news goes on for days.
  const fades = teller.root === 'CONSULT' ? 0.8 : 0.4 + 0.4 * busyness(sharedCodes(a, b));
  const points = 0.9 - fades * Math.max(0, days) * (teller.background ? 0.5 : 1);
  return ground(
    Math.max(points, teller.root === 'CONSULT' ? -8 : -3.2),
    `on ${isoOf(stated.to)}, told undated ${Math.max(0, days)} days later`,
  );
}

function bothPlans(a: Telling, b: Telling): boolean {
  return realityOf(a.modality) === 'plan' && realityOf(b.modality) === 'plan';
}

/** Whether the day was still to come when it was told. */
function due(window: Window, { reported }: Telling): boolean {
  return reported !== null && window.to > reported;
}

/** A plan for a stated day, and one that is told without a day: the day of that report is not the day of the act. */
function undatedPlan(
  stated: Window,
  open: Window,
  ground: (points: number, note: string) => Ground,
): Ground | undefined {
  if (stated.to < open.to - REACH || stated.from > open.to + WIDE) return undefined;
  return ground(-0.3, `due on ${isoOf(stated.from)}, and told without a day on ${isoOf(open.to)}`);
}

function bothStated(
  x: Window,
  y: Window,
  a: Telling,
  b: Telling,
  ground: (points: number, note: string) => Ground,
): Ground | undefined {
  const days = gap(x, y);
  if (days > REACH) return undefined;
  const width = Math.max(x.to - x.from, y.to - y.from);
  if (days === 0) {
    // What was promised on a day is no plan for that day.
    const other = bothPlans(a, b) && due(x, a) !== due(y, b);
    if (other) return ground(-1, `${isoOf(x.from)} to come, and past`);
    if (width === 0) return ground(2, `both on ${isoOf(x.from)}`);
    const nested = (x.from <= y.from && x.to >= y.to) || (y.from <= x.from && y.to >= x.to);
    // Two nights that share a day are two nights.
    return ground(
      width > WEEK ? 0 : nested ? 0.9 : -0.8,
      `both in ${isoOf(Math.max(x.from, y.from))} to ${isoOf(Math.min(x.to, y.to))}`,
    );
  }
  const note = `${isoOf(x.from)} and ${isoOf(y.from)}, ${days} days apart`;
  return ground(days === 1 ? -1.6 : Math.max(-2 - 0.5 * days, -6), note);
}
