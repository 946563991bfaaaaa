import type { Document, Token } from '../language/index.js';
import { dyadOf, joinedIn } from './dyad.js';
import { headWithin } from './shapes.js';
import type { Draft, Told } from './told.js';
import type { Actor } from './types.js';

/** How many sentences back "they" may look. */
const REACH = 2;
/** Nouns that count whom "of" names: "thousands of people". */
const COUNTING = /^(?:thousand|hundred|dozen|score|million|number|group|crowd|ten|handful|couple|majority)$/;
const COLLECTIVE = /^(?:people|police|troops|forces|military|media|staff|personnel|clergy)$/;

/** Finds of whom "they", "them" and "their" are said. */
export class Several {
  constructor(private readonly told: Told) {}

  /** The two meant who did something with each other in the last sentence: "Moyo met Sall. They agreed". */
  two(pronoun: Token): Actor[] {
    const { tokens, sentences } = this.told.document;
    const before = pronoun.sentence - 1;
    if (before < 0 || !this.isTogether(before, pronoun.sentence)) return [];
    const main =
      tokens[pronoun.head]?.deprel === 'root' || pronoun.index === sentences[pronoun.sentence]!.first;
    if (!main || !pronoun.deprel.startsWith('nsubj')) return [];
    const dyad = dyadOf(this.told, before, pronoun.start);
    return dyad.length > 0 ? dyad : joinedIn(this.told, before, pronoun);
  }

  /** Position of the mention of those meant; undefined where none or more than one may be. */
  antecedent(pronoun: Token): number | undefined {
    const here = this.severalIn(pronoun.sentence, pronoun.start);
    const within = this.withinSentence(pronoun, here);
    if (within !== undefined) return within;
    // "The two spoke of the troops as they fight": one of these.
    if (here.length > 0 && this.isEmbedded(pronoun)) return undefined;
    const inside = here.length > 0 || this.isEmbedded(pronoun);
    for (let back = 1; back <= REACH; back++) {
      const sentence = pronoun.sentence - back;
      if (sentence < 0 || !this.isTogether(sentence, pronoun.sentence)) return undefined;
      const there = this.severalIn(sentence);
      const subject = this.subjectOf(sentence);
      const first = subject && there.find((at) => this.isHeadedBy(at, subject));
      if (first !== undefined) return first;
      // "The balloons drifted. They fell": things, which are no mention.
      if (subject && /^NNP?S$/.test(subject.xpos) && !inside) return undefined;
      if (there.length > 0) return this.only(there);
    }
    return undefined;
  }

  /** In one part of the report: a headline is not taken up by what follows. */
  private isTogether(sentence: number, other: number): boolean {
    const { sentences, report } = this.told.document;
    const kind = (i: number): string => report.parts[sentences[i]!.part]!.kind;
    return kind(sentence) === kind(other);
  }

  private withinSentence(pronoun: Token, here: readonly number[]): number | undefined {
    if (here.length === 0) return undefined;
    const { tokens } = this.told.document;
    const verb = verbAbove(this.told.document, pronoun);
    const own = verb && here.find((at) => isSubjectOf(tokens, this.headOf(at), verb));
    if (pronoun.deprel === 'nmod:poss') return own ?? here[here.length - 1];
    const others = here.filter((at) => at !== own);
    if (/^(?:obj|iobj|obl|nmod)/.test(pronoun.deprel)) return others[others.length - 1];
    // "The rebels warned that they would": of whoever said so.
    const above = verb && /^ccomp/.test(verb.deprel) ? tokens[verb.head] : undefined;
    const said = above && this.subjectOfVerb(above, pronoun);
    return said ?? this.only(others);
  }

  /** The mention of several, or of a body of people, that is the subject of a verb. */
  private subjectOfVerb(verb: Token, pronoun: Token): number | undefined {
    const { out, document } = this.told;
    for (const at of this.told.of(pronoun.sentence)) {
      const mention = out[at]!;
      if (mention.end > pronoun.start || mention.inside !== undefined) continue;
      if (!isSubjectOf(document.tokens, this.headOf(at), verb)) continue;
      const { kind } = mention.resolution.actor ?? {};
      return this.isSeveral(mention, at) || kind === 'group' ? at : undefined;
    }
    return undefined;
  }

  private only(found: readonly number[]): number | undefined {
    return found.length === 1 ? found[0] : undefined;
  }

  private isEmbedded(pronoun: Token): boolean {
    return verbAbove(this.told.document, pronoun)?.deprel !== 'root';
  }

  /** The mentions of several in a sentence that end before a character. */
  private severalIn(sentence: number, before = Number.POSITIVE_INFINITY): number[] {
    const { out } = this.told;
    const found: number[] = [];
    for (const i of this.told.of(sentence)) {
      const mention = out[i]!;
      if (mention.end > before || mention.inside !== undefined) continue;
      if (this.isSeveral(mention, i)) found.unshift(i);
    }
    return found.filter((at) => !found.includes(out[at]!.refersTo ?? -1));
  }

  private isSeveral({ resolution, form, text }: Draft, at: number): boolean {
    if (resolution.together) return true;
    if (form === 'pronoun') return /^(?:they|them|their)$/i.test(text);
    const head = this.headOf(at);
    return /^NNP?S$/.test(head.xpos)
      ? !/States$|Nations$|^[A-Z]{2,}$/.test(text)
      : COLLECTIVE.test(head.lower);
  }

  /** The subject of the main clause. */
  private subjectOf(sentence: number): Token | undefined {
    const { tokens, sentences } = this.told.document;
    const { first, last } = sentences[sentence]!;
    for (let i = first; i < last; i++) {
      const token = tokens[i]!;
      if (token.deprel.startsWith('nsubj') && token.head >= 0 && tokens[token.head]!.head < 0) return token;
    }
    return undefined;
  }

  /** Whether a mention is a subject, or those whom the subject counts. */
  private isHeadedBy(at: number, subject: Token): boolean {
    const head = this.headOf(at);
    if (head.index === subject.index) return true;
    const counted = COUNTING.test(subject.lemma) || subject.pos === 'NUM';
    return counted && head.head === subject.index && head.deprel === 'nmod';
  }

  private headOf(at: number): Token {
    return headWithin(this.told.document, this.told.out[at]!);
  }
}

const isSubjectOf = (tokens: readonly Token[], token: Token, verb: Token): boolean =>
  token.deprel.startsWith('nsubj') &&
  (token.head === verb.index ||
    (verb.deprel === 'conj' && verb.head === token.head && !hasSubject(tokens, verb)));

function hasSubject(tokens: readonly Token[], verb: Token): boolean {
  for (let i = verb.index - 1; i >= 0 && tokens[i]!.sentence === verb.sentence; i--)
    if (tokens[i]!.head === verb.index && tokens[i]!.deprel.startsWith('nsubj')) return true;
  return false;
}

/** The nearest verb above a word. */
function verbAbove({ tokens }: Document, token: Token): Token | undefined {
  for (let at = token, steps = 0; at.head >= 0 && steps < 12; steps++) {
    at = tokens[at.head]!;
    if (at.pos === 'VERB') return at;
  }
  return undefined;
}
