import { contains, firstNotBefore, type Span } from '../base/index.js';
import { type According, accordingTo } from './according.js';
import { isMedia, type Link, linksOf } from './chain.js';
import { type Draft, distinct, sameSpan } from './drafts.js';
import type { Mark } from './marks.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';
import type { Quotation, Source } from './types.js';

/** What every quotation is built of: spans, cue, chain of sources. Remembers what each unit holds. */
export class Builder {
  private readonly links = new Map<number, Link[]>();
  private readonly told = new Map<number, According[]>();
  private readonly filled = new Map<number, boolean>();
  private readonly marksOf = new Map<number, Mark[]>();

  constructor(
    readonly surface: Surface,
    readonly speakers: Speakers,
  ) {
    for (const mark of surface.marks) {
      const unit = surface.unitOf(mark.first)!.index;
      const marks = this.marksOf.get(unit);
      if (marks) marks.push(mark);
      else this.marksOf.set(unit, [mark]);
    }
  }

  marksIn(unit: Unit): readonly Mark[] {
    return this.marksOf.get(unit.index) ?? [];
  }

  draft(
    unit: Unit,
    kind: Quotation['kind'],
    content: readonly Span[],
    speaker: Source | undefined,
    cue: Span | undefined,
    confidence: number,
  ): Draft {
    return {
      kind,
      content,
      ...(cue ? { cue } : {}),
      ...(speaker ? { speaker } : {}),
      chain: this.chain(unit, content, speaker),
      sentence: this.sentenceAt(unit, content[0]!),
      confidence,
    };
  }

  private sentenceAt(unit: Unit, span: Span): number {
    const ended = (at: number): boolean => this.surface.token(at).end <= span.start;
    return this.surface.token(firstNotBefore(unit.first, unit.last - 1, ended)).sentence;
  }

  linksIn(unit: Unit): Link[] {
    const known = this.links.get(unit.index);
    if (known) return known;
    const found = linksOf(this.surface, this.speakers, unit);
    this.links.set(unit.index, found);
    return found;
  }

  /** Through whom words came, nearest to the speaker first; the outlet itself comes last and is named by no words. */
  chain(unit: Unit, content: readonly Span[], speaker: Source | undefined): Source[] {
    const links = this.linksIn(unit)
      .filter((l) => isMedia(this.surface, l.source, l.index))
      // "a man who spoke to the radio" names it within the speaker.
      .filter(({ by, source }) => by === 'told' || !sameSpan(source, speaker))
      .map((l) => l.source)
      .filter((s) => s.span && !content.some((c) => contains(c, s.span!)));
    return [...distinct(links), { text: this.surface.document.report.outlet ?? 'the report itself' }];
  }

  toldIn(unit: Unit): According[] {
    const found = this.told.get(unit.index) ?? accordingTo(this.surface, unit);
    this.told.set(unit.index, found);
    return found;
  }

  /** Whether nothing but points stands outside the marks of a unit. */
  fills(unit: Unit): boolean {
    const known = this.filled.get(unit.index);
    if (known !== undefined) return known;
    let filled = true;
    for (let i = unit.first; i < unit.last && filled; i++)
      filled = !/[\p{L}\p{N}]/u.test(this.surface.outer(unit, i)?.text ?? '');
    this.filled.set(unit.index, filled);
    return filled;
  }

  hasMark(unit: Unit, content: readonly Span[]): boolean {
    return this.marksIn(unit).some((mark) => content.some((c) => contains(c, mark)));
  }

  words(mark: Mark): Span {
    const { text } = this.surface.document.report;
    let { start, end } = mark.inner;
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start + 1 && /[\s,]/.test(text[end - 1]!)) end--;
    return { start, end };
  }

  span(first: number, last: number): Span {
    return { start: this.surface.token(first).start, end: this.surface.token(last - 1).end };
  }

  /** The verb, with "quoted as" before "saying" and its particle after. */
  cueSpan(cue: number): Span {
    const quoted =
      cue >= 2 &&
      this.surface.token(cue - 1).lower === 'as' &&
      /^(?:quoted|cited)$/.test(this.surface.token(cue - 2).lower);
    const phrase = this.surface.cueAt(cue)?.lemma.includes(' ');
    return this.span(quoted ? cue - 2 : cue, phrase ? cue + 2 : cue + 1);
  }
}
