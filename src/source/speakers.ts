import { contains, overlaps, type Span } from '../base/index.js';
import { frameOf, type Tree } from '../code/index.js';
import type { Mention } from '../world/index.js';
import { cueStrength } from './cues.js';
import type { Source } from './types.js';

/** How far a tree is climbed from words to the verb that reports them. */
const CLIMB = 12;

/** Who stands at a word of the tree, as a source. */
export class Speakers {
  constructor(
    readonly tree: Tree,
    private readonly mentions: readonly Mention[],
  ) {}

  /** The noun phrase at a word, with the actor it names. */
  sourceAt(index: number): Source {
    const phrase = this.tree.spanOf(index, (child) =>
      this.tree.is(
        child,
        'case',
        'acl:relcl',
        'conj',
        'cc',
        'parataxis',
        'punct',
        'cop',
        'advcl',
        'nsubj',
        'aux',
      ),
    );
    const mention = this.mentionAt(index, phrase);
    const span = mention && contains(mention, phrase) ? { start: mention.start, end: mention.end } : phrase;
    const actor = mention && this.resolved(mention)?.resolution.actor;
    return {
      span,
      text: this.tree.document.report.text.slice(span.start, span.end),
      ...(actor ? { actor } : {}),
    };
  }

  /** The mention that a word heads: the widest around it, else one within its phrase that names its owner. */
  private mentionAt(index: number, phrase: Span): Mention | undefined {
    const token = this.tree.token(index);
    const around = this.mentions
      .filter((m) => contains(m, token))
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return (
      around[0] ??
      this.mentions.find((m) => overlaps(m, phrase) && m.inside === undefined && m.resolution.actor)
    );
  }

  private resolved(mention: Mention): Mention | undefined {
    let at: Mention | undefined = mention;
    for (let steps = 0; at && !at.resolution.actor && steps < 20; steps++)
      at = at.refersTo === undefined ? undefined : this.mentions[at.refersTo];
    return at;
  }

  /** The nearest verb at or above a word that reports words, outside the given span. */
  cueAbove(index: number, outside: Span): number {
    for (let at = index, steps = 0; at >= 0 && steps < CLIMB; at = this.tree.head(at), steps++) {
      const token = this.tree.token(at);
      if (!contains(outside, token) && token.pos === 'VERB' && cueStrength(token.lemma) && !this.isAside(at))
        return at;
    }
    return -1;
  }

  /** "as reported by KCNA" passes words on; it is not who said them. */
  isAside(verb: number): boolean {
    return this.tree.markOf(verb) === 'as';
  }

  /** Who the subject of a reporting verb is; undefined when nobody is named. */
  speakerOf(cue: number): Source | undefined {
    const frame = frameOf(this.tree, cue);
    const [subject] = frame?.subjects ?? [];
    if (subject === undefined || !this.canSpeak(subject)) return undefined;
    return this.sourceAt(subject);
  }

  private canSpeak(index: number): boolean {
    return !['it', 'this', 'that', 'which', 'there', 'what'].includes(this.tree.token(index).lower);
  }
}
