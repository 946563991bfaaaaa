import type { Span } from '../base/index.js';

export interface Word extends Span {
  /** Lower case, typographic apostrophes and dashes made plain. */
  readonly t: string;
  readonly raw: string;
  /** Value of a number written in digits. */
  readonly num?: number;
  /** Whether white space (or nothing) stands before it. */
  readonly gap: boolean;
}

/** A text cut into words, with a note whether the whole text is meant to be one expression. */
export interface Stream {
  readonly text: string;
  readonly words: readonly Word[];
  /** `when` was asked: the reader may be lenient about case and about bare months and numbers. */
  readonly whole: boolean;
  /** Order of day and month that another numeric date of the text gives away. */
  readonly order?: 'dmy' | 'mdy';
}

const TOKEN =
  /\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|\d+|\p{L}[\p{L}\p{N}]*|['’](?:s|ll|re|ve|d)(?!\p{L})|[^\s]/gu;

const NONE: Word = { t: '', raw: '', start: -1, end: -1, gap: true };

function plain(raw: string): string {
  const lower = raw.toLowerCase();
  if (lower.length > 2) return lower.replace('’', "'");
  return lower.replace('’', "'").replace(/[–—‑‐−]/, '-');
}

/** Cuts text into words, numbers and single marks, in linear time. */
export function cut(text: string): Word[] {
  const out: Word[] = [];
  let last = -1;
  for (const m of text.matchAll(TOKEN)) {
    const raw = m[0];
    const digit = raw.charCodeAt(0) >= 48 && raw.charCodeAt(0) <= 57;
    const base = { t: plain(raw), raw, start: m.index, end: m.index + raw.length, gap: m.index !== last };
    last = base.end;
    if (digit && /^[\d,]+$/.test(raw)) out.push({ ...base, num: Number(raw.replaceAll(',', '')) });
    else out.push(base);
  }
  return out;
}

/** The word at a position; an empty word outside the text. */
export function at(s: Stream, i: number): Word {
  return s.words[i] ?? NONE;
}

/** The lower-case form at a position, '' outside the text. */
export function t(s: Stream, i: number): string {
  return (s.words[i] ?? NONE).t;
}

/** Whether the given words stand in a row from `i`. */
export function seq(s: Stream, i: number, ...words: string[]): boolean {
  return words.every((w, k) => t(s, i + k) === w);
}

/** The position of the first word that begins at or after a character offset, looking on from `i`. */
export function wordAfter(s: Stream, i: number, offset: number): number {
  let k = i;
  while (k < s.words.length && at(s, k).start < offset) k++;
  return k;
}

export function isCapital(raw: string): boolean {
  const c = raw.charAt(0);
  return c !== c.toLowerCase();
}
