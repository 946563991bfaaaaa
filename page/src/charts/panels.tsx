import { scaleLinear } from 'd3-scale';
import type { RelationView } from '../base/contract.js';
import { QUAD_KEYS } from '../base/words.js';
import { ValueAxis } from './axes.js';
import {
  afterDay,
  bandPath,
  barPath,
  extent,
  type indexScale,
  type Layers,
  stepPath,
  timeOf,
  type timeScale,
  toldPath,
} from './series.js';

export type X = ReturnType<typeof timeScale>;
type Y = ReturnType<typeof indexScale>;

/** Where panels begin, right of the values along their axes. */
export const LEFT = 40;

/** One of the charts below the index. */
export interface Panel {
  readonly title: string;
  readonly top: number;
  readonly height: number;
  readonly layers?: Layers;
}

interface IndexProps {
  readonly view: RelationView;
  readonly x: X;
  readonly y: Y;
  readonly right: number;
}

/** The index: where acts are told a thick line, elsewhere the thin one to which it falls back. */
export function Index({ view, x, y, right }: IndexProps) {
  const { points } = view;
  const regimes =
    view.shifts.length === 0 ? [] : [view.shifts[0]!.before, ...view.shifts.map(({ after }) => after)];
  return (
    <g>
      <ValueAxis y={y} left={LEFT} right={right} count={6} sided />
      <text class="panel-title" x={LEFT} y={12}>
        Index
      </text>
      <path class="index-band" d={bandPath(points, ({ index }) => index, x, y, 10)} />
      {regimes.map((regime) => (
        <line
          key={regime.start}
          class="regime"
          x1={Math.max(LEFT, x(timeOf(regime.start)))}
          x2={x(afterDay(regime.end))}
          y1={y(regime.index.value)}
          y2={y(regime.index.value)}
        />
      ))}
      <path class="index-line" d={stepPath(points, ({ index }) => index.value, x, y)} />
      <path class="index-told" d={toldPath(points, x, y)} />
    </g>
  );
}

interface PanelProps {
  readonly view: RelationView;
  readonly panel: Panel;
  readonly x: X;
  readonly right: number;
}

export function Bars({
  view,
  panel,
  layers,
  all,
  x,
  right,
}: PanelProps & { readonly layers: Layers; readonly all: readonly Panel[] }) {
  // Words and deeds are drawn to one scale, so that they can be compared.
  const [down, up] = extent(
    view.points,
    all.flatMap((one) => one.layers ?? []),
  );
  const y = scaleLinear()
    .domain([-Math.max(1, down), Math.max(1, up)])
    .range([panel.top + panel.height, panel.top]);
  return (
    <g>
      <ValueAxis y={y} left={LEFT} right={right} count={4} sided={false} />
      <text class="panel-title" x={LEFT} y={panel.top - 10}>
        {panel.title}
      </text>
      {[...layers.up, ...layers.down].map((quad) => (
        <path
          key={quad}
          class={`bar ${QUAD_KEYS[quad]}`}
          d={barPath(
            view.points,
            quad,
            layers,
            (time) => x(time),
            (value) => y(value),
          )}
        />
      ))}
    </g>
  );
}

export function Balance({ view, panel, x, right }: PanelProps) {
  const y = scaleLinear()
    .domain([-1, 1])
    .range([panel.top + panel.height, panel.top]);
  return (
    <g>
      <ValueAxis y={y} left={LEFT} right={right} count={4} sided />
      <text class="panel-title" x={LEFT} y={panel.top - 10}>
        {panel.title}
      </text>
      {(['words', 'deeds'] as const).map((channel) => {
        return (
          <g key={channel} class={`balance ${channel}`}>
            <path
              class="balance-band"
              d={bandPath(view.points, (point) => point[channel].balance, x, y, 1)}
            />
            <path
              class="balance-line"
              d={stepPath(view.points, (point) => point[channel].balance.value, x, y)}
            />
          </g>
        );
      })}
    </g>
  );
}
