import type { Context } from './context.js';
import { resolvePhrase } from './describe.js';
import type { Chunk, Entry } from './lexicon.js';
import { resolveName, resolvePerson } from './names.js';
import type { Item, Phrase } from './phrase.js';
import { actorOfState, isState, sovereignOf } from './states.js';
import type { Actor } from './types.js';
import type { Word } from './words.js';

/** The state, body or group whose somebody is. */
export interface Owner {
  readonly actor: Actor;
  /** Key in the table of offices: an ISO code, or the id of an organization or group. */
  readonly key: string;
  readonly kind: Entry['kind'] | 'phrase';
}

/** "the government in Mogadishu": what sits in a place is of its state. */
const SEATED =
  /^(?:government|authorities|junta|regime|administration|parliament|ministry|rulers|generals|leadership)$/;
/** Sectors whose people are taken to be of the place where they are met; soldiers and diplomats are not. */
const LOCAL = new Set([
  'CVL',
  'COP',
  'OPP',
  'JUD',
  'LEG',
  'REB',
  'UAF',
  'CRM',
  'LAB',
  'EDU',
  'REL',
  'AGR',
  'HLH',
  'SOC',
  'PRM',
  'PTY',
  'BUS',
  'REF',
]);

/** Whose the head of a phrase is; undefined when its words do not say. */
export function ownerOf(
  words: readonly Word[],
  chunks: readonly Chunk[],
  phrase: Phrase,
  context: Context,
  sector: string,
): Owner | undefined {
  // "Macron's counterpart" is of another state than Macron's; "Macron's German counterpart" is German.
  const another = /^counterparts?$/.test(words[(phrase.head?.last ?? 0) - 1]?.key ?? '');
  const before = phrase.owners
    .filter((item) => !(another && words[item.last - 1]!.possessive))
    .map((item) => ownerFrom(item, context))
    .filter((owner) => owner !== undefined);
  const first = before[0];
  if (first) return first.kind === 'org' ? first : before[before.length - 1];
  for (const preposition of [
    'of',
    'for',
    'from',
    'loyal',
    'at',
    'in',
    'near',
    'outside',
    'inside',
    'across',
    'throughout',
    ',',
    'with',
    'under',
    'belonging',
    'to',
  ]) {
    for (const tail of phrase.after) {
      if (tail.preposition !== preposition || tail.items.length === 0) continue;
      const seated = preposition === 'in' && SEATED.test(words[(phrase.head?.last ?? 0) - 1]?.key ?? '');
      if (
        /^(?:at|in|near|outside|inside|across|throughout)$/.test(preposition) &&
        !LOCAL.has(sector) &&
        !seated
      )
        continue;
      if (preposition === ',' && !LOCAL.has(sector) && sector !== 'GOV') continue;
      if (preposition === 'to' || preposition === 'with') continue;
      const from = tail.items[0]!.first;
      const to = tail.items[tail.items.length - 1]!.last;
      const actor = resolvePhrase(words, chunks, from, to, context, true).actor;
      if (actor?.code && actor.kind !== 'person')
        return { actor, key: keyFor(actor), kind: kindFor(actor, tail.items) };
    }
  }
  for (const item of phrase.sponsors) {
    if (!/^(?:led|based|born|run|controlled|held|owned|administered)$/.test(words[item.last]?.key ?? ''))
      continue;
    const owner = ownerFrom(item, context);
    if (owner) return owner;
  }
  return undefined;
}

/** What an item in front of the head says about whose it is. */
export function ownerFrom(item: Item, context: Context): Owner | undefined {
  const entries = item.entries.filter((entry) => entry.kind !== 'agent' && entry.kind !== 'person');
  if (entries.length === 0) return personal(item, context);
  const { actor } = resolveName(entries, context);
  if (!actor) return undefined;
  const entry = entries.find((e) => e.row.id === actor.id.split(':')[1]) ?? entries[0]!;
  const plain = entry.kind === 'state' && !actor.sectors.includes('PRE') ? { ...actor, sectors: [] } : actor;
  return { actor: plain, key: keyFor(actor), kind: entry.kind };
}

/** "Trump administration", "Putin's forces": those of the state that the person leads. */
function personal(item: Item, context: Context): Owner | undefined {
  const people = item.entries.filter((entry) => entry.kind === 'person');
  const actor = people.length > 0 ? resolvePerson(people, context, {}).actor : undefined;
  const state = actor && isState(actor.code) ? actorOfState(actor.code) : undefined;
  return state && { actor: { ...state, fact: actor!.fact }, key: state.code, kind: 'state' };
}

function keyFor(actor: Actor): string {
  const [kind, id] = actor.id.split(':');
  return kind === 'org' || kind === 'group' ? id! : kind === 'state' ? sovereignOf(id!) : actor.code;
}

function kindFor(actor: Actor, items: readonly Item[]): Owner['kind'] {
  if (actor.kind === 'group') return 'group';
  if (actor.id.startsWith('org:')) return 'org';
  return items.some((item) =>
    item.entries.some((entry) => entry.kind === 'agent' || entry.kind === 'metonym'),
  )
    ? 'phrase'
    : 'state';
}
