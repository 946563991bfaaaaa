import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure, get } from './api.js';
import { lost, tide } from './server.js';

/** What was asked for; `data` stays that of the last answer while a new one is on its way. */
export interface Loaded<T> {
  readonly data: T | null;
  readonly error: Failure | null;
  readonly loading: boolean;
}

/** Any error as a failure that can be shown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(-1, 'PAGE', error instanceof Error ? error.message : String(error));
}

/** Loads a path of the API, and again when the ledger changes or the server comes back; null loads nothing. */
export function useLoad<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ data: null, error: null, loading: path !== null });
  const shown = useRef<string | null>(null);
  const now = tide.value;
  useEffect(() => {
    if (path === null) {
      setState({ data: null, error: null, loading: false });
      return;
    }
    const stop = new AbortController();
    // Another subject must not be shown under this one's name, but another period or page of it may stay meanwhile.
    const sameSubject = shown.current?.split('?')[0] === path.split('?')[0];
    setState((before) => ({ data: sameSubject ? before.data : null, error: null, loading: true }));
    get<T>(path, stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        shown.current = path;
        setState({ data, error: null, loading: false });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = failureOf(error);
        if (failure.passing) lost(failure);
        setState((before) => ({
          data: failure.passing ? before.data : null,
          error: failure,
          loading: false,
        }));
      },
    );
    return () => stop.abort();
  }, [path, now]);
  return state;
}
