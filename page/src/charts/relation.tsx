import type { RefObject } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { Point, RelationView } from '../base/contract.js';
import { day, period } from '../base/format.js';
import { SHIFTS } from '../base/words.js';
import { TimeAxis } from './axes.js';
import { Cursor } from './cursor.js';
import { Balance, Bars, Index, LEFT, type Panel, type X } from './panels.js';
import { ALL, afterDay, begun, DEEDS, indexScale, timeOf, timeScale, WORDS } from './series.js';
import { useWidth } from './size.js';
import './charts.css';

/** Which panels stand below the index. */
export type Panels = 'apart' | 'stacked' | 'balance';

interface RelationChartProps {
  readonly view: RelationView;
  readonly panels: Panels;
  /** The chosen period. */
  readonly chosen: readonly [string, string] | null;
  readonly choose: ((from: string, until: string) => void) | null;
  readonly unchoose: () => void;
  /** Opens the sentences of a point. */
  readonly open: (point: Point) => void;
  readonly svg: RefObject<SVGSVGElement | null>;
}

const RIGHT = 12;
const TOP = 40;
const INDEX = 190;
const PANEL = 92;
const GAP = 36;
const FOOT = 22;

function panelsOf(kind: Panels): Panel[] {
  const top = TOP + INDEX + GAP;
  if (kind === 'apart') {
    return [
      { title: 'Words: acts', top, height: PANEL, layers: WORDS },
      { title: 'Deeds: acts', top: top + PANEL + GAP, height: PANEL, layers: DEEDS },
    ];
  }
  if (kind === 'stacked') return [{ title: 'Acts by quad class', top, height: 2 * PANEL + GAP, layers: ALL }];
  return [{ title: 'Balance of deeds and of words (broken line), −1 to 1', top, height: 2 * PANEL + GAP }];
}

/** A relation over time: its index with the uncertainty, its shifts, and what was said and done below. */
export function RelationChart({
  view: whole,
  panels,
  chosen,
  choose,
  unchoose,
  open,
  svg,
}: RelationChartProps) {
  const view = useMemo(() => begun(whole), [whole]);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const title = useId();
  const list = useMemo(() => panelsOf(panels), [panels]);
  const bottom = list.at(-1)!.top + list.at(-1)!.height;
  const height = bottom + FOOT;
  const right = Math.max(LEFT + 60, width - RIGHT);
  const x = useMemo(() => timeScale(view, LEFT, right), [view, right]);
  const y = useMemo(() => indexScale(view, TOP, TOP + INDEX), [view]);
  const names = view.pair.map((actor) => actor.name).join(' and ');
  return (
    <div class="chart" ref={box} style={{ minHeight: `${height}px` }}>
      {width > 0 && (
        <>
          <svg
            ref={svg}
            viewBox={`0 0 ${width} ${height}`}
            width={width}
            height={height}
            role="img"
            aria-labelledby={title}
          >
            <title id={title}>
              {`${names}, ${period(view.since, view.until)}: index per ${view.step} with its 90 % interval, ${view.shifts.length} shifts, and acts by quad class. The table of numbers gives the same.`}
            </title>
            <TimeAxis x={x} y={bottom} from={TOP} />
            <Unreported view={view} x={x} bottom={bottom} />
            <Shifts view={view} x={x} bottom={bottom} />
            <Index view={view} x={x} y={y} right={right} />
            {list.map((panel) =>
              panel.layers ? (
                <Bars
                  key={panel.title}
                  view={view}
                  panel={panel}
                  layers={panel.layers}
                  all={list}
                  x={x}
                  right={right}
                />
              ) : (
                <Balance key={panel.title} view={view} panel={panel} x={x} right={right} />
              ),
            )}
            {chosen && <Chosen period={chosen} x={x} bottom={bottom} />}
          </svg>
          <Cursor
            view={view}
            x={x}
            frame={{ left: LEFT, right, top: TOP, bottom }}
            choose={choose}
            unchoose={unchoose}
            open={open}
          />
        </>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly period: readonly [string, string];
  readonly x: X;
  readonly bottom: number;
}

function Chosen({ period: [first, last], x, bottom }: ChosenProps) {
  const from = Math.max(LEFT, x(timeOf(first)));
  const to = Math.min(x.range()[1]!, x(afterDay(last)));
  return <rect class="chosen" x={from} width={Math.max(1, to - from)} y={TOP} height={bottom - TOP} />;
}

/** Times in which nothing at all was reported: that nothing is known of them is shown, not hidden. */
function Unreported({
  view,
  x,
  bottom,
}: {
  readonly view: RelationView;
  readonly x: X;
  readonly bottom: number;
}) {
  const path = view.points
    .filter(({ coverage }) => coverage === 0)
    .map(({ start, end }) => {
      const left = x(timeOf(start));
      return `M${left.toFixed(1)},${TOP}H${x(afterDay(end)).toFixed(1)}V${bottom}H${left.toFixed(1)}Z`;
    })
    .join('');
  return path ? <path d={path} class="unreported" /> : null;
}

function Shifts({
  view,
  x,
  bottom,
}: {
  readonly view: RelationView;
  readonly x: X;
  readonly bottom: number;
}) {
  return (
    <g class="shifts">
      {view.shifts.map((shift, at) => {
        const from = Math.max(LEFT, x(timeOf(shift.earliest)));
        const to = x(afterDay(shift.latest));
        const here = Math.round(x(timeOf(shift.day))) + 0.5;
        return (
          <g key={shift.day} class={`shift ${shift.towards}`}>
            <title>{`Shift ${at + 1}, ${SHIFTS[shift.towards]}: ${day(shift.day)} (${day(shift.earliest)} to ${day(shift.latest)})`}</title>
            <rect x={from} width={Math.max(2, to - from)} y={TOP} height={bottom - TOP} class="shift-range" />
            <line x1={here} x2={here} y1={TOP - 4} y2={bottom} class="shift-day" />
            <circle cx={here} cy={TOP - 13} r={9} class="shift-flag" />
            <text
              x={here}
              y={TOP - 12.5}
              text-anchor="middle"
              dominant-baseline="middle"
              class="shift-number"
            >
              {at + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}
