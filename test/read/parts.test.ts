import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../src/read/index.js';

const HEAD = 'Maravia and Ostland sign water treaty\n\n';
const BODY = ' The two governments signed it on Friday after a year of talks.';

function dateline(opening: string): (string | undefined)[] | undefined {
  const { text, dateline: found } = reportFromText(HEAD + opening + BODY);
  return (
    found && [found.span, found.place, found.date, found.agency].map((s) => s && text.slice(s.start, s.end))
  );
}

function kinds(text: string, title?: string): [string, string][] {
  const report = reportFromText(text, title === undefined ? {} : { title });
  return report.parts.map(({ kind, span }) => [
    kind,
    text.slice(span.start, Math.min(span.end, span.start + 24)),
  ]);
}

describe('datelines', () => {
  it.each([
    [
      'Sarn, Dec 27 (NationPress) Leaders of',
      ['Sarn, Dec 27 (NationPress)', 'Sarn', 'Dec 27', 'NationPress'],
    ],
    ['WASHINGTON (AP) — The', ['WASHINGTON (AP) —', 'WASHINGTON', undefined, 'AP']],
    ['MOSCOW, June 3 /TASS/. The', ['MOSCOW, June 3 /TASS/.', 'MOSCOW', 'June 3', 'TASS']],
    ['MOSCOW. June 3 (Interfax) - The', ['MOSCOW. June 3 (Interfax) -', 'MOSCOW', 'June 3', 'Interfax']],
    ['PARIS, Jan. 5 (Reuters) - The', ['PARIS, Jan. 5 (Reuters) -', 'PARIS', 'Jan. 5', 'Reuters']],
    [
      'GENEVA/NEW YORK, 5 January 2024 – The',
      ['GENEVA/NEW YORK, 5 January 2024 –', 'GENEVA/NEW YORK', '5 January 2024', undefined],
    ],
    [
      'BEIJING, May 1, 2024 (Xinhua) -- The',
      ['BEIJING, May 1, 2024 (Xinhua) --', 'BEIJING', 'May 1, 2024', 'Xinhua'],
    ],
    ['Kyiv – The', ['Kyiv –', 'Kyiv', undefined, undefined]],
    ['— LONDON: The', ['— LONDON:', 'LONDON', undefined, undefined]],
    [
      'New Delhi [India], December 27 (ANI): The',
      ['New Delhi [India], December 27 (ANI):', 'New Delhi [India]', 'December 27', 'ANI'],
    ],
    ['(CNN) The', ['(CNN)', undefined, undefined, 'CNN']],
    ['(Brussels) – The', ['(Brussels) –', 'Brussels', undefined, undefined]],
    [
      'WASHINGTON, D.C., Jan. 5 (UPI) -- The',
      ['WASHINGTON, D.C., Jan. 5 (UPI) --', 'WASHINGTON, D.C.', 'Jan. 5', 'UPI'],
    ],
    ['RIO DE JANEIRO (AFP) - The', ['RIO DE JANEIRO (AFP) -', 'RIO DE JANEIRO', undefined, 'AFP']],
    [
      'Thursday, May 7, 2015 On Tuesday, the',
      ['Thursday, May 7, 2015', undefined, 'Thursday, May 7, 2015', undefined],
    ],
  ])('%s', (opening, expected) => {
    expect(dateline(opening)).toEqual(expected);
  });

  it.each([
    'Kim Jong-un, 41, said',
    'Kim Jong-un – the North Korean leader – said',
    'On Monday, the president said',
    'In Paris (Reuters) the',
    'Breaking – The',
    'January 5 was the day.',
    'May said she would go.',
    'Putin: I think so.',
    'National Reform Council (NRC) members said',
    'Air Chief Marshal (retired) Rehl said',
    'Following the DPRK’s May 25 (KST) launch, ministers met.',
    'U.S.- Japan talks on trade began.',
    'PEACE THROUGH LONG TALKS: The',
    'North Korea – which fired a missile – said',
  ])('none in: %s', (opening) => {
    expect(dateline(opening)).toBeUndefined();
  });

  it('does not take the speakers of a transcript for places', () => {
    const talk = ['Dorvale: Thank you all.', 'Rehl: We are glad to be here.', 'Dorvale: Let us begin.'].join(
      '\n\n',
    );
    expect(reportFromText(talk, { title: 'Meeting in Sarn' }).dateline).toBeUndefined();
  });
});

