import { readTable } from '../../base/index.js';
import type { Modality, Root } from '../../code/index.js';

/** A difference of roots: what it costs, and why it is no contradiction. */
export interface Apart {
  readonly points: number;
  readonly why: string;
}

interface Tables {
  /** Of one act; each pair both ways round. */
  readonly same: ReadonlyMap<Root, ReadonlyMap<Root, Apart>>;
  /** From a plan to its deed. */
  readonly then: ReadonlyMap<Root, ReadonlyMap<Root, Apart>>;
}

let tables: Tables | undefined;

function load(): Tables {
  const same = new Map<Root, Map<Root, Apart>>();
  const then = new Map<Root, Map<Root, Apart>>();
  const put = (table: typeof same, a: string, b: string, apart: Apart): void => {
    table.set(a as Root, (table.get(a as Root) ?? new Map()).set(b as Root, apart));
  };
  for (const row of readTable('ledger/neighbours.tsv')) {
    const apart = { points: Number(row.points), why: row.why! };
    if (row.as === 'then') put(then, row.a!, row.b!, apart);
    else {
      put(same, row.a!, row.b!, apart);
      put(same, row.b!, row.a!, apart);
    }
  }
  return { same, then };
}

/** The roots under which another report may tell the same act, its plan or its carrying out: its own first. */
export function rootsNear(root: Root): Root[] {
  tables ??= load();
  const plans = [...tables.then].filter(([, deeds]) => deeds.has(root)).map(([plan]) => plan);
  const all = [
    root,
    ...(tables.same.get(root)?.keys() ?? []),
    ...(tables.then.get(root)?.keys() ?? []),
    ...plans,
  ];
  return [...new Set(all)];
}

/** What a difference of roots costs; undefined where the two are never one act. */
export function rootsApart(a: Root, b: Root): Apart | undefined {
  tables ??= load();
  return a === b ? { points: 0, why: '' } : tables.same.get(a)?.get(b);
}

/** The same from a plan to its deed; undefined where the one is never the other's carrying out. */
export function rootsThen(plan: Root, deed: Root): Apart | undefined {
  tables ??= load();
  return tables.then.get(plan)?.get(deed) ?? rootsApart(plan, deed);
}

/** Whether an act happened, is told as not having happened, or is still to come. */
export type Reality = 'deed' | 'denial' | 'plan';

/** What a modality says of it. */
export function realityOf(modality: Modality): Reality {
  if (modality === 'denied') return 'denial';
  return modality === 'done' || modality === 'ongoing' || modality === 'historical' ? 'deed' : 'plan';
}
