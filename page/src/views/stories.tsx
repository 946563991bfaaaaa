import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { StoryRow } from '../base/contract.js';
import { usePages } from '../base/pages.js';
import { place, turn } from '../base/route.js';
import { Export } from '../parts/export.js';
import { Rows } from '../parts/rows.js';
import { Empty } from '../parts/states.js';
import { StoryLine } from '../parts/story.js';

const KEPT = ['q', 'between', 'root', 'from', 'until', 'order'] as const;

/** All acts of the ledger, to be searched. */
export function View() {
  const { query } = place.value;
  const field = useRef<HTMLInputElement>(null);
  const given: Record<string, string | null> = Object.fromEntries(KEPT.map((key) => [key, query.get(key)]));
  const order = given.order ?? 'time';
  const pages = usePages<StoryRow>(api('stories', { ...given, order }));
  const q = given.q ?? '';
  useEffect(() => {
    document.title = 'Stories · Rapport';
    if (field.current) field.current.value = q;
  }, [q]);
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
            data-first
            defaultValue={q}
            placeholder="treaty, Kursk, troops…"
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
        <label class="field">
          Order
          <select value={order} onChange={(event) => turn({ order: event.currentTarget.value })}>
            <option value="time">Latest first</option>
            <option value="reports">Most reported first</option>
          </select>
        </label>
        <button type="submit">Search</button>
      </form>
      <Rows
        pages={pages}
        label="Stories"
        height={110}
        unit={['act', 'acts']}
        render={(story) => <StoryLine story={story} />}
        empty={
          <Empty title={q ? `No act matches “${q}”.` : 'The ledger tells no act yet.'}>
            <p>
              Try fewer words or a longer time, or <a href="/report">read a report</a>.
            </p>
          </Empty>
        }
      />
    </div>
  );
}
