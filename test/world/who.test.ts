import { describe, expect, it } from 'vitest';
import { actorOfState, outletOf, resolveMention, stateName, who } from '../../src/world/index.js';

/** expression, date, code, sectors, and the person's name when one is meant. */
type Case = readonly [text: string, at: string, code: string, sectors: string, person?: string];

function check(cases: readonly Case[]): void {
  it.each(
    cases.map((c) => [...c] as [string, string, string, string, string?]),
  )('%s at %s is %s %s', (text, at, code, sectors, person?: string) => {
    const { actor, reason } = who(text, { at });
    expect(`${actor?.code ?? 'open'} ${actor?.sectors.join('+') ?? ''}`.trim()).toBe(
      `${code} ${sectors}`.trim(),
    );
    if (person !== undefined) expect(actor?.name).toBe(person);
    expect(reason).not.toBe('');
    if (actor) expect(actor.fact.file).toMatch(/^data\/world\/[a-z-]+\.tsv$/);
  });
}

const D = '2024-03-01';

describe('states and their names', () => {
  check([
    ['Russia', D, 'RUS', ''],
    ['the Russian Federation', D, 'RUS', ''],
    ['DPRK', D, 'PRK', ''],
    ['the Democratic People’s Republic of Korea', D, 'PRK', ''],
    ["Cote d'Ivoire", D, 'CIV', ''],
    ['the Ivory Coast', D, 'CIV', ''],
    ['the U.S.', D, 'USA', ''],
    ['United Kingdom', D, 'GBR', ''],
    ['Türkiye', D, 'TUR', ''],
    ['Guinea-Bissau', D, 'GNB', ''],
    ['Burma', D, 'MMR', ''],
    ['the Soviet Union', '1991-03-01', 'SUN', ''],
    ['Puerto Rico', D, 'USA', ''],
    ['Greenland', D, 'DNK', ''],
    ['Hong Kong', D, 'HKG', ''],
    ['Abkhazia', D, 'GEO', 'PRE'],
    ['the Palestinians', D, 'PSE', ''],
    ['Equatorial Guinea', D, 'GNQ', ''],
    ['South Sudan', D, 'SSD', ''],
    ['North Macedonia', D, 'MKD', ''],
  ]);
});

describe('seats, bodies and organizations', () => {
  check([
    ['Moscow', D, 'RUS', 'GOV'],
    ['Beijing', D, 'CHN', 'GOV'],
    ['Washington', D, 'USA', 'GOV'],
    ['the Kremlin', D, 'RUS', 'GOV'],
    ['the White House', D, 'USA', 'GOV'],
    ['President Joseph R. Biden Jr.', D, 'USA', 'GOV', 'Joe Biden'],
    ['President Ferdinand R. Marcos Jr.', D, 'PHL', 'GOV', 'Ferdinand Marcos Jr.'],
    ['10 Downing Street', D, 'GBR', 'GOV'],
    ["Iran's Revolutionary Guards", D, 'IRN', 'MIL'],
    ['the Knesset', D, 'ISR', 'LEG'],
    ['the State Duma', D, 'RUS', 'LEG'],
    ['Mossad', D, 'ISR', 'SPY'],
    ['the United Nations', D, 'UNO', 'IGO'],
    ['UNHCR', D, 'UNO', 'IGO'],
    ['the European Union', D, 'EUR', 'IGO'],
    ['the European Commission', D, 'EUR', 'IGO'],
    ['the International Criminal Court', D, 'IGO', 'JUD'],
    ['Amnesty International', D, 'NGO', 'NGO'],
    ['Hamas', D, 'PSE', 'REB'],
    ['Hezbollah', D, 'LBN', 'REB'],
    ['members of Hezbollah', D, 'LBN', 'REB'],
    ['the Taliban', '2015-01-01', 'AFG', 'REB'],
    ['the Taliban', '2023-01-01', 'AFG', 'GOV'],
    ['Islamic State', D, 'IMG', 'REB'],
    ['KCNA', D, 'PRK', 'MED'],
    ['Korean Central News Agency (KCNA)', D, 'PRK', 'MED'],
    ['Xinhua', D, 'CHN', 'MED'],
    ['Reuters', D, 'GBR', 'MED'],
  ]);
});

