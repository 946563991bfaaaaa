import type { Mention } from '../language/index.js';
import { isTitle } from './cues.js';
import { isTime, type Phrase } from './phrase.js';
import type { Surface } from './surface.js';

const PARTICLE = /^(?:al|bin|ibn|de|der|van|von|el|da|dos)$/;

/** Reads names and descriptions off the words of a mention. */
export class Naming {
  /** Heads of the names of states, by their tokens. */
  private readonly states = new Map<number, number>();

  constructor(
    private readonly surface: Surface,
    mentions: readonly Mention[],
  ) {
    for (const { state, first, last, head } of mentions)
      if (state) for (let at = first; at < last; at++) this.states.set(at, head);
  }

  /** A name without titles before it; that of an organization with all that belongs to it ("of Foreign Affairs"). */
  nameAt(mention: Mention): Phrase {
    const { document } = this.surface;
    const { head, kind } = mention;
    if (kind !== 'person') return this.shortened(mention);
    const { sentence } = document.tokens[head]!;
    const part = (at: number): boolean => {
      const token = document.tokens[at];
      if (!token || token.sentence !== sentence || this.surface.markOf(at) >= 0) return false;
      const hyphened = document.tokens[at - 1]?.text === '-' || token.text === '-';
      return (
        /^NNPS?$/.test(token.xpos) || (hyphened && !/^\s/.test(token.text)) || PARTICLE.test(token.lower)
      );
    };
    let first = head;
    let last = head + 1;
    while (part(first - 1) && !this.inOther(first - 1, head)) first--;
    while (part(last)) last++;
    while (
      first < head &&
      (PARTICLE.test(document.tokens[first]!.lower) || isTitle(document.tokens[first]!.lower))
    )
      first++;
    for (let at = head; at > first; at--)
      if (isTitle(document.tokens[at]!.lower)) first = Math.min(at + 1, head);
    while (PARTICLE.test(document.tokens[last - 1]!.lower) && last - 1 > head) last--;
    return { first, last, head };
  }

  /** "the United States |Hamdullah Mohib": a word of a state's name is none of a person's. */
  private inOther(at: number, head: number): boolean {
    const other = this.states.get(at);
    return other !== undefined && other !== head;
  }

  /** A description without what a comma adds to it. */
  shortened({ first, last, head }: Phrase): Phrase {
    let end = head + 1;
    while (end < last && !/^(?:,|;|\(|who|that|which)$/.test(this.surface.token(end).lower)) end++;
    while (end > head + 1 && this.surface.token(end - 1).xpos === 'POS') end--;
    while (end > head + 1 && isTime(this.surface.token(end - 1))) end--;
    return { first, last: end, head };
  }

  /** The words of a stretch in lower case, without hyphens and points. */
  wordsOf({ first, last }: Phrase): string[] {
    return this.surface.document.tokens
      .slice(first, last)
      .map((token) => token.lower)
      .filter((word) => /\p{L}/u.test(word));
  }
}
