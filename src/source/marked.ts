import { contains, type Span } from '../base/index.js';
import type { Builder } from './builder.js';
import { type Attached, cueAbove, cueBeside } from './direct.js';
import { type Draft, innermost, isScare } from './drafts.js';
import { elsewhere } from './elsewhere.js';
import type { Mark } from './marks.js';
import type { Unit } from './surface.js';
import type { Quotation } from './types.js';

/** What stands in marks: direct and partial quotations. */
export class Marked {
  constructor(private readonly builder: Builder) {}

  /** The quotations in the marks of a unit, given its reported clauses and the last quotation before it. */
  of(unit: Unit, clauses: readonly Draft[], spoken: Draft | undefined): Draft[] {
    const out: Draft[] = [];
    for (const mark of this.builder.marksIn(unit)) {
      const previous = out.at(-1) ?? spoken;
      if (previous && this.goesOn(mark, previous)) {
        (previous.content as Span[]).push(this.builder.words(mark));
        this.learn(unit, mark, previous);
        out.push(previous);
        continue;
      }
      const draft = this.quoted(unit, mark, clauses, previous);
      if (draft) out.push(draft);
    }
    return [...new Set(out)];
  }

  /** A quotation left open at the end of its paragraph goes on with the mark that opens the next. */
  private goesOn(mark: Mark, previous: Draft): boolean {
    const before = this.builder.surface.marks[mark.index - 1];
    const left = before && before.inner.end === before.end && before.part !== mark.part;
    return left === true && contains(before, previous.content.at(-1)!);
  }

  private learn(unit: Unit, mark: Mark, draft: Draft): void {
    const beside = draft.cue ? undefined : cueBeside(this.builder.surface, this.builder.speakers, unit, mark);
    if (!beside?.subject) return;
    draft.speaker = this.builder.speakers.sourceOf(beside.subject);
    draft.cue = this.builder.cueSpan(beside.cue!);
    draft.confidence = beside.confidence;
    draft.chain = this.builder.chain(unit, draft.content, draft.speaker);
  }

  private quoted(
    unit: Unit,
    mark: Mark,
    clauses: readonly Draft[],
    previous: Draft | undefined,
  ): Draft | undefined {
    const words = this.builder.words(mark);
    if (clauses.some((c) => c.content[0]!.start === words.start && c.content[0]!.end === words.end))
      return undefined;
    const beside = cueBeside(this.builder.surface, this.builder.speakers, unit, mark);
    const holder = innermost(clauses, mark);
    if (beside?.beside === 'before' && previous && this.interrupted(unit, mark, beside, previous)) {
      (previous.content as Span[]).push(words);
      return undefined;
    }
    if (holder && !(beside?.beside && beside.cue !== holder.cueToken))
      return this.inside(unit, mark, words, holder, beside);
    const found = beside ?? elsewhere(this.builder, unit, mark, previous);
    const kind = this.kindOf(unit, mark, found);
    if (!found.subject && !found.source && kind === 'partial' && isScare(this.builder.words(mark), mark))
      return undefined;
    const speaker = found.source ?? (found.subject && this.builder.speakers.sourceOf(found.subject));
    const cue = found.cue === undefined ? found.phrase : this.builder.cueSpan(found.cue);
    const draft = this.builder.draft(unit, kind, [words], speaker, cue, found.confidence);
    if (found.cue !== undefined) draft.cueToken = found.cue;
    return draft;
  }

  /** "“We…,” he said, “and …”": one quotation in two pieces. */
  private interrupted(unit: Unit, mark: Mark, beside: Attached, previous: Draft): boolean {
    const last = previous.content.at(-1)!;
    const between = this.builder.surface.document.report.text.slice(mark.start - 3, mark.start);
    return (
      previous.cueToken !== undefined &&
      previous.cueToken === beside.cue &&
      previous.sentence >= this.builder.surface.token(unit.first).sentence &&
      last.end < this.builder.surface.token(beside.cue).start &&
      /,\s*$/.test(between)
    );
  }

  /** Words in marks within a reported clause: the speaker is the clause's, or that of a nearer verb. */
  private inside(unit: Unit, mark: Mark, words: Span, holder: Draft, beside: Attached | undefined): Draft {
    const above = beside ?? cueAbove(this.builder.surface, this.builder.speakers, unit, mark);
    const nearer =
      above?.subject && above.cue !== undefined && above.cue !== holder.cueToken && !this.isThought(above.cue)
        ? above
        : undefined;
    // "ruled on barrels of “stolen oil”": a verb of the clause that does not speak of the words is no cue for them.
    const own =
      nearer?.subject && this.tells(mark, nearer.cue!) && this.builder.speakers.sourceOf(nearer.subject);
    const paper = holder.speaker?.actor?.sectors.includes('MED') || holder.cueToken === undefined;
    if (own && (paper || contains(holder.content[0]!, this.builder.cueSpan(nearer!.cue!)))) {
      const draft = this.builder.draft(
        unit,
        'partial',
        [words],
        own,
        this.builder.cueSpan(nearer!.cue!),
        nearer!.confidence,
      );
      return draft;
    }
    const draft = this.builder.draft(unit, 'partial', [words], holder.speaker, holder.cue, holder.confidence);
    draft.outer = holder;
    return draft;
  }

  private tells(mark: Mark, cue: number): boolean {
    return this.builder.surface.cueAt(cue)?.kind === 'quote' || mark.first - cue <= 3;
  }

  private isThought(cue: number): boolean {
    return this.builder.surface.cueAt(cue)?.kind === 'think';
  }

  private kindOf(unit: Unit, mark: Mark, found: Attached): Quotation['kind'] {
    const text = this.builder.surface.document.report.text.slice(mark.inner.start, mark.inner.end).trim();
    const sentence = /^[\p{Lu}\p{N}…[]/u.test(text) && /\s/.test(text);
    if (found.beside && (sentence || /[,.?!]$/.test(text))) return 'direct';
    return sentence && this.builder.fills(unit) ? 'direct' : 'partial';
  }
}