describe('generic agents', () => {
  check([
    ['four Saudi soldiers', D, 'SAU', 'MIL'],
    ['a Ukrainian drone', D, 'UKR', 'MIL'],
    ['two Chinese warships', D, 'CHN', 'MIL'],
    ['Israeli settlers', D, 'ISR', 'CVL'],
    ['Hamas gunmen', D, 'PSE', 'REB'],
    ['Turkish-backed Syrian fighters', D, 'SYR', 'REB'],
    ['pro-Russian separatists in Moldova', D, 'MDA', 'REB'],
    ['anti-American protesters in Tehran', D, 'IRN', 'CVL'],
    ['Chinese state media', D, 'CHN', 'MED'],
    ['Egyptian police', D, 'EGY', 'COP'],
    ['the Iranian parliament', D, 'IRN', 'LEG'],
    ["Poland's defence ministry", D, 'POL', 'MIL'],
    ['the Philippine coast guard', D, 'PHL', 'MIL'],
    ['the Indian foreign ministry', D, 'IND', 'GOV'],
    ["Kenya's Supreme Court", D, 'KEN', 'JUD'],
    ['hundreds of Syrian refugees', D, 'SYR', 'REF'],
    ['two Palestinians', D, 'PSE', 'CVL'],
    ['a Nigerian', D, 'NGA', 'CVL'],
    ['Nigerian villagers', D, 'NGA', 'CVL'],
    ['Mexican drug traffickers', D, 'MEX', 'CRM'],
    ['Colombian lawmakers', D, 'COL', 'LEG'],
    ['French farmers', D, 'FRA', 'AGR'],
    ['Brazilian students', D, 'BRA', 'EDU'],
    ['a Belarusian opposition leader', D, 'BLR', 'OPP'],
    ['unidentified gunmen in Mali', D, 'MLI', 'UAF'],
    ['UN peacekeepers', D, 'UNO', 'MIL'],
    ['UN officials', D, 'UNO', 'IGO'],
    ['Hezbollah fighters', D, 'LBN', 'REB'],
    ['a spokesman for the Russian foreign ministry', D, 'RUS', 'GOV'],
    ['the government of Sudan', D, 'SDN', 'GOV'],
    ['the Russian Armed Forces', D, 'RUS', 'MIL'],
    ['Kosovo Serbs', D, 'XKX', 'CVL'],
    ['the British embassy in Moscow', D, 'GBR', 'GOV'],
    ['Myanmar’s military junta', D, 'MMR', 'GOV'],
    ['Spanish intelligence services', D, 'ESP', 'SPY'],
    ['a Lebanese judge', D, 'LBN', 'JUD'],
    ['Norwegian diplomats', D, 'NOR', 'GOV'],
    ['Sudanese doctors', D, 'SDN', 'HLH'],
    ['Iraqi Shiite clerics', D, 'IRQ', 'REL'],
    ['the Trump administration', '2019-01-01', 'USA', 'GOV'],
  ]);
});

