import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/base/index.js';
import { modesOf, ROOTS15, readPair } from '../../src/code/index.js';

const rows = readTable('training/pairs.tsv');
const plain = readTable('training/codebook.tsv');
const MODALITIES = 'done ongoing planned offered threatened demanded denied hypothetical historical'.split(
  ' ',
);

describe('our own training sentences', () => {
  it('are many, each with one source and one target that can be read', () => {
    expect(rows.length).toBeGreaterThan(4000);
    for (const { marked } of [...rows, ...plain]) {
      const { source, target } = readPair(marked!, { open: true });
      expect([source.length, target.length], marked).toEqual([1, 1]);
    }
  });

  it('have a known root, modality and mode, and none for no act', () => {
    for (const { root, modality, mode, marked } of rows) {
      if (root === 'NONE') {
        expect(modality! + mode!, marked).toBe('');
        continue;
      }
      expect(ROOTS15, marked).toContain(root);
      expect(MODALITIES, marked).toContain(modality);
      const roots = root === 'YIELD' ? (['CONCEDE', 'RETREAT'] as const) : [root as 'AGREE'];
      if (mode)
        expect(
          roots.flatMap((one) => [...modesOf(one)]),
          marked,
        ).toContain(mode);
    }
  });

  it('cover every root in the wording of the codebook', () => {
    const roots = plain.map(({ root }) => root!);
    expect(new Set(roots)).toEqual(new Set(ROOTS15));
    for (const root of ROOTS15) expect(roots.filter((r) => r === root).length, root).toBeGreaterThan(40);
  });

  it('are no sentence twice under one root', () => {
    const keys = [...rows, ...plain].map(({ root, marked }) => `${root} ${marked}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
