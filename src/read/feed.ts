import { parseFeed } from 'feedsmith';
import { RapportError } from '../base/index.js';
import { isoDate } from './dates.js';
import { reportFromFragment } from './html.js';
import type { ReadResult } from './options.js';
import { type Meta, reportFromText } from './text.js';

interface Item {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly id: string | undefined;
  readonly date: string | undefined;
  readonly author: string | undefined;
  readonly outlet: string | undefined;
  readonly body: string | undefined;
}

/** The reports of an RSS, Atom or RDF feed, one for each item that holds text. */
export function* reportsFromFeed(xml: string, origin: string): Generator<ReadResult> {
  let items: Item[];
  try {
    items = readItems(xml);
  } catch {
    yield { ok: false, error: new RapportError('BAD_FEED', origin, 'not a well-formed feed') };
    return;
  }
  if (items.length === 0) {
    yield { ok: false, error: new RapportError('INPUT_EMPTY', origin, 'the feed has no items') };
    return;
  }
  for (const [at, item] of items.entries()) yield readItem(item, `${origin}#${at + 1}`);
}

function readItem(item: Item, origin: string): ReadResult {
  const body = item.body?.trim() ?? '';
  if (body === '')
    return { ok: false, error: new RapportError('INPUT_EMPTY', origin, 'the item has no text') };
  const published = isoDate(item.date);
  const meta: Meta = {
    origin,
    ...(item.id ? { id: item.id } : {}),
    ...(item.url ? { url: item.url } : {}),
    ...(item.outlet ? { outlet: item.outlet } : {}),
    ...(item.author ? { author: item.author } : {}),
    ...(item.title ? { title: plain(item.title) } : {}),
    ...(published ? { published } : {}),
  };
  try {
    const marked = /<[a-z!/][^>]{0,400}>|&(?:#\d+|[a-z]{2,8});/i.test(body);
    return { ok: true, report: marked ? reportFromFragment(body, meta) : reportFromText(body, meta) };
  } catch (error) {
    if (error instanceof RapportError) return { ok: false, error };
    throw error;
  }
}

function readItems(xml: string): Item[] {
  const { format, feed } = parseFeed(xml);
  if (format === 'rss') {
    return (feed.items ?? []).map((item) => ({
      title: item.title,
      url: item.link,
      id: item.guid?.value,
      date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
      author: item.authors?.[0]?.name ?? item.dc?.creators?.[0],
      outlet: item.source?.title ?? feed.title,
      body: longer(item.content?.encoded, item.description),
    }));
  }
  if (format === 'atom') {
    return (feed.entries ?? []).map((entry) => ({
      title: textValue(entry.title),
      url: entry.links?.find((link) => !link.rel || link.rel === 'alternate')?.href ?? entry.links?.[0]?.href,
      id: entry.id,
      date: entry.published ?? entry.updated,
      author: entry.authors?.[0]?.name,
      outlet: textValue(feed.title),
      body: longer(textValue(entry.content), textValue(entry.summary)),
    }));
  }
  if (format === 'rdf') {
    return (feed.items ?? []).map((item) => ({
      title: item.title,
      url: item.link,
      id: undefined,
      date: item.dc?.dates?.[0],
      author: item.dc?.creators?.[0],
      outlet: feed.title,
      body: longer(item.content?.encoded, item.description),
    }));
  }
  return [];
}

function textValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const one = value as { value?: unknown } | null | undefined;
  return typeof one?.value === 'string' ? one.value : undefined;
}

function longer(a: string | undefined, b: string | undefined): string | undefined {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
}

function plain(title: string): string {
  return title
    .replace(/<[^<>]{0,400}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
