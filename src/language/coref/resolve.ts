import type { Described, Gender } from './describe.js';
import { type Cluster, firstFeatures, pairFeatures } from './features.js';

/** How many mentions back a pronoun or a noun may reach; names reach as far as their words are the same. */
const REACH = 50;
/** Most earlier mentions of the same word that are looked at, the latest first. */
const SAME_WORD = 8;

class Growing implements Cluster {
  readonly genders = new Set<Gender>();
  readonly names = new Set<string>();
  readonly members: number[] = [];

  get size(): number {
    return this.members.length;
  }

  add(at: number, one: Described): void {
    this.members.push(at);
    if (one.gender) this.genders.add(one.gender);
    if (one.mention.form === 'name') for (const word of one.words) this.names.add(word);
  }
}

/** A mention with its candidates and what speaks for each; the first row is for a new entity. */
export interface Choice {
  readonly candidates: readonly number[];
  readonly features: readonly (readonly number[])[];
}

/**
 * Goes through the mentions in their order and lets `choose` give each an earlier mention (an index into the candidates) or
 * none (-1). Mention ranking after Denis and Baldridge (2008) with the surface features of Durrett and Klein (2013).
 * Cost is linear in the number of mentions.
 */
export function resolve(
  all: readonly Described[],
  choose: (at: number, choice: Choice) => number,
): number[][] {
  const clusters: Growing[] = [];
  const clusterOf: Growing[] = [];
  const byWord = new Map<string, number[]>();
  all.forEach((m, at) => {
    const candidates = candidatesOf(all, at, byWord);
    const known = m.words.some((word) => byWord.has(word));
    const choice: Choice = {
      candidates,
      features: [firstFeatures(m, known), ...candidates.map((c) => pairFeatures(m, all[c]!, clusterOf[c]!))],
    };
    const chosen = choose(at, choice);
    let cluster = chosen < 0 ? undefined : clusterOf[candidates[chosen]!];
    if (!cluster) {
      cluster = new Growing();
      clusters.push(cluster);
    }
    cluster.add(at, m);
    clusterOf.push(cluster);
    for (const word of new Set(m.words)) {
      const seen = byWord.get(word);
      if (seen) seen.push(at);
      else byWord.set(word, [at]);
    }
  });
  return clusters.map((cluster) => cluster.members);
}

/** The mentions just before, and for names and nouns those further back that share a word. */
function candidatesOf(
  all: readonly Described[],
  at: number,
  byWord: ReadonlyMap<string, readonly number[]>,
): number[] {
  const from = Math.max(0, at - REACH);
  const found: number[] = [];
  if (!all[at]!.pronoun) {
    const distant = new Set<number>();
    for (const word of all[at]!.words)
      for (const other of (byWord.get(word) ?? []).slice(-SAME_WORD)) if (other < from) distant.add(other);
    found.push(...[...distant].sort((a, b) => a - b));
  }
  for (let i = from; i < at; i++) found.push(i);
  return found;
}
