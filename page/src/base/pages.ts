import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, get } from './api.js';
import type { Meta, Page } from './contract.js';
import { failureOf } from './load.js';
import { lost, tide } from './server.js';

/** A long list that is fetched page by page. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly total: number | null;
  readonly meta: Meta | null;
  readonly whole: boolean;
  readonly loading: boolean;
  /** Whether what is shown is of other filters, or of the ledger as it was, and the new rows are on their way. */
  readonly stale: boolean;
  readonly error: Failure | null;
  more(): void;
}

interface State<T> extends Omit<Pages<T>, 'more' | 'whole'> {
  readonly next: string | null;
}

const NONE = { items: [], total: null, meta: null, next: null, loading: true, stale: false, error: null };

/** Loads the first page of a path and, when asked for more, the following ones; null loads nothing. */
export function usePages<T>(path: string | null): Pages<T> {
  const [state, setState] = useState<State<T>>(NONE);
  const stop = useRef<AbortController | null>(null);
  const now = tide.value;

  const fetchPage = useCallback((from: string, cursor: string | null) => {
    const stopper = new AbortController();
    stop.current?.abort();
    stop.current = stopper;
    setState((before) => ({ ...before, loading: true, stale: cursor === null, error: null }));
    const address = cursor
      ? `${from}${from.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
      : from;
    get<Page<T>>(address, stopper.signal).then(
      ({ items, total, next, meta }) => {
        if (stopper.signal.aborted) return;
        setState((before) => ({
          items: cursor ? [...before.items, ...items] : items,
          ...{ total, next, meta, loading: false, stale: false, error: null },
        }));
      },
      (error: unknown) => {
        if (stopper.signal.aborted) return;
        const failure = failureOf(error);
        if (failure.passing) lost(failure);
        setState((before) => ({ ...before, loading: false, stale: false, error: failure }));
      },
    );
  }, []);

  const shown = useRef<string | null>(null);
  const deep = useRef(false);
  useEffect(() => {
    if (path === null) return;
    // A reader who is far down a list is not thrown back to its top because the ledger grew.
    if (shown.current === path && deep.current) return;
    // The rows of other filters stay until the new ones are there, so that the page does not jump; those of another list go.
    if (shown.current?.split('?')[0] !== path.split('?')[0]) setState(NONE);
    deep.current = false;
    shown.current = path;
    fetchPage(path, null);
  }, [path, now, fetchPage]);
  useEffect(() => () => stop.current?.abort(), []);

  const { next, ...rest } = state;
  const more = useCallback(() => {
    if (path === null || next === null || state.loading) return;
    deep.current = true;
    fetchPage(path, next);
  }, [path, next, state.loading, fetchPage]);
  return { ...rest, whole: next === null && !state.loading, more };
}
