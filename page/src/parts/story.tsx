import type { StoryRow } from '../base/contract.js';
import { many, whenOf } from '../base/format.js';
import { Counts } from './counts.js';
import { Modality, Root } from './event.js';
import { Quote } from './evidence.js';
import { Name } from './names.js';

/** One act in a list: what, when, how it is told, by how many, and its earliest telling. */
export function StoryLine({ story, quote = true }: { readonly story: StoryRow; readonly quote?: boolean }) {
  return (
    <article class="story-line">
      <p class="when">
        <time dateTime={story.dateStart ?? story.dateEnd ?? undefined}>
          {whenOf({ ...story, reported: story.first.reported })}
        </time>
      </p>
      <div>
        <p class="event-text">
          <a href={`/story/${encodeURIComponent(story.id)}`}>
            <Name of={story.text} />
          </a>
        </p>
        <div class="event-facts">
          <Root root={story.root} quad={story.quad} /> <Modality of={story.modality} />
          {story.place && <Name of={story.place} />}
          <Counts sources={story.counts.sources} reports={story.counts.reports} />
          {story.disagreements > 0 && (
            <span class="differs">{many(story.disagreements, 'disagreement')}</span>
          )}
        </div>
        {quote && <Quote told={story.first} />}
      </div>
    </article>
  );
}
