import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { signed } from '../base/format.js';

interface TimeAxisProps {
  readonly x: ScaleTime<number, number>;
  readonly y: number;
  /** Upper end of the thin lines that lead the eye to the axis. */
  readonly from: number;
}

const TICK_WIDTH = 72;
/** A label so near to the right edge ends at it. */
const EDGE = 24;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2025" for the first day of a year, "May" for that of a month, "11 May" for any other. */
function label(tick: Date): string {
  const [day, month] = [tick.getUTCDate(), tick.getUTCMonth()];
  if (day === 1 && month === 0) return String(tick.getUTCFullYear());
  return day === 1 ? MONTHS[month]! : `${day} ${MONTHS[month]}`;
}

/** Days along the foot of a chart. */
export function TimeAxis({ x, y, from }: TimeAxisProps) {
  const [left, right] = x.range() as [number, number];
  const ticks = x
    .ticks(Math.max(2, Math.floor((right - left) / TICK_WIDTH)))
    .filter((tick) => tick.getUTCHours() === 0);
  return (
    <g class="axis">
      {ticks.map((tick) => {
        const at = Math.round(x(tick)) + 0.5;
        return (
          <g key={tick.getTime()}>
            <line x1={at} x2={at} y1={from} y2={y} class="grid" />
            <text x={at} y={y + 14} text-anchor={at > right - EDGE ? 'end' : 'middle'}>
              {label(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ValueAxisProps {
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly count: number;
  /** Whether the values are on a scale with two sides, and are told with their sign. */
  readonly sided: boolean;
}

/** Values along the left side of a panel. */
export function ValueAxis({ y, left, right, count, sided }: ValueAxisProps) {
  return (
    <g class="axis">
      {y
        .ticks(count)
        .filter((tick) => sided || Number.isInteger(tick))
        .map((tick) => {
          const at = Math.round(y(tick)) + 0.5;
          return (
            <g key={tick}>
              <line x1={left} x2={right} y1={at} y2={at} class={tick === 0 ? 'zero' : 'grid'} />
              <text x={left - 6} y={at} text-anchor="end" dominant-baseline="middle">
                {sided ? signed(tick, Number.isInteger(tick) ? 0 : 1) : Math.abs(tick)}
              </text>
            </g>
          );
        })}
    </g>
  );
}
