import type { Document, Token } from '../language/index.js';
import type { Title } from './describe.js';
import type { Mention, Resolution } from './types.js';

/** How many sentences back a pronoun may look. */
const REACH = 2;

interface Entry {
  readonly at: number;
  readonly head: Token;
}

/** What a document has told so far: to whom a later name, title or pronoun refers. */
export class Memory {
  private readonly entries: Entry[] = [];

  constructor(
    private readonly document: Document,
    private readonly mentions: readonly Mention[],
  ) {}

  note(at: number, head: Token): void {
    this.entries.push({ at, head });
  }

  /** An earlier person one of whose names ends or begins with these words: "Kim" after "Kim Jong-un". */
  byName(words: readonly string[]): number | undefined {
    const name = words.join(' ').replace(/ - /g, '-');
    for (let i = this.entries.length - 1; i >= 0; i--) {
      const { at } = this.entries[i]!;
      const actor = this.mentions[at]!.resolution.actor;
      if (actor?.kind !== 'person' || actor.id.startsWith('office:')) continue;
      if (fits(actor.name, name) || fits(this.mentions[at]!.text, name)) return at;
    }
    return undefined;
  }

  /** "the president" after "Russian President Vladimir Putin": the last person told to hold such an office. */
  byOffice(
    title: Title,
    sentence: number,
  ): { resolution: Resolution; form: Mention['form']; refersTo?: number } | undefined {
    for (let i = this.entries.length - 1; i >= 0; i--) {
      const { at, head } = this.entries[i]!;
      if (sentence - head.sentence > 12) break;
      const { actor } = this.mentions[at]!.resolution;
      if (actor?.kind !== 'person' || !actor.office) continue;
      if (actor.office.toLowerCase().endsWith(title.text) || /^(?:leader|ruler)$/.test(title.text)) {
        return {
          resolution: { actor, candidates: [actor], reason: `the ${title.text} told of before` },
          form: 'description',
          refersTo: at,
        };
      }
    }
    return {
      resolution: { candidates: [], reason: `“${title.text}” of no state that is named` },
      form: 'description',
    };
  }

  /** To whom a pronoun refers: the nearest fitting subject, else the nearest that fits; open when two fit equally. */
  antecedent(pronoun: Token): number | undefined {
    const personal = /^(?:he|she|him|her|his|himself|herself)$/.test(pronoun.lower);
    const plural = /^(?:they|their|them)$/.test(pronoun.lower);
    if (plural) return undefined;
    const near = this.entries.filter(({ at, head }) => {
      const distance = pronoun.sentence - head.sentence;
      const actor = this.mentions[at]!.resolution.actor;
      if (!actor || distance < 0 || distance > REACH || this.mentions[at]!.end > pronoun.start) return false;
      return personal ? actor.kind === 'person' : actor.kind !== 'person' && actor.kind !== 'outlet';
    });
    return personal
      ? this.personal(near, pronoun)
      : (near.filter((e) => e.head.sentence === pronoun.sentence).at(-1)?.at ?? this.subject(near)?.at);
  }

  private personal(near: readonly Entry[], pronoun: Token): number | undefined {
    const same = near.filter((e) => e.head.sentence === pronoun.sentence);
    const own = this.subject(same);
    if (own) return own.at;
    for (let back = 1; back <= REACH; back++) {
      const there = near.filter((e) => e.head.sentence === pronoun.sentence - back);
      const chosen = this.subject(there) ?? (this.people(there) === 1 ? there.at(-1) : undefined);
      if (chosen) return chosen.at;
    }
    return this.people(near) === 1 ? near.at(-1)?.at : undefined;
  }

  private subject(entries: readonly Entry[]): Entry | undefined {
    return (
      entries.find(({ head }) => head.deprel.startsWith('nsubj') && this.isMain(head)) ??
      entries.find(({ head }) => head.deprel.startsWith('nsubj'))
    );
  }

  private isMain(head: Token): boolean {
    const verb = this.document.tokens[head.head];
    return verb !== undefined && (verb.head < 0 || verb.deprel === 'conj');
  }

  private people(entries: readonly Entry[]): number {
    return new Set(entries.map(({ at }) => this.mentions[at]!.resolution.actor!.id)).size;
  }
}

function fits(full: string, part: string): boolean {
  const words = full.split(/\s+/);
  const last = words.at(-1)!;
  return full === part || last === part || full.endsWith(` ${part}`) || words[0] === part;
}
