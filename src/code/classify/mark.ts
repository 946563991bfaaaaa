import { RapportError, type Span } from '../../base/index.js';

/** A sentence without its marks, and where they stood; a party named again is marked again. */
export interface Marked {
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

/** What `readPair` lets pass besides a source and a target side by side. */
export interface MarkOptions {
  /** One of the two may be missing, or stand within the other ("Iraqi" in "Iraqi fighters"). */
  readonly open?: boolean;
}

const MARK = /<(\/?)([st])>/g;

/**
 * Reads a sentence with its source marked `<s>…</s>` and its target `<t>…</t>`, in either order.
 * @throws RapportError BAD_PAIR when a mark is missing, empty, unclosed, crossed or (unless `open`) nested.
 */
export function readPair(marked: string, options: MarkOptions = {}): Marked {
  const spans: Record<'s' | 't', Span[]> = { s: [], t: [] };
  const open: { tag: 's' | 't'; start: number }[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const tag = match[2] as 's' | 't';
    if (!match[1]) {
      if (open.some((other) => other.tag === tag)) throw bad(`<${tag}> within <${tag}>`);
      if (open.length > 0 && !options.open) throw bad('one mark within the other');
      open.push({ tag, start: text.length });
      continue;
    }
    const last = open.pop();
    if (last?.tag !== tag) throw bad(last ? 'the marks cross' : `</${tag}> without <${tag}>`);
    if (text.slice(last.start).trim() === '') throw bad(`nothing between <${tag}> and </${tag}>`);
    spans[tag].push({ start: last.start, end: text.length });
  }
  text += marked.slice(from);
  if (open.length > 0) throw bad(`<${open[0]!.tag}> is not closed`);
  if (spans.s.length + spans.t.length === 0) throw bad('no mark');
  if (!options.open && spans.s.length === 0) throw bad('no source is marked');
  if (!options.open && spans.t.length === 0) throw bad('no target is marked');
  return { text, source: spans.s, target: spans.t };
}

function bad(what: string): RapportError {
  return new RapportError('BAD_PAIR', 'pair', what);
}
