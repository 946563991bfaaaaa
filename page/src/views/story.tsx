import { useEffect } from 'preact/hooks';
import { api } from '../base/api.js';
import type { StoryRow, StoryView } from '../base/contract.js';
import { many, whenOf } from '../base/format.js';
import { useLoad } from '../base/load.js';
import { place } from '../base/route.js';
import { Counts } from '../parts/counts.js';
import { Dispute } from '../parts/dispute.js';
import { Modality, Root } from '../parts/event.js';
import { Quote } from '../parts/evidence.js';
import { Export } from '../parts/export.js';
import { Name, PairName, relationOf } from '../parts/names.js';
import { Empty, Shown } from '../parts/states.js';
import { StoryLine } from '../parts/story.js';
import { Tellings } from './tellings.js';
import './story.css';

/** One act: who told it when, who says so, where they differ, and what each left out. */
export function View() {
  const id = place.value.parts[1];
  const story = useLoad<StoryView>(id ? api(`stories/${encodeURIComponent(id)}`) : null);
  const title = story.data?.text ?? 'Story';
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
  if (!id) {
    return (
      <Empty title="No story is named.">
        <p>
          <a href="/stories">Choose one from the list</a>.
        </p>
      </Empty>
    );
  }
  return <Shown of={story}>{(data) => <Story story={data} />}</Shown>;
}

function Story({ story }: { readonly story: StoryView }) {
  const rows = () => ({
    columns: [
      'reported',
      'outlet',
      'state',
      'text',
      'modality',
      'from',
      'until',
      'figures',
      'says',
      'copy of',
      'sentence',
    ],
    rows: story.tellings.map((one) => [
      ...[
        one.reported,
        one.told.outlet,
        one.told.outletState,
        one.text,
        one.modality,
        one.dateStart,
        one.dateEnd,
      ],
      ...[one.figures.map(({ text }) => text).join('; '), one.chain.map(({ text }) => text).join(' < ')],
      ...[one.copyOf, one.told.sentence?.text],
    ]),
  });
  return (
    <article class="view story">
      <p class="kicker">
        <Root root={story.root} quad={story.quad} /> <Modality of={story.modality} />
        {story.pair && (
          <a href={relationOf(story.pair[0].code, story.pair[1].code)}>
            <PairName pair={story.pair} />
          </a>
        )}
      </p>
      <h1>
        <Name of={story.text} />
      </h1>
      <p class="story-when">
        {whenOf({ ...story, reported: story.first.reported })}
        {story.datePrecision && <span class="quiet"> (known to the {story.datePrecision})</span>}
        {story.place && (
          <>
            , <Name of={story.place} />
          </>
        )}
      </p>
      <div class="lead">
        <Counts
          acts={1}
          sources={story.counts.sources}
          reports={story.counts.reports}
          events={story.counts.events}
          filter={{ story: story.id }}
        />
        <Export name={`story-${story.id}`} csv={rows} data={story} meta={story.meta} />
      </div>
      {story.disputes.length > 0 && (
        <section>
          <h2>Where they differ</h2>
          {story.disputes.map((dispute) => (
            <Dispute key={dispute.id} dispute={dispute} />
          ))}
        </section>
      )}
      <section>
        <h2>
          {story.tellings.length === 1
            ? 'The only telling'
            : `${many(story.tellings.length, 'telling')}, in order of time`}
        </h2>
        <Tellings tellings={story.tellings} />
      </section>
      {story.leftOut.length > 0 && <LeftOut story={story} />}
      <Follows title="The plan it follows" story={story.follows?.plan ?? null} />
      <Follows title="The deed that followed" story={story.follows?.deed ?? null} />
    </article>
  );
}

function LeftOut({ story }: { readonly story: StoryView }) {
  const by = new Map<string, { outlet: string; left: StoryView['leftOut'] }>();
  for (const entry of story.leftOut) {
    const { report, outlet } = entry.leftOutBy;
    const group = by.get(report) ?? { outlet: outlet ?? 'outlet not named', left: [] };
    group.left.push(entry);
    by.set(report, group);
  }
  return (
    <section>
      <h2>What each left out</h2>
      <div class="sides">
        {[...by].map(([report, { outlet, left }]) => (
          <section key={report}>
            <h3>
              <a href={`/report/${encodeURIComponent(report)}`}>
                <Name of={outlet} />
              </a>{' '}
              <span class="quiet">does not say</span>
            </h3>
            {left.map(({ told }) => (
              <Quote key={told.event} told={told} />
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

function Follows({ title, story }: { readonly title: string; readonly story: StoryRow | null }) {
  if (!story) return null;
  return (
    <section>
      <h2>{title}</h2>
      <StoryLine story={story} />
    </section>
  );
}
