import type { RelationView, Shift } from '../base/contract.js';
import { day, estimate, grounds, percent } from '../base/format.js';
import { here } from '../base/route.js';
import { SHIFTS } from '../base/words.js';
import { Quotes } from './evidence.js';
import { type Filter, filterText } from './filter.js';

/** The shifts of a relation, numbered as in its chart; or why none is told, and the likeliest one. */
export function ShiftList({ view, between }: { readonly view: RelationView; readonly between: string }) {
  const filter: Filter = { between, from: view.since, until: view.until };
  if (view.shifts.length > 0) {
    return (
      <ol class="shift-list">
        {view.shifts.map((shift, at) => (
          <li key={shift.day}>
            <ShiftItem shift={shift} number={at + 1} filter={filter} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <>
      <p>
        {view.unknown ??
          `No shift: none passes the test at a false-alarm rate of ${percent(view.level)} for the whole time.`}
      </p>
      {view.hint && (
        <details>
          <summary>The likeliest one, too weak to be told</summary>
          <ShiftItem shift={view.hint} number={null} filter={filter} />
        </details>
      )}
    </>
  );
}

interface ItemProps {
  readonly shift: Shift;
  readonly number: number | null;
  /** The relation and the time in which the shift is one. */
  readonly filter: Filter;
}

function ShiftItem({ shift, number, filter }: ItemProps) {
  return (
    <div class={`shift-item ${shift.towards}`}>
      <p class="shift-head">
        {number !== null && <span class="flag">{number}</span>}
        <b>
          <time dateTime={shift.day}>{day(shift.day)}</time>
        </b>{' '}
        {SHIFTS[shift.towards]}
      </p>
      <p>{grounds(shift.text)}</p>
      <dl class="facts">
        <dt>Between</dt>
        <dd>
          {day(shift.earliest)} and {day(shift.latest)} <span class="quiet">(95 %)</span>
        </dd>
        <dt>Index before</dt>
        <dd>{estimate(shift.before.index)}</dd>
        <dt>Index after</dt>
        <dd>{estimate(shift.after.index)}</dd>
        <dt>False alarm</dt>
        <dd>{percent(shift.falseAlarm)}</dd>
      </dl>
      <details>
        <summary>Acts behind it</summary>
        <Quotes told={shift.told} most={5} />
        <p>
          <a href={here({ sentences: filterText({ ...filter, shift: shift.day }) })}>
            All sentences behind it
          </a>
        </p>
      </details>
    </div>
  );
}
