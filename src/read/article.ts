import type { PartKind, Report } from './types.js';

/** A report as one flat record: what `rapport article` gives for each file. */
export interface ArticleRecord {
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly text: string;
}

/** Parts that stand beside the article's own text. */
const BESIDE: ReadonlySet<PartKind> = new Set<PartKind>(['headline', 'byline', 'caption']);

/** The article of a report: metadata, and its text without headline, byline and captions. */
export function article(report: Report): ArticleRecord {
  const kept = report.parts.filter((part) => !BESIDE.has(part.kind));
  return {
    file: report.origin,
    title: report.title ?? null,
    outlet: report.outlet ?? null,
    author: report.author ?? null,
    published: report.published ?? null,
    text: kept.map(({ span }) => report.text.slice(span.start, span.end)).join('\n\n'),
  };
}
