import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataPath, readTable } from '../../src/base/index.js';

type Row = Record<string, string>;
const offices: Row[] = readTable('world/offices.tsv');
const persons = new Map<string, Row>(readTable('world/persons.tsv').map((row) => [row.id!, row]));
const kinds: Row[] = readTable('world/additions/offices-kinds.tsv');
const single = new Set(kinds.filter((row) => row.single === '1').map((row) => row.office));
const ids = (name: string): string[] =>
  readTable(`world/${name}.tsv`).map((row) => (row.code && name === 'states' ? row.code : row.id)!);

const low = (date: string): string => date + '0000-01-01'.slice(date.length);
const high = (date: string): string => (date ? date + '9999-12-31'.slice(date.length) : '9999-12-31');

/** Names of all who hold an office on a day. */
const on = (state: string, office: string, day: string, to = ''): string[] =>
  offices
    .filter((row) => row.state === state && row.office === office && row.to === to)
    .filter((row) => low(row.start!) <= day && day < high(row.end!))
    .map((row) => persons.get(row.person!)!)
    .flatMap((person) => [person.name!, ...person.aliases!.split('|'), ...person.family!.split('|')]);

describe('offices.tsv', () => {
  it('has single keys, known codes, offices and persons, and a source in each row', () => {
    const known = new Set([...ids('states'), ...ids('organizations'), ...ids('groups')]);
    const controlled = new Set(kinds.map((row) => row.office));
    expect(new Set(offices.map((row) => row.id)).size).toBe(offices.length);
    for (const row of offices) {
      expect(known.has(row.state!), row.id).toBe(true);
      expect(row.office !== 'ambassador' || known.has(row.to!), row.id).toBe(true);
      expect(controlled.has(row.office!), row.id).toBe(true);
      expect(persons.has(row.person!), row.id).toBe(true);
      expect([row.title, row.sector, row.source].every(Boolean), row.id).toBe(true);
    }
  });

  it('has dates that are well formed and in order', () => {
    for (const row of offices) {
      for (const date of [row.start!, row.end!, row.asof!])
        expect(date, row.id).toMatch(/^(\d{4}(-(0\d|1[0-2])(-([0-2]\d|3[01]))?)?)?$/);
      expect(row.start !== '' && low(row.start!) <= high(row.end!), row.id).toBe(true);
      expect(row.end !== '' || row.asof !== '', row.id).toBe(true);
    }
  });

  it('has one holder at a time of an office that one person holds', () => {
    const terms = new Map<string, Row[]>();
    for (const row of offices.filter((each) => single.has(each.office!))) {
      const key = `${row.state} ${row.office} ${row.to}`;
      terms.set(key, [...(terms.get(key) ?? []), row]);
    }
    // Two terms surely overlap when each began for sure before the other surely ended.
    const sure = (a: Row, b: Row): boolean =>
      high(a.start!) < (b.end ? low(b.end) : '9999') && high(b.start!) < (a.end ? low(a.end) : '9999');
    const overlaps = [...terms.values()].flatMap((rows) =>
      rows.flatMap((a, at) => rows.slice(at + 1).flatMap((b) => (sure(a, b) ? [`${a.id} / ${b.id}`] : []))),
    );
    expect(overlaps).toEqual([]);
  });
});

describe('persons.tsv', () => {
  it('has single keys, names and sources, and only people who hold a term', () => {
    const used = new Set(offices.map((row) => row.person));
    for (const person of persons.values()) {
      expect(person.name && person.source, person.id).toBeTruthy();
      expect(used.has(person.id), person.id).toBe(true);
      expect(person.wikidata, person.id).toMatch(/^(Q\d+)?$/);
    }
  });

  it.each([
    ['Kim Jong-un', 'Kim Jong Un'],
    ['Volodymyr Zelensky', 'Volodymyr Zelenskiy'],
    ['Mohammed bin Salman', 'MBS'],
    ['Ahmed al-Sharaa', 'Abu Mohammed al-Jolani'],
    ['Mohamed Hamdan Dagalo', 'Hemedti'],
  ])('knows %s also as %s', (name, other) => {
    const person = [...persons.values()].filter((row) => row.name === name);
    expect(person).toHaveLength(1);
    expect(person[0]!.aliases!.split('|')).toContain(other);
  });

  it('tells father and son Bush apart', () => {
    expect(on('USA', 'head_of_state', '1991-02-01')).toContain('George H. W. Bush');
    expect(on('USA', 'head_of_state', '2003-02-01')).not.toContain('George H. W. Bush');
  });
});

const facts = readFileSync(new URL('./offices-facts.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

describe('who held an office on a day', () => {
  it('is checked for many days', () => {
    expect(facts.length).toBeGreaterThan(120);
    expect(dataPath('world/offices.tsv')).toBeTruthy();
  });

  it.each(facts)('%s %s %s on %s: %s', (state, office, to, day, person) => {
    const holders = on(state!, office!, day!, to);
    if (person === '-') expect(holders).toEqual([]);
    else expect(holders).toContain(person);
  });
});
