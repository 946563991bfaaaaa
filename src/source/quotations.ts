import { contains, overlaps, type Span } from '../base/index.js';
import { Tree } from '../code/index.js';
import type { Document, Quoted, Sentence } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { isMedia, type Link, linksOf } from './chain.js';
import { cueStrength, hasTitle } from './cues.js';
import { Speakers } from './speakers.js';
import type { Quotation, Source } from './types.js';

const NAMING = new Set([
  'call',
  'dub',
  'name',
  'title',
  'entitle',
  'know',
  'codename',
  'nickname',
  'label',
  'style',
]);
const BODY = new Set(['paragraph', 'item', 'headline']);

/** The quotations of a document, direct, partial and indirect, in text order. Linear in the length of the text. */
export function findQuotations(document: Document, mentions: readonly Mention[]): Quotation[] {
  return new Quotations(document, mentions).run();
}

class Quotations {
  private readonly tree: Tree;
  private readonly speakers: Speakers;
  private readonly links = new Map<number, Link[]>();

  constructor(
    private readonly document: Document,
    mentions: readonly Mention[],
  ) {
    this.tree = new Tree(document);
    this.speakers = new Speakers(this.tree, mentions);
  }

  run(): Quotation[] {
    const marked = this.marked();
    const indirect = this.document.sentences.filter((s) => this.isBody(s)).flatMap((s) => this.indirect(s));
    return [...marked, ...indirect].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  }

  private isBody(sentence: Sentence): boolean {
    return BODY.has(this.document.report.parts[sentence.part]!.kind);
  }

  private marked(): Quotation[] {
    const out: Quotation[] = [];
    for (const quoted of this.document.quoted) {
      const sentence = this.document.sentences[this.sentenceAt(quoted.start)];
      if (
        !sentence ||
        !this.isBody(sentence) ||
        this.document.report.parts[sentence.part]!.kind === 'headline'
      )
        continue;
      if (this.isName(quoted, sentence)) continue;
      out.push(this.withMarks(quoted, sentence, out.at(-1)));
    }
    return out;
  }

