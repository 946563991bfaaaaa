import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';
import { key } from '../house/key.js';

const coded = (text: string): string[] => read(text, { today: '2025-12-31' }).events.map(key);

describe('a threat', () => {
  it.each([
    ['of what somebody would do', 'Kenya said it would expel the Ugandan ambassador if the raids went on.'],
    ['of what somebody vows', 'Kenya vowed to bomb Uganda.'],
    ['of what somebody is ready to do', 'Kenya is ready to shell Uganda.'],
  ])('%s', (_, text) => {
    expect(coded(text)).toEqual(['KEN>UGA THREATEN threatened']);
  });

  it('is held out by "may" and "could", not by what may have been', () => {
    expect(coded('Kenya may expel the Ugandan ambassador.')).toEqual(['KEN>UGA THREATEN hypothetical']);
    expect(coded('Kenya could impose sanctions on Uganda, a minister said.')).toEqual([
      'KEN>UGA THREATEN hypothetical',
    ]);
    expect(coded('Kenya may have bombed Uganda.')).toEqual(['KEN>UGA ASSAULT hypothetical']);
  });

  it('is of whoever says what will befall others', () => {
    expect(coded('Kenya said that Uganda would face sanctions.')).toEqual(['KEN>UGA THREATEN threatened']);
    expect(coded('Kenya said that Uganda would face drought.')).toEqual([]);
  });

  it('is not what two agree to stop', () => {
    expect(coded('Kenya and Uganda agreed to shell Chad.')).not.toContain('KEN<>UGA THREATEN threatened');
  });
});

describe('a threat that names nobody', () => {
  it.each([
    ['is meant for whoever is told', 'Kenya told Uganda that it would tear up the treaty.'],
    [
      'is meant for whoever it depends on',
      'Kenya said it would close its border unless Uganda stopped the raids.',
    ],
    ['is what is not ruled out', 'Kenya did not rule out a strike on Uganda.'],
    ['is a demand with “or”', 'Kenya told Uganda to leave the town or face the consequences.'],
  ])('%s', (_, text) => {
    expect(coded(text)).toEqual(['KEN>UGA THREATEN threatened']);
  });
});

describe('a charge', () => {
  it('is made by whoever claims that others did wrong', () => {
    expect(coded('Kenya claimed that Uganda smuggled weapons.')).toEqual(['KEN>UGA ACCUSE done']);
    expect(coded('Kenya said Uganda smuggled weapons.')).toEqual(['KEN>UGA ACCUSE done']);
  });

  it('is none where they claim it of themselves or say that it was not done', () => {
    expect(coded('Kenya claimed that it smuggled weapons.')).toEqual([]);
    expect(coded('Kenya said that Uganda did not smuggle weapons.')).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    ['of leave', 'Kenya did not allow the Ugandan envoy to enter the country.'],
    ['of what somebody will not do', 'Kenya has no plans to send weapons to Uganda.'],
    ['in a word', 'Kenya said no to Ugandan troops.'],
    ['of talks that there will not be', 'Kenya said that there would be no talks with Uganda.'],
  ])('%s', (_, text) => {
    expect(coded(text)).toEqual(['KEN>UGA REJECT done']);
  });
});

describe('a demand', () => {
  it('stands in the subjunctive', () => {
    expect(coded('Kenya insisted that Uganda release the money.')).toEqual(['KEN>UGA REQUEST demanded']);
  });
});

describe('sides that the tree hangs elsewhere', () => {
  it.each([
    ['the object that two verbs share', 'Kenya arrested and deported two Ugandan students.', 'COERCE done'],
    ['whose the thing is', "Kenya ignored Uganda's request.", 'REJECT done'],
    [
      'the second phrase',
      'Kenya lodged a complaint with the Security Council against Uganda.',
      'ACCUSE done',
    ],
  ])('%s', (_, text, told) => {
    expect(coded(text)).toContain(`KEN>UGA ${told}`);
  });
});

it('names a side told by a pronoun by the words of its own sentence', () => {
  const { events } = read('Kenya said it would expel the Ugandan ambassador.');
  expect(events[0]?.actors.map(({ text }) => text)).toEqual(['Kenya']);
});
