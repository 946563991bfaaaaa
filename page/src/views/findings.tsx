import type { ReadingView } from '../base/contract.js';
import { whenOf } from '../base/format.js';
import { DISPUTED } from '../base/words.js';
import { EventFacts } from '../parts/event.js';
import { ChainNames, Name } from '../parts/names.js';
import { Register } from '../parts/register.js';
import { Empty } from '../parts/states.js';

interface EventsProps {
  readonly reading: ReadingView;
  readonly pinned: string | null;
  readonly hover: (event: string | null) => void;
  readonly pin: (event: string) => void;
}

/** The events of a report, numbered as in its text. */
export function Events({ reading, pinned, hover, pin }: EventsProps) {
  return (
    <section class="events" aria-label="Events">
      <h2>Events</h2>
      {reading.events.length === 0 && (
        <Empty title="No event between actors was found.">
          <p>Reports on sport, weather or accidents have none; neither has a text without two actors.</p>
        </Empty>
      )}
      <ol>
        {reading.events.map((event, at) => (
          <li
            key={event.id}
            id={`event-${event.id}`}
            data-events={event.id}
            data-pinned={event.id === pinned ? '' : undefined}
            onMouseEnter={() => hover(event.id)}
            onMouseLeave={() => hover(null)}
          >
            <button
              type="button"
              class="event-button"
              aria-pressed={event.id === pinned}
              onFocus={() => hover(event.id)}
              onBlur={() => hover(null)}
              onClick={() => pin(event.id)}
            >
              <span class="flag" aria-hidden="true">
                {at + 1}
              </span>
              <Name of={event.text} />
            </button>
            <EventFacts event={event} when={whenOf(event)} />
            {event.story && (
              <a class="small" href={`/story/${encodeURIComponent(event.story)}`}>
                All reports of this act
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What else was found: who says so, where the report contradicts itself, agreements and material acts. */
export function Findings({ reading }: { readonly reading: ReadingView }) {
  const { chain, disagreements, quotations, agreements, material } = reading;
  return (
    <div class="findings">
      {disagreements.length > 0 && (
        <section>
          <h2>Where it differs within</h2>
          {disagreements.map((one, at) => (
            <article key={at} class="dispute">
              <p class="about">{DISPUTED[one.about] ?? one.about}</p>
              <ul class="sides">
                {one.sides.map((side) => (
                  <li key={side.says}>
                    <p class="says">
                      <Name of={side.says} />
                    </p>
                    {side.evidence.map(({ start, text }) => (
                      <blockquote key={start} dir="auto">
                        {text}
                      </blockquote>
                    ))}
                  </li>
                ))}
              </ul>
            </article>
          ))}
        </section>
      )}
      {chain.length > 0 && (
        <section>
          <h2>Who says so</h2>
          <ul class="lines">
            {chain.map(({ names, text }) => (
              <li key={text}>
                <ChainNames chain={names} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {quotations.length > 0 && (
        <section>
          <h2>Quotations</h2>
          <ul class="lines">
            {quotations.map((one) => (
              <li key={one.start}>
                <p>
                  <b>
                    <Name of={one.speaker ?? 'speaker not found'} />
                  </b>
                  {one.cue && <span class="quiet"> {one.cue}</span>} <span class="tag">{one.kind}</span>
                </p>
                <blockquote dir="auto">{one.text}</blockquote>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(agreements.length > 0 || material.length > 0) && (
        <section>
          <h2>Agreements and material acts</h2>
          {[...agreements, ...material].map((row, at) => (
            <Register key={at} row={row} />
          ))}
        </section>
      )}
    </div>
  );
}
