import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ReadingView } from '../base/contract.js';
import { type Block, type Kind, type Segment, segment } from '../base/segments.js';
import { Note } from './brief.js';

interface TextProps {
  readonly reading: ReadingView;
  readonly hidden: readonly Kind[];
  readonly hover: (event: string | null) => void;
  readonly pin: (event: string) => void;
}

/** After which character the note of each event stands: behind the first words that carry it. */
function notes(reading: ReadingView): Map<number, number[]> {
  const found = new Map<number, number[]>();
  reading.events.forEach((event, at) => {
    const own = reading.marks.find(({ kind, event: ids }) => kind === 'act' && ids.includes(event.id));
    const mark = own ?? reading.marks.find(({ event: ids }) => ids.includes(event.id));
    if (mark) found.set(mark.end, [...(found.get(mark.end) ?? []), at]);
  });
  return found;
}

/** The text of a report, as text only, with what was found in it marked. */
export function MarkedText({ reading, hidden, hover, pin }: TextProps) {
  const over = useRef<string | null>(null);
  const blocks = useMemo(() => segment(reading.text, reading.marks), [reading]);
  const body = useMemo(
    () => <Body reading={reading} blocks={blocks} hover={hover} pin={pin} />,
    [reading, blocks],
  );
  const classes = hidden.map((kind) => `no-${kind}`).join(' ');
  const find = (target: EventTarget | null): string | null =>
    (target as Element | null)?.closest('.m')?.getAttribute('data-events')?.split(' ').at(-1) ?? null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the notes in the text do the same by the keyboard
    // biome-ignore lint/a11y/useKeyWithMouseEvents: the notes in the text do the same by the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the notes in the text do the same by the keyboard
    <div
      class={`text ${classes}`}
      dir={reading.dir}
      onMouseOver={(event) => {
        const id = find(event.target);
        if (id === over.current) return;
        over.current = id;
        hover(id);
      }}
      onMouseLeave={() => {
        over.current = null;
        hover(null);
      }}
      onClick={(event) => {
        const id = (event.target as Element).closest('button') ? null : find(event.target);
        if (id && window.getSelection()?.isCollapsed) pin(id);
      }}
    >
      {body}
    </div>
  );
}

interface BodyProps {
  readonly reading: ReadingView;
  readonly blocks: readonly Block[];
  readonly hover: (event: string | null) => void;
  readonly pin: (event: string) => void;
}

function Body({ reading, blocks, hover, pin }: BodyProps) {
  const numbers = useMemo(() => notes(reading), [reading]);
  return (
    <>
      {blocks.map((block) => (
        <p key={block.start}>
          {block.segments.map((piece) => (
            <Piece key={piece.start} piece={piece} text={reading.text.slice(piece.start, piece.end)}>
              {numbers.get(piece.end)?.map((at) => {
                const event = reading.events[at]!;
                return (
                  <Note
                    key={event.id}
                    number={at + 1}
                    event={event.id}
                    text={event.text}
                    hover={hover}
                    pin={pin}
                  />
                );
              })}
            </Piece>
          ))}
        </p>
      ))}
    </>
  );
}

interface PieceProps {
  readonly piece: Segment;
  readonly text: string;
  readonly children: ComponentChildren;
}

function Piece({ piece, text, children }: PieceProps) {
  if (piece.marks.length === 0) {
    return (
      <>
        {text}
        {children}
      </>
    );
  }
  const kinds = new Set(piece.marks.map(({ kind }) => kind));
  const events = new Set(piece.marks.flatMap(({ event }) => event));
  // The narrowest mark says what these words are.
  const narrow = piece.marks.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  return (
    <>
      <span
        class={`m ${[...kinds].join(' ')}`}
        data-events={events.size > 0 ? [...events].join(' ') : undefined}
        title={narrow.title}
      >
        {text}
      </span>
      {children}
    </>
  );
}
