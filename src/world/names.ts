import { actorOf, personAt } from './actors.js';
import type { Context } from './context.js';
import type { Entry } from './lexicon.js';
import { standing, termsOf, weight } from './offices.js';
import { hasSeveralSenses, senseOf } from './senses.js';
import { namesAt, sovereignOf } from './states.js';
import { holdsAt, type Row } from './tables.js';
import type { Actor, Resolution } from './types.js';
import { keysOf } from './words.js';

/** What else is known about a name in its phrase. */
export interface NameHints {
  /** Code of the state that the phrase names beside it. */
  readonly state?: string;
  /** Offices that a title before it means. */
  readonly offices?: readonly string[];
  /** The phrase gives a courtesy title or office: it must be a person. */
  readonly person?: boolean;
  /** Stands after "in", "near": it is a place, not a government. */
  readonly place?: boolean;
}

/** Which of the readings of a name is meant. */
export function resolveName(entries: readonly Entry[], context: Context, hints: NameHints = {}): Resolution {
  const live = alive(entries, context.at);
  if (live.length === 0) return open([], 'the name is not in use at that date');
  const persons = live.filter((entry) => entry.kind === 'person');
  if (persons.length > 0 && (hints.person || live.length === persons.length))
    return resolvePerson(persons, context, hints);
  if (hints.person) return open([], 'no person of this name is known');
  const bodies = live.filter((entry) => entry.kind !== 'person');
  return resolveBody(bodies, context, hints);
}

function alive(entries: readonly Entry[], at: string): Entry[] {
  const fit = entries.filter(({ kind, row, form }) =>
    kind === 'state'
      ? form === 'former' || row.code === undefined || namesAt({ ...row, end: '' }, at) || namesAt(row, at)
      : kind === 'metonym' || kind === 'group'
        ? holdsAt(row, at)
        : true,
  );
  return fit.length > 0 ? fit : [...entries];
}

const ORDER: Record<Entry['kind'], number> = {
  state: 0,
  org: 1,
  metonym: 2,
  group: 3,
  outlet: 4,
  person: 5,
  place: 6,
  agent: 7,
};

/** Names of states, bodies, groups, outlets and places. */
function resolveBody(entries: readonly Entry[], context: Context, hints: NameHints): Resolution {
  const actors = distinct(
    [...entries].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]),
    context.at,
  );
  const all = actors.map(([, actor]) => actor);
  const sense = senseOf(nameKey(entries), context);
  if (sense) {
    const reason = `“${sense.cues.slice(0, 3).join('”, “')}” in the text`;
    const meant = actors.find(([entry]) => codeOf(entry) === sense.code);
    if (meant) return { actor: meant[1], candidates: all, reason };
    if (sense.code === '-') return open(all, `no state is meant: ${reason}`);
  }
  if (actors.length === 1)
    return { actor: all[0]!, candidates: all, reason: `named in ${all[0]!.fact.file}` };
  const stated = actors.filter(([entry]) => codeOf(entry) === hints.state);
  if (hints.state && stated.length > 0)
    return { actor: stated[0]![1], candidates: all, reason: 'the state beside the name decides' };
  const sure = new Set(all.map((actor) => actor.code));
  if (sure.size === 1) return { actor: all[0]!, candidates: all, reason: `named in ${all[0]!.fact.file}` };
  const near = actors.filter(([entry]) => (context.states.get(codeOf(entry)) ?? 0) > 0);
  if (new Set(near.map(([, actor]) => actor.code)).size === 1)
    return { actor: near[0]![1], candidates: all, reason: 'other names of the same state stand in the text' };
  const plain = actors.filter(([entry]) => !entry.ambiguous && entry.kind !== 'place');
  const kinds = plain.filter(([entry]) => ORDER[entry.kind] === ORDER[plain[0]![0].kind]);
  if (plain.length > 0 && new Set(kinds.map(([, actor]) => actor.code)).size === 1)
    return { actor: plain[0]![1], candidates: all, reason: 'the usual meaning of the name' };
  const top = actors.filter(([entry]) => ORDER[entry.kind] === ORDER[actors[0]![0].kind]);
  if (new Set(top.map(([, actor]) => actor.code)).size === 1 && top[0]![0].kind !== 'place')
    return { actor: top[0]![1], candidates: all, reason: 'the usual meaning of the name' };
  const common = hasSeveralSenses(nameKey(entries)) ? undefined : commonest(entries);
  const meant = common && actors.find(([entry]) => codeOf(entry) === common);
  if (meant) return { actor: meant[1], candidates: all, reason: 'the usual meaning of the name' };
  return open(all, `the name may mean ${all.map((actor) => `${actor.name} (${actor.code})`).join(' or ')}`);
}

/** The state whose adjective, noun and plural the word all is, where it is but one of these for another. */
function commonest(entries: readonly Entry[]): string | undefined {
  const count = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === 'state') count.set(codeOf(entry), (count.get(codeOf(entry)) ?? 0) + 1);
  const [best, second] = [...count].sort((a, b) => b[1] - a[1]);
  return best && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}

/** The name itself, as it was looked up. */
function nameKey(entries: readonly Entry[]): string {
  const state = entries.find((entry) => entry.table === 'state-names') ?? entries[0]!;
  return keysOf(state.row.name ?? '').join(' ');
}

/** The readings as actors, each once. */
function distinct(entries: readonly Entry[], at: string): [Entry, Actor][] {
  const seen = new Map<string, [Entry, Actor]>();
  for (const entry of entries) {
    const actor = actorOf(entry, at);
    const key = `${actor.kind === 'state' || entry.kind === 'place' ? actor.code : actor.id}`;
    if (!seen.has(key)) seen.set(key, [entry, actor]);
  }
  return [...seen.values()];
}

