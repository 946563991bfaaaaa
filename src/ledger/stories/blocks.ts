import { firstNotBefore } from '../../base/index.js';
import { REACH, spanOf } from './moment.js';
import { rootsNear } from './roots.js';
import { codesOf, together } from './sides.js';
import type { Telling } from './types.js';

/** A key under which a telling is found, with the days it covers. */
export interface BlockKey {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Keys under which a telling is kept and those under which it is looked for. Both sides known: by the pair of them and
 * root; a side left open: by the side that is known; what has a place by the place, as two reports may name another doer.
 * Tellings that nothing dates, or nothing names, have none: they are stories of their own.
 */
export function keysOf(telling: Telling): { readonly kept: BlockKey[]; readonly sought: BlockKey[] } {
  const span = spanOf(telling);
  if (!span) return { kept: [], sought: [] };
  const wide = { from: span.from - REACH, to: span.to + REACH };
  const kept = stems(telling, 'kept').map((stem) => ({ key: `${telling.root} ${stem}`, ...span }));
  const sought = rootsNear(telling.root).flatMap((root) =>
    stems(telling, 'sought').map((stem) => ({ key: `${root} ${stem}`, ...wide })),
  );
  return { kept, sought };
}

function stems(telling: Telling, use: 'kept' | 'sought'): string[] {
  const actors = [...codesOf(telling.actors)];
  const recipients = [...codesOf(telling.recipients)];
  const out = new Set<string>();
  // A list of twenty states at a summit is found by any of its first pairs.
  for (const [a, b] of pairs(telling, actors, recipients).slice(0, 12))
    out.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  const full = out.size > 0;
  for (const code of [...actors, ...recipients].slice(0, 8)) {
    if (use === 'kept') {
      out.add(`${code} any`);
      if (!full) out.add(`${code} open`);
    } else out.add(full ? `${code} open` : `${code} any`);
  }
  if (telling.place) out.add(`in ${telling.place.name.toLowerCase()}`);
  return [...out];
}

function pairs(telling: Telling, actors: string[], recipients: string[]): [string, string][] {
  if (together(telling)) {
    const all = [...new Set([...actors, ...recipients])];
    return all.flatMap((a, i) => all.slice(i + 1).map((b): [string, string] => [a, b]));
  }
  return actors.flatMap((a) => recipients.map((b): [string, string] => [a, b]));
}

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly telling: Telling;
}

/** Tellings by their keys, each list in order of days, so that looking for those near one never reads them all. */
export class Blocks {
  private readonly lists = new Map<string, Entry[]>();

  add(telling: Telling): void {
    for (const { key, from, to } of keysOf(telling).kept) {
      const list = this.lists.get(key) ?? [];
      this.lists.set(key, list);
      const at = firstNotBefore(0, list.length, (i) => list[i]!.from < from);
      list.splice(at, 0, { from, to, telling });
    }
  }

  /** Tellings that may be of the same act as this one. */
  near(telling: Telling): Telling[] {
    const found = new Set<Telling>();
    for (const { key, from, to } of keysOf(telling).sought) {
      const list = this.lists.get(key);
      if (!list) continue;
      // No window kept is wider than 62 days, so that earlier ones cannot reach.
      for (let i = firstNotBefore(0, list.length, (j) => list[j]!.from < from - 64); i < list.length; i++) {
        const entry = list[i]!;
        if (entry.from > to) break;
        if (entry.to >= from && entry.telling !== telling) found.add(entry.telling);
      }
    }
    return [...found];
  }
}
