import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';
import { key } from '../house/key.js';

const today = '2025-12-31';
const coded = (text: string): string[] => read(text, { today }).events.map(key);

describe('who did what to whom', () => {
  it.each([
    ['Israel carried out airstrikes on Syria, killing 12.', ['ISR>SYR ASSAULT done']],
    ['Two vehicles were hit in a Pakistani airstrike in Kabul.', ['PAK>AFG ASSAULT done']],
    ['Three soldiers were killed in an Israeli strike in Lebanon.', ['ISR>LBN ASSAULT done']],
    ['Russian forces took over a town in Ukraine.', ['RUS>UKR ASSAULT done']],
    ['The Chadian army launched a counteroffensive against Libya.', ['TCD>LBY ASSAULT done']],
    ['The Somali army completed an operation that killed 40 al-Shabaab members.', ['SOM>SOM ASSAULT done']],
    [
      'The Sudanese government said a rocket fired from Chad killed a Sudanese farmer.',
      ['TCD>SDN ASSAULT done'],
    ],
    ['Ethiopia launched a wave of drones at Eritrea.', ['ETH>ERI ASSAULT done']],
    ['Turkey launched a bombing campaign against Iraq.', ['TUR>IRQ ASSAULT done']],
    ['Chad attacked Libya.', ['TCD>LBY ASSAULT done']],
    ['Libya was attacked by Chad.', ['TCD>LBY ASSAULT done']],
    ['M23 rebels seized a town in the Democratic Republic of the Congo.', ['COD>COD ASSAULT done']],
    ['Kenyan police fired tear gas at protesters in Nairobi.', ['KEN>KEN ASSAULT done']],
    ['Poland expelled two Russian diplomats.', ['POL>RUS SANCTION done']],
    ['Canada imposed sanctions on Belarus.', ['CAN>BLR SANCTION done']],
    ['The Russian Foreign Ministry summoned the British ambassador.', ['RUS>GBR ACCUSE done']],
    ['Serbia lodged an official protest with Albania.', ['SRB>ALB ACCUSE done']],
    ['Oman accused Yemen of shelling a village.', ['OMN>YEM ACCUSE done']],
    ['The Mongolian government accepted the demands of Nepal.', ['MNG>NPL CONCEDE done']],
    ['At least 22 people were killed by gunfire in Syria.', []],
    ['Brazil praised Peru.', ['BRA>PER SUPPORT done']],
    ['The king of Jordan received a delegation led by the Tunisian premier.', ['JOR>TUN CONSULT done']],
    ['Kenya handed the fugitive over to Uganda.', ['KEN>UGA COOPERATE done']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('words that the tree hangs elsewhere', () => {
  it.each([
    ['Kenya brushed aside Ugandan criticism.', ['KEN>UGA REJECT done']],
    ['The chiefs of staff of Kenya and Uganda met on board a ship.', ['KEN<>UGA CONSULT done']],
    ["Chad's court jailed a man whose brother had fled to Libya.", ['TCD>TCD COERCE done']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('a sentence whose verb is taken for a participle', () => {
  it.each([
    ['Bolivia severed ties with Chile.', ['BOL>CHL SANCTION done']],
    ['Amnesty International called on Egypt to release the blogger.', ['NGO>EGY REQUEST demanded']],
    ['Peru withdrew its ambassador from Chile over the sentence.', ['PER>CHL SANCTION done']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('acts done together', () => {
  it.each([
    ['Japan and South Korea signed a trade agreement.', ['JPN<>KOR SUPPORT done']],
    ['Two Armenian soldiers were killed in clashes with Azerbaijani troops.', ['ARM<>AZE ASSAULT done']],
    ['Peruvian and Ecuadorian troops exchange fire along the river.', ['ECU<>PER ASSAULT done']],
    ['Guinea and Mali fought over the border town.', ['GIN<>MLI ASSAULT done']],
    ['French President Emmanuel Macron spoke with his Turkish counterpart.', ['FRA<>TUR CONSULT done']],
    [
      'Presidents Félix Tshisekedi of the Democratic Republic of the Congo and Paul Kagame of Rwanda signed a peace agreement.',
      ['COD<>RWA SUPPORT done'],
    ],
    ['Indian and Pakistani troops exchanged fire on Monday.', ['IND<>PAK ASSAULT done']],
    ['U.S. and Chinese officials met in Geneva.', ['CHN<>USA CONSULT done']],
    ['German and Polish ministers condemned Belarus.', ['DEU+POL>BLR ACCUSE done']],
    ['Talks between Ethiopia and Eritrea began in Nairobi.', ['ERI<>ETH CONSULT done']],
    [
      'Serbia met Hungary. Both countries signed a gas deal.',
      ['HUN<>SRB CONSULT done', 'HUN<>SRB SUPPORT done'],
    ],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('what several do as one', () => {
  it.each([
    ['Peru and Chile jointly digitised eighty thousand manuscripts.', ['CHL<>PER COOPERATE done']],
    ['Thai and Burmese agents raided the compound in concert.', ['MMR<>THA COOPERATE done']],
    ['France, together with Germany, launched a rescue operation.', ['DEU<>FRA COOPERATE done']],
    ['Finnish jets rehearsed landings side by side with the Swedish air force.', ['FIN<>SWE COOPERATE done']],
    ['Chad and Cameroon have begun joint operations.', ['CMR<>TCD COOPERATE done']],
    ['Pakistan and Russia launched a two-week drill on Monday.', ['PAK<>RUS COOPERATE done']],
    ['Malta and Libya are going to draw up a shared rescue plan.', ['LBY<>MLT AGREE planned']],
    ['Kenya and Uganda together account for a third of the trade.', []],
    ['Kenya and Uganda jointly condemned the attack.', []],
    ['China launched a drill near Japan.', ['CHN>JPN MOBILIZE done']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('with whom somebody meets', () => {
  it.each([
    ['The French president was in Berlin for talks with the German chancellor.', ['DEU<>FRA CONSULT done']],
    [
      'The Serbian minister named the date at a meeting with his Hungarian counterpart.',
      ['HUN<>SRB CONSULT done'],
    ],
    ['Peru praised Chile during talks with Brazil.', ['PER>CHL SUPPORT done', 'BRA<>PER CONSULT done']],
    ['Peru called for talks with Chile.', ['PER>CHL REQUEST demanded']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('who speaks for several, and through a text', () => {
  it.each([
    ['India and Pakistan said they had exchanged prisoners.', ['IND<>PAK COOPERATE done']],
    ['Turkey issued a statement condemning Israel.', ['TUR>ISR ACCUSE done']],
    ['Norway said it was ready to cooperate with Chile.', ['NOR>CHL AGREE offered']],
    ['Norway said it was important to cooperate with Chile.', []],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('what is not done', () => {
  it.each([
    ['Norway will send troops to Kenya.', ['NOR>KEN AGREE planned']],
    [
      'Pakistan threatened to break off diplomatic relations with Congo-Brazzaville.',
      ['PAK>COG THREATEN threatened'],
    ],
    ['Mali refused to attend a summit with Ivory Coast.', ['MLI>CIV REJECT done']],
    ['Libya offered to hand over two suspects to Britain.', ['LBY>GBR AGREE offered']],
    ['Pakistan will not extradite the suspect to India.', ['PAK>IND REJECT done']],
    ["Japan won't lift sanctions on Russia.", ['JPN>RUS REJECT done']],
    ['Egypt will not attack Sudan.', ['EGY>SDN ASSAULT denied']],
    ['Chad did not attack Libya.', ['TCD>LBY ASSAULT denied']],
    ['If Chad attacked Libya, the border would be closed.', ['TCD>LBY ASSAULT hypothetical']],
    ['Sweden is going to send tanks to Ukraine.', ['SWE>UKR AGREE planned']],
    ['Lithuania is to host the Polish president.', ['LTU>POL AGREE planned']],
    ['Turkey is able to strike Syria.', []],
    ['The Turkish navy was able to strike Syria.', ['TUR>SYR ASSAULT done']],
  ])('%s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe('what is no act between states', () => {
  it.each([
    ['An earthquake killed 40 people in Peru.'],
    ['Spain beat Italy 2-1 in the final.'],
    ['Heavy rain hit Japan on Tuesday.'],
    ['The minister died of a heart attack.'],
    ['“No one can break the ties between our two nations,” she said.'],
  ])('%s', (text) => {
    expect(coded(text)).toEqual([]);
  });
});

describe('the details of an act', () => {
  it('keeps figures with their bounds and kinds', () => {
    const [event] = read('A strike by Israel on Lebanon killed at least 19 people and wounded about 40.', {
      today,
    }).events;
    expect(event!.figures).toMatchObject([
      { value: 19, low: 19, high: null, kind: 'dead' },
      { value: 40, low: 36, high: 44, kind: 'wounded' },
    ]);
  });

  it('shows the characters that carry it', () => {
    const text = 'On Monday, Poland expelled two Russian diplomats.';
    const [event] = read(text, { today }).events;
    expect(text.slice(event!.trigger.start, event!.trigger.end)).toBe('expelled');
    expect(text.slice(event!.evidence[0]!.start, event!.evidence[0]!.end)).toContain(
      'Poland expelled two Russian diplomats',
    );
    expect(event!.reasons[0]!.rule).toMatch(/predicates\/.*expel/);
  });

  it('dates the act by its own clause and not by the report', () => {
    const text = 'Oslo, March 5, 2024 (Sample Wire) - Norway sent tents to Nepal in May 2015.';
    const [event] = read(text, { today }).events;
    expect(event!.dates).toMatchObject([
      { basis: 'stated', interval: { start: '2015-05-01', end: '2015-05-31', precision: 'month' } },
    ]);
  });

  it('says that only the report dates an act when nothing else does', () => {
    const text = 'Oslo, March 5, 2024 (Sample Wire) - Norway sent tents to Nepal.';
    const [event] = read(text, { today }).events;
    expect(event!.dates).toMatchObject([{ basis: 'reported', interval: { start: null, end: '2024-03-05' } }]);
  });
});
