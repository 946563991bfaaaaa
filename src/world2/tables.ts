import { existsSync } from 'node:fs';
import { dataPath, readTable } from '../base/index.js';
import type { Actor, ActorKind, Fact, Sector } from './types.js';

type Row = Record<string, string>;

/** A table of the world, or nothing where the file is not there. */
function table(name: string): Row[] {
  return existsSync(dataPath(`world/${name}.tsv`)) ? readTable(`world/${name}.tsv`) : [];
}

/** Several values in one cell. */
export function list(cell: string | undefined): string[] {
  return cell ? cell.split('|').filter(Boolean) : [];
}

/** What a name may stand for. */
export interface Named {
  readonly name: string;
  readonly type:
    | 'state'
    | 'adjective'
    | 'capital'
    | 'metonym'
    | 'organization'
    | 'group'
    | 'outlet'
    | 'person'
    | 'place';
  readonly actor: Actor;
  readonly start: string;
  readonly end: string;
  readonly ambiguous: boolean;
  /** Population of a place, to choose among namesakes. */
  readonly weight: number;
}

/** A term of office. */
export interface Term {
  readonly id: string;
  readonly state: string;
  readonly office: string;
  readonly to: string;
  readonly title: string;
  readonly sector: Sector;
  readonly person: string;
  readonly start: string;
  readonly end: string;
  readonly source: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly family: readonly string[];
  readonly gender: string;
  readonly wikidata: string;
  readonly source: string;
}

export interface World {
  readonly names: readonly Named[];
  readonly states: ReadonlyMap<string, Row>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly termsOfPerson: ReadonlyMap<string, readonly Term[]>;
  readonly termsOfOffice: ReadonlyMap<string, readonly Term[]>;
  readonly agents: ReadonlyMap<string, { sector: Sector; kind: string; fact: Fact }>;
  readonly titles: ReadonlyMap<string, { offices: readonly string[]; sector: Sector | ''; fact: Fact }>;
  readonly senses: ReadonlyMap<string, readonly { code: string; cues: readonly string[]; fact: Fact }[]>;
}

function fact(file: string, row: string, source: string | undefined): Fact {
  return { file: `world/${file}.tsv`, row, source: source ?? '' };
}

function make(
  kind: ActorKind,
  id: string,
  code: string,
  name: string,
  sectors: readonly string[],
  because: Fact,
  wikidata?: string,
): Actor {
  const known = sectors.filter(Boolean) as Sector[];
  return { id, kind, code, name, sectors: known, fact: because, ...(wikidata ? { wikidata } : {}) };
}

/** Loads every file of the world. Dependencies fold into the state that controls them, as PLOVER has it. */
function loadWorld(): World {
  const states = new Map(table('states').map((row) => [row.code!, row]));
  const fold = (code: string): string => states.get(code)?.sovereign || code;
  const people = persons();
  const { byPerson, byOffice } = terms();
  const names = [
    ...stateNames(states, fold),
    ...metonyms(fold),
    ...organizations(),
    ...groups(),
    ...outlets(),
    ...places(),
    ...personNames(people),
  ];
  return {
    names,
    states,
    persons: people,
    termsOfPerson: byPerson,
    termsOfOffice: byOffice,
    agents: agents(),
    titles: titles(),
    senses: senses(),
  };
}

function named(row: Row, name: string, type: Named['type'], actor: Actor, weight = 0): Named {
  return {
    name,
    type,
    actor,
    start: row.start ?? '',
    end: row.end ?? '',
    ambiguous: row.ambiguous === '1',
    weight,
  };
}

function stateNames(states: ReadonlyMap<string, Row>, fold: (code: string) => string): Named[] {
  return table('state-names').flatMap((row) => {
    const code = fold(row.code!);
    const state = states.get(code);
    if (!state) return [];
    const partial = row.note?.startsWith('PRE') ? ['PRE'] : [];
    const actor = make(
      'state',
      `state:${code}`,
      code,
      state.name!,
      partial,
      fact('state-names', row.name!, row.source),
      state.wikidata,
    );
    if (row.type === 'capital')
      return [named(row, row.name!, 'capital', { ...actor, kind: 'government', sectors: ['GOV'] })];
    if (row.type === 'demonym' || row.type === 'demonym_plural') {
      return [named(row, row.name!, 'adjective', { ...actor, kind: 'generic', sectors: ['CVL'] })];
    }
    return [named(row, row.name!, row.type === 'adjective' ? 'adjective' : 'state', actor)];
  });
}

function metonyms(fold: (code: string) => string): Named[] {
  return table('metonyms').map((row) => {
    const code = fold(row.code!);
    const actor = make(
      'government',
      `gov:${code}:${row.name}`,
      code,
      row.name!,
      list(row.sector),
      fact('metonyms', row.name!, row.source),
    );
    return named(row, row.name!, 'metonym', actor);
  });
}

