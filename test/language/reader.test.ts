import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, findMentions, kindOfHead } from '../../src/language/index.js';
import { edgesOf } from '../../src/language/reader/inputs.js';
import { nested } from '../../src/language/reader/nest.js';
import { sensesOf } from '../../src/language/reader/senses.js';
import { reportFromText } from '../../src/read/index.js';

const read = (text: string) => analyse(reportFromText(text));

describe('reach of mentions', () => {
  const reach = fc.tuple(fc.nat(30), fc.nat(8), fc.nat(8), fc.double({ min: -3, max: 9, noNaN: true }));
  it('is cut so that of two that share words one holds the other, and every one holds its head', () => {
    fc.assert(
      fc.property(fc.uniqueArray(reach, { selector: ([head]) => head, maxLength: 12 }), (drawn) => {
        const mentions = drawn
          .sort((a, b) => a[0] - b[0])
          .map(([head, back, on, odds]) => ({ head, first: head - back, last: head + on, odds }));
        const before = mentions.map((one) => ({ ...one }));
        const found = nested(mentions);
        for (const [i, a] of found.entries()) {
          expect(a.first <= a.head && a.head <= a.last).toBe(true);
          for (const b of found.slice(i + 1)) {
            const apart = a.last < b.first || b.last < a.first;
            const within =
              (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
            expect(apart || within).toBe(true);
            expect(a.first === b.first && a.last === b.last).toBe(false);
          }
        }
        if (before.length > 0) {
          const top = before.reduce((best, one) => (one.odds > best.odds ? one : best));
          expect(found).toContainEqual(top);
        }
      }),
    );
  });

  it('is told by codes of the words on both sides of each head', () => {
    const { tokens, sentences } = read('The mayor of Oslo left.');
    const edges = edgesOf(tokens, sentences[0]!);
    const mayor = edges(1)!;
    expect(mayor.left.length).toBe(2);
    expect(mayor.right.length).toBe(5);
    expect(mayor.right[0]).toBe(0);
    // "of" belongs to a branch and ends none of its own but itself; "Oslo" ends the branch; "left" belongs to no branch.
    expect(mayor.right[2]! % 3).toBe(1);
    expect(Math.floor(mayor.right[1]! / 3)).toBe(Math.floor(mayor.right[2]! / 3));
    expect(mayor.right[3]).toBe(3);
    expect(mayor.left[1]! % 3).toBe(1);
  });
});

describe('what nouns stand for', () => {
  it('is told by the most frequent sense first', () => {
    const [first] = sensesOf('minister', 'ministers');
    const [same] = sensesOf('teacher', 'teacher');
    expect(first).toBe(same);
    expect(sensesOf('hospital', 'hospital')[0]).not.toBe(first);
    expect(sensesOf('xyzzyx', 'xyzzyx')).toEqual([]);
  });
});

describe('kinds', () => {
  it('are told of the head of a phrase, and of no other word', () => {
    const document = read('The spokeswoman visited a hospital in Accra.');
    const kindAt = (word: string) => kindOfHead(document, document.tokens.find(({ text }) => text === word)!);
    expect(kindAt('spokeswoman')).toBe('person');
    expect(kindAt('hospital')).toBe('place');
    expect(kindAt('Accra')).toBe('place');
    expect(kindAt('visited')).not.toBe('person');
    expect(kindAt('The')).toBeUndefined();
  });

  it('are the same for a document however often it is asked', () => {
    const document = read('The committee met in Lima. It thanked the 12 members of the delegation.');
    expect(findMentions(document)).toEqual(findMentions(document));
  });

  it('reads a sentence of 2,000 words', () => {
    const text = `${'The ministers of Chile met the envoy of Peru in the capital and '.repeat(150)}left.`;
    const document = read(text);
    expect(findMentions(document).length).toBeGreaterThan(400);
  });
});
