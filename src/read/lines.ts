import type { Span } from '../base/index.js';

/** A line or several wrapped lines that belong together; the span has no white space at its ends. */
export interface Chunk {
  readonly span: Span;
  readonly bullet: boolean;
  /** Whether a blank line (or the text's beginning) stands above. */
  readonly apart: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly apart: boolean;
}

const BULLET = /^(?:[-*•·‣◦▪●■○►▶➤]|[–—](?!\s\p{Lu}{3})|\(?\d{1,2}[.)]|[a-z]\))\s{1,4}(?=\S)/u;
/** Text wrapped by hand or by a wire is not wider than this. */
const WIDEST = 130;

/** Cuts a text into paragraphs, joining the lines of paragraphs that were wrapped. */
export function chunks(text: string): Chunk[] {
  const lines = readLines(text);
  const width = wrapWidth(text, lines);
  const result: Chunk[] = [];
  let open: { start: number; end: number; bullet: boolean; apart: boolean } | undefined;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const bullet = BULLET.exec(text.slice(line.start, line.start + 12));
    const joins =
      open && before && !bullet && !line.apart && width > 0 && continues(text, before, line, width);
    if (open && joins) {
      open.end = line.end;
      continue;
    }
    if (open) result.push(close(open));
    open = {
      start: line.start + (bullet?.[0].length ?? 0),
      end: line.end,
      bullet: bullet !== null,
      apart: line.apart,
    };
  }
  if (open) result.push(close(open));
  return result;
}

function close(open: { start: number; end: number; bullet: boolean; apart: boolean }): Chunk {
  return { span: { start: open.start, end: open.end }, bullet: open.bullet, apart: open.apart };
}

/** Whether `line` goes on with the paragraph of `before`: its first word had no room above. */
function continues(text: string, before: Line, line: Line, width: number): boolean {
  if (line.indent >= 2 && line.indent > before.indent) return false;
  const room = width - (before.end - before.start + before.indent);
  const word = firstWord(text, line);
  if (word >= room) return true;
  const last = text[before.end - 1] ?? '';
  return (
    !/[.!?:"”’')…]/.test(last) && /[\p{Ll},;–—-]/u.test(last) && /[\p{Ll}\d]/u.test(text[line.start] ?? '')
  );
}

function firstWord(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) > 32) at++;
  return at - line.start;
}

/** The width the text was wrapped to, or 0 where each line is a paragraph. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let widest = 0;
  let pairs = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.apart) continue;
    widest = Math.max(widest, line.end - line.start + line.indent);
    pairs++;
  }
  if (pairs === 0 || widest < 30 || widest > WIDEST) return 0;
  let full = 0;
  let open = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.apart) continue;
    if (firstWord(text, next) + 1 >= widest - (line.end - line.start + line.indent) - 6) full++;
    if (/[\p{L}\d,;]/u.test(text[line.end - 1] ?? '')) open++;
  }
  return full >= pairs * 0.6 && open >= pairs * 0.5 ? widest : 0;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let from = 0;
  while (from <= text.length) {
    const stop = lineEnd(text, from);
    let start = from;
    while (start < stop && isSpace(text.charCodeAt(start))) start++;
    let end = stop;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) {
      lines.push({ start, end, indent: start - from, apart });
      apart = false;
    } else apart = true;
    from = stop + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x2028 || code === 0x2029 || code === 12) return at;
    if (code === 13 && text.charCodeAt(at + 1) !== 10) return at;
  }
  return text.length;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x3000;
}
