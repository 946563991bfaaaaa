import type { Entry } from './lexicon.js';
import { personActor, sectorsOf, standing, termsOf, weight } from './offices.js';
import { sovereignOf, stateActor } from './states.js';
import { factOf, listOf, type Row } from './tables.js';
import type { Actor, Sector } from './types.js';

/** The actor that one reading of a name stands for at a date. */
export function actorOf(entry: Entry, at: string): Actor {
  const { row, table, kind } = entry;
  const fact = factOf(table, row);
  switch (kind) {
    case 'state':
      return stateActor(row.code!, fact, stateSays(entry));
    case 'metonym':
      return {
        code: sovereignOf(row.code!),
        sectors: listOf(row.sector) as Sector[],
        kind: row.sector === 'GOV' ? 'government' : 'organization',
        name: row.name!,
        id: `body:${row.code}/${row.name}`,
        fact,
      };
    case 'place':
      return { ...stateActor(row.state!, fact), name: row.name!, id: `place:${row.name}/${row.state}` };
    case 'person':
      return personAt(row, at);
    case 'agent':
      return genericActor('', listOf(row.sector) as Sector[], row.noun!, fact);
    default:
      return named(entry, fact);
  }
}

/** PLOVER's code for armed groups of no state. */
const TRANSNATIONAL = 'IMG';

function named({ row, kind }: Entry, fact: Actor['fact']): Actor {
  const sector = kind === 'outlet' ? 'MED' : row.sector!;
  return {
    code:
      kind === 'org'
        ? row.code!
        : kind === 'group' && !row.state
          ? TRANSNATIONAL
          : sovereignOf(row.state ?? ''),
    sectors: listOf(sector) as Sector[],
    kind: kind === 'org' ? 'organization' : kind === 'group' ? 'group' : 'outlet',
    name: row.name!,
    id: `${kind}:${row.id}`,
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    fact,
  };
}

/** What the kind of a state's name says: a capital is the government, some entities are partly recognized, a people is none. */
function stateSays({ row, form }: Entry): { name?: string; sectors?: Sector[] } {
  if (row.note?.includes('PRE')) return { name: row.name!, sectors: ['PRE'] };
  if (form === 'capital') return { sectors: ['GOV'] };
  if (/^(?:stateless )?people\b/.test(row.note ?? '')) return { name: row.name!, sectors: ['CVL'] };
  return {};
}

/** Somebody described by a noun, of a state. */
export function genericActor(
  code: string,
  sectors: readonly Sector[],
  name: string,
  fact: Actor['fact'],
): Actor {
  return { code, sectors, kind: 'generic', name, id: `generic:${code}/${sectors.join('+')}/${name}`, fact };
}

/** A person with the highest office held at a date, else as a former holder of the latest. */
export function personAt(person: Row, at: string, wanted?: (term: Row) => boolean): Actor {
  const terms = termsOf(person.id!);
  const during = terms
    .filter((term) => standing(term, at) === 'during')
    .sort((a, b) => Number(wanted?.(b) ?? false) - Number(wanted?.(a) ?? false) || weight(b) - weight(a));
  if (during[0]) return personActor(person, during[0], sectorsOf(during[0]));
  const past = terms
    .filter((term) => standing(term, at) === 'after')
    .sort((a, b) => Number(wanted?.(b) ?? false) - Number(wanted?.(a) ?? false) || weight(b) - weight(a));
  if (past[0]) return personActor(person, past[0], past[0].sector === 'REB' ? ['REB'] : ['ELI']);
  const next = [...terms].sort((a, b) => (a.start! < b.start! ? -1 : 1))[0];
  return personActor(person, next, []);
}
