import { describe, expect, it } from 'vitest';
import {
  CONTEXTS,
  cameoCodes,
  cameoFor,
  cameoInfo,
  contextsOf,
  GOLD15,
  isRoot,
  modeInfo,
  modesOf,
  ploverScore,
  QUAD15,
  quadOf,
  ROOTS,
  ROOTS15,
  rootInfo,
} from '../../src/code/index.js';

describe('roots', () => {
  it('has the sixteen of the manual and the fifteen of the gold sets', () => {
    expect(ROOTS).toHaveLength(16);
    expect(ROOTS15).toHaveLength(15);
    expect(GOLD15.CONCEDE).toBe('YIELD');
    expect(GOLD15.RETREAT).toBe('YIELD');
    expect(GOLD15.AID).toBe('AID');
    expect(QUAD15.YIELD).toBe(2);
  });

  it('puts each in the quad class the manual names', () => {
    expect(ROOTS.filter((root) => quadOf(root) === 1)).toEqual(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE']);
    expect(ROOTS.filter((root) => quadOf(root) === 2)).toEqual(['COOPERATE', 'AID', 'RETREAT']);
    expect(ROOTS.filter((root) => quadOf(root) === 3)).toEqual(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);
    expect(ROOTS.filter((root) => quadOf(root) === 4)).toHaveLength(5);
  });

  it('knows which need a recipient', () => {
    expect(ROOTS.filter((root) => rootInfo(root).requiresRecipient)).toEqual([
      'COOPERATE',
      'AID',
      'SANCTION',
    ]);
  });

  it('gives the scores of the manual, with the sign of ACCUSE mended', () => {
    expect(ploverScore('AID')).toBe(10);
    expect(ploverScore('RETREAT', 'withdraw')).toBe(8);
    expect(ploverScore('REQUEST')).toBe(0);
    expect(ploverScore('REQUEST', 'assist')).toBe(0.5);
    expect(ploverScore('ACCUSE')).toBe(-3);
    expect(ploverScore('ASSAULT', 'unconventional')).toBe(-10);
    expect(ploverScore('AGREE', 'no-such-mode')).toBe(2.5);
    expect(ploverScore('PROTEST', 'vandalize')).toBe(-5); // the manual gives none of its own
  });

  it('tells a root from other text', () => {
    expect(isRoot('COERCE')).toBe(true);
    expect(isRoot('YIELD')).toBe(false);
    expect(isRoot('coerce')).toBe(false);
  });
});

describe('modes', () => {
  it('lists the manual’s modes', () => {
    expect(modesOf('CONSULT')).toEqual(['visit', 'third-party', 'multilateral', 'phone']);
    expect(modesOf('ASSAULT')).toHaveLength(15);
    expect(modesOf('AGREE')).toEqual([]);
    expect(modeInfo('COERCE', 'cyber')?.plover).toBe(-7);
    expect(modeInfo('AGREE', 'cyber')).toBeUndefined();
  });
});

describe('CAMEO', () => {
  it('keeps leading zeros and Goldstein values', () => {
    expect(cameoInfo('057')).toMatchObject({ name: 'Sign formal agreement', goldstein: 8, root: 'SUPPORT' });
    expect(cameoInfo('57')).toBeUndefined();
    expect(cameoInfo('0872')?.goldstein).toBe(9);
  });

  it('splits the old YIELD and drops statements', () => {
    expect(cameoInfo('0831')?.root).toBe('CONCEDE');
    expect(cameoInfo('0841')).toMatchObject({ root: 'RETREAT', mode: 'release' });
    expect(cameoInfo('010')?.root).toBeUndefined();
    expect(cameoInfo('023')?.root).toBeUndefined();
  });

  it('settles what the versions of the codebook tell differently', () => {
    expect(cameoInfo('163')).toMatchObject({ root: 'SANCTION', mode: 'discontinue' });
    expect(cameoInfo('0813')?.root).toBe('CONCEDE');
    expect(cameoInfo('195')?.mode).toBe('aerial');
  });

  it('names only modes and contexts that exist', () => {
    for (const code of cameoCodes()) {
      const { root, mode, contexts } = cameoInfo(code)!;
      if (root) expect(ROOTS, code).toContain(root);
      if (mode) expect(modeInfo(root!, mode), code).toBeDefined();
      for (const context of contexts) expect(CONTEXTS, code).toContain(context);
    }
  });

  it('goes back from root, mode and context to a code', () => {
    expect(cameoFor('CONSULT', 'phone')).toBe('041');
    expect(cameoFor('AID', '', 'military')).toBe('072');
    expect(cameoFor('REQUEST', 'yield', 'military')).toBe('1056');
    expect(cameoFor('REQUEST', 'yield', 'gender')).toBe('105');
    expect(cameoFor('SUPPORT')).toBe('050');
    for (const root of ROOTS)
      for (const mode of ['', ...modesOf(root)])
        expect(cameoInfo(cameoFor(root, mode)), `${root} ${mode}`).toBeDefined();
  });

  it('goes back to a code of the same root', () => {
    // A conviction is SANCTION in the manual, but its only CAMEO code stands under ACCUSE;
    // a resignation's stands under CONCEDE.
    const known = ['SANCTION convict', 'RETREAT resign'];
    for (const root of ROOTS)
      for (const mode of modesOf(root))
        if (!known.includes(`${root} ${mode}`))
          expect(cameoInfo(cameoFor(root, mode))?.root, `${root} ${mode}`).toBe(root);
  });
});

describe('contextsOf', () => {
  it('finds contexts by cues, in text and in lemmas', () => {
    expect(contextsOf('The two foreign ministers discussed the pipeline.')).toEqual([
      'diplomatic',
      'natural_resource',
    ]);
    expect(contextsOf(['soldier', 'patrol', 'the', 'border'])).toEqual(['military', 'territory']);
    expect(contextsOf('Hackers broke into the network.')).toEqual(['cyber']);
  });

  it('needs the whole phrase and whole words', () => {
    expect(contextsOf('a foreign guest and a minister')).toEqual([]);
    expect(contextsOf('The army-green curtain was sold in Armytown.')).not.toContain('military');
    expect(contextsOf('')).toEqual([]);
  });
});
