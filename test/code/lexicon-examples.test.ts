import { beforeAll, describe, expect, it } from 'vitest';
import { type Checked, checkExample, lexiconRows } from '../../bench/lexicon/examples.js';

/** Measured with `npm run bench lexicon`: 0.844 of the acts, 0.986 of the sentences that tell none. */
const ACTS = 0.82;
const NONE = 0.975;

describe('the examples of the predicate lexicon', () => {
  let checked: Checked[] = [];
  beforeAll(() => {
    checked = lexiconRows().map(checkExample);
  }, 600_000);
  const share = (part: readonly Checked[]): number =>
    part.filter(({ outcome }) => outcome === 'right').length / part.length;

  it('are read with the root, source and target of their row, in the share measured', () => {
    expect(share(checked.filter(({ row }) => row.root !== '-'))).toBeGreaterThan(ACTS);
  });

  it('tell no act where their row tells none', () => {
    expect(share(checked.filter(({ row }) => row.root === '-'))).toBeGreaterThan(NONE);
  });

  it('reach six in ten of every root', () => {
    const roots = [...new Set(checked.map(({ row }) => row.root))];
    const low = roots.filter((root) => share(checked.filter(({ row }) => row.root === root)) < 0.6);
    expect(low).toEqual([]);
  });
});
