import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingView } from '../base/contract.js';
import { day, many } from '../base/format.js';
import type { Unkept } from '../base/pack.js';
import { place, turn } from '../base/route.js';
import type { Kind } from '../base/segments.js';
import { summary } from '../base/server.js';
import { safeLink } from '../parts/evidence.js';
import { Export } from '../parts/export.js';
import { Name } from '../parts/names.js';
import { Brief } from './brief.js';
import { Events, Findings } from './findings.js';
import { Keep } from './keep.js';
import { MarkedText } from './text.js';

interface ReadingProps {
  readonly reading: ReadingView;
  /** Whether what is found appears kind by kind, as it is read. */
  readonly staged: boolean;
  /** What was pasted, where it is not kept. */
  readonly input?: Unkept;
  readonly link?: () => Promise<string>;
}

/** The kinds of marks in the order in which they are found. */
const KINDS: readonly (readonly [Kind, string])[] = [
  ['actor', 'Actors'],
  ['date', 'Dates'],
  ['quotation', 'Quotations'],
  ['source', 'Sources'],
  ['figure', 'Figures'],
  ['act', 'Acts'],
  ['evidence', 'Evidence'],
];
const PACE = 260;

/** Counts up to the number of kinds while a report is watched; at once where motion is unwanted. */
function useStage(staged: boolean, reading: ReadingView): number {
  const still = !staged || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [stage, setStage] = useState(still ? KINDS.length : 0);
  useEffect(() => {
    if (still) return;
    setStage(0);
    const timer = setInterval(() => setStage((at) => at + 1), PACE);
    const end = setTimeout(() => clearInterval(timer), PACE * (KINDS.length + 1));
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [reading, still]);
  return stage;
}

/** A report read: the brief, its text with what was found in it, and the events beside it. */
export function Reading({ reading, staged, input, link }: ReadingProps) {
  const { query } = place.value;
  const frame = useRef<HTMLDivElement>(null);
  const stage = useStage(staged, reading);
  const pinned = query.get('event');
  const [hovered, setHovered] = useState<string | null>(null);
  const hidden = new Set((query.get('hide') ?? '').split(',').filter(Boolean));
  const active = hovered ?? pinned;
  const url = safeLink(reading.url);

  useEffect(() => {
    const root = frame.current;
    if (!root || active === null) return;
    const joined = root.querySelectorAll(`[data-events~="${CSS.escape(active)}"]`);
    for (const node of joined) node.classList.add('on');
    return () => {
      for (const node of joined) node.classList.remove('on');
    };
  }, [active, reading]);
  useEffect(() => {
    if (pinned === null) return;
    const mark = frame.current?.querySelector(`.text [data-events~="${CSS.escape(pinned)}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
    frame.current?.querySelector(`#event-${CSS.escape(pinned)}`)?.scrollIntoView({ block: 'nearest' });
  }, [pinned]);

  const pin = (id: string) => turn({ event: id === pinned ? null : id }, true);
  const toggle = (kind: Kind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    turn({ hide: [...next].join(',') }, true);
  };
  const rows = () => ({
    columns: ['id', 'text', 'root', 'modality', 'from', 'until', 'place', 'says', 'start', 'end', 'sentence'],
    rows: reading.events.map((event) => [
      ...[event.id, event.text, event.root, event.modality, event.dateStart, event.dateEnd, event.place],
      ...[
        event.chain.map(({ text }) => text).join(' < '),
        event.told.sentence?.start,
        event.told.sentence?.end,
      ],
      ...[event.told.sentence?.text],
    ]),
  });
  return (
    <article class="reading" ref={frame}>
      <header>
        <p class="byline">
          {reading.outlet && (
            <b>
              <Name of={reading.outlet} />
            </b>
          )}
          {reading.day && (
            <span>
              <time dateTime={reading.day}>{day(reading.day)}</time>{' '}
              <span class="quiet">({reading.dayBasis})</span>
            </span>
          )}
          {url && (
            <a href={url} target="_blank" rel="noreferrer noopener">
              original ↗<span class="unseen"> (leaves this page)</span>
            </a>
          )}
          {!reading.id && <span class="tag">read, not kept</span>}
          {input && summary.value?.writable && <Keep input={input} />}
        </p>
        <h1>
          <Name of={reading.title ?? 'A report without a title'} />
        </h1>
        <Export
          name={`report-${reading.id ?? 'unkept'}`}
          csv={rows}
          data={reading}
          meta={reading.meta}
          {...(link ? { link } : {})}
        />
      </header>
      <Brief
        brief={reading.brief}
        title={reading.title}
        events={reading.events}
        hover={setHovered}
        pin={pin}
      />
      <div class="kinds">
        <p role="status" class="quiet">
          {many(reading.events.length, 'event')}, {many(reading.quotations.length, 'quotation')},{' '}
          {many(reading.disagreements.length, 'disagreement')} found
        </p>
        <fieldset class="choice">
          <legend class="unseen">Marks that are shown</legend>
          {KINDS.map(([kind, name], at) => (
            <label key={kind} class={`kind ${at < stage ? '' : 'waiting'}`}>
              <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
              <span class={`m ${kind}`}>{name}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="text-and-events">
        <MarkedText
          reading={reading}
          hidden={KINDS.filter(([kind], at) => at >= stage || hidden.has(kind)).map(([kind]) => kind)}
          hover={setHovered}
          pin={pin}
        />
        <Events reading={reading} pinned={pinned} hover={setHovered} pin={pin} />
      </div>
      <Findings reading={reading} />
    </article>
  );
}
