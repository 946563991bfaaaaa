import { dayNumber, isoOf } from '../base/index.js';
import type { Context } from './context.js';
import type { Entry } from './lexicon.js';
import { holders, personActor, personRow, sectorsOf } from './offices.js';
import { type Owner, ownerFrom } from './owner.js';
import type { Item, Phrase } from './phrase.js';
import { listOf } from './tables.js';
import type { Resolution, Sector } from './types.js';
import { keysOf, type Word } from './words.js';

/** The offices that a title or a head of a phrase may stand for. */
export function officesOf(item: Item | undefined): string[] {
  return item
    ? item.entries.flatMap((entry) => (entry.kind === 'agent' ? listOf(entry.row.office) : []))
    : [];
}

/** Another spelling of a known name: the holder of the office at the date has the same family name. */
export function likeNamed(
  words: readonly Word[],
  phrase: Phrase,
  owner: Owner,
  context: Context,
): Resolution | undefined {
  const { first, last } = phrase.unknown!;
  const said = words.slice(first, last).map((word) => word.key);
  const offices = asked(officesOf(phrase.title), owner).flatMap((office) =>
    office === 'leader' ? [] : [office],
  );
  for (const term of holders({
    state: owner.key,
    offices,
    at: context.at,
    title: phrase.title?.entries[0]?.row.noun ?? '',
  })) {
    const row = personRow(term.person!);
    if (!row) continue;
    const families = [...listOf(row.family), row.name!.split(' ').pop()!].flatMap((name) =>
      keysOf(name).slice(-1),
    );
    if (!families.includes(said[said.length - 1]!) && !(families.includes(said[0]!) && said.length > 1))
      continue;
    const actor = personActor(row, term, phrase.former ? ['ELI'] : sectorsOf(term));
    return {
      actor,
      candidates: [actor],
      reason: `the holder of the office at ${context.at} has this family name`,
    };
  }
  return undefined;
}

/** Whoever holds an office at the date, or was just put out of it, or is about to enter it. */
export function officeHolder(
  phrase: Phrase,
  offices: readonly string[],
  owner: Owner,
  noun: string,
  context: Context,
): Resolution | undefined {
  if (phrase.former) return undefined;
  const at = phrase.elect ? isoOf(dayNumber(context.at) + 120) : context.at;
  const to = recipientOf(phrase, context);
  const terms = holders({ state: owner.key, offices, at, title: noun, ...(to ? { to } : {}) });
  const people = [...new Map(terms.map((term) => [term.person!, term])).values()].filter((term) =>
    personRow(term.person!),
  );
  const actors = people.map((term) =>
    personActor(personRow(term.person!)!, term, phrase.elect ? ['ELI'] : sectorsOf(term)),
  );
  if (!actors[0]) return undefined;
  if (offices.includes('ambassador') && !to && actors.length > 1) return undefined;
  return { actor: actors[0], candidates: actors, reason: `${noun} of ${owner.actor.name} at ${context.at}` };
}

/** To whom somebody is accredited: "ambassador to Turkey". */
function recipientOf(phrase: Phrase, context: Context): string | undefined {
  const tail = phrase.after.find((part) => part.preposition === 'to');
  for (const item of tail?.items ?? []) {
    const owner = ownerFrom(item, context);
    if (owner) return owner.key;
  }
  return undefined;
}

/** The head of a body is not a head of state. */
export function asked(offices: readonly string[], owner: Owner | undefined): string[] {
  if (owner?.kind === 'org')
    return offices.length > 0 && offices.some((o) => /^(?:head_of|leader|org_head)/.test(o))
      ? ['org_head']
      : offices.map((o) => (o.startsWith('spokesperson') ? 'org_spokesperson' : o));
  if (owner?.kind === 'group')
    return offices.some((o) => /^(?:head_of|leader|supreme|org_head)/.test(o))
      ? ['group_leader']
      : [...offices];
  return offices.filter((office) => office !== 'org_head');
}

const OWN_SECTOR = new Set(['MED', 'LEG', 'HLH', 'EDU', 'CVL', 'JUD', 'COP', 'BUS', 'REF']);

/** The sector of somebody by their calling and by whose they are. */
export function sectorsFor(agent: Entry, owner: Owner): Sector[] {
  const own = listOf(agent.row.sector) as Sector[];
  const of = owner.actor.sectors;
  const partial = of.filter((sector) => sector === 'PRE');
  const vague = agent.row.kind === 'person' && !OWN_SECTOR.has(own[0] ?? '');
  if (owner.kind === 'group') return OWN_SECTOR.has(own[0] ?? '') ? own : [...of];
  if (owner.kind === 'org') return own[0] === 'GOV' || own[0] === 'UNK' || own[0] === 'PTY' ? [...of] : own;
  if (owner.kind === 'outlet') return [...of];
  if (
    (owner.kind === 'metonym' || (owner.kind === 'phrase' && vague)) &&
    !OWN_SECTOR.has(own[0] ?? '') &&
    of.length > 0
  )
    return [...of];
  return [...new Set([...own, ...partial])];
}
