import type { ComponentChildren } from 'preact';
import { api } from '../base/api.js';
import type { DisagreementView, RegisterRow, RelationView, StoryRow } from '../base/contract.js';
import { usePages } from '../base/pages.js';
import { here, place, turn } from '../base/route.js';
import { Dispute } from '../parts/dispute.js';
import { Register } from '../parts/register.js';
import { Rows } from '../parts/rows.js';
import { Empty } from '../parts/states.js';
import { StoryLine } from '../parts/story.js';
import { PointTable } from './relation-table.js';

interface ListsProps {
  readonly between: string;
  readonly time: { readonly from: string; readonly until: string };
  readonly view: RelationView;
  readonly chosen: boolean;
}

const TABS = {
  stories: 'Stories',
  disagreements: 'Disagreements',
  agreements: 'Agreements',
  material: 'Material acts',
  quotations: 'Quotations',
  numbers: 'Table of numbers',
} as const;
type Tab = keyof typeof TABS;

/** What stands behind the chart in the chosen period, one list at a time. */
export function PeriodLists({ between, time, view, chosen }: ListsProps) {
  const asked = place.value.query.get('tab');
  const tab: Tab = asked !== null && asked in TABS ? (asked as Tab) : 'stories';
  const query = { between, from: time.from, until: time.until };
  const keys = (event: KeyboardEvent) => {
    const names = Object.keys(TABS) as Tab[];
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = names[(names.indexOf(tab) + by + names.length) % names.length]!;
    turn({ tab: next }, true);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section class="tabs">
      <div role="tablist" aria-label="What stands behind the chart" onKeyDown={keys}>
        {(Object.keys(TABS) as Tab[]).map((name) => (
          <a
            key={name}
            id={`tab-${name}`}
            role="tab"
            href={here({ tab: name === 'stories' ? null : name })}
            aria-selected={name === tab}
            aria-controls="tab-panel"
            tabIndex={name === tab ? 0 : -1}
          >
            {TABS[name]}
          </a>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} key={tab}>
        {tab === 'stories' && <Stories query={query} />}
        {tab === 'disagreements' && <Disputes query={query} />}
        {(tab === 'agreements' || tab === 'material' || tab === 'quotations') && (
          <Registers kind={tab} query={query} />
        )}
        {tab === 'numbers' && <PointTable view={view} time={chosen ? time : null} between={between} />}
      </div>
    </section>
  );
}

type Query = Readonly<Record<string, string>>;

function Nothing({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <Empty title={title}>{children ?? <p>Choose a longer period on the chart, or the whole time.</p>}</Empty>
  );
}

function Stories({ query }: { readonly query: Query }) {
  const pages = usePages<StoryRow>(api('stories', { ...query, order: 'time' }));
  return (
    <Rows
      pages={pages}
      label="Stories"
      height={92}
      unit={['act', 'acts']}
      render={(story) => <StoryLine story={story} />}
      empty={<Nothing title="No act is told in this time." />}
    />
  );
}

function Disputes({ query }: { readonly query: Query }) {
  const pages = usePages<DisagreementView>(api('disagreements', query));
  return (
    <Rows
      pages={pages}
      label="Disagreements"
      height={200}
      unit={['disagreement', 'disagreements']}
      render={(dispute) => <Dispute dispute={dispute} />}
      empty={
        <Nothing title="No two reports contradict each other here.">
          <p>
            Reports of one act are compared as they are added: dates, figures, doers, and whether it happened.
          </p>
        </Nothing>
      }
    />
  );
}

function Registers({
  kind,
  query,
}: {
  readonly kind: 'agreements' | 'material' | 'quotations';
  readonly query: Query;
}) {
  const pages = usePages<RegisterRow>(api(`registers/${kind}`, query));
  return (
    <Rows
      pages={pages}
      label={TABS[kind]}
      height={130}
      unit={['entry', 'entries']}
      render={(row) => <Register row={row} />}
      empty={<Nothing title={`The register of ${TABS[kind].toLowerCase()} has nothing in this time.`} />}
    />
  );
}
