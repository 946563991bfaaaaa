import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/index.js';
import { reportFromText } from '../../src/read/index.js';
import { readReport } from '../../src/stages.js';

const document = (text: string) => analyse(reportFromText(text, {}));
const words = (text: string) => document(text).tokens;

describe('language', () => {
  it('keeps every token at its characters', () => {
    const text = "Gen. Mark Milley met U.S. officials. They've sent 1,500 troops — “at once,” he said.";
    for (const token of words(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('does not end a sentence at a title or an initialism', () => {
    const { sentences, report } = document('Gen. Mark Milley met U.S. officials. Lt. Col. Smith left.');
    expect(sentences.map((s) => report.text.slice(s.start, s.end))).toEqual([
      'Gen. Mark Milley met U.S. officials.',
      'Lt. Col. Smith left.',
    ]);
  });

  it('gives lemmas, also of plurals that no word list knows', () => {
    const lemmas = words('The jets carried out airstrikes and sent troops.').map((t) => t.lemma);
    expect(lemmas).toEqual(
      ['the', 'jet', 'carry', 'out', 'airstrike', 'and', 'send', 'troops', '.'].map((l) =>
        l === 'troops' ? 'troop' : l,
      ),
    );
  });

  it('hangs subject and object from the verb', () => {
    const tokens = words('Israel attacked Lebanon.');
    expect(tokens.map((t) => [t.text, t.deprel, t.head])).toEqual([
      ['Israel', 'nsubj', 1],
      ['attacked', 'root', -1],
      ['Lebanon', 'obj', 1],
      ['.', 'punct', 1],
    ]);
  });

  it('tells the passive', () => {
    const tokens = words('Lebanon was attacked by Israel.');
    expect(tokens[0]!.deprel).toBe('nsubj:pass');
    expect(tokens.find((t) => t.text === 'Israel')!.deprel).toMatch(/^obl/);
  });

  it('makes every sentence a tree', () => {
    const { tokens, sentences } = document(
      'The talks, held in Geneva, failed. Iran, which hosted them, blamed the West, and left.',
    );
    for (const s of sentences) {
      const own = tokens.slice(s.first, s.last);
      expect(own.filter((t) => t.head < 0)).toHaveLength(1);
      for (const token of own) {
        let at = token.index;
        let steps = 0;
        while (tokens[at]!.head >= 0 && steps <= own.length) {
          at = tokens[at]!.head;
          steps++;
        }
        expect(steps).toBeLessThanOrEqual(own.length);
      }
    }
  });

  it('pairs quotation marks and leaves apostrophes alone', () => {
    const { quoted, report } = document(
      "The nations’ aim, he said, is “peace” and 'order'. It isn't \"war\".",
    );
    expect(quoted.map((q) => report.text.slice(q.inner.start, q.inner.end))).toEqual(['peace', 'war']);
  });
});

describe('any text', () => {
  it('is read through every stage without an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ unit: 'grapheme', maxLength: 300 }),
        ),
        (text) => {
          readReport(reportFromText(text, {}), { today: '2025-01-01' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    'a',
    'ab ',
    '“',
    '. ',
    'http://',
    '\ud800',
    ' \n',
    'Russia ',
    'Kim said ',
  ])('made of %j takes time in step with its length', (unit) => {
    const cost = (n: number): number => {
      const report = reportFromText(unit.repeat(n), {});
      const begun = process.cpuUsage();
      analyse(report);
      return process.cpuUsage(begun).user / 1000;
    };
    cost(2000);
    expect(cost(16_000)).toBeLessThan(40 * Math.max(cost(2000), 10));
  });
});
