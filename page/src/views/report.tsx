import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Failure, post } from '../base/api.js';
import type { ReadingView } from '../base/contract.js';
import { failureOf, type Loaded, useLoad } from '../base/load.js';
import { LONGEST_LINK, pack, type Unkept, unpack } from '../base/pack.js';
import { go, place } from '../base/route.js';
import { lost, tide } from '../base/server.js';
import { Shown } from '../parts/states.js';
import { Compose } from './compose.js';
import { Kept } from './kept.js';
import { Reading } from './reading.js';
import './report.css';

/** A report: one to be read now, or one that the ledger keeps. */
export function View() {
  const id = place.value.parts[1];
  return id ? <KeptReading key={id} id={id} /> : <Desk />;
}

function useTitle(reading: ReadingView | null): void {
  const title = reading ? (reading.title ?? 'A report') : 'Reports';
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
}

function KeptReading({ id }: { readonly id: string }) {
  const reading = useLoad<ReadingView>(api(`reports/${encodeURIComponent(id)}`));
  useTitle(reading.data);
  return (
    <div class="view report">
      <p class="kicker">
        <a href="/report">All reports</a>
      </p>
      <Shown of={reading}>{(data) => <Reading reading={data} staged={false} />}</Shown>
    </div>
  );
}

/** What the address holds behind its `#`, as it changes. */
function usePacked(): string {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener('hashchange', changed);
    window.addEventListener('popstate', changed);
    return () => {
      window.removeEventListener('hashchange', changed);
      window.removeEventListener('popstate', changed);
    };
  }, []);
  return hash.startsWith('#r=') ? hash.slice(3) : '';
}

/** Where a report is pasted, and then read. */
function Desk() {
  const packed = usePacked();
  const [input, setInput] = useState<Unkept | null>(null);
  const [state, setState] = useState<Loaded<ReadingView>>({ data: null, error: null, loading: false });
  const done = useRef<Unkept | null>(null);
  const now = tide.value;
  useTitle(state.data);

  useEffect(() => {
    if (packed) unpack(packed).then((found) => setInput(found));
  }, [packed]);
  useEffect(() => {
    if (!input || done.current === input) return;
    const stop = new AbortController();
    setState({ data: null, error: null, loading: true });
    post<ReadingView>('/api/read', input, undefined, stop.signal).then(
      (data) => {
        done.current = input;
        setState({ data, error: null, loading: false });
        void remember(input);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure: Failure = failureOf(error);
        if (failure.passing) lost(failure);
        setState({ data: null, error: failure, loading: false });
      },
    );
    return () => stop.abort();
  }, [input, now]);

  const submit = (next: Unkept) => {
    setState({ data: null, error: null, loading: true });
    setInput(next);
  };
  const again = () => {
    go('/report');
    setInput(null);
    setState({ data: null, error: null, loading: false });
  };
  if (input && state.data) {
    return (
      <div class="view report">
        <p class="kicker">
          <button type="button" class="link" onClick={again}>
            Read another report
          </button>
        </p>
        <Reading reading={state.data} staged input={input} link={() => linkOf(input)} />
      </div>
    );
  }
  return (
    <div class="view">
      <h1>Watch a report being read</h1>
      <Compose given={input} read={submit} reading={state.loading} error={state.error} />
      <Kept />
    </div>
  );
}

/** The address that reads the same again, with what is chosen and hidden in the view. */
async function linkOf(input: Unkept): Promise<string> {
  return `${window.location.origin}/report${window.location.search}#r=${await pack(input)}`;
}

/** Puts what was read into the address, unless it is too long for one. */
async function remember(input: Unkept): Promise<void> {
  const link = await linkOf(input);
  if (link.length <= LONGEST_LINK && window.location.pathname === '/report')
    window.history.replaceState(null, '', link);
}
