import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Estimate, Point, RelationView } from '../base/contract.js';

const DAY = 86_400_000;

/** A day as a time. */
export const timeOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
/** The first moment after a day. */
export const afterDay = (day: string): number => timeOf(day) + DAY;

export const middle = (point: Point): number => (timeOf(point.start) + afterDay(point.end)) / 2;

/** The scale of time of a relation, over its points. */
export function timeScale(view: RelationView, left: number, right: number) {
  const first = view.points[0]?.start ?? view.since;
  const last = view.points.at(-1)?.end ?? view.until;
  return scaleUtc()
    .domain([timeOf(first), Math.max(afterDay(last), afterDay(first))])
    .range([left, right]);
}

/** The scale of the index: all its bands and zero, in whole points of the Goldstein scale. */
export function indexScale(view: RelationView, top: number, bottom: number) {
  let low = -1;
  let high = 1;
  for (const { index } of view.points) {
    low = Math.min(low, index.low);
    high = Math.max(high, index.high);
  }
  return scaleLinear()
    .domain([Math.max(-10, Math.floor(low)), Math.min(10, Math.ceil(high))])
    .range([bottom, top]);
}

/** Which layers of bars stand above and below zero, as numbers of quad classes less one. */
export interface Layers {
  readonly up: readonly number[];
  readonly down: readonly number[];
}

export const WORDS: Layers = { up: [0], down: [2] };
export const DEEDS: Layers = { up: [1], down: [3] };
export const ALL: Layers = { up: [1, 0], down: [3, 2] };

const total = (point: Point, quads: readonly number[]): number =>
  quads.reduce((sum, quad) => sum + point.quads[quad]!, 0);

/** The highest column above and below zero of several sets of layers. */
export function extent(points: readonly Point[], sets: readonly Layers[]): [number, number] {
  let up = 0;
  let down = 0;
  for (const point of points) {
    for (const layers of sets) {
      up = Math.max(up, total(point, layers.up));
      down = Math.max(down, total(point, layers.down));
    }
  }
  return [down, up];
}

/** All bars of one quad class as one path, so that ten thousand days are one element. */
export function barPath(
  points: readonly Point[],
  quad: number,
  layers: Layers,
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  const below = layers.down.includes(quad);
  const stack = below ? layers.down : layers.up;
  const under = stack.slice(0, stack.indexOf(quad));
  let path = '';
  for (const point of points) {
    const count = point.quads[quad]!;
    if (count === 0) continue;
    const from = total(point, under);
    const sign = below ? -1 : 1;
    const left = x(timeOf(point.start));
    const width = x(afterDay(point.end)) - left;
    const gap = width > 4 ? 1 : 0;
    const y0 = y(sign * from);
    const y1 = y(sign * (from + count));
    path += `M${(left + gap / 2).toFixed(1)},${y0.toFixed(1)}h${Math.max(1, width - gap).toFixed(1)}V${y1.toFixed(1)}h${(-Math.max(1, width - gap)).toFixed(1)}Z`;
  }
  return path;
}

/** The number of the point in whose time a moment falls, or the nearest one. */
export function pointAt(points: readonly Point[], time: number): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const half = (low + high) >> 1;
    if (afterDay(points[half]!.end) <= time) low = half + 1;
    else high = half;
  }
  return low;
}

/** Points shown before the first act. */
const LEAD = 2;

/** A relation from shortly before its first act on: years in which nothing is told of it would squeeze the rest. */
export function begun(view: RelationView): RelationView {
  const first = view.points.findIndex(({ acts }) => acts > 0);
  return first > LEAD ? { ...view, points: view.points.slice(first - LEAD) } : view;
}

type Scale = (value: number) => number;

/** A line that keeps its value over the whole of each point's time. */
export function stepPath(
  points: readonly Point[],
  value: (point: Point) => number,
  x: Scale,
  y: Scale,
): string {
  let path = '';
  for (const point of points) {
    path += path ? 'V' : `M${x(timeOf(point.start)).toFixed(1)},`;
    path += `${y(value(point)).toFixed(1)}H${x(afterDay(point.end)).toFixed(1)}`;
  }
  return path;
}

/** The interval of each point as a band, cut at the ends of the scale. */
export function bandPath(
  points: readonly Point[],
  estimate: (point: Point) => Estimate,
  x: Scale,
  y: Scale,
  most: number,
): string {
  if (points.length === 0) return '';
  let back = '';
  for (const point of [...points].reverse()) {
    back += back ? 'V' : `L${x(afterDay(point.end)).toFixed(1)},`;
    back += `${y(Math.max(-most, estimate(point).low)).toFixed(1)}H${x(timeOf(point.start)).toFixed(1)}`;
  }
  return `${stepPath(points, (point) => Math.min(most, estimate(point).high), x, y)}${back}Z`;
}

/** Strokes over the index of those points that acts are told of. */
export function toldPath(points: readonly Point[], x: Scale, y: Scale): string {
  let path = '';
  for (const point of points) {
    if (point.acts === 0) continue;
    const from = x(timeOf(point.start));
    const width = Math.max(2, x(afterDay(point.end)) - from);
    path += `M${from.toFixed(1)},${y(point.index.value).toFixed(1)}h${width.toFixed(1)}`;
  }
  return path;
}
