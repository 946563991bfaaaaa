import type { Span } from '../base/index.js';
import type { Quoted } from './types.js';

/** Closing mark for each opening mark. German „ closes with “, which also opens in English. */
const CLOSING: Record<string, string> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“”',
  '‘': '’',
  '「': '」',
  '‹': '›',
};

/**
 * The pairs of quotation marks in the paragraphs of a text. A quotation that runs over several paragraphs opens
 * anew in each and closes in the last: it gives one pair for each paragraph. A mark without its partner is
 * passed over. Linear in the length of the text.
 */
export function findQuoted(text: string, paragraphs: readonly Span[]): Quoted[] {
  const found: Quoted[] = [];
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    const continued = next !== undefined ? text[next.start] : undefined;
    found.push(...inParagraph(text, paragraph, continued));
  });
  return found;
}

function inParagraph(text: string, paragraph: Span, nextOpens: string | undefined): Quoted[] {
  const found: Quoted[] = [];
  let open: { mark: string; at: number } | undefined;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const c = text[at]!;
    if (open !== undefined && closes(text, at, open.mark)) {
      found.push({ start: open.at, end: at + 1, inner: { start: open.at + 1, end: at } });
      open = undefined;
    } else if (
      c in CLOSING &&
      opens(text, at, c) &&
      (open === undefined || (c === '“' && open.mark !== '„'))
    ) {
      open = { mark: c, at };
    }
  }
  if (open !== undefined && nextOpens === open.mark && open.mark !== '‘') {
    found.push({ start: open.at, end: paragraph.end, inner: { start: open.at + 1, end: paragraph.end } });
  }
  return found;
}

/** A mark opens a quotation when nothing but space, a bracket or a dash stands before it. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1];
  if (mark !== '"' && mark !== '‘') return true;
  return (before === undefined || /[\s([{—–\-/:'“"]/.test(before)) && /\S/.test(text[at + 1] ?? ' ');
}

function closes(text: string, at: number, mark: string): boolean {
  const c = text[at]!;
  if (!CLOSING[mark]!.includes(c)) return false;
  // An apostrophe ("don’t", "nations’ aim") is no closing mark where a letter follows.
  return c !== '’' || !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}
