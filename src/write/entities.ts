import { firstNotBefore } from '../base/index.js';
import { type Document, findEntities } from '../language/index.js';
import type { Mention } from '../world/index.js';

/** The comment that says what stands between the hyphens of `Entity=`. */
export const ENTITY_FIELDS = '# global.Entity = GRP-etype-form-actor';

/**
 * Brackets as in GUM: `(3-place-name-PRK` on the first word of a mention, `3)` on its last, outer brackets outermost. The
 * fields are the entity's number in the report, its kind, the form of the mention and the actor's code where one is known.
 */
export function entityMarks(document: Document, mentions: readonly Mention[]): Map<number, string> {
  const codes = actorCodes(document, mentions);
  const all = findEntities(document)
    .flatMap((entity, at) => entity.mentions.map((mention) => ({ mention, id: at + 1 })))
    .sort((a, b) => a.mention.first - b.mention.first || b.mention.last - a.mention.last);
  const opened = new Map<number, string>();
  const closed = new Map<number, string>();
  for (const { mention, id } of all) {
    const { first, last, kind, form, head } = mention;
    const opening = `(${id}-${kind}-${form}-${codes.get(head) ?? ''}`;
    const single = last === first + 1;
    opened.set(first, `${opened.get(first) ?? ''}${opening}${single ? ')' : ''}`);
    if (!single) closed.set(last - 1, `${id})${closed.get(last - 1) ?? ''}`);
  }
  const marks = new Map(closed);
  // A mention of one word opens after those that close on the same word only if it lies outside them, which cannot be.
  for (const [index, brackets] of opened) marks.set(index, brackets + (closed.get(index) ?? ''));
  return marks;
}

/** The code of the actor at each word, of the shortest mention that holds it. */
function actorCodes(document: Document, mentions: readonly Mention[]): Map<number, string> {
  const codes = new Map<number, string>();
  const known = mentions.filter((m) => m.resolution.actor && m.form !== 'pronoun');
  const { tokens } = document;
  for (const mention of known.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const first = firstNotBefore(0, tokens.length, (i) => tokens[i]!.start < mention.start);
    for (let i = first; i < tokens.length && tokens[i]!.start < mention.end; i++)
      codes.set(i, mention.resolution.actor!.code);
  }
  return codes;
}
