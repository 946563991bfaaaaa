import type { Entry } from './lexicon.js';
import { personRow, termsOf } from './offices.js';
import type { Actor } from './types.js';

/** Offices that a looser title may also mean. */
export function spread(offices: readonly string[]): string[] {
  return offices.flatMap((office) =>
    office === 'leader'
      ? ['supreme_leader', 'head_of_state', 'head_of_government', 'monarch', 'org_head', 'group_leader']
      : [office],
  );
}

/** Titles whose holders have the word in the name of their office. */
const TELLING = /(?:secretary|judge|senator|commissioner|director|governor|mayor|admiral|colonel)$/;

/** Whether somebody known by a family name alone bears the title before it: "Secretary Diaz" is no president of that name. */
export function isTitled({ id }: Actor, agent: Entry): boolean {
  const word = TELLING.exec(agent.row.noun!)?.[0];
  if (!word || !id.startsWith('person:')) return true;
  return termsOf(id.slice('person:'.length)).some((term) => term.title!.toLowerCase().includes(word));
}

/** Whether a person in the files ever held one of these offices. */
export function held(actor: Actor, offices: readonly string[]): boolean {
  const wanted = new Set(spread(offices));
  const row = personRow(actor.id.slice('person:'.length));
  return (
    row !== undefined &&
    (wanted.has('other_minister') || termsOf(row.id!).some((term) => wanted.has(term.office!)))
  );
}
