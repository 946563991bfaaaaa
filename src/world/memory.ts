import { type Document, kindOfHead, type Token } from '../language/index.js';
import { personRow, termsOf } from './offices.js';
import { isState } from './states.js';
import { listOf, type Row } from './tables.js';
import type { Actor, Mention } from './types.js';
import { keysOf } from './words.js';

/** How many sentences back a pronoun may look. */
const REACH = 2;
/** How many sentences back a description ("the minister") may look. */
const LONG_REACH = 15;

interface Told {
  readonly at: number; // position in the list of mentions
  readonly head: Token;
  readonly actor: Actor;
  readonly nouns: readonly string[];
}

/** What a report has told so far, for the names, descriptions and pronouns that come back to it. */
export class Memory {
  private readonly told: Told[] = [];
  private readonly names = new Map<string, number>();

  constructor(
    private readonly document: Document,
    private readonly mentions: readonly Mention[],
  ) {}

  /** Remembers a resolved mention by its name and by the nouns that describe it. */
  note(at: number, head: Token, nouns: readonly string[], stranger?: Actor): void {
    const actor = stranger ?? this.mentions[at]!.resolution.actor;
    if (!actor) return;
    this.told.push({ at, head, actor, nouns });
    if (actor.kind === 'person') for (const key of shortNames(actor)) this.names.set(key, at);
  }

  /** Remembers another name of a mention: the letters in brackets behind it. */
  alias(key: string, at: number): void {
    this.names.set(key, at);
  }

  /** The mention that was introduced by a name of which these words are the short form. */
  named(words: readonly string[]): number | undefined {
    return this.names.size === 0 ? undefined : this.names.get(words.join(' '));
  }

  /**
   * The last person told who holds or held one of these offices; not who is named in the same sentence: "The President thanked
   * President Sall". `words` are the keys of its words.
   */
  byOffice(
    offices: readonly string[],
    noun: string,
    sentence: number,
    words: ReadonlySet<string>,
  ): number | undefined {
    const fits = ({ actor, nouns, head }: Told): boolean => {
      if (actor.kind !== 'person') return false;
      if (head.sentence !== sentence && shortNames(actor).some((name) => words.has(name))) return false;
      if (nouns.includes(noun)) return true;
      const id = actor.id.startsWith('person:') ? actor.id.slice(7) : '';
      return (
        termsOf(id).some((term) => offices.includes(term.office!)) ||
        (actor.office?.toLowerCase() ?? '').endsWith(noun)
      );
    };
    const last = this.last(sentence, fits);
    const there = last === undefined ? undefined : this.mentions[last]!.sentence;
    // "President Biden met President Sall. The President thanked him": of two in one sentence its subject is meant.
    const subject = this.told.find(
      (one) => one.head.sentence === there && one.head.deprel.startsWith('nsubj') && fits(one),
    );
    return subject?.at ?? last;
  }

  /** The last body told that was described by this noun. */
  byNoun(noun: string, sentence: number): number | undefined {
    return this.last(sentence, ({ nouns }) => nouns.includes(noun));
  }

  private last(sentence: number, fits: (told: Told) => boolean): number | undefined {
    for (let i = this.told.length - 1; i >= 0; i--) {
      const told = this.told[i]!;
      if (sentence - told.head.sentence > LONG_REACH) return undefined;
      if (fits(told)) return told.at;
    }
    return undefined;
  }

  /** "a spokeswoman", "the general": somebody whom no file knows by name. */
  private isOnePerson(head: Token): boolean {
    return head.xpos === 'NN' && kindOfHead(this.document, head) === 'person';
  }

  /** To whom he, she, his, her refer; undefined when nobody or several fit equally. */
  person(pronoun: Token): number | undefined {
    const gender = /^(?:he|him|his|himself)$/.test(pronoun.lower) ? 'm' : 'f';
    // "The president thanked him": whoever is thanked is not the subject.
    const other = /^(?:obj|iobj|obl)/.test(pronoun.deprel) && !/self$/.test(pronoun.lower);
    return this.choose(pronoun, ({ actor, head }) => {
      if (other && head.head === pronoun.head && head.deprel.startsWith('nsubj')) return false;
      if (actor.kind !== 'person' && actor.kind !== 'generic') return false;
      const known = personRow(actor.id.replace(/^person:/, ''))?.gender ?? genderOfNoun(head);
      // Whether a noun is a person is dear to ask, so that it comes last.
      return (!known || known === gender) && (actor.kind === 'person' || this.isOnePerson(head));
    });
  }

