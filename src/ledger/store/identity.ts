import { contentId } from '../../base/index.js';
import type { Report } from '../../read/index.js';

/** Who a report is: what makes it the same report, and what makes it another version of one. */
export interface Identity {
  /** Id in the ledger: the same words from the same place. */
  readonly id: string;
  /** The place: its address, or its outlet and the id it was given; null when the input names neither. */
  readonly key: string | null;
  /** The words, title and text, whoever printed them. */
  readonly content: string;
}

/** Parameters of addresses that tell where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref)$/i;

export function identityOf(report: Report): Identity {
  const content = contentId(`${report.title ?? ''}\n${report.text}`);
  const key = keyOf(report);
  return { id: contentId(`${key ?? `outlet:${report.outlet ?? ''}`}\n${content}`), key, content };
}

function keyOf(report: Report): string | null {
  if (report.url) return `url:${plainAddress(report.url)}`;
  // An id that follows from the words alone says nothing of the place.
  const derived = [contentId(report.text), contentId(`${report.title}\n${report.text}`)];
  return derived.includes(report.id) ? null : `id:${report.outlet ?? ''}:${report.id}`;
}

function plainAddress(address: string): string {
  try {
    const url = new URL(address);
    url.hash = '';
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
    return url.href.replace(/^http:/, 'https:').replace(/\/$/, '');
  } catch {
    return address;
  }
}

/** How much of the shorter text's run of words stands in the longer one, 0 to 1: threes of words in common. */
export function likeness(a: string, b: string): number {
  const [x, y] = [threes(a), threes(b)];
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let common = 0;
  for (const three of small) if (large.has(three)) common++;
  return common / small.size;
}

function threes(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((_, i) => words.slice(i, i + 3).join(' ')));
}
