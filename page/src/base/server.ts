import { signal } from '@preact/signals';
import { Failure, get } from './api.js';
import type { LedgerNews, LedgerSummary } from './contract.js';

/** Set while the server answers nothing, or only that it cannot: when it is asked next (ms since 1970), and why. */
export const away = signal<{ readonly again: number; readonly why: string } | null>(null);
/** Grows whenever what was loaded may be out of date: the ledger changed, or the server came back. */
export const tide = signal(0);
export const summary = signal<LedgerSummary | null>(null);
/** One line for screen readers and the foot of the page: what changed in the ledger since the page was opened. */
export const news = signal('');

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const BETWEEN_STREAMS = 5000;
let wait = FIRST_WAIT;
let timer: ReturnType<typeof setTimeout> | undefined;
let stream: EventSource | undefined;
let opened = 0;
let reopening: ReturnType<typeof setTimeout> | undefined;
let revision: string | undefined;

async function look(): Promise<void> {
  timer = undefined;
  try {
    const found = await get<LedgerSummary>('/api/ledger');
    summary.value = found;
    wait = FIRST_WAIT;
    if (away.peek()) {
      away.value = null;
      tide.value++;
    }
    listen();
  } catch (error) {
    lost(error);
  }
}

/** Says that the server did not answer: a notice is shown and the server is asked again, ever more patiently. */
export function lost(error: unknown): void {
  if (timer !== undefined) return;
  stream?.close();
  stream = undefined;
  const why = error instanceof Failure && error.passing ? error.message : 'The server does not answer.';
  away.value = { again: Date.now() + wait, why };
  timer = setTimeout(look, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

/** Asks at once, for those who do not want to wait. */
export function tryNow(): void {
  clearTimeout(timer);
  timer = undefined;
  wait = FIRST_WAIT;
  void look();
}

function heard(event: MessageEvent<string>): void {
  const found = JSON.parse(event.data) as LedgerNews;
  if (revision !== undefined && found.revision !== revision) {
    const before = summary.peek();
    const more = before ? found.reports - before.reports : 0;
    news.value =
      more > 0 ? `${more} new ${more === 1 ? 'report' : 'reports'} in the ledger` : 'The ledger changed';
    tide.value++;
    void look();
  }
  revision = found.revision;
}

function listen(): void {
  if (stream) return;
  // A stream that breaks off at once must not be opened again and again.
  const pause = opened + BETWEEN_STREAMS - Date.now();
  if (pause > 0) {
    clearTimeout(reopening);
    reopening = setTimeout(listen, pause);
    return;
  }
  opened = Date.now();
  stream = new EventSource('/api/updates');
  stream.addEventListener('ledger', heard);
  stream.onerror = () => {
    stream?.close();
    stream = undefined;
    void look();
  };
}

/** Begins to follow the server. */
export function follow(): void {
  void look();
}
