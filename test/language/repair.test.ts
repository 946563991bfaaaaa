import { describe, expect, it } from 'vitest';
import { repaired } from '../../src/language/repair.js';

/** Words as `form/tag/head/relation`, heads counted from 1. */
function mended(text: string): string[] {
  const rows = text.split(' ').map((word) => word.split('/'));
  const parsed = rows.map(([, xpos, head, deprel]) => ({
    upos: xpos!.startsWith('NN') ? 'NOUN' : 'X',
    xpos: xpos!,
    head: Number(head) - 1,
    deprel: deprel!,
    kind: 'abstract',
    mention: -1,
  }));
  const forms = rows.map(([form]) => form!);
  return repaired(forms, parsed).flatMap((word, i) =>
    word.head === parsed[i]!.head ? [] : [`${forms[i]} ${word.deprel} ${forms[word.head]}`],
  );
}

describe('attachments mended after parsing', () => {
  it('hangs a participle from the noun phrase before its comma', () => {
    expect(
      mended('It/PRP/2/nsubj follows/VBZ/0/root notes/NNS/2/obj ,/,/5/punct sent/VBN/2/advcl May/NNP/5/obl'),
    ).toEqual(['sent acl notes']);
  });

  it('makes a modifier with a subject the verb of its clause', () => {
    expect(mended('He/PRP/2/nsubj promised/VBD/3/amod aid/NN/0/root')).toEqual([
      'promised root undefined',
      'aid obj promised',
    ]);
  });

  it('leaves one that tells of the whole clause', () => {
    expect(
      mended('It/PRP/2/nsubj follows/VBZ/0/root notes/NNS/2/obj ,/,/5/punct based/VBN/2/advcl May/NNP/5/obl'),
    ).toEqual([]);
  });

  it('hangs what follows “since the signing” from the signing, up to a comma', () => {
    expect(
      mended(
        'It/PRP/2/nsubj grew/VBD/0/root since/IN/4/case signing/NN/2/obl in/IN/6/case June/NNP/2/obl ,/,/2/punct by/IN/9/case half/NN/2/obl',
      ),
    ).toEqual(['June nmod signing']);
  });
});
