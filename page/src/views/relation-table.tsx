import type { RelationView } from '../base/contract.js';
import { estimate, number, period } from '../base/format.js';
import { here } from '../base/route.js';
import { QUADS } from '../base/words.js';
import { filterText } from '../parts/filter.js';
import { Scroll } from '../parts/scroll.js';

interface PointTableProps {
  readonly view: RelationView;
  readonly time: { readonly from: string; readonly until: string } | null;
  readonly between: string;
}

/** More rows than this are not laid out at once. */
const MOST = 400;

/** The chart as a table: each number leads to its sentences. */
export function PointTable({ view, time, between }: PointTableProps) {
  const points = view.points.filter(({ start, end, acts }) =>
    time ? end >= time.from && start <= time.until : acts > 0,
  );
  const shown = points.slice(-MOST).reverse();
  return (
    <Scroll label="Table of numbers">
      <table class="points">
        <caption class="quiet">
          {time ? 'Each' : 'Each with an act, by'} {view.step}, latest first
          {points.length > shown.length &&
            `; the last ${number(shown.length)} of ${number(points.length)}, CSV has all`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col" class="num">
              Index (90 % interval)
            </th>
            {QUADS.map((name) => (
              <th key={name} scope="col" class="num">
                {name}
              </th>
            ))}
            <th scope="col" class="num">
              Acts
            </th>
            <th scope="col" class="num" title="How much was reported at all, 1 is the mean">
              Coverage
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.start}>
              <th scope="row">{period(point.start, point.end)}</th>
              <td class="num">{estimate(point.index)}</td>
              {QUADS.map((name, quad) => (
                <td key={name} class="num">
                  {point.quads[quad]! > 0 ? (
                    <a
                      href={here({
                        sentences: filterText({
                          between,
                          from: point.start,
                          until: point.end,
                          quad: quad + 1,
                          counted: true,
                        }),
                      })}
                    >
                      {number(point.quads[quad]!)}
                    </a>
                  ) : (
                    <span class="quiet">0</span>
                  )}
                </td>
              ))}
              <td class="num">{number(point.acts)}</td>
              <td class="num">{point.coverage.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