describe('parts of a plain text', () => {
  it('takes headline, empty synopsis, takeaways and body apart', () => {
    const text = [
      'Did Maravia Just Turn to Ostland?',
      'Synopsis',
      'Key Takeaways',
      '- A treaty was signed.',
      '- The river is shared.',
      'Sarn, Dec 27 (NationPress) Maravia has signed a treaty with Ostland, officials said.',
      'It shares the river.',
    ].join('\n');
    expect(kinds(text).map(([kind]) => kind)).toEqual([
      'headline',
      'heading',
      'heading',
      'takeaway',
      'takeaway',
      'paragraph',
      'paragraph',
    ]);
  });

  it('never codes the synopsis and takeaways that lost their bullets', () => {
    const text = [
      'Maravia turns to Ostland',
      '',
      'Summary',
      'Maravia signed a treaty with Ostland on Friday.',
      '',
      'Highlights:',
      'Treaty signed on Friday',
      'River shared in equal parts',
      '',
      'SARN, Dec 27 (Wire) - Maravia has signed a treaty with Ostland, officials said on Saturday.',
    ].join('\n');
    expect(kinds(text).map(([kind]) => kind)).toEqual([
      'headline',
      'heading',
      'synopsis',
      'heading',
      'takeaway',
      'takeaway',
      'paragraph',
    ]);
  });

  it('joins the lines of wrapped paragraphs', () => {
    const text = [
      'Maravia and Ostland agreed on Tuesday to reopen a rail corridor for',
      'grain shipments that has been closed since March, officials from both',
      'governments said.',
      '',
      'The first train is expected to cross the border at Velin on Friday',
      'morning.',
    ].join('\n');
    expect(kinds(text, 'Corridor reopens')).toHaveLength(2);
  });

  it('keeps single lines as paragraphs where the text is not wrapped', () => {
    const text =
      'The treaty was signed on Friday in the capital of Maravia after long talks.\nOstland agreed.\nNo one else came.';
    expect(kinds(text, 'Treaty')).toHaveLength(3);
  });

  it('names byline, date line, caption, heading, items and credit', () => {
    const text = [
      'Grain corridor reopens',
      '',
      'By Mira Kolt and Jan Rost',
      '',
      'Friday, May 8, 2009',
      '',
      'Wagons at the Velin crossing. Image: Jan Rost.',
      '',
      'Maravia and Ostland agreed on Tuesday to reopen a rail corridor.',
      '',
      'What comes next',
      '',
      'Officials named two steps that are to be taken before the summer:',
      '- trains on six days',
      '- joint inspections',
      '',
      'The corridor was closed in March. (Reporting by Mira Kolt; Editing by Jan Rost)',
    ].join('\n');
    expect(kinds(text).map(([kind]) => kind)).toEqual([
      'headline',
      'byline',
      'byline',
      'caption',
      'paragraph',
      'heading',
      'paragraph',
      'item',
      'item',
      'paragraph',
      'credit',
    ]);
  });

  it('takes no first sentence for a headline, and keeps a stated title apart', () => {
    expect(kinds('Maravia signed a treaty.\n\nOstland did too.')[0]?.[0]).toBe('paragraph');
    expect(
      kinds(
        'Canberra\n\nThe Prime Minister will visit Velin from 8 to 10 February for the annual meeting of leaders.',
        'Visit to Velin',
      )[0]?.[0],
    ).toBe('byline');
    expect(reportFromText('Maravia signed a treaty.', { title: 'Treaty' }).title).toBe('Treaty');
    // The title is the end of the first sentence, which says more: a press office writes so.
    const call = 'The President of Maravia had a telephone conversation with the King of Ostland.';
    const title = 'Telephone conversation with the King of Ostland';
    expect(kinds(`${call}\n\nThey spoke about trade.`, title)[0]?.[0]).toBe('paragraph');
    expect(kinds(`${title}.\n\nThey spoke about trade.`, title)[0]?.[0]).toBe('headline');
  });

  it('gives the same text the same id, and never moves a character', () => {
    const text = '\u00a0 Some\r\n text \u200bhere.\u0000';
    expect(reportFromText(text).text).toHaveLength(text.length);
    expect(reportFromText(text).id).toBe(reportFromText(text, { origin: 'elsewhere' }).id);
    expect(reportFromText('another').id).not.toBe(reportFromText(text).id);
  });
});
