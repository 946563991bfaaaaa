import { describe, expect, it } from 'vitest';
import { repaired } from '../../src/language/repair.js';

/** The coarse tags that mending looks at. */
const UPOS = [
  ['NNP', 'PROPN'],
  ['NN', 'NOUN'],
  ['VB', 'VERB'],
  ['CD', 'NUM'],
] as const;

/** Words as `form/tag/head/relation`, heads counted from 1. */
function mended(text: string): string[] {
  const rows = text.split(' ').map((word) => word.split('/'));
  const parsed = rows.map(([, xpos, head, deprel]) => ({
    upos: UPOS.find(([tag]) => xpos!.startsWith(tag))?.[1] ?? 'X',
    xpos: xpos!,
    head: Number(head) - 1,
    deprel: deprel!,
    kind: 'abstract',
    mention: -1,
  }));
  const forms = rows.map(([form]) => form!);
  return repaired(forms, parsed).flatMap((word, i) =>
    word.head === parsed[i]!.head && word.deprel === parsed[i]!.deprel
      ? []
      : [`${forms[i]} ${word.deprel} ${forms[word.head]}`],
  );
}

describe('attachments mended after parsing', () => {
  it('hangs a participle from the noun phrase before its comma', () => {
    expect(
      mended('It/PRP/2/nsubj follows/VBZ/0/root notes/NNS/2/obj ,/,/5/punct sent/VBN/2/advcl May/NNP/5/obl'),
    ).toEqual(['sent acl notes']);
  });

  it('takes a plural before an article or a number for the verb of its sentence', () => {
    expect(
      mended('Egypt/NNP/2/compound pardons/NNS/0/root two/CD/4/nummod men/NNS/2/appos ./X/2/punct'),
    ).toEqual(['Egypt nsubj pardons', 'men obj pardons']);
    expect(mended('Rebels/NNS/0/root seize/VBP/1/acl towns/NNS/2/obj ./X/1/punct')).toEqual([
      'Rebels nsubj seize',
      'seize root undefined',
      '. punct seize',
    ]);
    expect(
      mended('Hamas/NNP/2/compound leaders/NNS/0/root two/CD/4/nummod men/NNS/2/appos ./X/2/punct'),
    ).toEqual([]);
  });

  it('makes a modifier with a subject the verb of its clause', () => {
    expect(mended('He/PRP/2/nsubj promised/VBD/3/amod aid/NN/0/root')).toEqual([
      'promised root undefined',
      'aid obj promised',
    ]);
  });

  it('makes the noun behind a plural the verb of a sentence that has none', () => {
    expect(
      mended('Thai/JJ/4/amod troops/NNS/4/compound exchange/NN/4/compound fire/NN/0/root ././4/punct'),
    ).toEqual([
      'Thai amod troops',
      'troops nsubj exchange',
      'exchange root undefined',
      'fire obj exchange',
      '. punct exchange',
    ]);
  });

  it('makes a plural between a name and another the verb of a clause', () => {
    expect(
      mended(
        'hurt/VBN/0/root after/IN/4/case Chad/NNP/4/compound shells/NNS/1/obl Darfur/NNP/6/compound province/NN/4/appos',
      ),
    ).toEqual(['after mark shells', 'Chad nsubj shells', 'shells advcl hurt', 'province obj shells']);
  });

  it('makes the plural behind a name, taken for a part of the next noun, the verb', () => {
    expect(
      mended(
        'Mali/NNP/2/compound blocks/NNS/3/compound access/NN/0/root to/IN/5/case sites/NNS/3/nmod ././3/punct',
      ),
    ).toEqual(['Mali nsubj blocks', 'blocks root undefined', 'access obj blocks', '. punct blocks']);
    expect(mended('Mali/NNP/3/compound peace/NN/3/compound talks/NNS/0/root ././3/punct')).toEqual([]);
  });

  it('leaves a noun phrase that is none: a headline, a copula, an article', () => {
    expect(mended('Arms/NNS/3/compound trade/NN/3/compound talks/NN/0/root')).toEqual([]);
    expect(mended('The/DT/4/det arms/NNS/4/compound trade/NN/4/compound fair/NN/0/root ././4/punct')).toEqual(
      [],
    );
  });

  it('takes a verb for what somebody does whose name stands between commas', () => {
    expect(
      mended(
        'envoy/NN/0/root ,/,/3/punct Keita/NNP/1/conj ,/,/5/punct calls/VBZ/1/conj for/IN/7/case talks/NNS/5/obl',
      ),
    ).toEqual(['envoy nsubj calls', 'Keita appos envoy', 'calls root undefined']);
  });

  it('joins the two ends of “between”', () => {
    expect(
      mended(
        'toll/NN/8/nsubj of/IN/3/case clashes/NNS/1/nmod between/IN/5/case Mali/NNP/3/nmod and/CC/7/cc Chad/NNP/1/conj rose/VBD/0/root',
      ),
    ).toEqual(['Chad conj Mali']);
  });

  it('joins the second participle of a toll to the first', () => {
    expect(
      mended(
        'soldiers/NNS/3/nsubj:pass are/VBP/3/aux:pass killed/VBN/0/root and/CC/5/cc 29/CD/3/conj injured/VBN/5/acl',
      ),
    ).toEqual(['and cc injured', '29 nsubj:pass injured', 'injured conj killed']);
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
