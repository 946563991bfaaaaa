import { api } from '../base/api.js';
import type { ReportRow } from '../base/contract.js';
import { day, many } from '../base/format.js';
import { usePages } from '../base/pages.js';
import { here, place } from '../base/route.js';
import { Export } from '../parts/export.js';
import { Name } from '../parts/names.js';
import { Rows } from '../parts/rows.js';
import { Search } from '../parts/search.js';
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
      <Search given={given} hint="of the title or the text">
        {given.outlet && (
          <a class="button" href={here({ outlet: null })}>
            <Name of={given.outlet} /> ✕<span class="unseen"> show all outlets</span>
          </a>
        )}
      </Search>
      <Rows
        pages={pages}
        label="Reports"
        height={44}
        unit={['report', 'reports']}
        render={(report) => <Line report={report} />}
        empty={
          <Empty
            title={
              given.q || given.outlet || given.from || given.until
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
