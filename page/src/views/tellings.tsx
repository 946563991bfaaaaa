import type { StoryView } from '../base/contract.js';
import { day, percent, whenOf } from '../base/format.js';
import { EventFacts } from '../parts/event.js';
import { Quote } from '../parts/evidence.js';
import { Name } from '../parts/names.js';

type Telling = StoryView['tellings'][number];

/** What a telling says of the act that another may say otherwise. */
function said(telling: Telling): Readonly<Record<string, string>> {
  return {
    date: whenOf(telling),
    modality: telling.modality,
    figures: telling.figures.map(({ text }) => text).join(', '),
    who: telling.actors.map(({ code, name, text }) => code ?? name ?? text ?? '?').join('+'),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  date: 'date',
  modality: 'modality',
  figures: 'figures',
  who: 'doer',
};

/** In what a telling differs from the first one. */
function differences(telling: Telling, first: Telling): string[] {
  const here = said(telling);
  const there = said(first);
  return Object.keys(NAMES)
    .filter((key) => here[key] !== there[key] && here[key] !== '')
    .map((key) => NAMES[key]!);
}

/** All tellings along a line of time; copies stand under what they copy by name. */
export function Tellings({ tellings }: { readonly tellings: readonly Telling[] }) {
  const first = tellings[0];
  return (
    <ol class="tellings">
      {tellings.map((telling) => {
        const differs = first && telling !== first ? differences(telling, first) : [];
        const copied =
          telling.copyOf === null ? undefined : tellings.find(({ told }) => told.report === telling.copyOf);
        return (
          <li key={telling.id} class={telling.copyOf ? 'copy' : ''}>
            <p class="when">
              {telling.reported ? <time dateTime={telling.reported}>{day(telling.reported)}</time> : 'no day'}
            </p>
            <div>
              <p class="teller">
                <b>
                  <Name of={telling.told.outlet ?? telling.told.title ?? 'outlet not named'} />
                </b>
                {telling.told.outletState && <span class="quiet"> ({telling.told.outletState})</span>}
                {telling.copyOf && (
                  <span class="tag">
                    copies {copied ? <Name of={copied.told.outlet ?? 'another report'} /> : 'another report'}
                  </span>
                )}
                {differs.length > 0 && (
                  <span class="tag differs">differs from the first: {differs.join(', ')}</span>
                )}
              </p>
              <p>
                <Name of={telling.text} />
              </p>
              <EventFacts event={telling} when={whenOf(telling)} />
              <Quote told={telling.told} />
              {(telling.reasons.length > 0 || telling.score !== null) && (
                <details>
                  <summary>
                    Why it is this act{telling.score !== null && ` (${percent(telling.score)})`}
                  </summary>
                  <ul>
                    {telling.reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
