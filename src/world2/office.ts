import { type Term, world } from './tables.js';
import type { Actor, Fact, Sector } from './types.js';

/** Whether a term is known or may be taken to run on a day. A term without an end runs on unless another follows. */
function covers(term: Term, day: string): boolean {
  const from = term.start.padEnd(10, '-01');
  if (term.start && from > day && term.start > day.slice(0, term.start.length)) return false;
  return !term.end || day.slice(0, term.end.length) <= term.end;
}

/** Who held an office on a day: the latest to begin, where terms without an end overlap. */
export function holderOf(state: string, office: string, day: string, to = ''): Term | undefined {
  const terms = (world().termsOfOffice.get(`${state}|${office}`) ?? []).filter(
    (t) => covers(t, day) && (!to || t.to === to),
  );
  return terms.sort((a, b) => b.start.localeCompare(a.start))[0];
}

const RANK = [
  'supreme_leader',
  'head_of_state',
  'monarch',
  'head_of_government',
  'vice_president',
  'foreign_minister',
  'defence_minister',
  'org_head',
  'group_leader',
  'deputy_head_of_government',
  'national_security_adviser',
  'crown_prince',
];

/** The offices that a person held on a day, the highest first. */
export function officesOf(person: string, day: string): Term[] {
  const rank = (term: Term): number => (RANK.includes(term.office) ? RANK.indexOf(term.office) : RANK.length);
  return (world().termsOfPerson.get(person) ?? [])
    .filter((term) => covers(term, day) && !replaced(term, day))
    .sort((a, b) => rank(a) - rank(b) || b.start.localeCompare(a.start));
}

/** Whether a person held one of the offices on a day that news names by the family name alone. */
export function isProminent(person: string, day: string): boolean {
  return officesOf(person, day).some((term) => RANK.includes(term.office));
}

/** A term with no end is over once somebody else holds the office by a later term. */
function replaced(term: Term, day: string): boolean {
  if (term.end || term.office === 'ambassador' || term.office === 'other_minister') return false;
  const holder = holderOf(term.state, term.office, day, term.to);
  return holder !== undefined && holder.person !== term.person && holder.start > term.start;
}

/** A person as an actor on a day: code and sector by the office held, ELI after it, none when no office is known. */
export function personActor(id: string, day: string): Actor | undefined {
  const person = world().persons.get(id);
  if (!person) return undefined;
  const base = {
    id: `person:${id}`,
    kind: 'person' as const,
    name: person.name,
    ...(person.wikidata ? { wikidata: person.wikidata } : {}),
  };
  const [term] = officesOf(id, day);
  if (term)
    return {
      ...base,
      code: codeOf(term.state),
      sectors: [term.sector],
      office: term.title,
      fact: factOf(term),
    };
  const all = [...(world().termsOfPerson.get(id) ?? [])].sort((a, b) => a.start.localeCompare(b.start));
  const past =
    all.filter((t) => t.end && t.end < day.slice(0, t.end.length)).at(-1) ??
    all.filter((t) => t.start <= day).at(-1);
  if (past) {
    return {
      ...base,
      code: codeOf(past.state),
      sectors: ['ELI'],
      office: `former ${past.title}`,
      fact: factOf(past),
    };
  }
  const later = all[0];
  const fact: Fact = later ? factOf(later) : { file: 'world/persons.tsv', row: id, source: person.source };
  return later ? { ...base, code: codeOf(later.state), sectors: [], fact } : undefined;
}

export function factOf(term: Term): Fact {
  return { file: 'world/offices.tsv', row: term.id, source: term.source };
}

/** Offices of organizations carry the organization's id; its top-level code is what PLOVER wants. */
export function codeOf(state: string): string {
  if (/^[A-Z]{3}$/.test(state) && world().states.has(state)) return state;
  const org = world().names.find((n) => n.type === 'organization' && n.actor.id === `org:${state}`);
  if (org) return org.actor.code;
  const group = world().names.find((n) => n.type === 'group' && n.actor.id === `group:${state}`);
  return group?.actor.code ?? state;
}

export type { Sector };
