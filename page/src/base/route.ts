import { signal } from '@preact/signals';

/** Where the reader is: the segments of the path, and the state of the view. */
export interface Place {
  readonly path: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** What stands behind the `#`. */
  readonly hash: string;
}

function read(): Place {
  const { pathname, search, hash } = window.location;
  const parts = pathname.split('/').filter(Boolean).map(plain);
  return { path: pathname, parts, query: new URLSearchParams(search), hash: hash.slice(1) };
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const place = signal<Place>(read());

/** Goes to an address of the page; `replace` leaves no step in the history. */
export function go(href: string, replace = false): void {
  const url = new URL(href, window.location.href);
  const same = url.pathname === window.location.pathname;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
  place.value = read();
  if (!same) window.scrollTo(0, 0);
}

export type Change = Readonly<Record<string, string | number | null | undefined>>;

/** The address of this view with some of its state changed; what is null or empty is taken out. */
export function here(change: Change): string {
  const { path, query } = place.value;
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === undefined || value === '') next.delete(key);
    else next.set(key, String(value));
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** Changes the state of this view; a report that is packed behind the `#` stays. */
export function turn(change: Change, replace = false): void {
  const { hash } = place.value;
  go(here(change) + (hash && `#${hash}`), replace);
}

function clicked(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const link = (event.target as Element).closest('a');
  if (!link || link.target || link.hasAttribute('download')) return;
  const href = link.getAttribute('href');
  if (!href?.startsWith('/') || href.startsWith('//') || href.startsWith('/api/')) return;
  event.preventDefault();
  go(href);
}

/** Lets links of the page change its state instead of loading it anew. */
export function followLinks(): void {
  document.addEventListener('click', clicked);
  window.addEventListener('popstate', () => {
    place.value = read();
  });
}
