import { describe, expect, it } from 'vitest';
import { RapportError } from '../../src/base/index.js';
import { classifyPair, classifyWords, readPair } from '../../src/code/index.js';
import { analyse } from '../../src/language/index.js';

/** Runs what must fail and gives its code. */
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof RapportError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('readPair', () => {
  it('takes the marks out and keeps where they stood, in either order', () => {
    expect(readPair('Then <s>A b</s> met <t>C</t>.')).toEqual({
      text: 'Then A b met C.',
      source: [{ start: 5, end: 8 }],
      target: [{ start: 13, end: 14 }],
    });
    expect(readPair('<t>C</t> was met by <s>A</s>').source).toEqual([{ start: 13, end: 14 }]);
  });

  it('lets a party be marked again where it is named again', () => {
    expect(readPair('<s>A</s> hit <t>B</t> and <t>B</t> fell').target).toHaveLength(2);
  });

  it.each([
    ['no marks', 'A met B.'],
    ['no target', '<s>A</s> met B.'],
    ['no source', 'A met <t>B</t>.'],
    ['nothing at all', ''],
    ['an open mark', '<s>A met <t>B</t>.'],
    ['a closing mark alone', 'A</s> met <t>B</t>.'],
    ['crossing marks', '<s>A <t>met</s> B</t>.'],
    ['nested marks', '<s><t>Iraqi</t> fighters</s> left.'],
    ['a mark in itself', '<s>A <s>b</s></s> met <t>C</t>.'],
    ['an empty mark', '<s> </s> met <t>C</t>.'],
  ])('refuses %s', (_, marked) => {
    expect(codeOf(() => classifyPair(marked))).toBe('BAD_PAIR');
  });

  it('takes one mark, or one in the other, when it is told to', () => {
    expect(codeOf(() => classifyPair('<s>Teachers</s> went on strike.', { open: true }))).toBe('no error');
    expect(readPair('<s><t>Iraqi</t> fighters</s> left.', { open: true }).source).toEqual([
      { start: 0, end: 14 },
    ]);
    expect(codeOf(() => classifyPair('Teachers went on strike.', { open: true }))).toBe('BAD_PAIR');
    expect(codeOf(() => classifyPair('<s>A <t>met</s> B</t>.', { open: true }))).toBe('BAD_PAIR');
  });
});

