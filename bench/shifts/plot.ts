import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Relation } from '../../src/index.js';

/** Detection at one false-alarm level. */
export interface CurvePoint {
  readonly kind: string;
  readonly level: number;
  readonly found: number;
}

const { document } = parseHTML('<html><body></body></html>');
const STYLE = { fontFamily: 'sans-serif', fontSize: '12px', background: 'white' };

/**
 * One SVG: detection against the false alarms measured at the same level, and below it a year-by-year view of real
 * relations with their shifts.
 */
export function figure(
  curves: readonly CurvePoint[],
  alarms: readonly { level: number; alarms: number }[],
  relations: readonly Relation[],
): string {
  const x = new Map(alarms.map(({ level, alarms: share }) => [level, share]));
  const points = curves.map((point) => ({ ...point, alarms: x.get(point.level)! }));
  const parts = [curvesOf(points), ...relations.map(relationPlot)];
  const height = 420 + relations.length * 240;
  let y = 0;
  const body = parts.map((part, i) => {
    const at = y;
    y += i === 0 ? 420 : 240;
    return `<g transform="translate(0,${at})">${part}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="${height}" viewBox="0 0 1000 ${height}"><rect width="1000" height="${height}" fill="white"/>${body.join('')}</svg>\n`;
}

function curvesOf(points: readonly (CurvePoint & { alarms: number })[]): string {
  const last = points.filter((p) => p.level === 0.05);
  return svg({
    width: 1000,
    height: 400,
    marginLeft: 60,
    marginRight: 300,
    marginBottom: 45,
    x: {
      label: 'histories without a shift in which one is told (measured)',
      domain: [0, 30],
      grid: true,
      percent: true,
    },
    y: { label: 'histories in which the shift is found', domain: [0, 100], grid: true, percent: true },
    color: { scheme: 'tableau10' },
    marks: [
      Plot.line(points, { x: 'alarms', y: 'found', stroke: 'kind', clip: true }),
      Plot.dot(points, {
        x: 'alarms',
        y: 'found',
        stroke: 'kind',
        fill: (p: CurvePoint) => (p.level === 0.05 ? p.kind : 'white'),
        clip: true,
      }),
      Plot.text(spread(last), {
        frameAnchor: 'right',
        dx: 8,
        textAnchor: 'start',
        y: 'label',
        text: 'kind',
        fill: 'kind',
      }),
    ],
  });
}

/** Labels that would lie over one another are moved apart. */
function spread<T extends { found: number }>(points: readonly T[]): (T & { label: number })[] {
  let free = 1.02;
  return [...points]
    .sort((a, b) => b.found - a.found)
    .map((point) => {
      const label = Math.min(point.found, free);
      free = label - 0.055;
      return { ...point, label };
    });
}

function relationPlot(relation: Relation): string {
  const months = relation.points.map((p) => ({ ...p, at: new Date(`${p.start}T00:00:00Z`) }));
  const shifts = relation.shifts.map((s, i) => ({ ...s, level: i % 2, at: new Date(`${s.day}T00:00:00Z`) }));
  const bars = months.flatMap((m) => [
    { at: m.at, n: m.quads[0] + m.quads[1], side: 'cooperation' },
    { at: m.at, n: -m.quads[2] - m.quads[3], side: 'conflict' },
  ]);
  return svg({
    width: 1000,
    height: 230,
    marginLeft: 60,
    marginTop: 30,
    x: { type: 'utc', label: null },
    y: { label: `${relation.pair.join(' and ')}: acts a month`, grid: true },
    color: { domain: ['cooperation', 'conflict'], range: ['#4e79a7', '#e15759'] },
    marks: [
      Plot.rectY(bars, { x: 'at', y: 'n', fill: 'side', interval: 'month' }),
      Plot.ruleX(shifts, { x: 'at', stroke: 'black', strokeDasharray: '3,2' }),
      ...[0, 1].map((level) =>
        Plot.text(
          shifts.filter((s) => s.level === level),
          {
            x: 'at',
            frameAnchor: 'top',
            dy: level === 0 ? -20 : -7,
            text: (s: { day: string }) => s.day.slice(0, 7),
            fontSize: 9,
          },
        ),
      ),
      Plot.ruleY([0]),
    ],
  });
}

function svg(options: Plot.PlotOptions): string {
  const chart = Plot.plot({ ...options, style: STYLE, document } as Plot.PlotOptions);
  return chart.outerHTML;
}