  /** The last sentence that begins at or before an offset (binary search). */
  private sentenceAt(offset: number): number {
    const { sentences } = this.document;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A name in marks is no quotation: a “comprehensive partnership” treaty, the so-called “line”, a film. */
  private isName(quoted: Quoted, sentence: Sentence): boolean {
    const { text } = this.document.report;
    const words = text.slice(quoted.inner.start, quoted.inner.end).split(/\s+/);
    if (words.length > 8) return false;
    const after = this.tokenFrom(sentence, quoted.end);
    const before = this.tokenFrom(sentence, quoted.start) - 1;
    const next = after < sentence.last ? this.tree.token(after) : undefined;
    if (next && (next.pos === 'NOUN' || next.pos === 'PROPN') && hasTitle(next.lemma)) return true;
    const previous = before >= sentence.first ? this.tree.token(before) : undefined;
    if (!previous) return false;
    if (
      previous.lower === 'so-called' ||
      previous.lower === 'called' ||
      /so[- ]called\W*$/i.test(text.slice(0, quoted.start).slice(-12))
    )
      return true;
    if (NAMING.has(previous.lemma) && previous.xpos === 'VBN') return true;
    const named = (previous.pos === 'NOUN' || previous.pos === 'PROPN') && hasTitle(previous.lemma);
    return (
      named &&
      words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|and|for|in|to|a)$/i.test(word))
    );
  }

  private tokenFrom(sentence: Sentence, offset: number): number {
    let i = sentence.first;
    while (i < sentence.last && this.tree.token(i).start < offset) i++;
    return i;
  }

  private withMarks(quoted: Quoted, sentence: Sentence, before: Quotation | undefined): Quotation {
    const content = trimmed(this.document.report.text, quoted.inner);
    const found = this.reported(quoted, sentence, before);
    const whole =
      content.end - content.start > 20 &&
      /^\p{Lu}/u.test(this.document.report.text.slice(content.start)) &&
      this.hasVerb(quoted, sentence);
    return {
      kind: whole ? 'direct' : 'partial',
      content: [content],
      ...(found.cue === undefined ? {} : { cue: this.wordSpan(found.cue) }),
      ...(found.speaker ? { speaker: found.speaker } : {}),
      chain: this.chain(sentence, quoted, found.cue, found.speaker),
      sentence: sentence.index,
      confidence: found.confidence,
    };
  }

  private hasVerb(quoted: Quoted, sentence: Sentence): boolean {
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = this.tree.token(i);
      if (contains(quoted, token) && (token.pos === 'VERB' || token.pos === 'AUX')) return true;
    }
    return false;
  }

  /** Who said the words in marks: by the verb above them, a cue in their sentence, or the sentences beside. */
  private reported(quoted: Quoted, sentence: Sentence, before: Quotation | undefined): Reported {
    const head = this.headOf(quoted, sentence);
    const above = this.speakers.cueAbove(head, quoted);
    const speaker = above < 0 ? undefined : this.speakers.speakerOf(above);
    if (speaker) return { cue: above, speaker, confidence: 0.9 };
    const beside = this.cueBeside(quoted, sentence);
    if (beside) return beside;
    const accordingTo = this.linksIn(sentence).find(
      (l) => l.by === 'according to' && !isMedia(this.tree, this.speakers, l.index),
    );
    if (accordingTo) return { speaker: accordingTo.source, confidence: 0.8 };
    const owner = this.subjectAbove(head, quoted);
    if (owner) return { speaker: owner, confidence: 0.5 };
    // A quotation that fills its sentence goes on from the one before it in the paragraph, or is claimed after it.
    const sameParagraph = before && this.document.sentences[before.sentence]!.part === sentence.part;
    if (sameParagraph && before.speaker && sentence.index - before.sentence <= 2)
      return { speaker: before.speaker, confidence: 0.6 };
    return this.neighbour(sentence) ?? { confidence: 0.3 };
  }

  private headOf(span: Span, sentence: Sentence): number {
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = this.tree.token(i);
      if (token.pos === 'PUNCT' || !contains(span, token)) continue;
      const head = token.head;
      if (head < 0 || !contains(span, this.tree.token(head))) return i;
    }
    return this.tokenFrom(sentence, span.start) < sentence.last
      ? this.tokenFrom(sentence, span.start)
      : sentence.first;
  }

  /** The nearest reporting verb of the sentence outside every pair of marks, with a subject. */
  private cueBeside(quoted: Quoted, sentence: Sentence): Reported | undefined {
    const cues: { cue: number; distance: number }[] = [];
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = this.tree.token(i);
      if (
        token.pos !== 'VERB' ||
        cueStrength(token.lemma) !== 'strong' ||
        this.speakers.isAside(i) ||
        this.document.quoted.some((q) => contains(q, token))
      )
        continue;
      cues.push({
        cue: i,
        distance: Math.min(Math.abs(token.start - quoted.end), Math.abs(quoted.start - token.end)),
      });
    }
    cues.sort((a, b) => a.distance - b.distance);
    for (const { cue } of cues) {
      const speaker = this.speakers.speakerOf(cue);
      if (speaker?.span && !contains(quoted, speaker.span)) return { cue, speaker, confidence: 0.75 };
    }
    return undefined;
  }

  /** The subject of the clause in which words stand in marks, when it can speak: a person or a body. */
  private subjectAbove(head: number, quoted: Quoted): Source | undefined {
    for (let at = head, steps = 0; at >= 0 && steps < 8; at = this.tree.head(at), steps++) {
      if (this.tree.token(at).pos !== 'VERB' || contains(quoted, this.tree.token(at))) continue;
      const speaker = this.speakers.speakerOf(at);
      if (speaker?.actor && speaker.actor.kind === 'person') return speaker;
    }
    return undefined;
  }

  private neighbour(sentence: Sentence): Reported | undefined {
    for (const index of [sentence.index - 1, sentence.index + 1]) {
      const other = this.document.sentences[index];
      if (!other || other.part !== sentence.part) continue;
      for (let i = other.first; i < other.last; i++) {
        const token = this.tree.token(i);
        if (token.pos !== 'VERB' || cueStrength(token.lemma) !== 'strong') continue;
        const speaker = this.speakers.speakerOf(i);
        if (speaker) return { cue: i, speaker, confidence: 0.45 };
      }
    }
    return undefined;
  }

  /** Clauses that report words without marks: "X said that …", "according to X, …". */
  private indirect(sentence: Sentence): Quotation[] {
    const out: Quotation[] = [];
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = this.tree.token(i);
      if (token.pos !== 'VERB' || !cueStrength(token.lemma)) continue;
      const content = this.contentOf(i);
      const speaker = content && this.speakers.speakerOf(i);
      if (!content || !speaker || this.document.quoted.some((q) => contains(q, content))) continue;
      out.push(this.reporting(sentence, content, i, speaker));
    }
    if (out.length > 0) return out;
    const link = this.linksIn(sentence).find((l) => l.by === 'according to');
    return link ? this.accordingTo(sentence, link) : [];
  }

  private accordingTo(sentence: Sentence, link: Link): Quotation[] {
    const root = this.rootOf(sentence);
    const content = this.tree.spanOf(root, (child) => child === link.index);
    if (this.document.quoted.some((q) => overlaps(q, content))) return [];
    const marker = this.tree.withRelation(link.index, 'case')[0];
    return [
      {
        kind: 'indirect',
        content: [content],
        ...(marker === undefined
          ? {}
          : {
              cue: {
                start: this.tree.token(marker).start,
                end: this.tree.token(marker).start + 'according to'.length,
              },
            }),
        speaker: link.source,
        chain: this.chain(sentence, content, undefined, link.source),
        sentence: sentence.index,
        confidence: 0.8,
      },
    ];
  }

  private rootOf(sentence: Sentence): number {
    for (let i = sentence.first; i < sentence.last; i++) if (this.tree.head(i) < 0) return i;
    return sentence.first;
  }

  /** What is reported: the clause that hangs from the verb, or the clause that the verb stands in ("…, he said"). */
  private contentOf(cue: number): Span | undefined {
    const [clause] = this.tree.withRelation(cue, 'ccomp');
    if (clause !== undefined)
      return this.tree.spanOf(
        clause,
        (child) => this.tree.is(child, 'mark') && this.tree.token(child).lower === 'that',
      );
    if (!this.tree.is(cue, 'parataxis') || !this.tree.has(cue, 'nsubj')) return undefined;
    const head = this.tree.head(cue);
    if (head < 0) return undefined;
    const content = this.tree.spanOf(head, (child) => child === cue);
    return contains(content, this.tree.token(cue)) ? this.beforeCue(content, cue) : content;
  }

  /** "…, he said, but …": what follows the reporting clause is the report's own unless marks say otherwise. */
  private beforeCue(content: Span, cue: number): Span | undefined {
    const { first } = this.tree.extent(cue);
    const last = this.tree.token(first - 1);
    if (!last || last.start <= content.start) return undefined;
    return trimmed(this.document.report.text, {
      start: content.start,
      end: last.pos === 'PUNCT' ? last.start : last.end,
    });
  }

  private reporting(sentence: Sentence, content: Span, cue: number, speaker: Source): Quotation {
    const mixed = this.document.quoted.some((q) => contains(content, q));
    return {
      kind: mixed ? 'mixed' : 'indirect',
      content: [content],
      cue: this.wordSpan(cue),
      speaker,
      chain: this.chain(sentence, content, cue, speaker),
      sentence: sentence.index,
      confidence: cueStrength(this.tree.token(cue).lemma) === 'strong' ? 0.85 : 0.6,
    };
  }

  private linksIn(sentence: Sentence): Link[] {
    const known = this.links.get(sentence.index);
    if (known) return known;
    const found = linksOf(this.tree, this.speakers, sentence.first, sentence.last);
    this.links.set(sentence.index, found);
    return found;
  }

  /** Through whom words came, nearest to the speaker first; the outlet itself comes last and is named by no words. */
  private chain(
    sentence: Sentence,
    content: Span,
    cue: number | undefined,
    speaker: Source | undefined,
  ): Source[] {
    const links = this.linksIn(sentence)
      .filter((l) => l.source.span && !contains(content, l.source.span) && !sameSpan(l.source, speaker))
      .filter((l) => l.by !== 'told' || cue === undefined || this.tree.under(l.index, cue))
      .map((l) => l.source);
    return [...links, { text: this.document.report.outlet ?? 'the report itself' }];
  }

  private wordSpan(index: number): Span {
    const { start, end } = this.tree.token(index);
    return { start, end };
  }
}

interface Reported {
  readonly cue?: number;
  readonly speaker?: Source;
  readonly confidence: number;
}

function sameSpan(a: Source, b: Source | undefined): boolean {
  return a.span !== undefined && b?.span !== undefined && overlaps(a.span, b.span);
}

/** Without the comma or full stop that typography puts before the closing mark. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start + 1 && /[\s,]/.test(text[end - 1]!)) end--;
  return { start, end };
}
