import { genericActor } from './actors.js';
import type { Context } from './context.js';
import type { Chunk } from './lexicon.js';
import { open } from './names.js';
import { type Owner, ownerOf } from './owner.js';
import type { Item, Phrase } from './phrase.js';
import { factOf } from './tables.js';
import type { Resolution, Sector } from './types.js';
import type { Word } from './words.js';

/** "Kosovo Serbs" are people of Kosovo: the name of a state before a people says where they live. */
export function ofState(head: Item, phrase: Phrase, owner: Owner | undefined): Resolution | undefined {
  const noun = phrase.owners[phrase.owners.length - 1]?.entries.some((entry) =>
    /^(?:name|short)$/.test(entry.form),
  );
  if (
    !owner ||
    !noun ||
    !head.entries.every((entry) => /^demonym/.test(entry.form) || entry.form === 'adjective')
  )
    return undefined;
  return { actor: owner.actor, candidates: [owner.actor], reason: 'the state before the people decides' };
}

/** "ethnic Albanians in Serbia" are people of Serbia; without a place nobody can tell of which state. */
export function ethnic(
  words: readonly Word[],
  chunks: readonly Chunk[],
  phrase: Phrase,
  head: Item,
  context: Context,
): Resolution {
  const owner = ownerOf(words, chunks, { ...phrase, owners: [] }, context, 'CVL');
  const entry = head.entries[0]!;
  if (!owner) return open([], '“ethnic” tells a people, not a state');
  const name = `ethnic ${entry.row.name}`;
  const actor = genericActor(owner.actor.code, ['CVL'], name, factOf(entry.table, entry.row));
  return { actor, candidates: [actor], reason: `a people in ${owner.actor.name}` };
}

/** "two Palestinians" are civilians; "the Palestinians" stand for their state. */
export function people(words: readonly Word[], head: Item, from: number, resolution: Resolution): Resolution {
  const { actor } = resolution;
  if (actor?.kind !== 'state' || !head.entries.some((entry) => /^demonym/.test(entry.form)))
    return resolution;
  if (head.entries.some((entry) => /^(?:name|short)$/.test(entry.form))) return resolution;
  const plural = head.entries.some((entry) => entry.form === 'demonym_plural');
  const first = words[from]!.key;
  const counted = head.first > from && first !== 'the';
  if (!counted && (!plural || first === 'the')) return resolution;
  const fact = head.entries[0]!;
  const civil = genericActor(
    actor.code,
    [...new Set<Sector>(['CVL', ...actor.sectors])],
    fact.row.name!,
    factOf(fact.table, fact.row),
  );
  return { actor: civil, candidates: [civil], reason: 'people of a state, not the state' };
}