describe('persons and offices by date', () => {
  check([
    ['the Russian foreign minister', '2003-05-01', 'RUS', 'GOV', 'Igor Ivanov'],
    ['the Russian foreign minister', '2005-05-01', 'RUS', 'GOV', 'Sergei Lavrov'],
    ['Russian Foreign Minister Sergei Lavrov', '2015-05-01', 'RUS', 'GOV', 'Sergei Lavrov'],
    ['Russian President Vladimir Putin', D, 'RUS', 'GOV', 'Vladimir Putin'],
    ['the Russian president', '2010-06-01', 'RUS', 'GOV', 'Dmitry Medvedev'],
    ['Mr. Putin', D, 'RUS', 'GOV', 'Vladimir Putin'],
    ['President Bush', '1991-02-01', 'USA', 'GOV', 'George H. W. Bush'],
    ['President Bush', '2004-02-01', 'USA', 'GOV', 'George W. Bush'],
    ['the US president', '2010-01-01', 'USA', 'GOV', 'Barack Obama'],
    ['the US president', '2017-01-19', 'USA', 'GOV', 'Barack Obama'],
    ['the US president', '2017-01-21', 'USA', 'GOV', 'Donald Trump'],
    ['President Trump', '2018-05-01', 'USA', 'GOV', 'Donald Trump'],
    ['former President Donald Trump', '2022-05-01', 'USA', 'ELI', 'Donald Trump'],
    ['Barack Obama', '2019-01-01', 'USA', 'ELI', 'Barack Obama'],
    ['the US secretary of state', '2014-01-01', 'USA', 'GOV', 'John Kerry'],
    ['President Yoon', '2023-05-01', 'KOR', 'GOV', 'Yoon Suk-yeol'],
    ['President Park', '2015-05-01', 'KOR', 'GOV', 'Park Geun-hye'],
    ["South Korea's president", '2018-05-01', 'KOR', 'GOV', 'Moon Jae-in'],
    ['North Korean leader Kim Jong Un', '2018-05-01', 'PRK', 'GOV', 'Kim Jong-un'],
    ['the North Korean leader', '2009-05-01', 'PRK', 'GOV', 'Kim Jong-il'],
    ["North Korea's Kim Jong-un", D, 'PRK', 'GOV', 'Kim Jong-un'],
    ['Chinese President Xi Jinping', '2015-05-01', 'CHN', 'GOV', 'Xi Jinping'],
    ['Chancellor Merkel', '2015-05-01', 'DEU', 'GOV', 'Angela Merkel'],
    ['the German chancellor', '2000-05-01', 'DEU', 'GOV', 'Gerhard Schroeder'],
    ['the British prime minister', '2007-07-15', 'GBR', 'GOV', 'Gordon Brown'],
    ['British Prime Minister Boris Johnson', '2020-05-01', 'GBR', 'GOV', 'Boris Johnson'],
    ['Prime Minister Singh', '2010-05-01', 'IND', 'GOV', 'Manmohan Singh'],
    ['the Japanese leader', '2014-05-01', 'JPN', 'GOV', 'Shinzo Abe'],
    ['the French leader', '2014-05-01', 'FRA', 'GOV', 'François Hollande'],
    ["Egypt's president", '2013-01-01', 'EGY', 'GOV', 'Mohamed Morsi'],
    ['ousted President Mohamed Morsi', '2014-01-01', 'EGY', 'ELI', 'Mohamed Morsi'],
    ["Iran's supreme leader", '2015-01-01', 'IRN', 'GOV', 'Ali Khamenei'],
    ['Ukrainian President Volodymyr Zelenskyy', '2022-03-01', 'UKR', 'GOV', 'Volodymyr Zelensky'],
    ['the Ukrainian president', '2016-01-01', 'UKR', 'GOV', 'Petro Poroshenko'],
    ['late Venezuelan President Hugo Chavez', '2014-01-01', 'VEN', 'ELI', 'Hugo Chávez'],
    ['former Pakistani prime minister Imran Khan', '2023-01-01', 'PAK', 'ELI', 'Imran Khan'],
    ['UN secretary-general', '2010-01-01', 'UNO', 'IGO', 'Ban Ki-moon'],
    ['UN Secretary-General Antonio Guterres', '2020-01-01', 'UNO', 'IGO', 'Antonio Guterres'],
    ['NATO chief', '2018-01-01', 'IGO', 'IGO', 'Jens Stoltenberg'],
    ['the EU foreign policy chief', '2022-01-01', 'EUR', 'IGO', 'Josep Borrell'],
    ['the president of Kenya', '2023-06-01', 'KEN', 'GOV', 'William Ruto'],
    ["Israel's ambassador to the United Nations", '2018-01-01', 'ISR', 'GOV', 'Danny Danon'],
    ['Hezbollah leader Hassan Nasrallah', '2020-01-01', 'LBN', 'REB', 'Hassan Nasrallah'],
  ]);

  it('gives the office with the person', () => {
    expect(who('Vladimir Putin', { at: '2010-06-01' }).actor!.office).toBe('Prime Minister');
    expect(who('Vladimir Putin', { at: '2014-06-01' }).actor!.office).toBe('President');
    expect(who('Barack Obama', { at: '2019-01-01' }).actor!.office).toBeUndefined();
  });

  it('takes name, office and state from the words when no file knows the person', () => {
    const { actor, reason } = who('Peruvian Foreign Minister Wilhelmina Quxley', { at: D });
    expect(actor).toMatchObject({
      code: 'PER',
      sectors: ['GOV'],
      kind: 'person',
      name: 'Wilhelmina Quxley',
      office: 'foreign minister',
    });
    expect(reason).toMatch(/in no file/);
    expect(who('Colombian Senator Aurelio Zzyzx', { at: D }).actor).toMatchObject({
      code: 'COL',
      sectors: ['LEG'],
    });
    expect(who('former Ghanaian finance minister Kwabena Xyloth', { at: D }).actor).toMatchObject({
      code: 'GHA',
      sectors: ['ELI'],
    });
  });

  it('resolves the same words anew for another date', () => {
    expect(resolveMention('the British prime minister', '1999-05-01').actor!.name).toBe('Tony Blair');
    expect(resolveMention('the British prime minister', '2017-05-01').actor!.name).toBe('Theresa May');
  });
});