function codeOf(entry: Entry): string {
  return sovereignOf(entry.row.code || entry.row.state || '');
}

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** A person among namesakes: by office, state, context, and who is prominent at the date. */
export function resolvePerson(entries: readonly Entry[], context: Context, hints: NameHints): Resolution {
  const people = oneEach(entries, hints.offices);
  const wanted = (term: Row) =>
    (!hints.offices || hints.offices.includes(term.office!)) &&
    (!hints.state || stateOf(term) === hints.state);
  const actorFor = (entry: Entry) => personAt(entry.row, context.at, wanted);
  const all = people.map(actorFor);
  if (!hints.person && CALENDAR.test(people[0]!.row.family ?? '') && people[0]!.form === 'family')
    return open(all, 'a word of the calendar, unless a title says that it is a name');
  const choose = (keep: (entry: Entry) => boolean, reason: string): Resolution | undefined => {
    const kept = people.filter(keep);
    return kept.length === 1 ? { actor: actorFor(kept[0]!), candidates: all, reason } : undefined;
  };
  if (people.length === 1 && (people[0]!.form === 'name' || hints.person || people[0]!.form === 'family')) {
    const actor = all[0]!;
    if (hints.state && actor.code && actor.code !== hints.state && people[0]!.form === 'family')
      return open(all, 'the only known person of this name is of another state');
    return { actor, candidates: all, reason: 'the only known person of this name' };
  }
  const during = (entry: Entry) =>
    termsOf(entry.row.id!).filter((term) => standing(term, context.at) === 'during');
  const ever = (entry: Entry) => termsOf(entry.row.id!);
  const near = people.filter((entry) => during(entry).some((term) => context.states.has(stateOf(term))));
  return (
    (hints.offices || hints.state
      ? (choose((entry) => during(entry).some(wanted), 'office, state and date decide among namesakes') ??
        choose((entry) => ever(entry).some(wanted), 'office and state decide among namesakes') ??
        choose(
          (entry) => ever(entry).some((term) => stateOf(term) === hints.state),
          'the state decides among namesakes',
        ))
      : undefined) ??
    choose(
      (entry) => during(entry).some((term) => context.states.has(stateOf(term))),
      'of the namesakes in office only one is of a state in the text',
    ) ??
    choose((entry) => during(entry).length > 0, 'the only one of the namesakes in office at the date') ??
    foremost(
      near,
      during,
      all,
      actorFor,
      'the highest in office among the namesakes of a state in the text',
    ) ??
    foremost(people, during, all, actorFor, 'the highest in office among the namesakes at the date') ??
    ofOneState(people, all) ??
    open(all, `${people.length} known people have this name`)
  );
}

/** Namesakes of one state leave open who is meant, yet not for whom: the state is sure, and what offices they share. */
function ofOneState(people: readonly Entry[], all: readonly Actor[]): Resolution | undefined {
  const [first] = all;
  if (!first?.code || all.some((actor) => actor.code !== first.code)) return undefined;
  const name = people[0]!.row.family || first.name;
  const actor: Actor = {
    code: first.code,
    sectors: first.sectors.filter((sector) => all.every((other) => other.sectors.includes(sector))),
    kind: 'person',
    name,
    id: `name:${first.code}/${name}`,
    fact: first.fact,
  };
  return { actor, candidates: all, reason: `${people.length} known people of this state have this name` };
}

/** The one head among namesakes; a head of government yields to the head of the same state. */
function foremost(
  people: readonly Entry[],
  during: (entry: Entry) => readonly Row[],
  candidates: readonly Actor[],
  actorFor: (entry: Entry) => Actor,
  reason: string,
): Resolution | undefined {
  const heads = people
    .map((entry) => ({ entry, term: [...during(entry)].sort((a, b) => weight(b) - weight(a))[0] }))
    .filter(({ term }) => term !== undefined && weight(term) >= 95)
    .sort((a, b) => weight(b.term!) - weight(a.term!));
  const [first, ...others] = heads;
  if (
    !first ||
    others.some(
      ({ term }) => stateOf(term!) !== stateOf(first.term!) || weight(term!) === weight(first.term!),
    )
  )
    return undefined;
  return { actor: actorFor(first.entry), candidates, reason };
}

/** Namesakes each once; two rows of one office, state and name are one person written twice. */
function oneEach(entries: readonly Entry[], offices: readonly string[] | undefined): Entry[] {
  const out = new Map<string, Entry>();
  for (const entry of entries) {
    const words = keysOf(entry.row.name!);
    const held = new Set(termsOf(entry.row.id!).map(termKey));
    const twin = [...out.values()].find((other) => {
      const names = keysOf(other.row.name!);
      return (
        names[0] === words[0] &&
        names[names.length - 1] === words[words.length - 1] &&
        termsOf(other.row.id!).some((term) => held.has(termKey(term)))
      );
    });
    if (!twin) out.set(entry.row.id!, entry);
    else if (offices && !termsOf(twin.row.id!).some((term) => offices.includes(term.office!))) {
      out.delete(twin.row.id!);
      out.set(entry.row.id!, entry);
    }
  }
  return [...out.values()];
}

/** Whose head or minister from which year. */
function termKey(term: Row): string {
  return `${stateOf(term)}/${term.office}/${term.start!.slice(0, 4)}`;
}

function stateOf(term: Row): string {
  return sovereignOf(term.state!);
}

export function open(candidates: readonly Actor[], reason: string): Resolution {
  return { candidates, reason };
}
