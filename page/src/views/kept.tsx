import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { ReportRow } from '../base/contract.js';
import { day, many } from '../base/format.js';
import { usePages } from '../base/pages.js';
import { here, place, turn } from '../base/route.js';
import { Export } from '../parts/export.js';
import { Name } from '../parts/names.js';
import { Rows } from '../parts/rows.js';
import { Empty } from '../parts/states.js';

/** The reports of the ledger, to choose from. */
export function Kept() {
  const { query } = place.value;
  const given = {
    q: query.get('q'),
    outlet: query.get('outlet'),
    from: query.get('from'),
    until: query.get('until'),
  };
  const pages = usePages<ReportRow>(api('reports', given));
  const field = useRef<HTMLInputElement>(null);
  const q = given.q ?? '';
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  return (
    <section class="kept">
      <div class="section-head">
        <h2>Reports of the ledger</h2>
        <Export
          name="reports"
          csv={api('reports', { ...given, format: 'csv' })}
          data={pages.items}
          meta={pages.meta}
        />
      </div>
      <form
        class="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          turn({ q: field.current?.value.trim() });
        }}
      >
        <label class="field grow">
          Words
          <input
            ref={field}
            type="search"
            dir="auto"
            defaultValue={q}
            placeholder="of the title or the text"
          />
        </label>
        <label class="field">
          From
          <input
            type="date"
            value={given.from ?? ''}
            onChange={(event) => turn({ from: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          Until
          <input
            type="date"
            value={given.until ?? ''}
            onChange={(event) => turn({ until: event.currentTarget.value })}
          />
        </label>
        {given.outlet && (
          <a class="button" href={here({ outlet: null })}>
            <Name of={given.outlet} /> ✕<span class="unseen"> show all outlets</span>
          </a>
        )}
        <button type="submit">Search</button>
      </form>
      <Rows
        pages={pages}
        label="Reports"
        height={44}
        unit={['report', 'reports']}
        render={(report) => <Line report={report} />}
        empty={
          <Empty
            title={
              q || given.outlet || given.from || given.until
                ? 'No report matches.'
                : 'The ledger keeps no reports yet.'
            }
          >
            <p>
              Read one above and keep it, or add a folder: <code>rapport add FOLDER</code>.
            </p>
          </Empty>
        }
      />
    </section>
  );
}

function Line({ report }: { readonly report: ReportRow }) {
  return (
    <p class="report-row">
      <span class="when">{report.day ? <time dateTime={report.day}>{day(report.day)}</time> : 'no day'}</span>
      <a href={`/report/${encodeURIComponent(report.id)}`}>
        <Name of={report.title ?? `${report.beginning.replace(/\s+/g, ' ')}…`} />
      </a>
      <span class="quiet">
        {report.outlet && <Name of={report.outlet} />}
        {report.outletState && ` (${report.outletState})`}
      </span>
      <span class="num">{many(report.events, 'event')}</span>
      {report.status !== 'current' && <span class="tag">{report.status}</span>}
    </p>
  );
}
