import { findMentions } from '../mentions.js';
import { genderOf } from '../names.js';
import type { Document, Mention, Token } from '../types.js';

export type Gender = 'm' | 'f' | 'n' | 'p';

/** A mention with what coreference asks of it, worked out once. */
export interface Described {
  readonly mention: Mention;
  readonly head: Token;
  /** "pronoun" with its word, "name", or "noun" with its determiner: what the mention looks for depends on it. */
  readonly type: string;
  readonly pronoun: string;
  /** Content words in small letters, without determiners and the 's of an owner. */
  readonly words: readonly string[];
  readonly text: string;
  readonly initials: string;
  readonly plural: boolean;
  /** Masculine, feminine, neuter or several, where words tell. */
  readonly gender: Gender | undefined;
  readonly sentence: number;
  readonly order: number;
}

/** Third persons, and the genders they speak of. */
const PRONOUN_GENDER: Readonly<Record<string, Gender>> = {
  ...{ he: 'm', him: 'm', his: 'm', himself: 'm', she: 'f', her: 'f', hers: 'f', herself: 'f' },
  ...{ it: 'n', its: 'n', itself: 'n', they: 'p', them: 'p', their: 'p', theirs: 'p', themselves: 'p' },
};
/** One word for the forms of a pronoun. */
const PRONOUN_FAMILY: Readonly<Record<string, string>> = {
  ...{ me: 'i', my: 'i', mine: 'i', myself: 'i', us: 'we', our: 'we', ours: 'we', ourselves: 'we' },
  ...{ your: 'you', yours: 'you', yourself: 'you', yourselves: 'you', him: 'he', his: 'he', himself: 'he' },
  ...{ her: 'she', hers: 'she', herself: 'she', its: 'it', itself: 'it' },
  ...{ them: 'they', their: 'they', theirs: 'they', themselves: 'they', whose: 'who', whom: 'who' },
};
const MALE =
  /^(?:mr\.?|sir|king|prince|man|father|son|brother|husband|boy|grandfather|uncle|spokesman|businessman|lord)$/;
const FEMALE =
  /^(?:mrs\.?|ms\.?|miss|madam|queen|princess|woman|mother|daughter|sister|wife|girl|aunt|spokeswoman|lady)$/;

/** Describes the mentions of a document, in their order; numbers are nothing to come back to. */
export function describe(document: Document): Described[] {
  const mentions = findMentions(document).filter((mention) => mention.kind !== 'number');
  return mentions.map((mention, order) => {
    const tokens = document.tokens.slice(mention.first, mention.last);
    const head = document.tokens[mention.head]!;
    const pronoun = mention.form === 'pronoun' ? (PRONOUN_FAMILY[head.lower] ?? head.lower) : '';
    // A relative clause tells more of the mention; what it is called stands before.
    const called = tokens.filter((token) => token.index <= mention.head || token.deprel === 'flat');
    const words = called
      .filter((t) => !/^(?:DET|PART|PUNCT|ADP)$/.test(t.pos) && t.deprel !== 'nmod:poss')
      .map((t) => t.lower);
    return {
      ...{ mention, head, pronoun, words, order },
      type: typeOf(mention, head, tokens, pronoun),
      text: called
        .filter((t) => t.deprel !== 'det' && t.deprel !== 'case')
        .map((t) => t.lower)
        .join(' '),
      initials: tokens
        .filter((t) => /^\p{Lu}/u.test(t.text))
        .map((t) => t.text[0])
        .join(''),
      plural: /S$/.test(head.xpos) && head.xpos.startsWith('NN'),
      gender: genderOfMention(mention, head, tokens, pronoun),
      sentence: head.sentence,
    };
  });
}

function typeOf(mention: Mention, head: Token, tokens: readonly Token[], pronoun: string): string {
  if (pronoun) return `p:${pronoun}`;
  if (mention.form === 'name') return 'name';
  const owner = tokens.some((t) => t.deprel === 'nmod:poss' && t.head === head.index);
  const determiner = tokens.find((t) => t.deprel === 'det' && t.head === head.index)?.lower;
  if (owner) return 'noun:owned';
  if (determiner === 'the') return 'noun:the';
  if (/^(?:this|that|these|those|such)$/.test(determiner ?? '')) return 'noun:this';
  return determiner ? 'noun:a' : 'noun';
}

function genderOfMention(
  mention: Mention,
  head: Token,
  tokens: readonly Token[],
  pronoun: string,
): Gender | undefined {
  if (pronoun) return PRONOUN_GENDER[head.lower];
  if (head.xpos === 'NNS') return 'p';
  if (mention.kind !== 'person') return 'n';
  for (const token of tokens) {
    if (MALE.test(token.lower)) return 'm';
    if (FEMALE.test(token.lower)) return 'f';
  }
  const given = tokens.find((t) => t.pos === 'PROPN' && t.index <= head.index + 2);
  return given && mention.form === 'name' ? genderOf(given.text) : undefined;
}
