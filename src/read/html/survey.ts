import { type El, elements, textOf } from './dom.js';

/** What stands in a page about its article, gathered in one pass. */
export class Survey {
  readonly meta = new Map<string, string>();
  readonly json: unknown[] = [];
  readonly headings: El[] = [];
  readonly times: El[] = [];
  readonly authors: El[] = [];
  title = '';

  first(...names: string[]): string | undefined {
    for (const name of names) {
      const value = this.meta.get(name)?.trim();
      if (value) return value;
    }
    return undefined;
  }
}

/** Gathers it. */
export function survey(root: El): Survey {
  const page = new Survey();
  for (const el of elements(root)) note(page, el);
  return page;
}

function note(page: Survey, el: El): void {
  const { tag, attrs } = el;
  if (tag === 'meta') {
    const content = attrs.content;
    for (const name of [attrs.property, attrs.name, attrs.itemprop, attrs['http-equiv']]) {
      const key = name?.trim().toLowerCase();
      if (key && content && !page.meta.has(key)) page.meta.set(key, content);
    }
  } else if (tag === 'link' && /\bcanonical\b/i.test(attrs.rel ?? '') && attrs.href) {
    page.meta.set('canonical', attrs.href);
  } else if (tag === 'title' && !page.title && el.parent?.tag !== 'svg') page.title = textOf(el);
  else if (tag === 'script' && /ld\+json/i.test(attrs.type ?? '')) page.json.push(...readJson(el));
  else if (isHeading(el) && !leadsHome(el)) page.headings.push(el);
  else if (tag === 'time') page.times.push(el);
  noteItem(page, el);
}

/** A heading, or on pages of old make a bold or large line. */
function isHeading(el: El): boolean {
  if (el.tag === 'h1' || el.tag === 'h2') return true;
  if (/^h[3-6]$/.test(el.tag))
    return /title|headline/i.test(`${el.attrs.class ?? ''} ${el.attrs.itemprop ?? ''}`);
  return /^(?:b|strong|font)$/.test(el.tag) && textOf(el).length < 250;
}

function noteItem(page: Survey, el: El): void {
  const { attrs } = el;
  const item = attrs.itemprop?.toLowerCase() ?? '';
  if (/\bdatepublished\b/.test(item) && !page.meta.has('item:date')) {
    page.meta.set('item:date', attrs.datetime ?? attrs.content ?? textOf(el));
  }
  if (/\bheadline\b/.test(item) && el.tag !== 'meta' && !page.meta.has('item:headline')) {
    page.meta.set('item:headline', textOf(el));
  }
  if (/\bauthor\b/.test(item) || /\bauthor\b/.test(attrs.rel ?? '')) page.authors.push(el);
}

function readJson(el: El): unknown[] {
  const raw = el.kids.filter((kid) => typeof kid === 'string').join('');
  for (const text of [raw, raw.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '')]) {
    try {
      return [JSON.parse(text)];
    } catch {
      // Some sites leave raw line breaks inside strings.
    }
  }
  try {
    return [JSON.parse(raw.replace(/\p{Cc}+/gu, ' '))];
  } catch {
    return [];
  }
}

/** A heading that is the outlet's logo: its link leads to the front page. */
function leadsHome(el: El): boolean {
  for (const kid of el.kids) {
    if (typeof kid === 'string') continue;
    if (kid.tag === 'a' && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(kid.attrs.href ?? '#'))
      return true;
    if (leadsHome(kid)) return true;
  }
  return /(?:^|[\s_-])(?:logo|site-?title|site-?name|brand)(?:$|[\s_-])/i.test(
    `${el.attrs.class ?? ''} ${el.attrs.id ?? ''}`,
  );
}
