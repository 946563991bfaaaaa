import { useEffect } from 'preact/hooks';
import { api } from '../base/api.js';
import type { StoryRow } from '../base/contract.js';
import { usePages } from '../base/pages.js';
import { place, turn } from '../base/route.js';
import { Export } from '../parts/export.js';
import { Rows } from '../parts/rows.js';
import { Search } from '../parts/search.js';
import { Empty } from '../parts/states.js';
import { StoryLine } from '../parts/story.js';

const KEPT = ['q', 'between', 'root', 'from', 'until', 'order'] as const;

/** All acts of the ledger, to be searched. */
export function View() {
  const { query } = place.value;
  const given: Record<string, string | null> = Object.fromEntries(KEPT.map((key) => [key, query.get(key)]));
  const order = given.order ?? 'time';
  const pages = usePages<StoryRow>(api('stories', { ...given, order }));
  useEffect(() => {
    document.title = 'Stories · Rapport';
  }, []);
  return (
    <div class="view">
      <div class="section-head">
        <h1>Stories</h1>
        <p class="quiet">One act each, with all reports that tell it.</p>
        <Export
          name="stories"
          csv={api('stories', { ...given, order, format: 'csv' })}
          data={pages.items}
          meta={pages.meta}
        />
      </div>
      <Search given={given} hint="treaty, Kursk, troops…" first>
        <label class="field">
          Order
          <select value={order} onChange={(event) => turn({ order: event.currentTarget.value })}>
            <option value="time">Latest first</option>
            <option value="reports">Most reported first</option>
          </select>
        </label>
      </Search>
      <Rows
        pages={pages}
        label="Stories"
        height={110}
        unit={['act', 'acts']}
        render={(story) => <StoryLine story={story} />}
        empty={
          <Empty title={given.q ? `No act matches “${given.q}”.` : 'The ledger tells no act yet.'}>
            <p>
              Try fewer words or a longer time, or <a href="/report">read a report</a>.
            </p>
          </Empty>
        }
      />
    </div>
  );
}
