import { dateInUrl, isoDate } from '../dates.js';
import { letters, same } from '../same.js';
import { type El, textOf } from './dom.js';
import { type Survey, survey } from './survey.js';

/** What a page says about its article. */
export interface PageMeta {
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  /** `articleBody` of the page's own structured data, as plain text. */
  readonly body?: string;
  readonly description?: string;
}

type Json = Record<string, unknown>;

const ARTICLE =
  /(?:article|blogposting|report|liveblogposting|newsitem|posting|advertisercontentarticle|statement|pressrelease)$/i;
const TITLE_MARK = /\s+(?:[|–—•·»:-]|::|\/)\s+/;

/** Reads structured data, meta elements, headings and the address. Call it before anything is cut from the page. */
export function readMeta(root: El, url?: string): PageMeta {
  const page = survey(root);
  const article = findArticle(page.json);
  const where = url ?? page.first('og:url', 'canonical');
  const outlet = findOutlet(page, article);
  const title = findTitle(page, article, outlet);
  return drop({
    title,
    outlet: outlet ?? suffix(page.title, title),
    author: findAuthor(page, article),
    published: findDate(page, article, where),
    url: where && /^https?:\/\//i.test(where) ? where : undefined,
    body: typeof article?.articleBody === 'string' ? article.articleBody : undefined,
    description: page.first('og:description', 'description', 'twitter:description'),
  });
}

