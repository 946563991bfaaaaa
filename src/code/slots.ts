import type { Inner, Parties } from './parties.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';
import { isLocal } from './where.js';

/** Finds whom the words in the slots of an act name. */
export class Slots {
  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
  ) {}

  /** Everybody whom the words name, known or not. */
  at(indices: readonly number[], inner: Inner): Party[] {
    // "a fire in a flat in Lyon which killed eight": what a relative clause hangs from may be where something is; it acts no more.
    const acting = inner === 'own' ? indices.filter((i) => !isLocal(this.tree, i)) : indices;
    return acting.flatMap((i) => this.parties.partiesAt(i, inner));
  }

  /** The parties of the first slot that names any, else those of the first that names somebody unknown. */
  first(slots: readonly (readonly number[])[], inner: Inner): Party[] {
    let open: Party[] = [];
    for (const slot of slots) {
      const found = this.at(slot, inner);
      if (found.some((p) => p.actor)) return found;
      if (open.length === 0) open = found;
    }
    return open;
  }

  /** Those of whom an argument names who are known. */
  known(indices: readonly number[], inner: Inner): Party[] {
    return this.at(indices, inner).filter(({ actor }) => actor);
  }
}
