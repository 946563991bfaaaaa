import { readTable } from '../../base/index.js';
import type { Modality, Root } from '../../code/index.js';

let table: Map<Root, Map<Root, { points: number; why: string }>> | undefined;

function neighbours(): NonNullable<typeof table> {
  if (table) return table;
  table = new Map();
  for (const row of readTable('ledger/neighbours.tsv')) {
    const entry = { points: Number(row.points), why: row.why! };
    for (const [a, b] of [
      [row.a, row.b],
      [row.b, row.a],
    ] as [Root, Root][])
      table.set(a, (table.get(a) ?? new Map()).set(b, entry));
  }
  return table;
}

/** The roots under which another report may tell the same act: its own first. */
export function rootsNear(root: Root): Root[] {
  return [root, ...(neighbours().get(root)?.keys() ?? [])];
}

/** What a difference of roots costs, and why it is no contradiction; undefined where the two are never one act. */
export function rootsApart(a: Root, b: Root): { points: number; why: string } | undefined {
  return a === b ? { points: 0, why: '' } : neighbours().get(a)?.get(b);
}

/** Whether an act happened, is told as not having happened, or is still to come. */
export type Reality = 'deed' | 'denial' | 'plan';

export function realityOf(modality: Modality): Reality {
  if (modality === 'denied') return 'denial';
  return modality === 'done' || modality === 'ongoing' || modality === 'historical' ? 'deed' : 'plan';
}
