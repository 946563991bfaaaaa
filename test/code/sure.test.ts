import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';
import { key } from '../house/key.js';

const today = '2025-12-31';
const coded = (text: string): string[] => read(text, { today }).events.map(key);

describe('what is told too little of', () => {
  it.each([
    ['an act towards nobody named', 'The Ghanaian government promised better roads.'],
    ['private life', 'A Danish teacher thanked a Swedish nurse.'],
    ['the talks of one government with itself', 'The French president met the French defence minister.'],
    ['a charity, which forces nobody', 'Oxfam withdrew its staff from a hospital in Chad.'],
    ['what somebody can do', 'The ministers asked how Chad and Niger can work together.'],
    ['how two stand to each other', 'The speech praised the partnership between Chad and Niger.'],
    ['what is remembered', 'Niger marked the anniversary of the establishment of relations with Chad.'],
    [
      'deals of somebody unnamed with others',
      'In the meantime our deals with Chad and Niger are bearing fruit.',
    ],
    ['meetings of somebody unknown with others', 'Dr. Hill met with the presidents of Chad and Niger.'],
    ['for whom a march is', 'A pro-Palestine march passed through the town.'],
  ])('leaves out %s', (_, text) => {
    expect(coded(text)).toEqual([]);
  });

  it('keeps who stirs or leaves a post towards nobody', () => {
    expect(coded('Ghanaian prime minister Kofi Mensah resigned over the scandal.')).toEqual([
      'GHA> RETREAT done',
    ]);
  });
});

describe('what a sentence tells twice', () => {
  it('is one act with the figures of both', () => {
    const { events } = read(
      'Two men were killed and five soldiers were injured in a Kenyan strike on Somalia.',
      {
        today,
      },
    );
    expect(events.map(key)).toEqual(['KEN>SOM ASSAULT done']);
    expect(events[0]!.figures.map(({ value, kind }) => [value, kind])).toEqual([
      [2, 'dead'],
      [5, 'wounded'],
    ]);
  });
});

describe('who stands on either side', () => {
  it.each([
    ['both, where two agree', 'Chad and Niger agreed to stay in touch.', ['NER<>TCD AGREE planned']],
    ['one direction of a war', "Chad's war against Niger has shut the road.", ['TCD>NER ASSAULT ongoing']],
    [
      'all that stand within an argument',
      'Kenya affirmed its support for the defence of Chad and Niger.',
      ['KEN>NER+TCD SUPPORT done'],
    ],
    [
      'those at whom a measure is aimed',
      'Canada announced new sanctions targeting Belarusian banks.',
      ['CAN>BLR SANCTION done'],
    ],
    [
      'the state of a place behind an unknown town',
      'A man was killed in a Kenyan airstrike on a car in Qoryoweyn, Somalia.',
      ['KEN>SOM ASSAULT done'],
    ],
    [
      'the place of the clause for its participle',
      'Kenyan troops crossed the line in Kismayo, violating the truce.',
      ['KEN>SOM ASSAULT done'],
    ],
    [
      'the subject of the finite verb above',
      'Chad accuses Niger of spying for rebels and suspends all trade agreements between the two countries.',
      ['TCD>NER ACCUSE done', 'TCD>NER SANCTION done'],
    ],
    [
      'nobody where a relative clause hangs from a place',
      'The police of Chad arrested a man over a fire in a flat in Niamey which killed eight people.',
      ['TCD>TCD COERCE done'],
    ],
  ])('%s', (_, text, expected) => {
    expect(coded(text).sort()).toEqual([...expected].sort());
  });
});

it('reads who is taken hostage as the one who suffers', () => {
  expect(coded('Nairobi secured the release of two Danes taken hostage by al-Shabaab.')).toContain(
    'SOM>DNK ASSAULT done',
  );
});

