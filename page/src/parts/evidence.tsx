import type { Told } from '../base/contract.js';
import { day } from '../base/format.js';
import { Name } from './names.js';

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The sentence cut where its evidence begins and ends. */
function pieces({ sentence, marks }: Told): Piece[] {
  if (!sentence) return [];
  const cut: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    if (from > at) cut.push({ text: sentence.text.slice(at, from), marked: false });
    cut.push({ text: sentence.text.slice(from, end), marked: true });
    at = end;
  }
  if (at < sentence.text.length) cut.push({ text: sentence.text.slice(at), marked: false });
  return cut;
}

/** An address that may be followed: a report's own words could hold any other. */
export function safeLink(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

/** The words of a report, the part that carries the act marked, and whose they are. */
export function Quote({ told }: { readonly told: Told }) {
  const link = safeLink(told.url);
  return (
    <figure class="quote">
      {told.sentence ? (
        <blockquote dir="auto">
          {pieces(told).map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
        </blockquote>
      ) : (
        <p class="quiet">No sentence: the event comes from a table of others.</p>
      )}
      <figcaption>
        {told.report ? (
          <a href={`/report/${encodeURIComponent(told.report)}?event=${encodeURIComponent(told.event)}`}>
            <Name of={told.outlet ?? told.title ?? 'report without a name'} />
          </a>
        ) : (
          <Name of={told.outlet ?? 'outlet not named'} />
        )}
        {told.outletState && <span class="quiet"> ({told.outletState})</span>}
        {told.reported && <time dateTime={told.reported}>{day(told.reported)}</time>}
        {link && (
          <a href={link} target="_blank" rel="noreferrer noopener" title={link}>
            original<span aria-hidden="true"> ↗</span>
            <span class="unseen"> (leaves this page)</span>
          </a>
        )}
      </figcaption>
    </figure>
  );
}

/** Several tellings, the first open and the rest behind one click. */
export function Quotes({ told, most = 2 }: { readonly told: readonly Told[]; readonly most?: number }) {
  if (told.length === 0) return null;
  const rest = told.slice(most);
  return (
    <div class="quotes">
      {told.slice(0, most).map((one) => (
        <Quote key={one.event} told={one} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {rest.map((one) => (
            <Quote key={one.event} told={one} />
          ))}
        </details>
      )}
    </div>
  );
}
