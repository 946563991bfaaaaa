import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { many } from '../base/format.js';
import type { Pages } from '../base/pages.js';
import { Failed } from './states.js';

interface RowsProps<T> {
  readonly pages: Pages<T>;
  readonly label: string;
  /** Height of a row in pixels, before it is measured. */
  readonly height: number;
  readonly render: (item: T) => ComponentChildren;
  readonly empty: VNode;
  /** What scrolls; the window when absent. */
  readonly within?: RefObject<HTMLElement | null>;
  readonly unit: readonly [string, string];
}

/** Below so many rows a list is laid out whole, so that it can be searched and printed. */
const FEW = 60;

/** A list of any length, of which only the rows in sight are laid out; fetches more as its end comes near. */
export function Rows<T>({ pages, label, height, render, empty, within, unit }: RowsProps<T>) {
  const { items, total, whole, loading, stale, error } = pages;
  if (items.length === 0) {
    if (error) return <Failed error={error} />;
    return loading ? <p class="wait">Loading…</p> : empty;
  }
  const size = total ?? (whole ? items.length : -1);
  return (
    <div class="shown" aria-busy={stale} data-stale={stale ? '' : undefined}>
      {whole && items.length <= FEW ? (
        <ul aria-label={label} class="rows">
          {items.map((item, at) => (
            <li key={at} aria-posinset={at + 1} aria-setsize={size}>
              {render(item)}
            </li>
          ))}
        </ul>
      ) : (
        <Long
          items={items}
          label={label}
          height={height}
          render={render}
          size={size}
          within={within}
          more={pages.more}
        />
      )}
      {error && <Failed error={error} />}
      <p class="rows-end">
        {whole ? (
          many(items.length, unit[0], unit[1])
        ) : (
          <>
            {items.length} of {total === null ? 'more' : many(total, unit[0], unit[1])}{' '}
            <button type="button" disabled={loading} onClick={pages.more}>
              {loading ? 'Loading…' : 'Show more'}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

interface LongProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly height: number;
  readonly render: (item: T) => ComponentChildren;
  readonly size: number;
  readonly within: RefObject<HTMLElement | null> | undefined;
  readonly more: () => void;
}

type Virtual = Virtualizer<Element | Window, HTMLElement>;

interface Options {
  readonly count: number;
  readonly overscan: number;
  readonly estimateSize: () => number;
  readonly onChange: () => void;
}

/** Works out which rows are in sight, of what scrolls by itself or with the window. */
function virtualizer(options: Options, within: RefObject<HTMLElement | null> | undefined): Virtual {
  if (!within) {
    return new Virtualizer<Window, HTMLElement>({
      ...options,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
    }) as unknown as Virtual;
  }
  return new Virtualizer<HTMLElement, HTMLElement>({
    ...options,
    getScrollElement: () => within.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
  }) as unknown as Virtual;
}

function Long<T>({ items, label, height, render, size, within, more }: LongProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [, redraw] = useState(0);
  const [top, setTop] = useState(0);
  const options = {
    count: items.length,
    estimateSize: () => height,
    overscan: 8,
    onChange: () => redraw((n) => n + 1),
  };
  const [virtual] = useState(() => virtualizer(options, within));
  virtual.setOptions({ ...virtual.options, ...options, scrollMargin: top });
  useEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const frame = within?.current;
    const at = box.getBoundingClientRect().top;
    setTop(frame ? at - frame.getBoundingClientRect().top + frame.scrollTop : at + window.scrollY);
  }, [within]);
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 5) more();
  }, [last, items.length, more]);
  return (
    <ul aria-label={label} class="rows long" ref={list} style={{ height: `${virtual.getTotalSize()}px` }}>
      {rows.map((row) => (
        <li
          key={row.key}
          data-index={row.index}
          ref={(node) => virtual.measureElement(node)}
          aria-posinset={row.index + 1}
          aria-setsize={size}
          style={{ transform: `translateY(${row.start - top}px)` }}
        >
          {render(items[row.index]!)}
        </li>
      ))}
    </ul>
  );
}