describe('ambiguous names', () => {
  const code = (text: string, context?: string) =>
    who(text, { at: D, ...(context ? { context } : {}) }).actor?.code;

  it.each([
    ['Georgia', 'The parliament in Tbilisi voted', 'GEO'],
    ['Georgia', 'Voters in Atlanta and Savannah', undefined],
    ['Jordan', 'The king spoke in Amman', 'JOR'],
    ['Congo', 'Rebels of the M23 took Goma', 'COD'],
    ['Congo', 'President Sassou spoke in Brazzaville', 'COG'],
    ['Congo', undefined, undefined],
    ['Korea', 'Seoul said on Friday', 'KOR'],
    ['Korea', 'Pyongyang fired a missile', 'PRK'],
    ['Korea', undefined, undefined],
    ['Guinea', 'Soldiers patrolled Conakry', 'GIN'],
    ['Turkey', 'Erdogan spoke in Ankara', 'TUR'],
    ['Michael Jordan', undefined, undefined],
    ['George Washington', undefined, undefined],
    ['Niger', 'The junta in Niamey', 'NER'],
  ])('%s beside “%s” is %s', (text, context, expected) => {
    expect(code(text, context)).toBe(expected);
  });

  it('says what an open name may mean', () => {
    const { actor, candidates, reason } = who('Congo', { at: D });
    expect(actor).toBeUndefined();
    expect(candidates.map((c) => c.code).sort()).toEqual(['COD', 'COG']);
    expect(reason).toMatch(/may mean/);
  });

  it('chooses among namesakes by the state in the text, and leaves open what nothing settles', () => {
    expect(who('Kim', { at: '2020-05-01', context: 'Pyongyang fired a missile' }).actor!.name).toBe(
      'Kim Jong-un',
    );
    expect(who('Ivanov', { at: '2024-01-01' }).actor?.name).not.toBe('Igor Ivanov');
  });
});

describe('what cannot be told', () => {
  it.each([
    'gunmen',
    'Kurdish rebels',
    'the Ruritanian ambassador',
    'a blue sofa',
    '',
    '!!!',
    'turkey sandwiches',
  ])('“%s” stays open', (text) => {
    const { actor, reason } = who(text, { at: D });
    expect(actor).toBeUndefined();
    expect(reason.length).toBeGreaterThan(5);
  });

  it('still says the sector of an agent of no state', () => {
    expect(who('unknown gunmen', { at: D }).candidates[0]!.sectors).toEqual(['UAF']);
  });
});

describe('helpers', () => {
  it('names states and makes them actors', () => {
    expect(stateName('PRK')).toBe('North Korea');
    expect(stateName('XXX')).toBe('XXX');
    expect(actorOfState('FRA')).toMatchObject({ code: 'FRA', kind: 'state', sectors: [] });
    expect(actorOfState('XXX')).toBeUndefined();
  });

  it('knows outlets by name and by domain', () => {
    expect(outletOf('KCNA')!.code).toBe('PRK');
    expect(outletOf('https://www.tass.com/politics/1')!.code).toBe('RUS');
    expect(outletOf('Unheard Gazette')).toBeUndefined();
  });

  it('reads a long expression in linear time', () => {
    const started = process.cpuUsage();
    who(`${'the Russian '.repeat(200_000)}minister`, { at: D });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});
