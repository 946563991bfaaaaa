import { useEffect, useRef, useState } from 'preact/hooks';
import { api, Failure, post } from '../base/api.js';
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

/** What a packed report begins with, behind the `#`. */
const PACKED = 'r=';
const NOTHING: Loaded<ReadingView> = { data: null, error: null, loading: false };
const CUT = new Failure(
  -1,
  'LINK',
  'This link holds no whole report: it may have been cut short on its way.',
);

/** Where a report is pasted, and then read. */
function Desk() {
  const { hash } = place.value;
  const packed = hash.startsWith(PACKED) ? hash.slice(PACKED.length) : '';
  const [input, setInput] = useState<Unkept | null>(null);
  const [state, setState] = useState(NOTHING);
  const done = useRef<Unkept | null>(null);
  /** What of the address is read already. */
  const known = useRef('');
  const now = tide.value;
  useTitle(state.data);

  useEffect(() => {
    if (packed === known.current) return;
    known.current = packed;
    setInput(null);
    setState(NOTHING);
    if (packed)
      unpack(packed).then((found) => (found ? setInput(found) : setState({ ...NOTHING, error: CUT })));
  }, [packed]);
  useEffect(() => {
    if (!input || done.current === input) return;
    const stop = new AbortController();
    setState({ ...NOTHING, loading: true });
    post<ReadingView>('/api/read', input, undefined, stop.signal).then(
      async (data) => {
        done.current = input;
        setState({ ...NOTHING, data });
        known.current = await pack(input);
        if (!stop.signal.aborted) remember(known.current);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = failureOf(error);
        if (failure.passing) lost(failure);
        setState({ ...NOTHING, error: failure });
      },
    );
    return () => stop.abort();
  }, [input, now]);

  const submit = (next: Unkept) => {
    setState({ ...NOTHING, loading: true });
    setInput(next);
  };
  const again = () => {
    known.current = '';
    go('/report');
    setInput(null);
    setState(NOTHING);
  };
  if (input && state.data) {
    return (
      <div class="view report">
        <p class="kicker">
          <button type="button" class="link" onClick={again}>
            Read another report
          </button>
        </p>
        <Reading reading={state.data} staged input={input} link={async () => linkTo(await pack(input))} />
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
const linkTo = (packed: string): string =>
  `${window.location.origin}/report${window.location.search}#${PACKED}${packed}`;

/** Puts what was read into the address, unless it is too long for one. */
function remember(packed: string): void {
  const link = linkTo(packed);
  if (link.length <= LONGEST_LINK && window.location.pathname === '/report') go(link, true);
}