describe('what is only said of a deed', () => {
  it.each([
    ['charged', 'Togo accused Benin of arming rebels and shelling a town.', ['TGO>BEN ACCUSE done']],
    ['not done yet', 'Togo has yet to name an ambassador to Benin.', ['TGO>BEN SUPPORT denied']],
    [
      'affirmed beside a denial',
      'No deaths were reported, but Togo expelled two diplomats of Benin.',
      ['TGO>BEN SANCTION done'],
    ],
    [
      'asked for together with its gerund',
      'Togo said that Benin should stop attacking Ghana.',
      ['TGO>BEN REQUEST demanded'],
    ],
  ])('%s', (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('who is meant though the act names nobody', () => {
  it.each([
    [
      'is the same for several who react',
      'Ghana expelled two envoys of Togo on Monday. Benin and Niger voiced their full support.',
      ['GHA>TGO SANCTION done', 'BEN+NER>GHA SUPPORT done'],
    ],
    [
      'is both sides of a deal, whoever is named more',
      'Ghana and Togo signed a pact on fishing in Accra. Ghana had asked for it. Benin condemned the deal.',
      ['BEN>GHA+TGO ACCUSE done'],
    ],
    [
      'is whoever lives in a place of the state that does it',
      "Ghana's government lifted the night curfew in Kumasi.",
      ['GHA>GHA CONCEDE done'],
    ],
  ])('%s', (_, text, expected) => {
    expect(coded(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('what two do', () => {
  it('is not done to each other where it is for a third', () => {
    const acts = coded(
      'Ghana expelled two envoys of Togo on Monday. Benin and Niger voiced their full support.',
    );
    expect(acts).not.toContain('BEN<>NER SUPPORT done');
  });
});

describe('a call', () => {
  const call = 'GHA<>TGO CONSULT done';
  it.each([
    ["A telephone conversation took place between Ghana's president and Togo's president."],
    ["Ghana's president took a call from Togo's president."],
    ["Ghana's president received an introductory call from Togo's president."],
    ["Ghana's foreign minister had a telephonic conversation with Togo's foreign minister."],
    ["During the telephone conversation, Ghana's president congratulated Togo's president on the vote."],
    ["In a phone call with Togo's president, Ghana's president thanked Togo for its help."],
  ])('%s', (text) => {
    expect(coded(text)).toContain(call);
  });

  it('is not held with whoever is spoken of in a meeting', () => {
    expect(coded('In a meeting on Monday, Ghana accused Togo of theft.')).toEqual(['GHA>TGO ACCUSE done']);
  });
});

describe('the date of an act', () => {
  const dated = (text: string): string[] =>
    read(`Accra, March 5, 2024 (Sample Wire) - ${text}`, { today }).events.flatMap((event) =>
      event.dates.map(({ basis, interval }) => `${event.root} ${basis} ${interval?.start} ${interval?.end}`),
    );
  it.each([
    [
      'is not that of a thing spoken of',
      'Ghana refused entry to the Chadian singer because of his 2019 conviction.',
      'REJECT reported null 2024-03-05',
    ],
    [
      'is not that of what it comes after',
      'A Ghanaian court sentenced two Chadian rebels to death for bombings nine years ago.',
      'SANCTION reported null 2024-03-05',
    ],
    [
      'stands before what is done',
      'Ghana carried out its February 2 attack on Chad.',
      'ASSAULT stated 2024-02-02 2024-02-02',
    ],
    [
      'is not lost behind what a thing is called',
      'Ghanaian jets bombed what the army called a rebel camp in Chad on March 2.',
      'ASSAULT stated 2024-03-02 2024-03-02',
    ],
  ])('%s', (_, text, expected) => {
    expect(dated(text)).toEqual([expected]);
  });
  it('is that of what the same subject did before it, in the same tense', () => {
    expect(dated('Ghana recalled its envoy to Chad on March 2 and closed the border with Niger.')).toEqual([
      'SANCTION stated 2024-03-02 2024-03-02',
      'COERCE context 2024-03-02 2024-03-02',
    ]);
    expect(
      dated('Ghana recalled its envoy to Chad on March 2 and will expel two diplomats of Niger.')[1],
    ).toBe('THREATEN reported null 2024-03-05');
  });
});
