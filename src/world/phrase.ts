import { type Chunk, chunksOf, type Entry } from './lexicon.js';
import { hasHead, isGivenName } from './offices.js';
import { COURTESY, DEPUTY, FORMER, PREPOSITIONS, QUANTITIES, SPONSORED } from './phrasewords.js';
import type { Word } from './words.js';

/** A run of words that has readings, or one word that has none. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** A noun phrase taken apart: who it names, and everything that says whose. */
export interface Phrase {
  /** Words that stand before the head and say of which state or body, nearest to the head last. */
  readonly owners: readonly Item[];
  /** Item of the noun or name that the phrase is about. */
  readonly head?: Item;
  /** Items of a title in front of a person's name, or the noun itself when no name follows. */
  readonly title?: Item;
  /** Words of a person's name that no file knows. */
  readonly unknown?: { readonly first: number; readonly last: number };
  /** What follows: "of Peru", "in Tehran", "to the United Nations". */
  readonly after: readonly { readonly preposition: string; readonly items: readonly Item[] }[];
  /** "Turkish" in "Turkish-backed", "American" in "anti-American". */
  readonly sponsors: readonly Item[];
  readonly former: boolean;
  readonly elect: boolean;
  readonly deputy: boolean;
}

const read = new WeakMap<readonly Chunk[], Map<number, Phrase>>();

/** Takes a noun phrase apart by the order of its words alone; once, for who it means and for its head. */
export function readPhrase(
  words: readonly Word[],
  chunks: readonly Chunk[],
  from = 0,
  to = words.length,
): Phrase {
  let phrases = read.get(chunks);
  if (!phrases) {
    phrases = new Map();
    read.set(chunks, phrases);
  }
  const place = from * (words.length + 1) + to;
  let phrase = phrases.get(place);
  if (!phrase) {
    phrase = takeApart(words, chunks, from, to);
    phrases.set(place, phrase);
  }
  return phrase;
}

function takeApart(words: readonly Word[], chunks: readonly Chunk[], from: number, to: number): Phrase {
  const items = itemsOf(words, chunks, from, to);
  const start = leading(words, items);
  const split = splitAt(words, items, start);
  const core = items.slice(start, split);
  const after = tailOf(words, items.slice(split));
  return { ...readCore(words, core), after };
}

function itemsOf(words: readonly Word[], chunks: readonly Chunk[], from: number, to: number): Item[] {
  const out: Item[] = [];
  let i = from;
  for (const chunk of chunks) {
    if (chunk.first < i || chunk.last > to) continue;
    for (; i < chunk.first; i++) out.push({ first: i, last: i + 1, entries: [] });
    out.push(...(parted(words, chunk) ?? [chunk]));
    i = chunk.last;
  }
  for (; i < to; i++) out.push({ first: i, last: i + 1, entries: [] });
  return out;
}

/** "UN secretary-general" is listed as a name of the body but is its head: the body, then the office. */
function parted(words: readonly Word[], chunk: Chunk): Item[] | undefined {
  if (chunk.last - chunk.first < 2 || chunk.entries.some((entry) => entry.kind !== 'org')) return undefined;
  for (let cut = chunk.first + 1; cut < chunk.last; cut++) {
    const behind = chunksOf(words.slice(cut, chunk.last));
    const title = behind[0];
    if (title?.first !== 0 || title.last !== chunk.last - cut) continue;
    if (
      !title.entries.some(
        (entry) => entry.kind === 'agent' && entry.row.kind === 'person' && entry.form !== 'plural',
      )
    )
      continue;
    const before = chunksOf(words.slice(chunk.first, cut));
    if (before[0]?.first !== 0 || before[0].last !== cut - chunk.first) continue;
    return [
      { first: chunk.first, last: cut, entries: headed(chunk.entries) ? chunk.entries : before[0].entries },
      { first: cut, last: chunk.last, entries: title.entries },
    ];
  }
  return undefined;
}

/** Whether the body itself has a head in the table of offices: the organ then decides, not the whole. */
function headed(entries: readonly Entry[]): boolean {
  return entries.some((entry) => hasHead(entry.row.id ?? ''));
}

/** Passes over "hundreds of", "members of": who they are is said behind. */
function leading(words: readonly Word[], items: readonly Item[]): number {
  let at = 0;
  for (let i = 0; i + 1 < items.length && i < 6; i++) {
    if (words[items[i + 1]!.first]!.key !== 'of') continue;
    if (!QUANTITIES.has(words[items[i]!.last - 1]!.key)) break;
    at = i + 2;
  }
  while (
    at < items.length - 1 &&
    /^(?:the|a|an|some|several|at|least|more|than|about|nearly)$/.test(words[items[at]!.first]!.key) &&
    items[at]!.last - items[at]!.first === 1
  )
    at++;
  return at;
}

function splitAt(words: readonly Word[], items: readonly Item[], start: number): number {
  for (let i = start + 1; i < items.length; i++) {
    const word = words[items[i]!.first]!;
    if (word.comma) return i;
    if (items[i]!.entries.length === 0 && !word.hyphen && PREPOSITIONS.has(word.key) && !word.caps) return i;
  }
  return items.length;
}

function tailOf(words: readonly Word[], items: readonly Item[]): Phrase['after'] {
  const out: { preposition: string; items: Item[] }[] = [];
  for (const item of items) {
    const word = words[item.first]!;
    const begins = item.entries.length === 0 && PREPOSITIONS.has(word.key);
    if (word.comma || begins || out.length === 0)
      out.push({ preposition: begins ? word.key : ',', items: begins ? [] : [item] });
    else out[out.length - 1]!.items.push(item);
  }
  return out;
}

