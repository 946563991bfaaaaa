import { readTable } from '../../base/index.js';

let weights: { readonly of: ReadonlyMap<string, number>; readonly rare: number } | undefined;

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
