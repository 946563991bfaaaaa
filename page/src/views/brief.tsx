import type { EventView, ReadingView } from '../base/contract.js';
import { Name } from '../parts/names.js';

type BriefOf = ReadingView['brief'];
type Line = BriefOf['answer'];

interface BriefProps {
  readonly brief: BriefOf;
  /** Of the report; a question that it asks itself is not told twice. */
  readonly title: string | null;
  readonly events: readonly EventView[];
  readonly hover: (event: string | null) => void;
  readonly pin: (event: string) => void;
}

/** What the report comes to: the answer to its headline, what happened, and what to take away. */
export function Brief({ brief, title, ...join }: BriefProps) {
  return (
    <section class="brief" aria-label="Brief">
      {brief.question && brief.question !== title && (
        <p class="quiet">
          <Name of={brief.question} />
        </p>
      )}
      <p class="verdict">
        <BriefLine line={brief.answer} {...join} />
      </p>
      <div class="brief-lists">
        <Lines title="What happened" lines={brief.synopsis} {...join} />
        <Lines title="To take away" lines={brief.takeaways} {...join} />
      </div>
    </section>
  );
}

type Join = Omit<BriefProps, 'brief' | 'title'>;

function Lines({
  title,
  lines,
  ...join
}: Join & { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>
            <BriefLine line={line} {...join} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BriefLine({ line, events, hover, pin }: Join & { readonly line: Line }) {
  return (
    <>
      <Name of={line.text} />
      {line.events.map((id) => {
        const number = events.findIndex((event) => event.id === id) + 1;
        if (number === 0) return null;
        return (
          <Note key={id} number={number} event={id} text={events[number - 1]!.text} hover={hover} pin={pin} />
        );
      })}
    </>
  );
}

interface NoteProps {
  readonly number: number;
  readonly event: string;
  readonly text: string;
  readonly hover: (event: string | null) => void;
  readonly pin: (event: string) => void;
}

/** The number of an event, as a note to the words that carry it. */
export function Note({ number, event, text, hover, pin }: NoteProps) {
  return (
    <button
      type="button"
      class="note"
      data-events={event}
      aria-label={`Event ${number}: ${text}`}
      onMouseEnter={() => hover(event)}
      onMouseLeave={() => hover(null)}
      onFocus={() => hover(event)}
      onBlur={() => hover(null)}
      onClick={() => pin(event)}
    >
      {number}
    </button>
  );
}
