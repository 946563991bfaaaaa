import type { Span } from '../base/index.js';
import { type Named, world } from './tables.js';
import { keyOf, type Word, wordsOf } from './words.js';

/** A name found in a text, with everything it may stand for. */
export interface Found extends Span {
  readonly text: string;
  readonly readings: readonly Named[];
}

interface Entry {
  readonly words: readonly string[];
  readonly capitals: boolean; // the name is written in capitals only: "WHO", "US"
  readonly readings: Named[];
}

let index: Map<string, Entry[]> | undefined;

/** Names by their first word, the longest first. */
function entries(): Map<string, Entry[]> {
  if (index) return index;
  const byName = new Map<string, Entry>();
  for (const named of world().names) {
    const words = wordsOf(named.name).map((word) => word.key);
    if (words.length === 0) continue;
    const capitals = /^[\p{Lu}\p{N}.\-& ]+$/u.test(named.name);
    const key = `${words.join(' ')}${capitals ? '!' : ''}`;
    const entry = byName.get(key);
    if (entry) entry.readings.push(named);
    else byName.set(key, { words, capitals, readings: [named] });
  }
  index = new Map();
  for (const entry of byName.values()) {
    const first = entry.words[0]!;
    const list = index.get(first);
    if (list) list.push(entry);
    else index.set(first, [entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The names in a stretch of text, longest first from the left, without overlaps. Linear in the number of words. */
export function findNames(text: string, span: Span): Found[] {
  const words = wordsOf(text.slice(span.start, span.end), span.start);
  const out: Found[] = [];
  for (let i = 0; i < words.length; ) {
    const found = nameAt(text, words, i);
    if (found) out.push(found.name);
    i += found ? found.length : 1;
  }
  return out;
}

function nameAt(
  text: string,
  words: readonly Word[],
  i: number,
): { name: Found; length: number } | undefined {
  const first = words[i]!;
  // Names begin with a capital or a digit; "al-Shabaab" and "el-Sisi" are the exceptions.
  if (!/^[\p{Lu}\p{N}]|^(?:al|el|ash|an|de|van|bin|the)$/u.test(first.text)) return undefined;
  for (const entry of entries().get(first.key) ?? []) {
    const length = entry.words.length;
    if (i + length > words.length) continue;
    if (!entry.words.every((word, k) => words[i + k]!.key === word)) continue;
    const last = words[i + length - 1]!;
    const written = text.slice(first.start, last.end);
    if (!joined(text, words, i, length) || !capitalized(written, entry, words.slice(i, i + length))) continue;
    return { name: { start: first.start, end: last.end, text: written, readings: entry.readings }, length };
  }
  return undefined;
}

/** Words of one name stand side by side: a comma or a full stop between them parts them. */
function joined(text: string, words: readonly Word[], i: number, length: number): boolean {
  for (let k = i; k < i + length - 1; k++) {
    const between = text.slice(words[k]!.end, words[k + 1]!.start);
    if (!/^(?:[\s\-–'’`&/]{1,3}|\. )$/u.test(between)) return false;
  }
  return true;
}

function capitalized(written: string, entry: Entry, words: readonly Word[]): boolean {
  if (entry.capitals) return !/\p{Ll}/u.test(written.replace(/[^\p{L}]/gu, '')) || words.length > 1;
  return words.some((word) => /^\p{Lu}/u.test(word.text)) && (words.length > 1 || /^\p{Lu}/u.test(written));
}

/** Everything that an exact name may stand for. */
export function readingsOf(name: string): readonly Named[] {
  const words = wordsOf(name).map((word) => word.key);
  const first = words[0];
  if (first === undefined) return [];
  const same = (entry: Entry): boolean =>
    entry.words.length === words.length && entry.words.every((w, k) => w === words[k]);
  return (entries().get(first) ?? []).filter(same).flatMap((entry) => entry.readings);
}

export { keyOf };
