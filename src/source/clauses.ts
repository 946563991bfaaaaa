import { contains, type Span } from '../base/index.js';
import { type According, isPaper } from './according.js';
import type { Builder } from './builder.js';
import { labelled } from './colon.js';
import { type Draft, sameWords } from './drafts.js';
import { trimEnd } from './ends.js';
import { type Reported, reportedClauses } from './indirect.js';
import type { Mark } from './marks.js';
import type { Unit } from './surface.js';
import type { Source } from './types.js';

/** What is reported in clauses: indirect and mixed quotations, and those whose clause is all in marks. */
export class Clauses {
  constructor(private readonly builder: Builder) {}

  of(unit: Unit): Draft[] {
    const label = labelled(this.builder.surface, this.builder.speakers, unit);
    const marks = this.builder.marksIn(unit);
    if (label && marks.length === 0) {
      const content = this.builder.span(label.first, label.last);
      const speaker = label.subject && this.builder.speakers.sourceOf(label.subject);
      return [this.builder.draft(unit, 'indirect', [content], speaker, undefined, 0.8)];
    }
    const reported = reportedClauses(this.builder.surface, this.builder.speakers, unit).map((r) =>
      this.reporting(unit, r),
    );
    const told = this.builder
      .toldIn(unit)
      .filter((a) => a.content.length > 0 && !this.isSaidByOthers(a, reported, marks))
      .map((a) => this.according(unit, a));
    return [...reported, ...told];
  }

  /** Words in marks that fill what "according to KCNA" speaks of are not the agency's. */
  private isSaidByOthers(according: According, reported: readonly Draft[], marks: readonly Mark[]): boolean {
    const [first, last] = according.content[0]!;
    const span = this.builder.span(first, last);
    const told = reported.some((r) => r.content.some((c) => contains(c, span)));
    return told || marks.some((mark) => mark.first <= first && mark.last >= last);
  }

  private reporting(unit: Unit, reported: Reported): Draft {
    const content = reported.content.map(([first, last]) =>
      this.builder.span(first, trimEnd(this.builder.surface, first, last)),
    );
    const whole = this.builder.marksIn(unit).find((m) => sameWords(m, content));
    if (whole) content.splice(0, 1, this.builder.words(whole));
    const mixed = !whole && this.builder.hasMark(unit, content);
    const source = reported.subject && this.builder.speakers.sourceOf(reported.subject);
    const weak = this.builder.surface.cueAt(reported.cue)?.kind === 'think';
    const cited = this.cited(unit, reported, source);
    const draft = this.builder.draft(
      unit,
      whole ? 'direct' : mixed ? 'mixed' : 'indirect',
      content,
      cited?.source ?? source,
      cited?.cue ?? this.builder.cueSpan(reported.cue),
      weak ? 0.6 : 0.85,
    );
    draft.cueToken = reported.cue;
    if (cited && source) draft.chain = [source, ...draft.chain.filter((s) => s.text !== source.text)];
    return draft;
  }

  /** "state media reported, citing an official": the official speaks, the media pass it on. */
  private cited(
    unit: Unit,
    reported: Reported,
    source: Source | undefined,
  ): { source: Source; cue: Span } | undefined {
    const paper =
      reported.subject &&
      (isPaper(this.builder.surface, reported.subject) || source?.actor?.sectors.includes('MED'));
    if (!paper) return undefined;
    const link = this.builder
      .linksIn(unit)
      .find((l) => l.by === 'citing' && l.index > reported.cue && l.verb !== undefined);
    return link && { source: link.source, cue: this.builder.span(link.verb!, link.verb! + 1) };
  }

  private according(unit: Unit, according: According): Draft {
    const content = according.content.map(([first, last]) =>
      this.builder.span(first, trimEnd(this.builder.surface, first, last)),
    );
    const cue = this.builder.span(according.first, according.last);
    const source = this.builder.speakers.sourceOf(according.subject);
    // Marks within what an agency reports are the words of others.
    const mixed =
      !according.passesOn &&
      !isPaper(this.builder.surface, according.subject) &&
      this.builder.hasMark(unit, content);
    return this.builder.draft(unit, mixed ? 'mixed' : 'indirect', content, source, cue, 0.8);
  }
}