/** The article among the page's structured data; nothing where several different ones stand side by side. */
function findArticle(json: readonly unknown[]): Json | undefined {
  const found: Json[] = [];
  const queue: unknown[] = [...json];
  for (let at = 0; at < queue.length && at < 2000; at++) {
    const item = queue[at];
    if (Array.isArray(item)) queue.push(...item.slice(0, 200));
    else if (item && typeof item === 'object') {
      const object = item as Json;
      if ([object['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type)))
        found.push(object);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) {
        if (object[key] && typeof object[key] === 'object') queue.push(object[key]);
      }
    }
  }
  return (
    found.find((one) => typeof one.articleBody === 'string') ?? found.find((one) => one.headline) ?? found[0]
  );
}

function findTitle(page: Survey, article: Json | undefined, outlet: string | undefined): string | undefined {
  const stated = [
    text(article?.headline),
    page.first('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'title'),
    page.meta.get('item:headline'),
  ].filter((one): one is string => !!one && !(outlet && same(one, outlet)));
  const headings = page.headings
    .slice(0, 100)
    .map((el) => ({ tag: el.tag, text: textOf(el) }))
    .filter(
      (one) =>
        one.text.length > 3 && one.text.length < 400 && !(outlet && letters(one.text) === letters(outlet)),
    );
  // A heading of the page that agrees with what is stated elsewhere is the title as readers saw it.
  const shown =
    headings.find((one) => stated.some((other) => same(one.text, other))) ?? longest(headings, page.title);
  if (shown) return shown.text;
  const first = headings.filter((one) => one.tag === 'h1');
  const best = stated[0] ?? (first.length === 1 ? first[0]?.text : undefined) ?? page.title;
  return best ? withoutOutlet(best, outlet) : headings.find((one) => one.tag[0] === 'h')?.text;
}

/** The longest heading that is one of the pieces of the page's `<title>`. */
function longest<T extends { readonly text: string }>(headings: readonly T[], title: string): T | undefined {
  const pieces = [title, ...title.split(TITLE_MARK), ...title.split(/:\s+/)];
  return headings
    .filter((one) => pieces.some((piece) => same(one.text, piece)))
    .reduce<T | undefined>(
      (best, one) => (best && best.text.length >= one.text.length ? best : one),
      undefined,
    );
}

/** "Title | Outlet" or "Outlet » Title" without the outlet. */
function withoutOutlet(title: string, outlet: string | undefined): string {
  const pieces = title.split(TITLE_MARK);
  if (pieces.length < 2) return title;
  const last = pieces[pieces.length - 1] as string;
  const cut = trimMark(title.slice(0, title.lastIndexOf(last)));
  if (outlet && letters(last).includes(letters(outlet).slice(0, 12))) return cut;
  if (outlet && same(pieces[0] as string, outlet)) return trimMark(title.slice((pieces[0] as string).length));
  return cut.split(/\s+/).length >= 4 && last.split(/\s+/).length <= 4 ? cut : title;
}

function trimMark(title: string): string {
  return title.replace(/^\s*[|–—•·»:/-]{1,2}\s+|\s+[|–—•·»:/-]{1,2}\s*$/g, '').trim();
}

/** The outlet beside the title in `<title>`. */
function suffix(page: string, title: string | undefined): string | undefined {
  if (!title || !page) return undefined;
  const pieces = page.split(/\s+(?:[|–—•·»:-]|::|\/)\s+|:\s+/);
  if (pieces.length < 2) return undefined;
  const last = pieces[pieces.length - 1] as string;
  const first = pieces[0] as string;
  const other = (name: string): boolean => name.length > 1 && name.length <= 50 && !same(name, title);
  if (other(last) && (same(first, title) || same(page.slice(0, page.lastIndexOf(last)), title))) return last;
  if (other(first) && (same(last, title) || same(page.slice(first.length), title))) return first;
  return undefined;
}

function findOutlet(page: Survey, article: Json | undefined): string | undefined {
  const stated = page.first('og:site_name');
  if (stated) return stated;
  return (
    name(article?.publisher) ??
    name(organization(page.json)) ??
    page.first('application-name', 'dc.publisher', 'publisher', 'citation_journal_title', 'copyright-holder')
  );
}

function organization(json: readonly unknown[]): unknown {
  for (const item of json.flat()) {
    const graph = (item as Json | null)?.['@graph'];
    for (const one of Array.isArray(graph) ? graph : [item]) {
      const type = String((one as Json | null)?.['@type'] ?? '');
      if (/^(?:NewsMediaOrganization|WebSite)$/.test(type)) return one;
    }
  }
  return undefined;
}

function findAuthor(page: Survey, article: Json | undefined): string | undefined {
  const stated = names(article?.author);
  if (stated) return stated;
  const meta = page.first(
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'parsely-author',
    'sailthru.author',
    'citation_author',
  );
  if (meta && !/^https?:/i.test(meta) && meta.length < 200) return meta.replace(/^by\s+/i, '');
  const shown = page.authors
    .map((el) => textOf(el).replace(/^by\s+/i, ''))
    .find((one) => one.length > 2 && one.length < 100);
  return shown;
}

function names(value: unknown): string | undefined {
  const list = [value]
    .flat()
    .map(name)
    .filter((one): one is string => !!one && !/^https?:/i.test(one));
  return list.length > 0 ? [...new Set(list)].slice(0, 10).join(', ') : undefined;
}

function name(value: unknown): string | undefined {
  if (typeof value === 'string') return text(value);
  const one = Array.isArray(value) ? value[0] : value;
  return text((one as Json | null | undefined)?.name);
}

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value !== 'string') return undefined;
  const plain = value
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return plain || undefined;
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published-date',
  'published_date',
  'article.published',
  'article_date_original',
  'article:published',
  'cxenseparse:recs:publishtime',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'date',
  'citation_publication_date',
  'displaydate',
  'rnews:datepublished',
  'og:pubdate',
  'ptime',
  'originalpublicationdate',
  'item:date',
];

function findDate(page: Survey, article: Json | undefined, url: string | undefined): string | undefined {
  const fromJson = isoDate(article?.datePublished) ?? isoDate(article?.dateCreated);
  if (fromJson) return fromJson;
  for (const key of DATE_NAMES) {
    const date = isoDate(page.meta.get(key));
    if (date) return date;
  }
  return dateInUrl(url) ?? shownDate(page) ?? isoDate(article?.dateModified);
}

/** `<time>` of the article: one that says it is the publication's, else the first outside of lists and asides. */
function shownDate(page: Survey): string | undefined {
  const own = page.times.find((el) => 'pubdate' in el.attrs || /publish/i.test(el.attrs.class ?? ''));
  const rest = page.times.filter((el) => !inside(el, /^(?:aside|nav|li|footer)$/));
  for (const el of [own, ...rest]) {
    const date = el && (isoDate(el.attrs.datetime) ?? isoDate(textOf(el)));
    if (date) return date;
  }
  return undefined;
}

function inside(el: El, tags: RegExp): boolean {
  for (let up = el.parent; up; up = up.parent) if (tags.test(up.tag)) return true;
  return false;
}

function drop(meta: { [K in keyof PageMeta]: PageMeta[K] | undefined }): PageMeta {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined)) as PageMeta;
}
