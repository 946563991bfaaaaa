import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { ActorRef, DyadRow, Page, Point, RelationView } from '../base/contract.js';
import { day, estimate, grounds, percent, period, rate } from '../base/format.js';
import { useLoad } from '../base/load.js';
import { go, here, place, turn } from '../base/route.js';
import { TOWARDS, TOWARDS_SIGN } from '../base/words.js';
import { type Panels, RelationChart } from '../charts/relation.js';
import { Combobox } from '../parts/combobox.js';
import { Counts } from '../parts/counts.js';
import { DyadList } from '../parts/dyads.js';
import { Export } from '../parts/export.js';
import { filterText } from '../parts/filter.js';
import { PairName, relationOf } from '../parts/names.js';
import { QuadLegend } from '../parts/quads.js';
import { ShiftList } from '../parts/shifts.js';
import { Empty, Shown } from '../parts/states.js';
import { PeriodLists } from './relation-lists.js';
import './relation.css';

const STEPS = ['day', 'week', 'month'] as const;
const PANELS: Readonly<Record<Panels, string>> = {
  apart: 'Words and deeds',
  stacked: 'Quad classes',
  balance: 'Balance',
};

/** Two actors over time. */
export function View() {
  const { parts } = place.value;
  const [, a, b] = parts;
  if (!a || !b) return <Choice a={a} />;
  return <Relation key={`${a}/${b}`} a={a} b={b} />;
}

/** Which two: when none or only one is named. */
function Choice({ a }: { readonly a: string | undefined }) {
  const dyads = useLoad<Page<DyadRow>>(api('dyads', { limit: 30 }));
  useEffect(() => {
    document.title = 'Relation · Rapport';
  }, []);
  const first = place.value.query.get('a') ?? a ?? '';
  const second = place.value.query.get('b') ?? '';
  const take = (which: 'a' | 'b') => (actor: ActorRef) => {
    const pair = which === 'a' ? [actor.code, second] : [first, actor.code];
    if (pair[0] && pair[1] && pair[0] !== pair[1]) go(relationOf(pair[0], pair[1]));
    else turn({ [which]: actor.code });
  };
  return (
    <div class="view">
      <h1>A relation over time</h1>
      <div class="pair-fields">
        <Combobox label="First actor" value={first} choose={take('a')} first />
        <Combobox label="Second actor" value={second} choose={take('b')} />
      </div>
      <h2>Most reported in this ledger</h2>
      <Shown of={dyads}>
        {({ items }) =>
          items.length > 0 ? (
            <DyadList dyads={items} />
          ) : (
            <Empty title="The ledger holds no relation yet.">
              <p>
                <a href="/report">Read a report</a> and keep it, or add many: <code>rapport add FOLDER</code>.
              </p>
            </Empty>
          )
        }
      </Shown>
    </div>
  );
}

