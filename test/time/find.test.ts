import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/time/index.js';

const AT = '2025-12-27';
const read = (text: string, anchor: string | undefined = AT) =>
  findTimes(text, anchor).map(
    (x) => `${x.text}=${x.interval ? `${x.interval.start}/${x.interval.end}` : '?'}`,
  );

describe('findTimes leaves alone what is no time', () => {
  it.each([
    'Talks may resume, and troops march on the capital in a second wave.',
    'May he rest in peace.',
    'Theresa May met ministers. May said nothing.',
    'Protesters joined the March for Our Lives.',
    'The Sun and the Mirror reported it.',
    'He sat down; they wed.',
    'Some 2,000 people and 1500 troops were there.',
    'Resolution 2231 and Article 5 were cited.',
    'An F-16, a Boeing 737 and the G20 leaders.',
    'They met near the 38th parallel.',
    'A 24-hour curfew and a two-day visit.',
    'It cost $2000 and €1999.',
    'They won 3-1, or 2:1.',
    'The Fourth Estate came first and finished second.',
    'A 30-year-old man was held.',
    'about 2000 soldiers fell',
    'It continues a 2000 year old tradition.',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

describe('findTimes in sentences', () => {
  it('gives offsets into the text', () => {
    const text = 'Putin met Kim in Pyongyang on 19 June 2024.';
    const [one] = findTimes(text, AT);
    expect(text.slice(one?.start, one?.end)).toBe('19 June 2024');
    expect(one?.interval).toEqual({ start: '2024-06-19', end: '2024-06-19', precision: 'day' });
  });
  it.each<[string, string[]]>([
    [
      'He said on Friday that it would begin on Monday.',
      ['Friday=2025-12-26/2025-12-26', 'Monday=2025-12-29/2025-12-29'],
    ],
    [
      'The vote is to be held from January 20 to February 11.',
      ['from January 20 to February 11=2026-01-20/2026-02-11'],
    ],
    [
      'Waitangi Day - February 6 - this year',
      ['February 6=2025-02-06/2025-02-06', 'this year=2025-01-01/2025-12-31'],
    ],
    ['Putin to visit Beijing on Monday.', ['Monday=2025-12-29/2025-12-29']],
    ['The foreign ministers met on Monday.', ['Monday=2025-12-22/2025-12-22']],
    ["Ahead of Tuesday's vote, the party split.", ['Tuesday=2025-12-30/2025-12-30']],
    [
      'They met on May 3, 2024 and parted two days later.',
      ['May 3, 2024=2024-05-03/2024-05-03', 'two days later=2024-05-05/2024-05-05'],
    ],
    [
      'It began in June 2024. The following month it ended.',
      ['June 2024=2024-06-01/2024-06-30', 'The following month=2024-07-01/2024-07-31'],
    ],
    [
      'It began in June 2024 and ended two days later.',
      ['June 2024=2024-06-01/2024-06-30', 'two days later=?'],
    ],
    ['The two have fought for three years.', ['for three years=2022-12-27/2025-12-27']],
    ['He ruled for three years.', ['for three years=?']],
    [
      'The dates are 05/06/2025 and 25/06/2025.',
      ['05/06/2025=2025-06-05/2025-06-05', '25/06/2025=2025-06-25/2025-06-25'],
    ],
    ['The Oct. 7, 2023, attack', ['Oct. 7, 2023=2023-10-07/2023-10-07']],
    ['Hamas led the October 7 attack on Israel.', ['October 7=?']],
  ])('%s', (text, wanted) => expect(read(text)).toEqual(wanted));
  it('needs no anchor for dates that carry their year', () => {
    expect(read('Since 2014 and until yesterday', undefined)).toHaveLength(2);
  });
  it('reads a megabyte of plain words in about a second', () => {
    const text = 'quorum lantern granite '.repeat(45_000);
    const start = process.cpuUsage();
    expect(findTimes(text, AT)).toEqual([]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000); // other work may share the machine
  });
});
