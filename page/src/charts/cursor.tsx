import type { ScaleTime } from 'd3-scale';
import { useRef, useState } from 'preact/hooks';
import type { Point, RelationView } from '../base/contract.js';
import { estimate, many, period } from '../base/format.js';
import { QUAD_KEYS, QUADS } from '../base/words.js';
import { middle, pointAt } from './series.js';

interface CursorProps {
  readonly view: RelationView;
  readonly x: ScaleTime<number, number>;
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly choose: ((from: string, until: string) => void) | null;
  readonly unchoose: () => void;
  readonly open: (point: Point) => void;
}

const TIP_WIDTH = 216;
/** A pointer that moved less than this was a click. */
const STILL = 4;

/** Where a pointer was pressed: the number of the point, and pixels. */
interface Begun {
  readonly at: number;
  readonly x: number;
}

const isDrag = (begun: Begun, event: PointerEvent): boolean => Math.abs(event.clientX - begun.x) > STILL;

/** A point in words, for those who hear it. */
function spoken(point: Point): string {
  const acts = QUADS.map((name, quad) =>
    point.quads[quad]! > 0 ? `${point.quads[quad]} ${name.toLowerCase()}` : '',
  );
  const told =
    point.coverage === 0
      ? 'nothing at all reported'
      : `${many(point.acts, 'act')} ${acts.filter(Boolean).join(', ')}`;
  return `${period(point.start, point.end)}: index ${estimate(point.index)}; ${told}`;
}

/** Lies over a chart of time: shows the numbers under the pointer or the arrow keys, and lets a period be chosen. */
export function Cursor({ view, x, frame, choose, unchoose, open }: CursorProps) {
  const { points } = view;
  const layer = useRef<HTMLDivElement>(null);
  const [at, show] = useState<number | null>(null);
  /** The same as `at`, for events that come before it is drawn. */
  const current = useRef<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const down = useRef<Begun | null>(null);
  const keyed = useRef<number | null>(null);
  if (points.length === 0) return null;
  const setAt = (index: number | null) => {
    current.current = index;
    show(index);
  };

  const find = (event: PointerEvent): number => {
    const left = layer.current!.getBoundingClientRect().left;
    return pointAt(points, x.invert(event.clientX - left + frame.left).getTime());
  };
  const span = (a: number, b: number): [Point, Point] => [points[Math.min(a, b)]!, points[Math.max(a, b)]!];
  const moved = (event: PointerEvent) => {
    const index = find(event);
    setAt(index);
    if (down.current && choose && isDrag(down.current, event)) setAnchor(down.current.at);
  };
  const released = (event: PointerEvent) => {
    const begun = down.current;
    down.current = null;
    if (!begun) return;
    const index = find(event);
    if (choose && isDrag(begun, event)) {
      const [first, last] = span(begun.at, index);
      choose(first.start, last.end);
    } else open(points[index]!);
    setAnchor(null);
  };
  const pressed = (event: KeyboardEvent) => {
    const now = current.current ?? points.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: current.current === null ? now : now + 1,
      ArrowLeft: now - 1,
      ArrowUp: now + 1,
      ArrowDown: now - 1,
      PageUp: now - 12,
      PageDown: now + 12,
      Home: 0,
      End: points.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const to = Math.max(0, Math.min(points.length - 1, next));
      setAt(to);
      if (event.shiftKey && choose) {
        keyed.current ??= now;
        const [first, last] = span(keyed.current, to);
        choose(first.start, last.end);
      } else keyed.current = null;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(points[now]!);
    } else if (event.key === 'Escape') {
      keyed.current = null;
      unchoose();
    }
  };
  const point = at === null ? null : points[Math.min(at, points.length - 1)]!;
  const where = point ? x(middle(point)) : 0;
  const band = anchor !== null && at !== null ? span(anchor, at) : null;
  const tipLeft = where + 12 + TIP_WIDTH > frame.right ? where - TIP_WIDTH - 12 : where + 12;
  return (
    <>
      {band && (
        <div
          class="brush"
          style={{
            left: `${x(middle(band[0]))}px`,
            width: `${Math.max(1, x(middle(band[1])) - x(middle(band[0])))}px`,
            top: `${frame.top}px`,
            height: `${frame.bottom - frame.top}px`,
          }}
        />
      )}
      {point && (
        <>
          <div
            class="cursor-line"
            style={{ left: `${where}px`, top: `${frame.top}px`, height: `${frame.bottom - frame.top}px` }}
          />
          <Tip point={point} left={Math.max(0, tipLeft)} top={frame.top + 6} />
        </>
      )}
      <div
        class="cursor"
        ref={layer}
        role="slider"
        tabIndex={0}
        aria-label={`Time, ${view.step} by ${view.step}`}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={at ?? points.length - 1}
        aria-valuetext={spoken(point ?? points.at(-1)!)}
        style={{
          left: `${frame.left}px`,
          width: `${frame.right - frame.left}px`,
          top: `${frame.top}px`,
          height: `${frame.bottom - frame.top}px`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          down.current = { at: find(event), x: event.clientX };
          if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={moved}
        onPointerUp={released}
        onPointerCancel={() => {
          down.current = null;
          setAnchor(null);
        }}
        onPointerLeave={() => {
          if (!down.current) setAt(null);
        }}
        onBlur={() => setAt(null)}
        onKeyDown={pressed}
      />
    </>
  );
}

function Tip({ point, left, top }: { readonly point: Point; readonly left: number; readonly top: number }) {
  return (
    <div
      class="tip"
      aria-hidden="true"
      style={{ left: `${left}px`, top: `${top}px`, width: `${TIP_WIDTH}px` }}
    >
      <p class="tip-title">{period(point.start, point.end)}</p>
      <p>
        Index <b>{estimate(point.index)}</b>
      </p>
      {point.coverage === 0 ? (
        <p>Nothing at all was reported.</p>
      ) : (
        <ul>
          {QUADS.map((name, quad) => (
            <li key={name} class={point.quads[quad] === 0 ? 'none' : ''}>
              <span class={`swatch ${QUAD_KEYS[quad]}`} /> {name} <b>{point.quads[quad]}</b>
            </li>
          ))}
        </ul>
      )}
      {point.acts === 0 && point.coverage > 0 && (
        <p class="quiet">No act: the index falls back to the long run.</p>
      )}
    </div>
  );
}
