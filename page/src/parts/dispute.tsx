import type { DisagreementView } from '../base/contract.js';
import { day } from '../base/format.js';
import { Quotes } from './evidence.js';
import { Name } from './names.js';

/** Where tellings of one act contradict each other: each side with who says so, side by side. */
export function Dispute({ dispute }: { readonly dispute: DisagreementView }) {
  return (
    <article class="dispute">
      <p class="event-text">
        {dispute.story ? (
          <a href={`/story/${encodeURIComponent(dispute.story)}`}>
            <Name of={dispute.text} />
          </a>
        ) : (
          <Name of={dispute.text} />
        )}
        {dispute.day && (
          <time class="quiet" dateTime={dispute.day}>
            {' '}
            {day(dispute.day)}
          </time>
        )}
      </p>
      <ul class="sides">
        {dispute.sides.map((side) => (
          <li key={side.says}>
            <p class="says">
              <Name of={side.says} />
            </p>
            {side.by.length > 0 && (
              <p class="quiet">
                according to{' '}
                {side.by.map(({ text }, at) => (
                  <span key={text}>
                    {at > 0 && ', '}
                    <Name of={text} />
                  </span>
                ))}
              </p>
            )}
            <Quotes told={side.told} />
          </li>
        ))}
      </ul>
      <p class="quiet">{dispute.settled ? `Settled: ${dispute.settled}` : 'Not settled.'}</p>
    </article>
  );
}
