import type { Telling } from './types.js';

/** Score of a pair that cannot be one act: it keeps apart what a chain of tellings would draw together. */
const IMPOSSIBLE = -6;
/** Two events of one report under one root were already held apart when the report was read. */
const HELD_APART = -3;

/** Score of two tellings, undefined where they cannot be of one act. */
export type Scorer = (a: Telling, b: Telling) => number | undefined;

interface Cluster {
  readonly members: Telling[];
  /** To each other cluster: the sum of scores and how many pairs have one. */
  readonly links: Map<number, { sum: number; pairs: number }>;
}

/**
 * Cuts tellings that hang together into acts: joins the two groups with the best mean score, as long as it is above 0
 * (average linkage: Sokal and Michener 1958). The result follows from the set alone, whatever its order.
 */
export function cluster(tellings: readonly Telling[], scorer: Scorer): Telling[][] {
  const ordered = [...tellings].sort(byReport);
  if (ordered.length === 1) return [ordered];
  const clusters = new Map<number, Cluster>(
    ordered.map((telling, i) => [i, { members: [telling], links: new Map() }]),
  );
  for (let i = 0; i < ordered.length; i++)
    for (let j = i + 1; j < ordered.length; j++) {
      const score = scoreOf(ordered[i]!, ordered[j]!, scorer);
      if (score === undefined) continue;
      const link = { sum: score, pairs: 1 };
      clusters.get(i)!.links.set(j, link);
      clusters.get(j)!.links.set(i, link);
    }
  for (;;) {
    const best = bestPair(clusters);
    if (!best) break;
    merge(clusters, best[0], best[1]);
  }
  return [...clusters.values()].map((c) => c.members.sort(byReport)).sort((a, b) => byReport(a[0]!, b[0]!));
}

/** The earliest report first, then by id. */
export function byReport(a: Telling, b: Telling): number {
  const days = (a.reported ?? Number.MAX_SAFE_INTEGER) - (b.reported ?? Number.MAX_SAFE_INTEGER);
  return days || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function scoreOf(a: Telling, b: Telling, scorer: Scorer): number | undefined {
  if (a.report !== b.report) return scorer(a, b) ?? IMPOSSIBLE;
  return a.root === b.root ? HELD_APART : HELD_APART / 3;
}

function bestPair(clusters: ReadonlyMap<number, Cluster>): [number, number] | undefined {
  let best: [number, number] | undefined;
  let most = 0;
  for (const [i, { links }] of clusters)
    for (const [j, { sum, pairs }] of links)
      if (i < j && sum / pairs > most) {
        most = sum / pairs;
        best = [i, j];
      }
  return best;
}

function merge(clusters: Map<number, Cluster>, i: number, j: number): void {
  const a = clusters.get(i)!;
  const b = clusters.get(j)!;
  a.members.push(...b.members);
  a.links.delete(j);
  for (const [k, link] of b.links) {
    if (k === i) continue;
    const own = a.links.get(k);
    const joined = own ? { sum: own.sum + link.sum, pairs: own.pairs + link.pairs } : link;
    a.links.set(k, joined);
    const other = clusters.get(k)!.links;
    other.delete(j);
    other.set(i, joined);
  }
  clusters.delete(j);
}
