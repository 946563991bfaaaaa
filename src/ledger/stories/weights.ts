import { readTable } from '../../base/index.js';
import { isState } from './states.js';

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

/** Sentences that name two states from which they are in the news often, and as often as the busiest. */
const OFTEN = { from: 8, to: 320 };
/** Unions, alliances and other organizations, of which the counts know nothing, deal with everybody. */
const ORGANIZATION = 0.6;

let dyads: ReadonlyMap<string, number> | undefined;

/**
 * How busy some states are with each other, 0 to 1, by how often news names two of them, or one alone, in one sentence: of
 * busy ones there are many acts of one kind on one day.
 */
export function busyness(codes: readonly string[]): number {
  dyads ??= new Map(readTable('ledger/dyads.tsv').map((row) => [row.states!, Number(row.sentences)]));
  const sorted = [...codes].sort();
  const together = sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => dyads!.get(`${a}-${b}`) ?? 0));
  const count = sorted.length === 1 ? (dyads.get(sorted[0]!) ?? 0) : Math.max(0, ...together);
  if (sorted.some((code) => !isState(code))) return ORGANIZATION;
  if (count <= OFTEN.from) return 0;
  return Math.min(1, Math.log(count / OFTEN.from) / Math.log(OFTEN.to / OFTEN.from));
}
