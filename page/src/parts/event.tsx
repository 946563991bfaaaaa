import type { EventView } from '../base/contract.js';
import { signed } from '../base/format.js';
import { MODALITIES, QUAD_KEYS, QUADS } from '../base/words.js';
import { Quote } from './evidence.js';
import { beyond, ChainNames, Name } from './names.js';

/** A root code in the colour of its quad class. */
export function Root({ root, quad }: { readonly root: string | null; readonly quad: 1 | 2 | 3 | 4 | null }) {
  if (!root) return <span class="root">no root code</span>;
  return (
    <span class={`root ${quad ? QUAD_KEYS[quad - 1] : ''}`} title={quad ? QUADS[quad - 1] : undefined}>
      {root}
    </span>
  );
}

/** How an act is told, unless it is simply told as done. */
export function Modality({ of }: { readonly of: string }) {
  return <span class={`modality ${of}`}>{MODALITIES[of] ?? of}</span>;
}

/** What an event is: its words, root code, day, modality, figures, place and the source that claims it. */
export function EventFacts({ event, when }: { readonly event: EventView; readonly when: string }) {
  const chain = event.chain.length > 0 || !event.claimedBy ? event.chain : [event.claimedBy];
  const said = beyond(chain, event.told.outlet);
  return (
    <p class="event-facts">
      <Root root={event.root} quad={event.quad} /> <Modality of={event.modality} />
      <span>{when}</span>
      {event.place && <Name of={event.place} />}
      {event.modes.map((mode) => (
        <span key={mode}>{mode}</span>
      ))}
      {event.figures.map(({ text }, at) => (
        <span key={at}>
          <Name of={text} />
        </span>
      ))}
      {event.goldstein !== null && (
        <span title="Goldstein scale, −10 to 10">Goldstein {signed(event.goldstein)}</span>
      )}
      {event.background && <span title="Told to explain, not as news">background</span>}
      {said.length > 0 && (
        <span>
          according to <ChainNames chain={said} />
        </span>
      )}
    </p>
  );
}

/** An event with the sentence that carries it. */
export function EventLine({ event, when }: { readonly event: EventView; readonly when: string }) {
  return (
    <article class="event">
      <p class="event-text">
        {event.story ? (
          <a href={`/story/${encodeURIComponent(event.story)}`}>
            <Name of={event.text} />
          </a>
        ) : (
          <Name of={event.text} />
        )}
      </p>
      <EventFacts event={event} when={when} />
      <Quote told={event.told} />
    </article>
  );
}
