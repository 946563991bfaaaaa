import { describe, expect, it } from 'vitest';
import { conllu, read, retagged, syntaxText } from '../../src/index.js';

const reading = read('OSLO, March 5, 2024 (Sample Wire) - Poland expelled two diplomats. “Enough,” it said.');

describe('CoNLL-U', () => {
  const blocks = conllu(reading).trim().split('\n\n');
  const rows = blocks.map((block) =>
    block
      .split('\n')
      .filter((row) => !row.startsWith('#'))
      .map((row) => row.split('\t')),
  );

  it('has ten columns, ids from 1, one root, and heads within the sentence', () => {
    expect(blocks).toHaveLength(reading.document.sentences.length);
    for (const sentence of rows) {
      expect(sentence.map((cells) => cells.length)).toEqual(sentence.map(() => 10));
      expect(sentence.map((cells) => cells[0])).toEqual(sentence.map((_, i) => `${i + 1}`));
      expect(sentence.filter((cells) => cells[6] === '0')).toHaveLength(1);
      expect(sentence.every((cells) => Number(cells[6]) <= sentence.length)).toBe(true);
    }
  });

  it('points to the characters of each token and names the actors', () => {
    for (const cells of rows.flat()) {
      const [start, end] = /TokenRange=(\d+):(\d+)/.exec(cells[9]!)!.slice(1).map(Number);
      expect(reading.report.text.slice(start, end)).toBe(cells[1]);
    }
    const poland = rows.flat().find((cells) => cells[1] === 'Poland')!;
    expect(poland[2]).toBe('Poland');
    expect(poland[9]).toMatch(/Entity=\(\d+-(?:place|organization)-name-POL\)/);
  });

  it('closes every bracket that it opens', () => {
    const brackets = rows.flat().flatMap((cells) => /Entity=([^|]*)/.exec(cells[9]!)?.[1] ?? '');
    expect(brackets.join('').split('(')).toHaveLength(brackets.join('').split(')').length);
  });
});

describe('given tokens', () => {
  it('keeps sentences, joined tokens, comments and MISC, and leaves out empty nodes', () => {
    const given = [
      '# text = can’t go',
      '1-2\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_',
      '1\tca\tcan\tAUX\tMD\tA=B\t3\taux\t_\tX=Y',
      '2\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_',
      '2.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_',
      '3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_',
    ].join('\n');
    expect(retagged(`${given}\n\n`)).toBe(
      [
        '# global.Entity = GRP-etype-form-actor',
        '# text = can’t go',
        '1-2\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_',
        '1\tca\tcan\tAUX\tMD\t_\t3\taux\t_\tX=Y',
        '2\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_',
        '3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_',
        '\n',
      ].join('\n'),
    );
  });

  it('puts its own entities in the place of those given, anew in each document', () => {
    const row = (id: number, form: string): string =>
      `${id}\t${form}\t_\t_\t_\t_\t0\t_\t_\tEntity=(9-animal)`;
    const block = ['# newdoc id = a', row(1, 'Maria'), row(2, 'slept'), row(3, '.')].join('\n');
    const out = retagged(`${block}\n\n${block.replace('= a', '= b')}\n\n`);
    expect(out.match(/Entity=\S+/g)).toEqual(['Entity=(1-person-name-)', 'Entity=(1-person-name-)']);
  });

  it('keeps a block of comments alone', () => {
    const out = retagged('# a comment\n\n1\tMaria\t_\t_\t_\t_\t0\t_\t_\t_\n\n');
    expect(out.split('\n\n')[0]).toBe('# global.Entity = GRP-etype-form-actor\n# a comment');
  });

  it('says which line is none', () => {
    expect(() => retagged('1\ta\n\n')).toThrow('sentence 1, line 1 is not CoNLL-U');
  });
});

it('draws each word under its head', () => {
  const lines = syntaxText(reading.document).split('\n');
  expect(lines[0]).toBe('Poland expelled two diplomats .');
  expect(lines[1]).toMatch(/^ {2}expelled {2}VERB root/);
  expect(lines[2]).toMatch(/^ {4}Poland {2}PROPN nsubj/);
});