  /** To which state or body "it" and "its" refer. */
  thing(pronoun: Token): number | undefined {
    const object = pronoun.lower === 'it' && /^obj/.test(pronoun.deprel);
    const verb = this.document.tokens[pronoun.head];
    const fits = ({ actor, head, at }: Told): boolean => {
      if (actor.kind === 'person' || /^(?:they|them|their)$/i.test(this.mentions[at]!.text)) return false;
      if (actor.kind === 'generic') return head.xpos === 'NN' && !this.isOnePerson(head);
      // "Togo denied it": whoever denies is not what is denied.
      const doer = head.head === pronoun.head || (verb?.deprel === 'conj' && head.head === verb.head);
      return !(object && doer) && !(actor.kind === 'group' && head.xpos === 'NNS');
    };
    const same = this.near(pronoun, fits, 0);
    const bound = this.bound(pronoun, same);
    if (bound) return bound.at;
    if (pronoun.lower === 'it' && !/^nsubj|^obj/.test(pronoun.deprel)) return undefined;
    const subject = this.subject(same);
    if (subject) return subject.at;
    if (this.count(same) === 1) return same[same.length - 1]!.at;
    if (same.length > 0 || object) return undefined;
    return this.subject(
      this.near(pronoun, fits, 1).filter(({ head }) => head.sentence === pronoun.sentence - 1),
    )?.at;
  }

  /** "aid Moscow in its war": what hangs from the verb beside its object speaks of the object. */
  private bound(pronoun: Token, told: readonly Told[]): Told | undefined {
    let at = pronoun;
    for (let steps = 0; steps < 12 && at.head >= 0; steps++) {
      const above = this.document.tokens[at.head]!;
      if (/^(?:ccomp|advcl|acl|csubj|conj|parataxis)/.test(at.deprel)) return undefined;
      if (/^obl/.test(at.deprel) && above.pos === 'VERB') {
        const object = told.find(({ head }) => head.head === above.index && /^obj/.test(head.deprel));
        if (object) return object;
      }
      if (above.pos === 'VERB') return undefined;
      at = above;
    }
    return undefined;
  }

  /** The two states or people that "both countries", "the two leaders" mean: the last two told, if no third is as near. */
  two(token: Token, people: boolean): number[] {
    const found = new Map<string, number>();
    let sentence = -1;
    for (let i = this.told.length - 1; i >= 0; i--) {
      const { actor, head, at } = this.told[i]!;
      if (token.sentence - head.sentence > REACH + 1) break;
      if (found.size >= 2 && head.sentence !== sentence) break;
      if (people ? actor.kind !== 'person' : !isStateCode(actor)) continue;
      const key = people ? actor.id : actor.code;
      if (found.has(key)) continue;
      found.set(key, at);
      sentence = head.sentence;
    }
    return found.size === 2 ? [...found.values()].reverse() : [];
  }

  private choose(pronoun: Token, fits: (told: Told) => boolean): number | undefined {
    const near = this.near(pronoun, fits);
    for (let back = 0; back <= REACH; back++) {
      const there = near.filter(({ head }) => head.sentence === pronoun.sentence - back);
      if (there.length === 0) continue;
      const subject = this.subject(there);
      if (subject) return subject.at;
      return this.count(there) === 1 ? there[there.length - 1]!.at : undefined;
    }
    return undefined;
  }

  private near(pronoun: Token, fits: (told: Told) => boolean, reach = REACH): Told[] {
    const out: Told[] = [];
    for (let i = this.told.length - 1; i >= 0; i--) {
      const told = this.told[i]!;
      if (pronoun.sentence - told.head.sentence > reach) break;
      if (this.mentions[told.at]!.end <= pronoun.start && fits(told)) out.unshift(told);
    }
    return out;
  }

  /** The subject of the main clause, else the only subject there is. */
  private subject(told: readonly Told[]): Told | undefined {
    const subjects = told.filter(({ head }) => head.deprel.startsWith('nsubj'));
    const main = subjects.filter(({ head }) => (this.document.tokens[head.head]?.head ?? -1) < 0);
    if (main.length > 0) return main[main.length - 1];
    return this.count(subjects) === 1 ? subjects[subjects.length - 1] : undefined;
  }

  private count(told: readonly Told[]): number {
    return new Set(told.map(({ actor }) => actor.id)).size;
  }
}

/** Whether somebody stands for a state, by itself or in its government. */
function isStateCode({ code, sectors, kind }: Actor): boolean {
  return isState(code) && !sectors.includes('PRE') && kind !== 'outlet';
}

const short = new Map<Row, readonly string[]>();

/** The short forms under which a person introduced by a full name comes back. */
function shortNames(actor: Actor): readonly string[] {
  const row = actor.id.startsWith('person:') ? personRow(actor.id.slice(7)) : undefined;
  if (!row) return shortened([actor.name]);
  let names = short.get(row);
  if (!names) {
    names = shortened([row.name!, ...listOf(row.aliases), ...listOf(row.family)]);
    short.set(row, names);
  }
  return names;
}

function shortened(names: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    const words = keysOf(name);
    keys.add(words.join(' '));
    if (words.length > 1) keys.add(words[words.length - 1]!);
    if (words.length > 2) keys.add(words.slice(1).join(' '));
    if (words.length > 2 && name.includes('-')) keys.add(words[0]!);
  }
  return [...keys];
}

/** What the noun itself says: "spokeswoman", "chairman". */
function genderOfNoun({ lower }: Token): 'm' | 'f' | undefined {
  if (/woman$/.test(lower)) return 'f';
  return /[^o]man$/.test(lower) ? 'm' : undefined;
}
