import type { StoryView } from '../base/contract.js';
import { day, whenOf } from '../base/format.js';
import { EventFacts } from '../parts/event.js';
import { Quote } from '../parts/evidence.js';
import { Name } from '../parts/names.js';

type Telling = StoryView['tellings'][number];

type Figure = Telling['figures'][number];

/** Whether two tellings place the act in times that exclude each other; where one leaves a side open they do not. */
function otherTime(a: Telling, b: Telling): boolean {
  const before = (x: Telling, y: Telling): boolean =>
    x.dateEnd !== null && y.dateStart !== null && x.dateEnd < y.dateStart;
  return before(a, b) || before(b, a);
}

const apart = (a: Figure, b: Figure): boolean => (a.high ?? a.value) < b.low || (b.high ?? b.value) < a.low;

/** Whether both count the same and no count of one fits one of the other. */
function otherFigures(a: Telling, b: Telling): boolean {
  const same = a.figures.map((one) =>
    b.figures.filter((other) => other.unit === one.unit && other.kind === one.kind),
  );
  return same.some(
    (others, at) => others.length > 0 && others.every((other) => apart(a.figures[at]!, other)),
  );
}

const doers = ({ actors }: Telling): string =>
  actors
    .flatMap(({ code }) => code ?? [])
    .sort()
    .join('+');

/** In what a telling differs from the first one. */
function differences(telling: Telling, first: Telling): string[] {
  const [here, there] = [doers(telling), doers(first)];
  return [
    ...(otherTime(telling, first) ? ['date'] : []),
    ...(telling.modality === first.modality ? [] : ['modality']),
    ...(otherFigures(telling, first) ? ['figures'] : []),
    ...(here === there || here === '' || there === '' ? [] : ['doer']),
  ];
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
                    Why it is this act{telling.score !== null && `, score ${telling.score.toFixed(1)}`}
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
