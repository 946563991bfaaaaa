/** Precision, recall and F1. */
export interface Figure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

type Clusters = readonly (readonly string[])[];

const figure = (precision: number, recall: number): Figure => ({
  precision,
  recall,
  f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
});

const ratio = (top: number, bottom: number): number => (bottom > 0 ? top / bottom : 0);

/** Sums over documents of the three measures of the CoNLL 2012 shared task (Pradhan et al., 2012), singletons left out. */
export class Coreference {
  private readonly muc = [0, 0, 0, 0];
  private readonly b3 = [0, 0, 0, 0];
  private readonly ceaf = [0, 0, 0];

  /** Adds a document: its entities as lists of mentions, each a string that is the same for the same span. */
  add(gold: Clusters, found: Clusters): void {
    const [g, f] = [gold, found].map((clusters) => clusters.filter((cluster) => cluster.length > 1));
    this.link(g!, f!, 0);
    this.link(f!, g!, 2);
    this.overlap(g!, f!, 0);
    this.overlap(f!, g!, 2);
    this.ceaf[0]! += alignment(g!, f!);
    this.ceaf[1]! += g!.length;
    this.ceaf[2]! += f!.length;
  }

  scores(): { muc: Figure; b3: Figure; ceaf: Figure; conll: number } {
    const both = ([rTop, rAll, pTop, pAll]: number[]): Figure =>
      figure(ratio(pTop!, pAll!), ratio(rTop!, rAll!));
    const muc = both(this.muc);
    const b3 = both(this.b3);
    const ceaf = figure(ratio(this.ceaf[0]!, this.ceaf[2]!), ratio(this.ceaf[0]!, this.ceaf[1]!));
    return { muc, b3, ceaf, conll: (muc.f1 + b3.f1 + ceaf.f1) / 3 };
  }

  private link(of: Clusters, against: Clusters, at: number): void {
    const where = clusterOf(against);
    for (const cluster of of) {
      const parts = new Set(cluster.map((mention) => where.get(mention) ?? `alone ${mention}`));
      this.muc[at]! += cluster.length - parts.size;
      this.muc[at + 1]! += cluster.length - 1;
    }
  }

  private overlap(of: Clusters, against: Clusters, at: number): void {
    const where = clusterOf(against);
    for (const cluster of of) {
      const counts = new Map<unknown, number>();
      for (const mention of cluster) {
        const other = where.get(mention);
        if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
      for (const count of counts.values()) this.b3[at]! += count ** 2 / cluster.length;
      this.b3[at + 1]! += cluster.length;
    }
  }
}

function clusterOf(clusters: Clusters): Map<string, number> {
  return new Map(clusters.flatMap((cluster, i) => cluster.map((mention) => [mention, i] as const)));
}

/** The greatest sum of 2·|common| / (|a| + |b|) over pairs of entities, each used once (Luo, 2005), by the Hungarian method. */
function alignment(gold: Clusters, found: Clusters): number {
  const where = clusterOf(found);
  const n = Math.max(gold.length, found.length);
  const cost = Array.from({ length: n }, () => new Float64Array(n));
  gold.forEach((cluster, i) => {
    const counts = new Map<number, number>();
    for (const mention of cluster) {
      const j = where.get(mention);
      if (j !== undefined) counts.set(j, (counts.get(j) ?? 0) + 1);
    }
    for (const [j, common] of counts) cost[i]![j] = (-2 * common) / (cluster.length + found[j]!.length);
  });
  return -assignment(cost);
}

/** The least sum of a square matrix with one number from each row and column (Kuhn, 1955; the form with potentials). */
function assignment(cost: readonly Float64Array[]): number {
  const n = cost.length;
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const match = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    const way = new Int32Array(n + 1);
    match[0] = i;
    let j0 = 0;
    do {
      used[j0] = 1;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost[match[j0]! - 1]![j - 1]! - u[match[j0]!]! - v[j]!;
        if (reduced < least[j]!) [least[j], way[j]] = [reduced, j0];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[match[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      j0 = next;
    } while (match[j0] !== 0);
    while (j0 !== 0) {
      match[j0] = match[way[j0]!]!;
      j0 = way[j0]!;
    }
  }
  let sum = 0;
  for (let j = 1; j <= n; j++) if (match[j]! > 0) sum += cost[match[j]! - 1]![j - 1]!;
  return sum;
}
