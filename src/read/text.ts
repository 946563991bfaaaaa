import { contentId } from '../base/index.js';
import { layoutOfText } from './parts.js';
import { same } from './same.js';
import type { Report } from './types.js';

/** What an input says about its report beside the text. */
export interface Meta {
  readonly id?: string;
  readonly origin?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly author?: string;
  /** ISO 8601 date or date-time. */
  readonly published?: string;
  readonly title?: string;
}

/** A report of a plain text. The text is kept as it is, character for character. */
export function reportFromText(text: string, meta: Meta = {}): Report {
  const { parts, dateline } = layoutOfText(text, meta.title);
  const headline = parts[0]?.kind === 'headline' ? parts[0].span : undefined;
  const title = meta.title ?? (headline && text.slice(headline.start, headline.end).replace(/\s+/g, ' '));
  return {
    ...stated(meta),
    id: meta.id ?? contentId(title && !headline && !same(title, text) ? `${title}\n${text}` : text),
    origin: meta.origin ?? 'text',
    ...(title === undefined ? {} : { title }),
    text,
    parts,
    ...(dateline ? { dateline } : {}),
  };
}

/** The fields of `meta` that a report takes over, without the absent ones. */
export function stated(meta: Meta): Pick<Report, 'url' | 'outlet' | 'author' | 'published'> {
  return {
    ...(meta.url === undefined ? {} : { url: meta.url }),
    ...(meta.outlet === undefined ? {} : { outlet: meta.outlet }),
    ...(meta.author === undefined ? {} : { author: meta.author }),
    ...(meta.published === undefined ? {} : { published: meta.published }),
  };
}