function organizations(): Named[] {
  return table('organizations').flatMap((row) => {
    const because = fact('organizations', row.id!, row.source);
    const actor = make(
      'organization',
      `org:${row.id}`,
      row.code!,
      row.name!,
      list(row.sector),
      because,
      row.wikidata,
    );
    const dated = { ...row, start: row.founded ?? '', end: row.ended ?? '' };
    return [row.name!, ...list(row.aliases), ...list(row.abbreviations)].map((name) =>
      named(dated, name, 'organization', actor),
    );
  });
}

function groups(): Named[] {
  return table('groups').flatMap((row) => {
    const because = fact('groups', row.id!, row.source);
    const actor = make(
      'group',
      `group:${row.id}`,
      row.state || 'IMG',
      row.name!,
      list(row.sector),
      because,
      row.wikidata,
    );
    return [row.name!, ...list(row.aliases)].map((name) => named(row, name, 'group', actor));
  });
}

function outlets(): Named[] {
  return table('outlets').flatMap((row) => {
    const actor = make(
      'outlet',
      `outlet:${row.id}`,
      row.state!,
      row.name!,
      ['MED'],
      fact('outlets', row.id!, row.source),
    );
    return [row.name!, ...list(row.aliases)].map((name) => named(row, name, 'outlet', actor));
  });
}

function places(): Named[] {
  return table('places').flatMap((row) => {
    const actor = make(
      'state',
      `place:${row.name}:${row.state}`,
      row.state!,
      row.name!,
      [],
      fact('places', row.name!, row.source),
    );
    return [row.name!, ...list(row.aliases)].map((name) =>
      named(row, name, 'place', actor, Number(row.population) || 1),
    );
  });
}

function persons(): Map<string, Person> {
  return new Map(
    table('persons').map((row) => [
      row.id!,
      {
        id: row.id!,
        name: row.name!,
        family: list(row.family),
        gender: row.gender ?? '',
        wikidata: row.wikidata ?? '',
        source: row.source ?? '',
      },
    ]),
  );
}

function personNames(people: ReadonlyMap<string, Person>): Named[] {
  return table('persons').flatMap((row) => {
    const person = people.get(row.id!)!;
    const actor = make(
      'person',
      `person:${person.id}`,
      '',
      person.name,
      [],
      fact('persons', person.id, person.source),
      person.wikidata,
    );
    const names = [person.name, ...list(row.aliases)].filter(
      (name) => /[\s-]/.test(name) || !person.family.includes(name),
    );
    return [...new Set(names)].map((name) => ({
      name,
      type: 'person' as const,
      actor,
      start: '',
      end: '',
      ambiguous: false,
      weight: 0,
    }));
  });
}

function terms(): { byPerson: Map<string, Term[]>; byOffice: Map<string, Term[]> } {
  const byPerson = new Map<string, Term[]>();
  const byOffice = new Map<string, Term[]>();
  const put = (map: Map<string, Term[]>, key: string, term: Term): void => {
    const found = map.get(key);
    if (found) found.push(term);
    else map.set(key, [term]);
  };
  for (const row of table('offices')) {
    const term: Term = {
      id: row.id!,
      state: row.state!,
      office: row.office!,
      to: row.to ?? '',
      title: row.title!,
      sector: (row.sector || 'GOV') as Sector,
      person: row.person!,
      start: row.start ?? '',
      end: row.end ?? '',
      source: row.source ?? '',
    };
    put(byPerson, term.person, term);
    put(byOffice, `${term.state}|${term.office}`, term);
  }
  return { byPerson, byOffice };
}

function agents(): World['agents'] {
  return new Map(
    table('agents').map((row) => [
      row.noun!,
      { sector: row.sector as Sector, kind: row.kind!, fact: fact('agents', row.noun!, row.source) },
    ]),
  );
}

function titles(): World['titles'] {
  return new Map(
    table('titles').map((row) => [
      row.title!,
      {
        offices: row.offices!.split(','),
        sector: row.sector as Sector | '',
        fact: fact('titles', row.title!, row.source),
      },
    ]),
  );
}

function senses(): World['senses'] {
  const out = new Map<string, { code: string; cues: string[]; fact: Fact }[]>();
  for (const row of table('senses')) {
    const found = out.get(row.name!) ?? [];
    found.push({
      code: row.code!,
      cues: list(row.cues),
      fact: fact('senses', `${row.name} ${row.code}`, row.source),
    });
    out.set(row.name!, found);
  }
  return out;
}

let loaded: World | undefined;

/** The world, loaded at the first call. */
export function world(): World {
  loaded ??= loadWorld();
  return loaded;
}
