import atlas from 'virtual:atlas';
import { type GeoPermissibleObjects, geoArea, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { feature } from 'topojson-client';
import type { Movement } from '../base/contract.js';
import { percent } from '../base/format.js';
import { TOWARDS } from '../base/words.js';
import { useWidth } from './size.js';
import './charts.css';

interface MapProps {
  readonly movements: readonly Movement[];
  /** The state that is looked at, if one is. */
  readonly state: string | null;
  readonly label: string;
  readonly choose: (code: string) => void;
  readonly svg: RefObject<SVGSVGElement | null>;
}

const shapes = (
  feature(atlas.topology, atlas.topology.objects.countries) as FeatureCollection<Geometry, { name: string }>
).features.filter(({ id }) => id !== 'ATA');

/** The largest part of a state stands for it: the middle of all its islands may lie in a sea. */
function heart(shape: Feature): [number, number] {
  if (shape.geometry.type !== 'MultiPolygon') return geoCentroid(shape as GeoPermissibleObjects as Feature);
  const parts = (shape.geometry as MultiPolygon).coordinates.map((coordinates) => ({
    type: 'Polygon' as const,
    coordinates,
  }));
  const largest = parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
  return geoCentroid(largest);
}

const places = new Map<string, [number, number]>([
  ...shapes.flatMap((shape) => (shape.id ? [[String(shape.id), heart(shape)] as const] : [])),
  ...atlas.small.map(
    ([code, longitude, latitude]) => [code, [longitude, latitude] as [number, number]] as const,
  ),
]);

const RATIO = 0.47;
/** More arcs than this hide one another. */
const MOST_ARCS = 80;

/** Who moves towards or away from whom, on a map: arcs between states, and colours around the chosen one. */
export function WorldMap({ movements, state, label, choose, svg }: MapProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const height = Math.round(width * RATIO);
  const path = useMemo(
    () =>
      geoPath(
        geoNaturalEarth1().fitExtent(
          [
            [2, 2],
            [Math.max(3, width - 2), Math.max(3, height - 2)],
          ],
          { type: 'FeatureCollection', features: shapes },
        ),
      ).digits(1),
    [width, height],
  );
  const drawn = useMemo(() => shapes.map((shape) => ({ shape, d: path(shape) ?? '' })), [path]);
  const about = state ? movements.filter(({ pair }) => pair.some(({ code }) => code === state)) : movements;
  const arcs = about.filter(({ towards }) => towards === 'closer' || towards === 'apart').slice(0, MOST_ARCS);
  const seen = new Set(arcs.flatMap(({ pair }) => pair.map(({ code }) => code)));
  const around = new Map<string, Movement>();
  if (state) for (const one of about) around.set(one.pair.find(({ code }) => code !== state)!.code, one);
  const told = new Set(
    about.filter(({ now }) => now.acts > 0).flatMap(({ pair }) => pair.map(({ code }) => code)),
  );
  const kind = (code: string): string => {
    if (code === state) return 'chosen-state';
    return around.get(code)?.towards ?? (told.has(code) ? 'told' : '');
  };
  const said = (code: string, name: string): string => {
    const one = around.get(code);
    return one ? `${name}: ${TOWARDS[one.towards].toLowerCase()}. ${one.why}` : name;
  };
  return (
    <div class="map" ref={box} style={{ minHeight: `${height}px` }}>
      {width > 0 && (
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={label}
        >
          {drawn.map(({ shape, d }) => {
            const code = shape.id === undefined ? null : String(shape.id);
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the field of states does the same by the keyboard
              <path
                key={code ?? shape.properties.name}
                class={`state ${code ? kind(code) : 'unnamed'}`}
                d={d}
                onClick={code ? () => choose(code) : undefined}
              >
                <title>{code ? said(code, shape.properties.name) : shape.properties.name}</title>
              </path>
            );
          })}
          {atlas.small
            .filter(([code]) => seen.has(code) || around.has(code) || code === state)
            .map(([code]) => {
              const [cx, cy] = projected(path, places.get(code)!);
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: the field of states does the same by the keyboard
                <circle
                  key={code}
                  class={`state small ${kind(code)}`}
                  cx={cx}
                  cy={cy}
                  r={3.5}
                  onClick={() => choose(code)}
                >
                  <title>{said(code, code)}</title>
                </circle>
              );
            })}
          {arcs.map((one) => (
            <Arc key={one.pair.map(({ code }) => code).join('-')} movement={one} path={path} />
          ))}
        </svg>
      )}
    </div>
  );
}

type Path = ReturnType<typeof geoPath>;

const projected = (path: Path, at: [number, number]): [number, number] =>
  path.centroid({ type: 'Point', coordinates: at });

function Arc({ movement, path }: { readonly movement: Movement; readonly path: Path }) {
  const [a, b] = movement.pair;
  const from = places.get(a.code);
  const to = places.get(b.code);
  if (!from || !to) return null;
  const [x0, y0] = projected(path, from);
  const [x1, y1] = projected(path, to);
  // A little bent, so that arcs of near states can be told apart; straight ones would lie over one another.
  const bend = Math.min(60, Math.hypot(x1 - x0, y1 - y0) * 0.22);
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2 - bend;
  const weight = 1 + Math.min(3, Math.log2(1 + movement.now.acts) / 2);
  return (
    <g class={`arc ${movement.towards}`}>
      <title>
        {`${a.name} and ${b.name}: ${TOWARDS[movement.towards].toLowerCase()}${movement.chance === null ? '' : ` (${percent(movement.chance)} sure)`}`}
      </title>
      <path
        d={`M${x0.toFixed(1)},${y0.toFixed(1)}Q${x.toFixed(1)},${y.toFixed(1)} ${x1.toFixed(1)},${y1.toFixed(1)}`}
        stroke-width={weight}
      />
      <circle cx={x0} cy={y0} r={2.2} />
      <circle cx={x1} cy={y1} r={2.2} />
    </g>
  );
}
