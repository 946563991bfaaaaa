import { REACH } from './inputs.js';

/** What a mention covers: from `first` to `last`, which is its last word itself. */
export interface Reach {
  readonly head: number;
  first: number;
  last: number;
  /** Odds, as a natural logarithm, that the head heads a mention. */
  readonly odds: number;
}

/**
 * The mentions of a sentence, given in the order of their heads, so that of any two that share words one holds the other and
 * none cover the same words: the likelier stays as it is, the other is cut, or left out where it would be the same.
 */
export function nested<T extends Reach>(mentions: readonly T[]): T[] {
  const order = mentions.map((_, at) => at).sort((a, b) => mentions[b]!.odds - mentions[a]!.odds || a - b);
  const kept = new Array<boolean>(mentions.length).fill(false);
  for (const at of order) {
    const near = neighbours(mentions, kept, at);
    cutToFit(mentions[at]!, near);
    kept[at] = !near.some((one) => one.first === mentions[at]!.first && one.last === mentions[at]!.last);
  }
  return mentions.filter((_, at) => kept[at]);
}

/** The kept mentions that could share words with one. */
function neighbours<T extends Reach>(mentions: readonly T[], kept: readonly boolean[], at: number): T[] {
  const { head } = mentions[at]!;
  const found: T[] = [];
  for (let k = at - 1; k >= 0 && mentions[k]!.head > head - 2 * REACH; k--)
    if (kept[k]) found.push(mentions[k]!);
  for (let k = at + 1; k < mentions.length && mentions[k]!.head < head + 2 * REACH; k++)
    if (kept[k]) found.push(mentions[k]!);
  return found;
}

/** Cuts a mention, never its head, until it lies within, around or beside each of the others. */
function cutToFit(one: Reach, others: readonly Reach[]): void {
  let cut = true;
  while (cut) {
    cut = false;
    for (const other of others) {
      if (!cross(one, other)) continue;
      cut = true;
      if (one.head < other.first) one.last = other.first - 1;
      else if (one.head > other.last) one.first = other.last + 1;
      else {
        one.first = Math.max(one.first, other.first);
        one.last = Math.min(one.last, other.last);
      }
    }
  }
}

const cross = (a: Reach, b: Reach): boolean =>
  (a.first < b.first && b.first <= a.last && a.last < b.last) ||
  (b.first < a.first && a.first <= b.last && b.last < a.last);
