import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/index.js';
import { reportFromText } from '../../src/read/index.js';
import { findMentions, findPlaces, type Mention } from '../../src/world/index.js';

const documentOf = (text: string) => analyse(reportFromText(text, {}));
const mentionsOf = (text: string, at = '2023-05-01') => findMentions(documentOf(text), { at });

/** "Kim=PRK GOV", or "gunmen=?" when it stays open; inner mentions begin with ^. */
function show(mention: Mention): string {
  const { actor } = mention.resolution;
  const who = actor ? [actor.code, ...actor.sectors].join(' ') : '?';
  return `${mention.inside === undefined ? '' : '^'}${mention.text}=${who}`;
}

const shown = (text: string, at?: string) => mentionsOf(text, at).map(show);

describe('one phrase, one mention', () => {
  it.each<[string, string[]]>([
    ['Four Saudi soldiers crossed the border.', ['Four Saudi soldiers=SAU MIL', '^Saudi=SAU']],
    [
      'Turkish President Recep Tayyip Erdogan left.',
      ['Turkish President Recep Tayyip Erdogan=TUR GOV', '^Turkish=TUR'],
    ],
    ["Azerbaijan's Ilham Aliyev arrived.", ["Azerbaijan's Ilham Aliyev=AZE GOV", '^Azerbaijan=AZE']],
    ['The foreign minister of Peru resigned.', ['The foreign minister of Peru=PER GOV', '^Peru=PER']],
    ['The US-China talks failed.', ['US=USA', 'China=CHN']],
    ['The DPRK-Russia alliance grew.', ['DPRK=PRK', 'Russia=RUS']],
    ['Israeli-Palestinian clashes erupted.', ['Israeli=ISR', 'Palestinian=PSE']],
    ["Russia's decision surprised NATO.", ['Russia=RUS', 'NATO=IGO MIL']],
    [
      'Hamas gunmen attacked Israeli settlers.',
      ['Hamas gunmen=PSE REB', '^Hamas=PSE REB', 'Israeli settlers=ISR CVL', '^Israeli=ISR'],
    ],
    [
      'Gunmen killed a Kenyan police officer.',
      ['Gunmen=?', 'a Kenyan police officer=KEN COP', '^Kenyan=KEN'],
    ],
    [
      'Secretary General of NATO Jens Stoltenberg spoke.',
      ['Secretary General of NATO Jens Stoltenberg=IGO IGO', '^NATO=IGO MIL'],
    ],
    ['Moscow rejected the plan.', ['Moscow=RUS GOV']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('gives spans that are the text of the mention', () => {
    const text = 'On Monday, the Norwegian foreign ministry summoned Iran’s ambassador.';
    const mentions = mentionsOf(text);
    expect(mentions.length).toBeGreaterThan(1);
    for (const m of mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
  });

  it('points from an inner mention to the one around it', () => {
    const mentions = mentionsOf('Saudi troops moved.');
    expect(mentions[1]!.inside).toBe(0);
    expect(mentions[0]!.form).toBe('description');
    expect(mentions[1]!.form).toBe('name');
  });
});

describe('what names nobody', () => {
  it.each([
    'The weather improved on Friday.',
    'No one can sever the ties.',
    'In August the river rose.',
    'Roast turkey and fine china were served.',
    'The May harvest failed.',
  ])('%s', (text) => {
    expect(mentionsOf(text).filter((m) => m.resolution.actor)).toEqual([]);
  });
});

/** Text of the mention to which each later mention refers, followed to the first of its chain. */
function chains(text: string, at?: string): Record<string, string | undefined> {
  const mentions = mentionsOf(text, at);
  return Object.fromEntries(
    mentions.map((mention) => {
      let root = mention;
      while (root.refersTo !== undefined) root = mentions[root.refersTo]!;
      return [mention.text, root === mention ? undefined : root.text];
    }),
  );
}

describe('what comes back', () => {
  it('a family name, a title and a pronoun', () => {
    const found = chains(
      'Turkish President Recep Tayyip Erdogan met reporters. Erdogan praised the deal. He smiled. The president left.',
    );
    expect(found.Erdogan).toBe('Turkish President Recep Tayyip Erdogan');
    expect(found.He).toBe('Turkish President Recep Tayyip Erdogan');
    expect(found['The president']).toBe('Turkish President Recep Tayyip Erdogan');
  });

  it('a person whom no file knows', () => {
    const found = chains('Wilhelmina Quxley, a farmer, wept. Quxley lost her cows.');
    expect(found.Quxley).toBe('Wilhelmina Quxley');
    expect(found.her).toBe('Wilhelmina Quxley');
  });

  it('“the minister” after a foreign secretary', () => {
    const found = chains(
      'British Foreign Secretary David Cameron visited Kyiv. The minister promised aid.',
      '2024-03-01',
    );
    expect(found['The minister']).toBe('British Foreign Secretary David Cameron');
  });

  it('“his ministry” is of his state', () => {
    expect(shown('Armenian Prime Minister Nikol Pashinyan spoke. His foreign ministry agreed.')).toContain(
      'His foreign ministry=ARM GOV',
    );
  });

  it('“its” beside an object speaks of the object', () => {
    const mentions = mentionsOf('Iran sent engineers to aid Syria in its recovery.');
    expect(mentions.find((m) => m.text === 'its')!.resolution.actor!.code).toBe('SYR');
  });

  it('“its” of an object speaks of the subject', () => {
    const mentions = mentionsOf('Turkey strengthened its army.');
    expect(mentions.find((m) => m.text === 'its')!.resolution.actor!.code).toBe('TUR');
  });

  it('does not take a she for a man', () => {
    const mentions = mentionsOf('Russian President Vladimir Putin spoke. She left.');
    expect(mentions.at(-1)!.text).toBe('She');
    expect(mentions.at(-1)!.resolution.actor).toBeUndefined();
  });

  it('does not take whoever is thanked for the one who thanks', () => {
    const mentions = mentionsOf('Chinese President Xi Jinping thanked him.');
    expect(mentions.find((m) => m.text === 'him')!.resolution.actor).toBeUndefined();
  });

  it('leaves open which of two presidents is meant', () => {
    const mentions = mentionsOf('Talks between Xi Jinping and Vladimir Putin ended. He left.');
    expect(mentions.at(-1)!.resolution.actor).toBeUndefined();
  });

  it('knows that a counterpart is of another state', () => {
    const codeOf = (text: string, words: string): string | undefined =>
      mentionsOf(text).find((m) => m.text === words)!.resolution.actor?.code;
    expect(codeOf('Xi Jinping met his Peruvian counterpart.', 'his Peruvian counterpart')).toBe('PER');
    expect(codeOf('Xi Jinping met his counterpart.', 'his counterpart')).toBeUndefined();
    expect(codeOf('Chile’s counterpart was late.', 'Chile’s counterpart')).toBeUndefined();
  });

  it('names the two that “both countries” means', () => {
    const mentions = mentionsOf('Serbia met Hungary. Both countries signed a gas deal.');
    const both = mentions.find((m) => m.text === 'Both countries')!;
    expect(both.resolution.actor).toBeUndefined();
    expect(both.resolution.candidates.map((actor) => actor.code).sort()).toEqual(['HUN', 'SRB']);
    expect(both.resolution.together).toEqual(both.resolution.candidates);
  });

  it('the North and the South, also of the half that was not named', () => {
    expect(shown('South Korean troops fired. The North denied it.')).toContain('North=PRK');
    expect(shown('North Korea rejected the North-Russia claims.')).toContain('North=PRK');
    expect(shown('South Africa voted. The South abstained.')).not.toContain('South=ZAF');
    expect(shown('Villages in the North flooded.').join()).not.toContain('North=');
  });

  it('letters in brackets are another name', () => {
    const found = chains('The Turkmen foreign ministry (TFM) protested. TFM said so.');
    expect(found.TFM).toBe('The Turkmen foreign ministry');
  });
});

/** Codes of whom a phrase of a text stands for, sorted, the last time that it stands there. */
function codesOf(text: string, phrase: string): string {
  const mention = mentionsOf(text).findLast((one) => one.text === phrase);
  const { actor, together } = mention?.resolution ?? {};
  const codes = (together ?? (actor ? [actor] : [])).map(({ code }) => code);
  return codes.sort().join('+');
}

describe('who is called again by what they are', () => {
  const quarrel = 'Morocco recalled its envoy to Algeria. Algeria rejected the charge. ';

  it.each([
    ['the two sides of a report', `${quarrel}Spain spoke with both countries.`, 'both countries', 'DZA+MAR'],
    ['but not who deals with them', `${quarrel}Morocco met both sides.`, 'both sides', ''],
    ['a kingdom', `${quarrel}The kingdom closed the border.`, 'The kingdom', 'MAR'],
    ['a neighbour', 'Chad accused Sudan of arming rebels. It warned its neighbour.', 'its neighbour', 'SDN'],
    ['those who joined', 'Togo and Mali signed a pact. They will meet.', 'They', 'MLI+TGO'],
    ['those who met', 'Narendra Modi met Vladimir Putin. They agreed on gas.', 'They', 'IND+RUS'],
    ['rebels', 'The M23 took Goma. The rebels freed ten men.', 'The rebels', 'COD'],
    ['nobody, where none was told', 'The kingdom closed the border.', 'The kingdom', ''],
  ])('%s', (_, text, phrase, codes) => {
    expect(codesOf(text, phrase)).toBe(codes);
  });

  it('no owner of an ally', () => {
    expect(codesOf('Serbia thanked Russia. Russia promised its ally help.', 'its ally')).toBe('');
  });
});

describe('dates', () => {
  it('the same words mean others at another date', () => {
    const name = (at: string) =>
      mentionsOf('The British prime minister resigned.', at)[0]!.resolution.actor!.name;
    expect(name('1999-05-01')).toBe('Tony Blair');
    expect(name('2018-05-01')).toBe('Theresa May');
  });
});

describe('places', () => {
  const places = (text: string) => findPlaces(documentOf(text)).map((p) => `${p.name}=${p.state}`);

  it.each<[string, string[]]>([
    ['The leaders met in Pyongyang.', ['Pyongyang=PRK']],
    ['Fighting raged near Bakhmut.', ['Bakhmut=UKR']],
    ['Moscow rejected the plan.', []],
    ['A bomb exploded in Doha, Qatar.', ['Doha=QAT']],
    ['He was born in Kabul.', ['Kabul=AFG']],
    ['Russia rejected the plan.', []],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('a capital where something happens is no government', () => {
    expect(shown('The leaders met in Moscow.').filter((m) => m.startsWith('Moscow'))).toEqual([]);
  });
});

describe('time', () => {
  it('is linear in the length of a text', () => {
    const sentence = 'Russian President Vladimir Putin met four Saudi soldiers and their minister in Doha. ';
    const measure = (n: number) => {
      const document = documentOf(sentence.repeat(n));
      findMentions(document, { at: '2023-05-01' });
      const started = process.cpuUsage();
      findMentions(document, { at: '2023-05-01' });
      return process.cpuUsage(started).user / 1000;
    };
    const short = measure(100);
    expect(measure(400)).toBeLessThan(Math.max(12 * short, 600));
  });
});
