import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { Movement, WorldView } from '../base/contract.js';
import {
  estimate,
  grounds,
  lastOfMonth,
  many,
  month,
  number,
  percent,
  shortMonth,
  signed,
} from '../base/format.js';
import { useLoad } from '../base/load.js';
import { here, place, turn } from '../base/route.js';
import { TOWARDS, TOWARDS_SIGN } from '../base/words.js';
import { WorldMap } from '../charts/map.js';
import { Combobox } from '../parts/combobox.js';
import { Export } from '../parts/export.js';
import { filterText } from '../parts/filter.js';
import { PairName, relationOf } from '../parts/names.js';
import { Scroll } from '../parts/scroll.js';
import { Empty, Shown } from '../parts/states.js';
import { Matrix } from './matrix.js';
import './world.css';

const DIRECTIONS = ['closer', 'apart', 'unchanged', 'unknown'] as const;

/** Who is moving towards or away from whom in a month, against the months before. */
export function View() {
  const asked = place.value.query.get('month');
  const world = useLoad<WorldView>(api('world', { month: asked }));
  const title = world.data ? month(world.data.month) : 'World';
  useEffect(() => {
    document.title = `World, ${title} · Rapport`;
  }, [title]);
  return <Shown of={world}>{(data) => <World world={data} />}</Shown>;
}