describe('classifyPair', () => {
  it.each([
    ['AGREE', 1, '<s>Estonia</s> agreed to send <t>Latvia</t> a shipment of generators.'],
    ['AID', 2, '<s>Estonia</s> has donated generators and medicine to <t>Latvia</t>.'],
    ['REJECT', 3, '<s>Estonia</s> refused to send <t>Latvia</t> any generators.'],
    ['REQUEST', 3, '<s>Estonia</s> asked <t>Latvia</t> to send generators.'],
    ['ACCUSE', 3, '<s>Estonia</s> accused <t>Latvia</t> of sending faulty generators.'],
    ['THREATEN', 3, '<s>Estonia</s> threatened to stop sending <t>Latvia</t> generators.'],
    ['CONSULT', 1, '<s>Estonia’s president</s> met <t>Latvia’s prime minister</t> for talks in Riga.'],
    ['SANCTION', 4, '<s>Estonia</s> expelled <t>two Latvian diplomats</t>.'],
    ['COERCE', 4, '<s>Police</s> arrested <t>three opposition activists</t> on Monday.'],
    ['ASSAULT', 4, '<s>Gunmen</s> killed <t>nine soldiers</t> in an ambush.'],
    ['PROTEST', 4, '<s>Thousands of students</s> marched against <t>the government</t>.'],
  ])('finds %s', (root, quad, marked) => {
    expect(classifyPair(marked)).toMatchObject({ root, quad });
  });

  it('is not turned round by the passive', () => {
    expect(classifyPair('<t>Three activists</t> were arrested by <s>police</s> on Monday.').root).toBe(
      'COERCE',
    );
    expect(classifyPair('<t>The minister</t> was criticised by <s>the opposition</s>.').root).toBe('ACCUSE');
  });

  it.each([
    ['AGREE', '<s>Estonia</s> will release <t>nine Latvian sailors</t>, the ministry said.'],
    ['YIELD', '<s>Estonia</s> has released <t>nine Latvian sailors</t>, the ministry said.'],
    ['REJECT', '<s>Estonia</s> will not release <t>nine Latvian sailors</t>, the ministry said.'],
    ['THREATEN', '<s>Estonia</s> threatened to detain <t>nine Latvian sailors</t>.'],
    ['COERCE', '<s>Estonia</s> has detained <t>nine Latvian sailors</t>.'],
    ['ACCUSE', '<s>Estonia</s> condemned <t>Latvia</t> for the detention of nine sailors.'],
    ['REQUEST', '<s>Estonia</s> demanded that <t>Latvia</t> release nine sailors.'],
  ])('hears the words that govern the deed: %s', (root, marked) => {
    expect(classifyPair(marked).root).toBe(root);
  });

  it('reads the predicate through reported speech, conjunction and clauses between', () => {
    expect(
      classifyPair(
        '<s>The ministry in Riga</s>, which had praised the talks a week before, said it had expelled <t>two Estonian diplomats</t>.',
      ).root,
    ).toBe('SANCTION');
  });

  it('tells which row of the lexicon has the pair, and nothing where none has', () => {
    const known = classifyPair('<s>Police</s> arrested <t>three activists</t>.');
    expect(known.lexicon).toMatchObject({ root: 'COERCE', modality: 'done', fit: 'both' });
    expect(known.lexicon!.row).toContain('arrest');
    expect(classifyPair('<s>Oman</s> zorbled <t>Fiji</t>.').lexicon).toBeUndefined();
  });

  it('reads words from the middle of a document like the same words alone', () => {
    const marked = '<s>Oman</s> has expelled <t>two Fijian diplomats</t>.';
    const { text } = readPair(marked);
    const before = 'It rained all day. ';
    const span = { start: 0, end: before.length + text.length };
    const whole = before + text;
    const document = analyse({ id: 'x', origin: 'x', text: whole, parts: [{ kind: 'paragraph', span }] });
    const { first, last } = document.sentences.at(-1)!;
    const at = (words: string) => {
      const start = whole.indexOf(words);
      return [{ start, end: start + words.length }];
    };
    const inside = classifyWords(document.tokens.slice(first, last), at('Oman'), at('two Fijian diplomats'));
    expect(document.sentences).toHaveLength(2);
    expect(classifyPair(marked)).toMatchObject(inside);
  });

  it('gives chances that add up, and the greatest to the root', () => {
    const { root, scores, quadScores } = classifyPair('<s>Oman</s> praised <t>Fiji</t> for its patience.');
    const sum = (values: object) => Object.values(values).reduce((a: number, b: number) => a + b, 0);
    expect(Object.keys(scores)).toHaveLength(15);
    expect(sum(scores)).toBeCloseTo(1, 5);
    expect(sum(quadScores)).toBeCloseTo(1, 5);
    expect(scores[root]).toBe(Math.max(...Object.values(scores)));
  });

  it('gives the same answer every time', () => {
    const marked = '<s>Oman</s> will host <t>Fiji</t> in May.';
    expect(classifyPair(marked)).toEqual(classifyPair(marked));
  });

  it('reads a sentence of five thousand words in time that grows with its length', () => {
    const time = (words: number) => {
      const start = process.cpuUsage();
      classifyPair(`<s>Oman</s> ${'praised and '.repeat(words / 2)}<t>Fiji</t>.`);
      return process.cpuUsage(start).user;
    };
    time(500);
    // Ten times the words; a quadratic step would take a hundred times as long.
    expect(time(5_000)).toBeLessThan(40 * time(500));
  }, 60_000);
});
