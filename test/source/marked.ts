import { analyse } from '../../src/language/index.js';
import { type Report, reportFromText } from '../../src/read/index.js';
import { findQuotations, type Quotation } from '../../src/source/index.js';
import { findMentions, type Mention } from '../../src/world/index.js';

/** What a quotation says, as text: for comparing with what a person marked. */
export interface Row {
  readonly source: string;
  readonly cue: string;
  readonly content: readonly string[];
}

export interface Found {
  readonly report: Report;
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
}

export function find(text: string): Found {
  const report = reportFromText(text, {});
  const document = analyse(report);
  const mentions = findMentions(document, { at: '2025-06-01' });
  return { report, mentions, quotations: findQuotations(document, mentions) };
}

/** `{s1:Lavrov} {c1:said} {q1:no}`: the text without the marks, and the rows they tell; ¶ is a line break. */
export function unmark(marked: string): { text: string; rows: Row[] } {
  let text = '';
  const open: { key: string; start: number }[] = [];
  const parts = new Map<string, string[]>();
  const source = marked.replaceAll('¶', '\n');
  for (let at = 0; at < source.length; ) {
    const opening = /^\{([scq]\d):/.exec(source.slice(at, at + 6));
    if (opening) {
      open.push({ key: opening[1]!, start: text.length });
      at += opening[0].length;
    } else if (source[at] === '}') {
      const { key, start } = open.pop()!;
      parts.set(key, [...(parts.get(key) ?? []), text.slice(start)]);
      at++;
    } else text += source[at++];
  }
  const numbers = [...new Set([...parts.keys()].map((key) => key[1]!))].sort();
  const rows = numbers.map((n) => ({
    source: parts.get(`s${n}`)?.[0] ?? '',
    cue: parts.get(`c${n}`)?.[0] ?? '',
    content: parts.get(`q${n}`) ?? [],
  }));
  return { text, rows };
}

/** The quotations found, without those inside a reported clause; a full stop at the end of words is left out. */
export function rowsOf({ report, quotations }: Found): Row[] {
  const words = (span: { start: number; end: number } | undefined): string =>
    span ? report.text.slice(span.start, span.end) : '';
  return quotations
    .filter((q) => q.within === undefined)
    .map((q) => ({
      source: words(q.speaker?.span),
      cue: words(q.cue),
      content: q.content.map((c) => words(c).replace(/[.,]$/, '')),
    }));
}