function World({ world }: { readonly world: WorldView }) {
  const { query } = place.value;
  const svg = useRef<SVGSVGElement>(null);
  const state = query.get('state');
  const only = query.get('only');
  if (world.months.length === 0) {
    return (
      <div class="view">
        <h1>Who is moving towards or away from whom</h1>
        <Empty title="The ledger tells of no month yet.">
          <p>
            Add reports: <code>rapport add FOLDER</code>, or <a href="/report">read one here</a>.
          </p>
        </Empty>
      </div>
    );
  }
  const name = state
    ? (world.movements.flatMap(({ pair }) => pair).find(({ code }) => code === state)?.name ?? state)
    : '';
  const chosen = world.movements.filter(
    ({ pair, towards }) => (!only || towards === only) && (!state || pair.some(({ code }) => code === state)),
  );
  const search = `?${new URLSearchParams({ from: `${world.month}-01`, to: lastOfMonth(`${world.month}-01`) })}`;
  return (
    <div class="view world">
      <div class="section-head">
        <h1>{month(world.month)}</h1>
        <Months world={world} />
        <Combobox label="State" value={name} choose={(actor) => turn({ state: actor.code })} first />
        {state && (
          <a class="button" href={here({ state: null })}>
            All states
          </a>
        )}
        <Export
          name={`world-${world.month}`}
          csv={api('world', { month: world.month, format: 'csv' })}
          data={world}
          meta={world.meta}
          chart={() => svg.current}
        />
      </div>
      <p class="lede">
        Who moved towards or away from whom, against {shortMonth(world.before[0])} to{' '}
        {shortMonth(world.before[1])}.
      </p>
      <ul class="directions">
        {DIRECTIONS.map((towards) => (
          <li key={towards} class={towards}>
            <a
              href={here({ only: only === towards ? null : towards })}
              aria-current={only === towards ? 'true' : undefined}
            >
              <span aria-hidden="true">{TOWARDS_SIGN[towards]}</span> <b>{number(world.counts[towards])}</b>{' '}
              {TOWARDS[towards].toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
      <div class="map-and-moves">
        <WorldMap
          movements={chosen}
          state={state}
          svg={svg}
          label={`Map of ${month(world.month)}: ${world.counts.closer} relations closer, ${world.counts.apart} apart. The table gives the same.`}
          choose={(code) => turn({ state: code === state ? null : code })}
        />
        <Moves movements={chosen} search={search} />
      </div>
      <p class="chart-note">
        Teal arcs: closer; orange, broken arcs: apart; the more acts, the wider. Shaded states: acts are told
        of them. Choose a state to see those around it.
      </p>
      {chosen.length === 0 ? (
        <Empty title="No relation of this kind in this month.">
          <p>
            <a href={here({ only: null, state: null })}>Show all</a>
          </p>
        </Empty>
      ) : (
        <div class="world-lists">
          <section>
            <h2>States most told of</h2>
            <Matrix movements={chosen} state={state} search={search} />
          </section>
          <section>
            <h2>{many(chosen.length, 'relation')}</h2>
            <Movements movements={chosen} search={search} month={world.month} />
          </section>
        </div>
      )}
    </div>
  );
}

/** Moves told beside the map. */
const MOST_MOVES = 8;

/** The moves in words, the most told of first. */
function Moves({ movements, search }: { readonly movements: readonly Movement[]; readonly search: string }) {
  const moved = (['closer', 'apart'] as const).map((towards) => ({
    towards,
    list: movements.filter((one) => one.towards === towards).slice(0, MOST_MOVES),
  }));
  if (moved.every(({ list }) => list.length === 0)) {
    return (
      <div class="moves">
        <p class="empty-title">No relation surely moved.</p>
        <p>
          Of too many too little is reported to tell. Choose another month, or add more reports of this one.
        </p>
      </div>
    );
  }
  return (
    <div class="moves">
      {moved.map(({ towards, list }) => (
        <section key={towards} class={towards}>
          <h2>
            <span aria-hidden="true">{TOWARDS_SIGN[towards]}</span> {TOWARDS[towards]}
          </h2>
          {list.length === 0 && <p class="quiet">None surely.</p>}
          <ul>
            {list.map((one) => {
              const [a, b] = one.pair.map(({ code }) => code) as [string, string];
              return (
                <li key={`${a}-${b}`}>
                  <a href={relationOf(a, b, search)} title={one.why}>
                    <PairName pair={one.pair} />
                  </a>{' '}
                  {one.chance !== null && <span class="quiet">{percent(one.chance)}</span>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Months({ world }: { readonly world: WorldView }) {
  const at = world.months.indexOf(world.month);
  const step = (by: number) => world.months[at + by];
  const sorted = (world.months[0] ?? '') < (world.months.at(-1) ?? '');
  const [earlier, later] = sorted ? [step(-1), step(1)] : [step(1), step(-1)];
  return (
    <div class="months">
      <StepLink to={earlier} label="Month before" sign="←" />
      <label class="field">
        Month
        <select value={world.month} onChange={(event) => turn({ month: event.currentTarget.value })}>
          {world.months.map((one) => (
            <option key={one} value={one}>
              {month(one)}
            </option>
          ))}
        </select>
      </label>
      <StepLink to={later} label="Month after" sign="→" />
    </div>
  );
}

function StepLink({
  to,
  label,
  sign,
}: {
  readonly to: string | undefined;
  readonly label: string;
  readonly sign: string;
}) {
  if (!to) {
    return (
      <span class="button off" aria-hidden="true">
        {sign}
      </span>
    );
  }
  return (
    <a class="button" href={here({ month: to })} aria-label={`${label}: ${month(to)}`} title={month(to)}>
      {sign}
    </a>
  );
}

interface MovementsProps {
  readonly movements: readonly Movement[];
  readonly search: string;
  readonly month: string;
}

/** The same as the map and the matrix, as a table. */
function Movements({ movements, search, month: of }: MovementsProps) {
  const first = `${of}-01`;
  return (
    <Scroll label="Table of relations" tall>
      <table class="movements">
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">Direction</th>
            <th scope="col" class="num">
              Acts
            </th>
            <th scope="col" class="num">
              Index
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {movements.map((one) => {
            const [a, b] = one.pair.map(({ code }) => code) as [string, string];
            const filter = filterText({
              between: `${a},${b}`,
              from: first,
              until: lastOfMonth(first),
              counted: true,
            });
            return (
              <tr key={`${a}-${b}`}>
                <th scope="row">
                  <a href={relationOf(a, b, search)}>
                    <PairName pair={one.pair} />
                  </a>
                </th>
                <td class={`towards ${one.towards}`}>
                  <span aria-hidden="true">{TOWARDS_SIGN[one.towards]}</span>{' '}
                  {TOWARDS[one.towards].toLowerCase()}
                  {one.chance !== null && one.towards !== 'unknown' && (
                    <span class="quiet"> {percent(one.chance)}</span>
                  )}
                </td>
                <td class="num">
                  {one.now.acts > 0 ? (
                    <a href={here({ sentences: filter })}>{number(one.now.acts)}</a>
                  ) : (
                    <span class="quiet">0</span>
                  )}
                </td>
                <td
                  class="num nowrap"
                  title={`${estimate(one.now.index)}; before ${estimate(one.before.index)}`}
                >
                  {signed(one.now.index.value)}
                </td>
                <td class="why">{grounds(one.why)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
