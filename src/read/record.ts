import { RapportError } from '../base/index.js';
import { blankMarkup } from './clean.js';
import { isoDate } from './dates.js';
import { reportFromFragment } from './html.js';
import { type Meta, reportFromText } from './text.js';
import type { Report } from './types.js';

type Json = Record<string, unknown>;

/** Names under which the exports of the world keep the same thing; the first that is filled is taken. */
const FIELDS = {
  id: ['id', '_id', 'uuid', 'guid', 'doc_id', 'docid', 'document_id', 'article_id'],
  url: ['url', 'link', 'uri', 'href', 'permalink', 'web_url', 'webUrl', 'external_url'],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'site',
    'site_name',
    'siteName',
    'source_name',
    'sourceName',
    'media',
    'newspaper',
    'publication',
    'agency',
    'domain',
    'source_domain',
    'sitename',
    'hostname',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  published: [
    'published',
    'date',
    'datePublished',
    'date_published',
    'pubDate',
    'pub_date',
    'published_at',
    'publishedAt',
    'publication_date',
    'publish_date',
    'publishDate',
    'date_publish',
    'published_date',
    'webPublicationDate',
    'timestamp',
    'datetime',
    'time',
    'created_at',
  ],
  title: ['title', 'headline', 'heading', 'webTitle', 'subject'],
  text: [
    'text',
    'body',
    'content',
    'articleBody',
    'article_body',
    'maintext',
    'main_text',
    'fulltext',
    'full_text',
    'fullText',
    'raw_text',
    'article',
    'article_text',
    'story',
    'content_text',
    'bodyText',
    'document',
    'passage',
    'description',
    'summary',
  ],
  html: ['html', 'content_html', 'body_html', 'raw_html'],
} as const;

const LISTS = [
  'articles',
  'items',
  'results',
  'reports',
  'documents',
  'docs',
  'data',
  'entries',
  'stories',
  'news',
  'records',
  'hits',
];

/** The records in a JSON value: itself, its members, or those of a list it wraps. */
export function records(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (
    value &&
    typeof value === 'object' &&
    !text(pick(value as Json, 'text')) &&
    !text(pick(value as Json, 'html'))
  ) {
    for (const key of LISTS) {
      const list = (value as Json)[key];
      if (Array.isArray(list)) return list;
    }
  }
  return [value];
}

/**
 * The report of one JSON record `{id?, url?, outlet?, published?, title?, text}` or one with other usual names.
 * @throws RapportError `BAD_JSON` where it is no record, `INPUT_EMPTY` where it holds no text.
 */
export function reportFromRecord(value: unknown, origin: string): Report {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new RapportError('BAD_JSON', origin, 'not a record with a text');
  }
  const record = value as Json;
  const meta = metaOf(record, origin);
  const body = text(pick(record, 'text'));
  if (body !== undefined && body.trim() !== '') return reportFromText(blankMarkup(body), meta);
  const html = text(pick(record, 'html'));
  if (html !== undefined && html.trim() !== '') return reportFromFragment(html, meta);
  throw new RapportError('INPUT_EMPTY', origin, 'the record has no text');
}

function metaOf(record: Json, origin: string): Meta {
  const published = isoDate(scalar(pick(record, 'published')));
  const meta: Record<keyof Meta, string | undefined> = {
    id: name(pick(record, 'id')),
    url: name(pick(record, 'url')),
    outlet: name(pick(record, 'outlet')),
    author: name(pick(record, 'author')),
    title: name(pick(record, 'title')),
    published,
    origin,
  };
  return Object.fromEntries(Object.entries(meta).filter(([, one]) => one !== undefined)) as Meta;
}

function pick(record: Json, field: keyof typeof FIELDS): unknown {
  for (const key of FIELDS[field]) {
    const value = record[key];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('\n\n');
  return undefined;
}

function scalar(value: unknown): unknown {
  return value && typeof value === 'object' ? ((value as Json).$date ?? (value as Json).value) : value;
}

/** A name given as text, number, object with a name, or list of these. */
function name(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    return value.map(name).filter(Boolean).slice(0, 20).join(', ') || undefined;
  }
  if (value && typeof value === 'object') {
    const one = value as Json;
    return name(one.name ?? one.title ?? one.$oid ?? one.url ?? undefined);
  }
  return undefined;
}
