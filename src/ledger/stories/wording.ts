import { readTable } from '../../base/index.js';

let weights: { readonly of: ReadonlyMap<string, number>; readonly rare: number } | undefined;

let states: Set<string> | undefined;

/** Whether a word is part of the name of a state or its people, lower case: the sides themselves tell these. */
export function namesState(word: string): boolean {
  states ??= new Set(
    readTable('world/state-names.tsv')
      .filter((row) => row.type !== 'capital')
      .flatMap((row) => row.name!.toLowerCase().split(/[^\p{L}]+/u))
      .filter((part) => part.length > 2),
  );
  return states.has(word);
}

/** How much it tells that two sentences share a word: log of how seldom it stands in a sentence of news. */
export function weightOf(word: string): number {
  weights ??= load();
  return weights.of.get(word) ?? weights.rare;
}

function load(): NonNullable<typeof weights> {
  const rows = readTable('ledger/words.tsv');
  const total = Number(rows.find((row) => row.word === '')!.sentences);
  const of = new Map(
    rows.filter((row) => row.word !== '').map((row) => [row.word!, Math.log(total / Number(row.sentences))]),
  );
  return { of, rare: Math.log(total / 2) };
}

/**
 * Likeness of two sorted lists of words, 0 to 1: the weight they share against the mean of that of both, so that a short
 * sentence inside a long one is liker than by their union.
 */
export function likeness(a: readonly string[], b: readonly string[]): { share: number; common: string[] } {
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i]!);
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  if (common.length === 0) return { share: 0, common };
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weightOf(word), 0);
  const least = Math.min(sum(a), sum(b));
  const share = sum(common) / Math.sqrt(Math.max(least, 12) * Math.max(sum(a), sum(b), 12));
  return { share: Math.min(1, share), common };
}
