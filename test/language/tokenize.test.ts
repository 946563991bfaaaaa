import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/split.js';
import { tokenize } from '../../src/language/tokenize.js';

const words = (text: string): string =>
  tokenize(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');

describe('words', () => {
  it.each([
    ['They didn’t say who’d come.', 'They did n’t say who ’d come .'],
    ['Israel’s and the rebels’ aims', 'Israel ’s and the rebels ’ aims'],
    ['They cannot go.', 'They can not go .'],
    ['It cost $5.3m (5%), or €1,200,000.', 'It cost $ 5.3 m ( 5 % ) , or € 1,200,000 .'],
    ['at 10:30 a.m., 20km away', 'at 10:30 a.m. , 20 km away'],
    ['Gen. Lt. Col. John F. Doe of the U.S. Army', 'Gen. Lt. Col. John F. Doe of the U.S. Army'],
    ['the U.S.-led force', 'the U.S. - led force'],
    ['F-16s, S-400 and COVID-19', 'F-16s , S-400 and COVID-19'],
    ['a non-aligned, five-year plan', 'a non-aligned , five - year plan'],
    ['“Enough,” he said—twice…', '“ Enough , ” he said — twice …'],
    ['the 21st, in the 1990s', 'the 21st , in the 1990s'],
    [
      'On 2024-03-05, see https://a.example/b?c=1, or mail x@y.org.',
      'On 2024-03-05 , see https://a.example/b?c=1 , or mail x@y.org .',
    ],
    ['No. 5 said no.', 'No. 5 said no .'],
  ])('%s', (text, wanted) => {
    expect(words(text)).toBe(wanted);
  });

  it('covers every character that is no blank, whatever the text', () => {
    const text = 'a\u0301 \ud83d\ude00\ud83d x\u200b!!??((( ’’’ \u202eabc '.repeat(50);
    const covered = tokenize(text)
      .map(({ start, end }) => text.slice(start, end))
      .join('');
    expect(covered).toBe(text.replace(/\s+/g, ''));
  });

  it('takes as long for one endless word as for many short ones, or nearly', () => {
    const time = (text: string): number => {
      const begun = process.cpuUsage();
      tokenize(text);
      return process.cpuUsage(begun).user / 1000;
    };
    time('warm up '.repeat(1000));
    expect(time('x.-’'.repeat(100_000))).toBeLessThan(3000);
    expect(time('9,'.repeat(200_000))).toBeLessThan(3000);
  });
});

const sentences = (text: string): string[] =>
  splitSentences(text, tokenize(text)).map((one) => text.slice(one[0]!.start, one.at(-1)!.end));

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['He met Gen. Wu. They spoke.', ['He met Gen. Wu.', 'They spoke.']],
    ['It left the U.S. on Monday.', ['It left the U.S. on Monday.']],
    ['It left the U.S. The rest stayed.', ['It left the U.S.', 'The rest stayed.']],
    ['They met at 5 p.m. on Tuesday. All left.', ['They met at 5 p.m. on Tuesday.', 'All left.']],
    ['“Go.” He went. “Why?” she asked.', ['“Go.”', 'He went.', '“Why?” she asked.']],
    ['He won. [4] [5] She lost.', ['He won. [4] [5]', 'She lost.']],
    ['John F. Doe spoke. He left.', ['John F. Doe spoke.', 'He left.']],
    ['It fell 3.5 percent. Why? Nobody knows!', ['It fell 3.5 percent.', 'Why?', 'Nobody knows!']],
    ['“It is over.” — A. Writer', ['“It is over.” — A. Writer']],
    ['On Dec. 3 it rained. On Jan. 4 it snowed.', ['On Dec. 3 it rained.', 'On Jan. 4 it snowed.']],
  ])('%s', (text, wanted) => {
    expect(sentences(text)).toEqual(wanted);
  });
});