function Relation({ a, b }: { readonly a: string; readonly b: string }) {
  const { query } = place.value;
  const given = { since: query.get('since'), until: query.get('until'), step: query.get('step') };
  const path = `relations/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  const view = useLoad<RelationView>(api(path, given));
  const pair = view.data?.pair;
  const names = pair ? `${pair[0].name} and ${pair[1].name}` : `${a} and ${b}`;
  useEffect(() => {
    document.title = `${names} · Rapport`;
  }, [names]);
  const other = (at: 0 | 1) => (actor: ActorRef) => {
    const next = at === 0 ? [actor.code, b] : [a, actor.code];
    if (next[0] !== next[1]) go(relationOf(next[0]!, next[1]!, window.location.search));
  };
  return (
    <div class="view relation">
      <div class="pair-fields">
        <Combobox label="First actor" value={pair?.[0].name ?? a} choose={other(0)} first />
        <Combobox label="Second actor" value={pair?.[1].name ?? b} choose={other(1)} />
        <Times given={given} view={view.data} />
      </div>
      <h1>{pair ? <PairName pair={pair} /> : names}</h1>
      <Shown of={view}>
        {(data) => <Picture data={data} csv={api(path, { ...given, format: 'csv' })} between={`${a},${b}`} />}
      </Shown>
    </div>
  );
}

interface TimesProps {
  readonly given: {
    readonly since: string | null;
    readonly until: string | null;
    readonly step: string | null;
  };
  readonly view: RelationView | null;
}

/** From when to when, and in which steps. */
function Times({ given, view }: TimesProps) {
  const step = given.step ?? view?.step ?? 'month';
  return (
    <>
      <label class="field">
        From
        <input
          type="date"
          value={given.since ?? view?.since ?? ''}
          onChange={(event) => turn({ since: event.currentTarget.value, from: null, to: null })}
        />
      </label>
      <label class="field">
        Until
        <input
          type="date"
          value={given.until ?? view?.until ?? ''}
          onChange={(event) => turn({ until: event.currentTarget.value, from: null, to: null })}
        />
      </label>
      <fieldset class="choice">
        <legend>Step</legend>
        {STEPS.map((name) => (
          <label key={name}>
            <input type="radio" name="step" checked={step === name} onChange={() => turn({ step: name })} />
            {name}
          </label>
        ))}
      </fieldset>
      {(given.since || given.until) && (
        <a class="button" href={here({ since: null, until: null, from: null, to: null })}>
          All time
        </a>
      )}
    </>
  );
}

interface PictureProps {
  readonly data: RelationView;
  readonly csv: string;
  readonly between: string;
}

function Picture({ data, csv, between }: PictureProps) {
  const { query } = place.value;
  const svg = useRef<SVGSVGElement>(null);
  const from = query.get('from');
  const to = query.get('to');
  const chosen = from && to ? ([from, to] as const) : null;
  const kind = query.get('panels');
  const panels: Panels = kind === 'stacked' || kind === 'balance' ? kind : 'apart';
  const time = { from: chosen?.[0] ?? data.since, until: chosen?.[1] ?? data.until };
  const sentences = (point: Point) =>
    turn({ sentences: filterText({ between, from: point.start, until: point.end, counted: true }) });
  if (data.counts.events === 0) return <Nothing data={data} />;
  return (
    <>
      <div class="lead">
        <LatestLine data={data} />
        <Counts {...data.counts} filter={{ between, from: data.since, until: data.until }} />
        <Export
          name={`${data.pair[0].code}-${data.pair[1].code}`}
          csv={csv}
          data={data}
          meta={data.meta}
          chart={() => svg.current}
        />
      </div>
      <div class="with-side">
        <section aria-label="Chart">
          <div class="chart-head">
            <QuadLegend />
            <fieldset class="choice">
              <legend class="unseen">Below the index</legend>
              {(Object.keys(PANELS) as Panels[]).map((name) => (
                <label key={name}>
                  <input
                    type="radio"
                    name="panels"
                    checked={panels === name}
                    onChange={() => turn({ panels: name === 'apart' ? null : name }, true)}
                  />
                  {PANELS[name]}
                </label>
              ))}
            </fieldset>
          </div>
          <RelationChart
            view={data}
            panels={panels}
            chosen={chosen}
            choose={(first, last) => turn({ from: first, to: last }, true)}
            unchoose={() => turn({ from: null, to: null }, true)}
            open={sentences}
            svg={svg}
          />
          <p class="chart-note">
            Index: mean Goldstein value of an act, −10 to 10, with its 90 % interval; thick where acts are
            told, thin where it falls back to the long run.{' '}
            {data.points.some(({ coverage }) => coverage === 0) && 'Shaded: nothing at all was reported. '}
            {!data.volumeKnown && 'How much is reported at all is not known, so counts are as told. '}
            {query.get('step') === 'day' &&
              data.step === 'week' &&
              'By week: days are drawn of up to 4,000 days; the CSV has all. '}
            What both do to each other counts for each. Drag over the chart to choose a period; click for its
            sentences.
          </p>
        </section>
        <aside aria-label="Shifts">
          <h2>Shifts</h2>
          <ShiftList view={data} between={between} />
          <Whole data={data} />
        </aside>
      </div>
      <div class="period-line">
        <h2>{chosen ? period(chosen[0], chosen[1]) : 'The whole time'}</h2>
        {chosen && (
          <p>
            <a class="button" href={here({ since: chosen[0], until: chosen[1], from: null, to: null })}>
              Zoom to it
            </a>{' '}
            <a class="button" href={here({ sentences: filterText({ between, ...time }) })}>
              Its sentences
            </a>{' '}
            <a class="button" href={here({ from: null, to: null })}>
              The whole time
            </a>
          </p>
        )}
      </div>
      <PeriodLists between={between} time={time} view={data} chosen={chosen !== null} />
    </>
  );
}

/** Where the relation is going, in a line. */
function LatestLine({ data }: { readonly data: RelationView }) {
  const { towards, chance, why } = data.latest;
  return (
    <p class={`latest ${towards}`}>
      <b>
        <span aria-hidden="true">{TOWARDS_SIGN[towards]}</span> {TOWARDS[towards]}
      </b>
      {chance !== null && towards !== 'unknown' && <span class="quiet"> ({percent(chance)} sure)</span>}
      <span class="why">{grounds(why)}</span>
    </p>
  );
}

/** The whole time looked at, in numbers. */
function Whole({ data }: { readonly data: RelationView }) {
  const { whole } = data;
  return (
    <dl class="facts">
      <dt>Index</dt>
      <dd>{estimate(whole.index)}</dd>
      <dt>Balance of words</dt>
      <dd>{estimate(whole.words.balance, 2)}</dd>
      <dt>Balance of deeds</dt>
      <dd>{estimate(whole.deeds.balance, 2)}</dd>
      <dt>Acts in 30 days</dt>
      <dd>{rate(whole.rate)}</dd>
      <dt>Looked at</dt>
      <dd>
        {day(data.since)} to {day(data.until)}
      </dd>
    </dl>
  );
}

function Nothing({ data }: { readonly data: RelationView }) {
  return (
    <Empty
      title={`The ledger holds no act between ${data.pair[0].name} and ${data.pair[1].name} in this time.`}
    >
      <p>
        {data.unknown} <a href={here({ since: null, until: null })}>Look at all time</a>, choose other actors,
        or <a href="/report">read a report about them</a>.
      </p>
    </Empty>
  );
}
