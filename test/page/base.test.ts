import { describe, expect, it } from 'vitest';
import { csvOf } from '../../page/src/base/csv.js';
import { period, whenOf } from '../../page/src/base/format.js';
import { pack, unpack } from '../../page/src/base/pack.js';
import { segment } from '../../page/src/base/segments.js';
import type { Mark } from '../../src/serve/index.js';

const mark = (start: number, end: number, kind: Mark['kind']): Mark => ({
  start,
  end,
  kind,
  event: [],
  title: kind,
});

describe('a text is cut where its marks begin and end', () => {
  const text = 'Kenya met Norway.\n\nIt rained.';
  const blocks = segment(text, [mark(6, 9, 'act'), mark(0, 17, 'evidence'), mark(0, 5, 'actor')]);

  it('into paragraphs, and these into runs with the same marks', () => {
    const cut = blocks.map(({ segments }) =>
      segments.map(({ start, end, marks }) => [
        text.slice(start, end),
        marks
          .map(({ kind }) => kind)
          .sort()
          .join('+'),
      ]),
    );
    expect(cut).toEqual([
      [
        ['Kenya', 'actor+evidence'],
        [' ', 'evidence'],
        ['met', 'act+evidence'],
        [' Norway.', 'evidence'],
      ],
      [['It rained.', '']],
    ]);
  });

  it('and loses no character but the line breaks, whatever the marks', () => {
    const long = `${'a b\tc '.repeat(3000)}\n\r\n${'х'.repeat(9000)}\n`;
    const marks = Array.from({ length: 500 }, (_, at) => mark(at * 13, at * 13 + (at % 40), 'actor'));
    const told = segment(long, marks)
      .flatMap(({ segments }) => segments.map(({ start, end }) => long.slice(start, end)))
      .join('');
    expect(told).toBe(long.replace(/[\r\n]/g, ''));
  });
});

describe('a table as CSV', () => {
  it('quotes what needs it and lets no cell be a formula', () => {
    const table = {
      columns: ['a', 'b'],
      rows: [
        ['x,y', 'say "no"'],
        ['=1+1', -2],
        [null, '@here'],
      ],
    };
    expect(csvOf(table)).toBe('a,b\r\n"x,y","say ""no"""\r\n\'=1+1,-2\r\n,\'@here\r\n');
  });
});

describe('times in words', () => {
  it('are as short as they can be said', () => {
    expect(period('2024-06-01', '2024-06-30')).toBe('June 2024');
    expect(period('2024-06-03', '2024-06-09')).toBe('3 to 9 Jun 2024');
    expect(period('2024-02-29', '2024-02-29')).toBe('29 Feb 2024');
    expect(period('2024-06-24', '2024-07-07')).toBe('24 Jun 2024 to 7 Jul 2024');
  });
  it('say where only the report bounds an act', () => {
    expect(whenOf({ dateStart: null, dateEnd: '2024-10-18' })).toBe('by 18 Oct 2024');
    expect(whenOf({ dateStart: null, dateEnd: null, reported: '2024-10-20' })).toBe('by 20 Oct 2024');
    expect(whenOf({ dateStart: null, dateEnd: null })).toBe('date not told');
  });
});

describe('a report in a link', () => {
  it('comes out as it went in, and only known fields do', async () => {
    const report = { text: 'Kenya met Norway – «вчера» \u0627\u0644\u064a\u0648\u0645', name: 'Sample Wire' };
    expect(await unpack(await pack(report))).toEqual(report);
    expect(await unpack(await pack({ ...report, other: 'x' } as never))).toEqual(report);
  });
  it('that is broken is none', async () => {
    expect(await unpack('%%%')).toBeNull();
    expect(await unpack('AAAA')).toBeNull();
  });
});
