import type { DyadRow } from '../base/contract.js';
import { day, many, number, signed } from '../base/format.js';
import { PairName, relationOf } from './names.js';
import { QuadBar } from './quads.js';

/** Relations with how much is told of each, and of what kind. */
export function DyadList({ dyads }: { readonly dyads: readonly DyadRow[] }) {
  const most = Math.max(...dyads.map(({ quads }) => quads.reduce((sum, count) => sum + count, 0)), 1);
  return (
    <table class="dyads">
      <thead>
        <tr>
          <th scope="col">Relation</th>
          <th scope="col" class="wide">
            By quad class
          </th>
          <th scope="col" class="num">
            Acts
          </th>
          <th scope="col" class="num">
            Reports
          </th>
          <th scope="col" class="num" title="Mean Goldstein value, −10 to 10">
            Goldstein
          </th>
          <th scope="col" class="wide">
            Last
          </th>
        </tr>
      </thead>
      <tbody>
        {dyads.map((dyad) => (
          <tr key={`${dyad.pair[0].code}-${dyad.pair[1].code}`}>
            <th scope="row">
              <a href={relationOf(dyad.pair[0].code, dyad.pair[1].code)} title={many(dyad.events, 'event')}>
                <PairName pair={dyad.pair} />
              </a>
            </th>
            <td class="wide">
              <QuadBar quads={dyad.quads} most={most} />
            </td>
            <td class="num">{number(dyad.acts)}</td>
            <td class="num">{number(dyad.reports)}</td>
            <td class="num">{signed(dyad.goldstein)}</td>
            <td class="wide">
              <time dateTime={dyad.last}>{day(dyad.last)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
