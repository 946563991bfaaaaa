import { describe, expect, it } from 'vitest';
import { ploverRecords, read } from '../../src/index.js';

const today = '2025-12-31';
/** Each event as "actor>recipient ROOT", an open side by its words. */
const coded = (text: string): string[] =>
  read(text, { today }).events.map(({ actors, recipients, root }) => {
    const side = (parties: typeof actors): string =>
      parties.map(({ actor, text: words }) => actor?.code ?? `“${words}”`).join('+');
    return `${side(actors)}>${side(recipients)} ${root}`;
  });
const reasonsOf = (text: string): string[] =>
  read(text, { today }).events.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));

describe('somebody told but not known', () => {
  it.each([
    ['Hamas freed two elderly hostages through the Red Cross.', ['PSE>“two elderly hostages” RETREAT']],
    ['Gunmen from the hills shot a Chinese engineer.', ['“Gunmen”>CHN ASSAULT']],
  ])('stands open: %s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });

  it.each([
    ["The president of Poland vetoed parliament's media bill.", ['POL>POL REJECT']],
    ['Kinshasa lifted martial law in two eastern territories.', ['COD>COD CONCEDE']],
    ["Sinn Féin opposed the justice minister's plan.", ['IRL>IRL REJECT']],
  ])('is at home where only that can be meant: %s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });

  it.each([
    [
      'A person was killed in an Israeli airstrike on a car in Zawtar al-Sharqiyah, Lebanon.',
      ['ISR>LBN ASSAULT'],
    ],
    ['A Saudi bombardment in the Yemeni capital killed 50 people.', ['SAU>YEM ASSAULT']],
    [
      'Three people were killed in Israeli airstrikes against vehicles in southern Lebanon.',
      ['ISR>LBN ASSAULT'],
    ],
  ])('is of the state of the place: %s', (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });

  it.each([
    'Gunmen robbed two students.',
    'The White House protects workers from unfair competition.',
    'The president of Kenya sent greetings to participants.',
    'Canada does not support any candidate.',
  ])('makes no act of what is towards nobody in particular, or between two unknown: %s', (text) => {
    expect(coded(text)).toEqual([]);
  });

  it('says by which rule the state was told, or that the side stays open', () => {
    expect(reasonsOf('Hamas freed two elderly hostages.')).toContain('recipient left open');
    expect(reasonsOf("The president of Poland vetoed parliament's media bill.")).toContain(
      'recipient of the doer’s own state: only a home actor can be meant',
    );
  });

  it('keeps the sector of an open side in the PLOVER record, without a code', () => {
    const [record] = ploverRecords(read('Hamas freed two elderly hostages.', { today }));
    expect(record!.recipient).toEqual([{ code: null, sector: ['CVL'], entity_text: 'two elderly hostages' }]);
  });
});
