import type { Found } from './names.js';
import { codeOf, factOf, holderOf, personActor } from './office.js';
import { type Term, world } from './tables.js';
import type { Actor, Fact, Sector } from './types.js';

/** A title found in the words of a phrase: "foreign minister". */
export interface Title {
  readonly offices: readonly string[];
  readonly sector: Sector | '';
  readonly text: string;
  readonly fact: Fact;
}

const LONGEST = 5;
const FORMER = /\b(?:former|ex|late|ousted|deposed|exiled|then|one-time|onetime|erstwhile|outgoing)\b/i;

/** The longest title that ends a list of words ("Russian Foreign Minister" gives "foreign minister"). */
export function titleIn(words: readonly string[]): { title: Title; at: number; length: number } | undefined {
  const lower = words.map((word) => word.toLowerCase());
  for (let length = Math.min(LONGEST, lower.length); length > 0; length--) {
    for (let at = lower.length - length; at >= 0; at--) {
      const text = lower
        .slice(at, at + length)
        .join(' ')
        .replace(/ - /g, '-')
        .replace(/ ([’'])/g, '$1');
      const found = world().titles.get(text) ?? world().titles.get(singular(text));
      if (found) return { title: { ...found, text }, at, length };
    }
  }
  return undefined;
}

/** The longest title that covers the word at `head` ("secretary of state", "secretary-general"). */
export function titleOver(words: readonly string[], head: number): Title | undefined {
  const lower = words.map((word) => word.toLowerCase());
  for (let length = LONGEST + 1; length > 0; length--) {
    for (let at = Math.max(0, head - length + 1); at <= head && at + length <= lower.length; at++) {
      const text = lower
        .slice(at, at + length)
        .join(' ')
        .replace(/ - /g, '-')
        .replace(/ ([’'])/g, '$1');
      const found = world().titles.get(text);
      if (found) return { ...found, text };
    }
  }
  return undefined;
}

/** The longest generic agent that ends a list of words: "riot police", "Saudi soldiers". */
export function agentIn(
  words: readonly string[],
): { sector: Sector; kind: string; text: string; fact: Fact } | undefined {
  const lower = words.map((word) => word.toLowerCase());
  for (let length = Math.min(LONGEST, lower.length); length > 0; length--) {
    const text = lower
      .slice(-length)
      .join(' ')
      .replace(/ - /g, '-')
      .replace(/ ([’'])/g, '$1');
    for (const form of [text, singular(text)]) {
      const found = world().agents.get(form);
      if (found) return { ...found, text: form };
    }
  }
  return undefined;
}

export function singular(text: string): string {
  if (/(?:men)$/.test(text)) return text.replace(/men$/, 'man');
  if (/ies$/.test(text)) return text.replace(/ies$/, 'y');
  if (/(?:ch|sh|ss|x)es$/.test(text)) return text.replace(/es$/, '');
  return text.replace(/s$/, '');
}

export function isFormer(words: readonly string[]): boolean {
  return FORMER.test(words.join(' '));
}

/** Who holds a titled office of a state on a day; the office alone when the holder is not known. */
export function holder(
  title: Title,
  state: Actor,
  day: string,
  former: boolean,
): { actor: Actor; reason: string } {
  const own: Sector = state.kind === 'organization' ? 'IGO' : title.sector || 'GOV';
  const sectors: readonly Sector[] = former ? ['ELI'] : [own];
  if (!former) {
    for (const key of stateKeys(state)) {
      for (const office of title.offices) {
        const term = holderOf(key, office, day);
        const actor = term && personActor(term.person, day);
        if (term && actor && !isVague(title.text)) {
          return {
            actor: {
              ...actor,
              code: codeOf(term.state),
              sectors: [term.sector],
              office: term.title,
              fact: factOf(term),
            },
            reason: `${title.text} of ${state.name} on ${day}`,
          };
        }
      }
    }
  }
  const office = `${former ? 'former ' : ''}${title.text}`;
  return {
    actor: {
      id: `office:${state.code}:${office}`,
      kind: 'person',
      code: state.code,
      sectors,
      name: `${office} of ${state.name}`,
      office,
      fact: title.fact,
    },
    reason: former
      ? `a former ${title.text} of ${state.name}`
      : `${title.text} of ${state.name}; no holder known on ${day}`,
  };
}

/** Titles that many hold at once name nobody by themselves. */
function isVague(text: string): boolean {
  return /^(?:minister|general|gen\.|colonel|col\.|ambassador|envoy|special envoy|spokes\w+|admiral|commander|governor|senator|mayor|diplomat|judge|lawmaker|chief|head|leader of the|lt\. gen\.|lieutenant general|major general|maj\. gen\.)$/.test(
    text,
  );
}

/** Offices stand under the state's code, or under the id of an organization or group. */
function stateKeys(actor: Actor): string[] {
  const own = actor.id.replace(/^(?:org|group):/, '');
  return own === actor.id ? [actor.code] : [own, actor.code];
}

/** The person that a family name means beside a title, a state and a date: one whose office fits. */
export function byFamily(
  family: string,
  title: Title | undefined,
  states: readonly Actor[],
  day: string,
): Actor | undefined {
  const ids = families().get(family.toLowerCase()) ?? [];
  const fits = ids
    .map((id) => ({ id, actor: personActor(id, day), terms: world().termsOfPerson.get(id) ?? [] }))
    .filter(
      ({ terms }) =>
        states.length === 0 || terms.some((t) => states.some((s) => stateKeys(s).includes(t.state))),
    )
    .filter(
      ({ terms }) => !title || title.offices.includes('person') || terms.some((t) => holds(t, title, day)),
    );
  const inOffice = fits.filter(({ actor }) => actor && !actor.sectors.includes('ELI'));
  const chosen = inOffice.length === 1 ? inOffice : fits;
  if (chosen.length === 1) return chosen[0]!.actor;
  return sharedActor(
    chosen.flatMap(({ actor }) => (actor ? [actor] : [])),
    family,
    title,
  );
}

/** Several of one name in one state ("President Bush"): the state and the office are sure, the person is not. */
function sharedActor(actors: readonly Actor[], family: string, title: Title | undefined): Actor | undefined {
  const [first] = actors;
  if (!first || !title?.sector || actors.some((a) => a.code !== first.code)) return undefined;
  return {
    id: `office:${first.code}:${title.text}`,
    kind: 'person',
    code: first.code,
    sectors: [title.sector],
    name: `${title.text} ${family}`,
    office: title.text,
    fact: title.fact,
  };
}

function holds(term: Term, title: Title, day: string): boolean {
  return title.offices.includes(term.office) && (!term.start || term.start.slice(0, 4) <= day.slice(0, 4));
}

let byName: Map<string, string[]> | undefined;

function families(): Map<string, string[]> {
  if (byName) return byName;
  byName = new Map();
  for (const person of world().persons.values()) {
    for (const family of person.family) {
      const key = family.toLowerCase();
      const found = byName.get(key);
      if (found) found.push(person.id);
      else byName.set(key, [person.id]);
    }
  }
  return byName;
}

/** Names of states, adjectives and organizations among the words of a phrase that say whose it is. */
export function owners(found: readonly Found[]): Found[] {
  return found.filter((f) => f.readings.some((r) => r.type !== 'person' && r.type !== 'outlet'));
}
