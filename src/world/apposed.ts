import type { Draft } from './told.js';
import type { Actor } from './types.js';

/** Kinds of whom a person's name can be told behind a comma: "the foreign minister of Kenya, Joseph Karimi". */
const ONE_PERSON: ReadonlySet<Actor['kind']> = new Set(['person', 'generic']);

/**
 * Joins an office and a name that no file knows across a comma, in either order: the words say who holds the office, and they
 * know better than a file. Changes both mentions; returns whether they were joined.
 */
export function joinApposed(text: string, before: Draft | undefined, after: Draft): boolean {
  if (!before || !/^,\s$/.test(text.slice(before.end, after.start))) return false;
  const [described, name] = before.form === 'description' ? [before, after] : [after, before];
  if (described.form !== 'description' || name.form !== 'name' || name.resolution.actor) return false;
  const { actor } = described.resolution;
  if (!actor || !ONE_PERSON.has(actor.kind) || !isOne(described.text)) return false;
  if (name.resolution.candidates.length > 0 || !/^\p{Lu}\S* (?:\S+ )*\p{Lu}/u.test(name.text)) return false;
  const { code, sectors, office, fact } = actor;
  const person: Actor = {
    ...{ code, sectors, kind: 'person', name: name.text, id: `name:${code}/${name.text}`, fact },
    ...(office ? { office } : {}),
  };
  const resolution = {
    actor: person,
    candidates: [person],
    reason: `office and name beside each other: “${described.text}”, “${name.text}”`,
  };
  described.resolution = resolution;
  name.resolution = resolution;
  return true;
}

/** "The president", "a spokeswoman", "its commander"; not "two ministers". */
const isOne = (text: string): boolean => !/^(?:two|three|four|five|several|many|some|both|\d+)\b/i.test(text);
