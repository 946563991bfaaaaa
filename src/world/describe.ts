import { actorOf, genericActor } from './actors.js';
import { held, isTitled, spread } from './bearers.js';
import type { Context } from './context.js';
import { asked, likeNamed, officeHolder, officesOf, sectorsFor } from './holder.js';
import type { Chunk, Entry } from './lexicon.js';
import { open, resolveName, resolvePerson } from './names.js';
import { type Owner, ownerFrom, ownerOf } from './owner.js';
import { ethnic, ofState, people } from './peoples.js';
import { type Item, type Phrase, readPhrase } from './phrase.js';
import { factOf, listOf } from './tables.js';
import type { Actor, Resolution, Sector } from './types.js';
import type { Word } from './words.js';

/**
 * Who a run of words means. With `partial`, a phrase whose head is nobody ("Saudi decision") still gives whose it is.
 */
export function resolvePhrase(
  words: readonly Word[],
  chunks: readonly Chunk[],
  from: number,
  to: number,
  context: Context,
  partial = false,
): Resolution {
  const phrase = readPhrase(words, chunks, from, to);
  if (phrase.unknown) return unknownPerson(words, chunks, phrase, context);
  const { head } = phrase;
  if (!head) return open([], 'the words name nobody known');
  const persons = head.entries.filter((entry) => entry.kind === 'person');
  const other = head.entries.filter((entry) => entry.kind !== 'agent' && entry.kind !== 'person');
  const agents = head.entries
    .filter((entry) => entry.kind === 'agent')
    .sort((a, b) => Number(a.form === 'plural') - Number(b.form === 'plural'));
  if (persons.length > 0 && (phrase.title !== undefined || other.length === 0))
    return knownPerson(words, chunks, phrase, persons, context);
  if (words[head.first - 1]?.key === 'ethnic' && other.length > 0 && agents.length === 0)
    return ethnic(words, chunks, phrase, head, context);
  if (other.length > 0) {
    const owner = lastOwner(phrase, context);
    const named = resolveName(head.entries, context, owner ? { state: owner.actor.code } : {});
    if (named.actor?.code === 'MNC' && owner?.kind === 'state')
      return { ...named, actor: { ...named.actor, code: owner.actor.code } };
    if (agents.length === 0 || (named.actor && (!owner || named.actor.code === owner.actor.code)))
      return people(words, head, from, ofState(head, phrase, owner) ?? named);
  }
  if (agents.length > 0) return described(words, chunks, phrase, agents[0]!, context, from);
  const owner = partial ? lastOwner(phrase, context) : undefined;
  return owner
    ? {
        actor: owner.actor,
        candidates: [owner.actor],
        reason: 'the words tell whose it is, but nobody in particular',
      }
    : open([], 'the words name nobody known');
}

function lastOwner(phrase: Phrase, context: Context): Owner | undefined {
  for (const item of [...phrase.owners].reverse()) {
    const owner = ownerFrom(item, context);
    if (owner) return owner;
  }
  return undefined;
}

function agentOf(item: Item | undefined): Entry | undefined {
  return item?.entries.find((entry) => entry.kind === 'agent');
}

function knownPerson(
  words: readonly Word[],
  chunks: readonly Chunk[],
  phrase: Phrase,
  persons: readonly Entry[],
  context: Context,
): Resolution {
  const agent = agentOf(phrase.title);
  const owner = ownerOf(words, chunks, { ...phrase, after: [] }, context, 'GOV');
  const offices = asked(officesOf(phrase.title), owner);
  const full = persons.some((entry) => entry.form === 'name');
  const found = resolvePerson(persons, context, {
    ...(owner ? { state: owner.actor.code } : {}),
    ...(offices.length > 0 && !phrase.deputy ? { offices: spread(offices) } : {}),
    person: phrase.title !== undefined,
  });
  const { actor } = found;
  const strange =
    actor?.id.startsWith('person:') &&
    !full &&
    offices.length > 0 &&
    !phrase.former &&
    !phrase.elect &&
    !held(actor, offices);
  if (actor && agent && !full && !phrase.former && !isTitled(actor, agent))
    return open(found.candidates, 'nobody of this name is known by that title');
  if (actor?.sectors[0] === 'ELI' && agent && !phrase.former && !phrase.elect && !strange)
    return inOffice(found, actor, phrase, agent, owner);
  if (actor && !strange)
    return phrase.former && actor.sectors.length === 0
      ? { ...found, actor: { ...actor, sectors: ['ELI'] } }
      : found;
  if (agent && owner && !full)
    return titled(words, phrase, { first: phrase.head!.first, last: phrase.head!.last }, agent, owner);
  return actor && strange ? open(found.candidates, 'nobody of this name is known in that office') : found;
}

