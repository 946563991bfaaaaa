import type { Mark } from './contract.js';

export type Kind = Mark['kind'];

/** A run of characters over which the same marks lie. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** A paragraph of a text, cut where its marks begin and end. */
export interface Block {
  readonly start: number;
  readonly segments: readonly Segment[];
}

/** Longest run that is one block: a text without any line break is still laid out in parts. */
const LONGEST = 4000;

/** The paragraphs of a text, without the empty lines between them. */
function paragraphs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const line = text.indexOf('\n', start);
    let end = line === -1 ? text.length : line;
    if (end - start > LONGEST) {
      const space = text.lastIndexOf(' ', start + LONGEST);
      end = space > start ? space : start + LONGEST;
    }
    if (end > start) found.push({ start, end });
    start = Math.max(end, start + 1);
    while (text[start] === '\n' || text[start] === '\r') start++;
  }
  return found;
}

/** Cuts a text into paragraphs and these where marks begin and end, in time linear in text and marks. */
export function segment(text: string, marks: readonly Mark[]): Block[] {
  const sorted = [...marks].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  let next = 0;
  let active: Mark[] = [];
  return paragraphs(text).map(({ start, end }) => {
    const segments: Segment[] = [];
    let at = start;
    while (at < end) {
      active = active.filter((mark) => mark.end > at);
      while (next < sorted.length && sorted[next]!.start <= at) {
        if (sorted[next]!.end > at) active.push(sorted[next]!);
        next++;
      }
      let to = Math.min(end, sorted[next]?.start ?? end);
      for (const mark of active) to = Math.min(to, mark.end);
      segments.push({ start: at, end: to, marks: active });
      at = to;
    }
    return { start, segments };
  });
}
