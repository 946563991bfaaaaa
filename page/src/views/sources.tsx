import { useEffect } from 'preact/hooks';
import { api } from '../base/api.js';
import type { SourceRow, SourceView } from '../base/contract.js';
import { day, many, number } from '../base/format.js';
import { useLoad } from '../base/load.js';
import { type Pages, usePages } from '../base/pages.js';
import { here, place } from '../base/route.js';
import { Dispute } from '../parts/dispute.js';
import { DyadList } from '../parts/dyads.js';
import { Export } from '../parts/export.js';
import { Name } from '../parts/names.js';
import { Scroll } from '../parts/scroll.js';
import { Empty, Failed, Shown } from '../parts/states.js';
import { StoryLine } from '../parts/story.js';

const COLUMNS = [
  ['reports', 'Reports', 'Published texts of this outlet', 'reports'],
  ['events', 'Events', 'What its reports say of acts', 'events'],
  ['first', 'First', 'Acts told here before anywhere else', 'acts told first'],
  ['alone', 'Alone', 'Acts told nowhere else', 'acts told alone'],
  ['differs', 'Differs', 'Disagreements in which it stands on a side', 'told differently'],
] as const;
type Column = (typeof COLUMNS)[number][0];

/** The outlets of the ledger, and one of them. */
export function View() {
  const id = place.value.parts[1];
  return id ? <Source key={id} id={id} /> : <All />;
}

function All() {
  const pages = usePages<SourceRow>(api('sources', { limit: 200 }));
  useEffect(() => {
    document.title = 'Sources · Rapport';
  }, []);
  return (
    <div class="view">
      <div class="section-head">
        <h1>Sources</h1>
        <p class="quiet">Who reports, and what they report first, alone, or differently.</p>
        <Export name="sources" csv={api('sources', { format: 'csv' })} data={pages.items} meta={pages.meta} />
      </div>
      {pages.items.length > 0 ? (
        <Table pages={pages} />
      ) : pages.error ? (
        <Failed error={pages.error} />
      ) : pages.loading ? (
        <p class="wait">Loading…</p>
      ) : (
        <Empty title="No report in the ledger names its outlet.">
          <p>
            Imported events have no outlets of their own. Add reports: <code>rapport add FOLDER</code>, or{' '}
            <a href="/report">read one here</a>.
          </p>
        </Empty>
      )}
    </div>
  );
}

function Table({ pages }: { readonly pages: Pages<SourceRow> }) {
  const asked = place.value.query.get('sort');
  const sort: Column = COLUMNS.some(([key]) => key === asked) ? (asked as Column) : 'reports';
  const rows = [...pages.items].sort((a, b) => b[sort] - a[sort] || a.name.localeCompare(b.name));
  return (
    <>
      <Scroll label="Outlets">
        <table class="sources">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col" class="wide">
                State
              </th>
              <th scope="col" class="wide">
                Ownership
              </th>
              {COLUMNS.map(([key, name, title]) => (
                <th
                  key={key}
                  scope="col"
                  class="num"
                  title={title}
                  aria-sort={key === sort ? 'descending' : undefined}
                >
                  <a href={here({ sort: key === 'reports' ? null : key })}>
                    {name}
                    {key === sort && <span aria-hidden="true"> ↓</span>}
                  </a>
                </th>
              ))}
              <th scope="col" class="wide">
                Time
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <a href={`/sources/${encodeURIComponent(source.id)}`}>
                    <Name of={source.name} />
                  </a>
                </th>
                <td class="wide">{source.state ?? <span class="quiet">not known</span>}</td>
                <td class="wide">{source.ownership ?? <span class="quiet">not known</span>}</td>
                {COLUMNS.map(([key]) => (
                  <td key={key} class="num">
                    {number(source[key])}
                  </td>
                ))}
                <td class="nowrap wide">
                  {source.from && source.until ? `${day(source.from)} to ${day(source.until)}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="rows-end">
        {pages.whole ? (
          many(rows.length, 'outlet')
        ) : (
          <button type="button" disabled={pages.loading} onClick={pages.more}>
            {pages.loading ? 'Loading…' : 'Show more'}
          </button>
        )}
      </p>
    </>
  );
}

function Source({ id }: { readonly id: string }) {
  const source = useLoad<SourceView>(api(`sources/${encodeURIComponent(id)}`));
  const name = source.data?.name ?? 'Source';
  useEffect(() => {
    document.title = `${name} · Rapport`;
  }, [name]);
  return (
    <div class="view">
      <p class="kicker">
        <a href="/sources">All sources</a>
      </p>
      <Shown of={source}>{(data) => <Details source={data} />}</Shown>
    </div>
  );
}

function Details({ source }: { readonly source: SourceView }) {
  const rows = () => ({
    columns: ['kind', 'act', 'day', 'reports', 'sources', 'sentence'],
    rows: (['firsts', 'alones'] as const).flatMap((kind) =>
      source[kind].map((story) => [
        ...[kind === 'firsts' ? 'first' : 'alone', story.text, story.dateStart ?? story.dateEnd],
        ...[story.counts.reports, story.counts.sources, story.first.sentence?.text],
      ]),
    ),
  });
  return (
    <>
      <div class="section-head">
        <h1>
          <Name of={source.name} />
        </h1>
        <Export name={`source-${source.id}`} csv={rows} data={source} meta={source.meta} />
      </div>
      <p>
        {source.state ? `State: ${source.state}` : 'State not known'} ·{' '}
        {source.ownership ? `ownership: ${source.ownership}` : 'ownership not known'} ·{' '}
        <a href={`/report?outlet=${encodeURIComponent(source.name)}`}>{many(source.reports, 'report')}</a>
        {source.from && source.until && `, ${day(source.from)} to ${day(source.until)}`}
      </p>
      <ul class="counts big">
        {COLUMNS.slice(1).map(([key, , title, words]) => (
          <li key={key} title={title}>
            <span>
              <b>{number(source[key])}</b> {words}
            </span>
          </li>
        ))}
      </ul>
      <h2>Relations it reports on</h2>
      {source.dyads.length > 0 ? (
        <DyadList dyads={source.dyads} />
      ) : (
        <Empty title="None between two known actors." />
      )}
      <Acts
        title="Told here first"
        stories={source.firsts}
        none="No act of several reports was told here first."
      />
      <Acts
        title="Told only here"
        stories={source.alones}
        none="Every act told here is told elsewhere, too."
      />
      <h2>Told differently</h2>
      {source.differences.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} />
      ))}
      {source.differences.length === 0 && <Empty title="It contradicts no other report." />}
    </>
  );
}

function Acts({
  title,
  stories,
  none,
}: {
  readonly title: string;
  readonly stories: SourceView['firsts'];
  readonly none: string;
}) {
  return (
    <>
      <h2>{title}</h2>
      {stories.length > 0 ? (
        stories.map((story) => <StoryLine key={story.id} story={story} />)
      ) : (
        <Empty title={none} />
      )}
    </>
  );
}