/** "NATO Deputy Secretary General Mircea Geoana": who is given an office holds it, whatever was held before by the files. */
function inOffice(
  found: Resolution,
  actor: Actor,
  phrase: Phrase,
  agent: Entry,
  owner: Owner | undefined,
): Resolution {
  const own = listOf(agent.row.sector) as Sector[];
  const sectors = owner ? sectorsFor(agent, owner) : own;
  if (sectors.length === 0 || (!owner && agent.row.kind !== 'person')) return found;
  const office = `${phrase.deputy ? 'deputy ' : ''}${agent.row.noun}`;
  const code = owner?.actor.code || actor.code;
  return {
    ...found,
    actor: { ...actor, code, sectors, office },
    reason: `${found.reason}, in office by the words`,
  };
}

function unknownPerson(
  words: readonly Word[],
  chunks: readonly Chunk[],
  phrase: Phrase,
  context: Context,
): Resolution {
  const agent = agentOf(phrase.title);
  const owner = ownerOf(words, chunks, phrase, context, 'GOV');
  if (!agent) return open([], 'nobody of this name is known');
  if (!owner)
    return open([actorOf(agent, context.at)], 'nobody of this name is known, and no state is named');
  return likeNamed(words, phrase, owner, context) ?? titled(words, phrase, phrase.unknown!, agent, owner);
}

/** A person of whom only the words tell: name, office and state. */
function titled(
  words: readonly Word[],
  phrase: Phrase,
  name: { first: number; last: number },
  agent: Entry,
  owner: Owner,
): Resolution {
  const full = nameText(words.slice(name.first, name.last));
  const actor: Actor = {
    code: owner.actor.code,
    sectors: phrase.former ? ['ELI'] : sectorsFor(agent, owner),
    kind: 'person',
    name: full,
    id: `name:${owner.actor.code}/${full}`,
    office: `${phrase.former ? 'former ' : ''}${phrase.deputy ? 'deputy ' : ''}${agent.row.noun}`,
    fact: factOf(agent.table, agent.row),
  };
  return { actor, candidates: [actor], reason: 'office and state by the words; the person is in no file' };
}

function nameText(words: readonly Word[]): string {
  return words.map((word, i) => (i === 0 ? '' : word.hyphen ? '-' : ' ') + word.text).join('');
}

/** Somebody described by office or calling: "the Russian foreign minister", "four Saudi soldiers". */
function described(
  words: readonly Word[],
  chunks: readonly Chunk[],
  phrase: Phrase,
  agent: Entry,
  context: Context,
  from: number,
): Resolution {
  const [sector] = listOf(agent.row.sector);
  const owner = ownerOf(words, chunks, phrase, context, sector ?? '');
  const noun = agent.row.noun!;
  if (!owner) {
    const unknown = actorOf(agent, context.at);
    return open([unknown], `“${noun}” (${sector}) of no state that the words name`);
  }
  const offices = asked(officesOf(phrase.head), owner);
  const one = agent.form !== 'plural' && !/^(?:a|an)$/.test(words[from]!.key) && !phrase.deputy;
  if (offices.length > 0 && one) {
    const found = officeHolder(phrase, offices, owner, noun, context);
    if (found) return found;
  }
  const sectors: Sector[] = phrase.former ? ['ELI'] : sectorsFor(agent, owner);
  const generic: Actor = {
    ...genericActor(owner.actor.code, sectors, `${owner.actor.name} ${noun}`, factOf(agent.table, agent.row)),
    ...(agent.row.kind === 'institution' && sectors[0] === 'GOV' ? { kind: 'government' as const } : {}),
    ...(agent.row.office && one ? { office: `${phrase.former ? 'former ' : ''}${noun}` } : {}),
  };
  const reason =
    offices.length > 0 && one
      ? `no holder of that office is known at ${context.at}`
      : `“${noun}” of ${owner.actor.name}`;
  return { actor: generic, candidates: [generic], reason };
}

/** What the head of a run of words is, and the title in front of it. */
export function headOf(
  words: readonly Word[],
  chunks: readonly Chunk[],
  from: number,
  to: number,
):
  | { first: number; last: number; entries: readonly Entry[]; person: boolean; title?: readonly Entry[] }
  | undefined {
  const phrase = readPhrase(words, chunks, from, to);
  const title = phrase.title?.entries.filter((entry) => entry.kind === 'agent');
  const more = title && title.length > 0 ? { title } : {};
  if (phrase.unknown) return { ...phrase.unknown, entries: [], person: true, ...more };
  if (!phrase.head) return undefined;
  const { first, last, entries } = phrase.head;
  const person =
    entries.length > 0 &&
    (entries.every((e) => e.kind === 'person') ||
      (phrase.title !== phrase.head && entries.some((e) => e.kind === 'person')));
  return { first, last, entries, person, ...more };
}
