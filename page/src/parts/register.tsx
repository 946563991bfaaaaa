import type { RegisterRow } from '../base/contract.js';
import { day } from '../base/format.js';
import { Quotes } from './evidence.js';
import { Name } from './names.js';

/** An entry of a register: an agreement with its stage, a material act with its figures, or words with their speaker. */
export function Register({ row }: { readonly row: RegisterRow }) {
  const facts = [row.stage, row.materialKind, row.place, ...row.figures.map(({ text }) => text)].filter(
    (fact): fact is string => Boolean(fact),
  );
  const title = row.kind === 'quotation' ? (row.speaker ?? 'speaker not named') : (row.name ?? row.text);
  return (
    <article class="story-line">
      <p class="when">{row.day ? <time dateTime={row.day}>{day(row.day)}</time> : 'no day told'}</p>
      <div>
        <p class="event-text">
          {row.story ? (
            <a href={`/story/${encodeURIComponent(row.story)}`}>
              <Name of={title} />
            </a>
          ) : (
            <Name of={title} />
          )}
        </p>
        {row.kind !== 'quotation' && row.name && row.name !== row.text && (
          <p>
            <Name of={row.text} />
          </p>
        )}
        {row.quote && !row.told.some(({ sentence }) => sentence?.text.includes(row.quote!)) && (
          <p class="said" dir="auto">
            “{row.quote}”
          </p>
        )}
        {facts.length > 0 && (
          <p class="event-facts">
            {facts.map((fact) => (
              <span key={fact}>
                <Name of={fact} />
              </span>
            ))}
          </p>
        )}
        <Quotes told={row.told} most={1} />
      </div>
    </article>
  );
}