function readCore(words: readonly Word[], core: readonly Item[]): Omit<Phrase, 'after'> {
  const owners: Item[] = [];
  const sponsors: Item[] = [];
  let former = false;
  let elect = false;
  let deputy = false;
  const rest: Item[] = [];
  for (let i = 0; i < core.length; i++) {
    const item = core[i]!;
    const word = words[item.first]!;
    const next = core[i + 1] && words[core[i + 1]!.first]!;
    const lone = item.entries.length === 0;
    if (lone && FORMER.has(word.key)) former = true;
    else if (lone && DEPUTY.has(word.key)) deputy = true;
    else if (lone && (word.key === 'elect' || word.key === 'designate')) elect = true;
    else if (next?.hyphen && (SPONSORED.test(next.key) || next.key === 'based' || next.key === 'born')) {
      sponsors.push(item);
      i++;
    } else if (
      next?.hyphen &&
      /^(?:pro|anti|non)$/.test(word.key) &&
      core[i + 1]!.entries.some((e) => e.kind !== 'agent')
    ) {
      sponsors.push(core[i + 1]!);
      i++;
    } else rest.push(item);
  }
  const named = personEnd(words, rest);
  if (named) {
    const before = rest.slice(0, named.at);
    const title = [...before].reverse().find((item) => isTitle(words, item));
    owners.push(...before.filter((item) => item !== title && isOwner(item)));
    return {
      owners,
      ...(named.head ? { head: named.head } : {}),
      ...(named.unknown ? { unknown: named.unknown } : {}),
      ...(title ? { title } : {}),
      sponsors,
      former,
      elect,
      deputy,
    };
  }
  const head = rest[rest.length - 1];
  owners.push(...rest.slice(0, -1).filter(isOwner));
  const title = head?.entries.some((entry) => entry.kind === 'agent') ? head : undefined;
  return { owners, ...(head ? { head } : {}), ...(title ? { title } : {}), sponsors, former, elect, deputy };
}

/** A person's name at the end of a phrase: one that is known, or capitalized words behind a title. */
function personEnd(
  words: readonly Word[],
  rest: readonly Item[],
): { at: number; head?: Item; unknown?: { first: number; last: number } } | undefined {
  const last = rest[rest.length - 1];
  if (!last) return undefined;
  if (last.entries.some((entry) => entry.kind === 'person' && entry.form === 'name'))
    return { at: rest.length - 1, head: last };
  if (isNamesake(words, rest))
    return { at: rest.length - 2, unknown: { first: rest[rest.length - 2]!.first, last: last.last } };
  let at = rest.length;
  while (at > 0 && isNameWord(words, rest[at - 1]!)) at--;
  if (at === rest.length) return undefined;
  const before = rest[at - 1];
  const titled =
    before !== undefined && (isTitle(words, before) || COURTESY.has(words[before.last - 1]!.key));
  if (titled && rest.length - at === 1 && last.entries.some((entry) => entry.kind === 'person'))
    return { at, head: last };
  if (titled) return { at, unknown: { first: rest[at]!.first, last: last.last } };
  const owned = before !== undefined && words[before.last - 1]!.possessive;
  if (last.entries.some((entry) => entry.kind === 'person') && rest.length - at === 1)
    return { at, head: last };
  if (
    rest.length - at >= 2 &&
    (owned || rest.slice(at).some((item) => item.entries.length === 0)) &&
    rest
      .slice(at)
      .every((item) => item.entries.every((e) => e.kind === 'place' || e.kind === 'person' || e.ambiguous))
  )
    return { at, unknown: { first: rest[at]!.first, last: last.last } };
  return undefined;
}

/** "Michael Jordan": a given name before the name of a state or town. */
function isNamesake(words: readonly Word[], rest: readonly Item[]): boolean {
  const last = rest[rest.length - 1]!;
  const before = rest[rest.length - 2];
  if (
    !before ||
    before.entries.some((entry) => entry.kind !== 'person') ||
    before.last - before.first > 1 ||
    last.last - last.first > 1 ||
    words[last.first]!.hyphen
  )
    return false;
  const word = words[before.first]!;
  if (!word.capital || word.possessive || !isGivenName(word.key)) return false;
  return (
    last.entries.some((entry) => entry.kind === 'place' || /^(?:name|short|capital)$/.test(entry.form)) &&
    !last.entries.some((entry) => entry.kind === 'agent' || entry.form === 'adjective')
  );
}

/** Whether an item may be a word of a person's name: capitalized, and no body or state without doubt. */
function isNameWord(words: readonly Word[], item: Item): boolean {
  const word = words[item.first]!;
  if (COURTESY.has(word.key)) return false;
  if (item.entries.length === 0)
    return (
      word.capital ||
      (word.hyphen && item.first > 0) ||
      /^(?:al|el|bin|ibn|von|van|de|da|la|le|del|dos|der|abu|ben|ul|bint)$/.test(word.key)
    );
  if (item.entries.some((entry) => entry.kind === 'agent')) return false;
  if (words[item.last - 1]!.possessive && !item.entries.some((entry) => entry.kind === 'person'))
    return false;
  return item.entries.every(
    (entry) =>
      entry.kind === 'person' ||
      entry.kind === 'place' ||
      entry.ambiguous ||
      (entry.kind === 'group' && item.last - item.first === 1),
  );
}

/** Whether an item is a title: an office or a person's calling, or a courtesy before a name. */
function isTitle(words: readonly Word[], item: Item): boolean {
  return (
    item.entries.some(
      (entry) => entry.kind === 'agent' && (entry.row.kind === 'person' || entry.row.office),
    ) ||
    (item.entries.length === 0 && COURTESY.has(words[item.first]!.key))
  );
}

function isOwner(item: Item): boolean {
  return item.entries.some((entry) => entry.kind !== 'agent');
}
