import { contains, type Span } from '../base/index.js';
import { type According, isPaper } from './according.js';
import type { Builder } from './builder.js';
import { isMedia } from './chain.js';
import { cueAbove, cueBeside } from './direct.js';
import { type Draft, sameWords } from './drafts.js';
import { trimEnd } from './ends.js';
import { type Reported, reportedClauses } from './indirect.js';
import type { Mark } from './marks.js';
import { nounClauses } from './nouns.js';
import type { Phrase } from './phrase.js';
import type { Unit } from './surface.js';
import { Turns } from './turns.js';
import type { Source } from './types.js';

/** What is reported in clauses: indirect and mixed quotations, and those whose clause is all in marks. */
export class Clauses {
  private readonly turns: Turns;

  constructor(private readonly builder: Builder) {
    this.turns = new Turns(builder);
  }

  of(unit: Unit): Draft[] {
    const marks = this.builder.marksIn(unit);
    const turn = this.turns.of(unit);
    const { surface, speakers } = this.builder;
    const reported = [...reportedClauses(surface, speakers, unit), ...nounClauses(surface, speakers, unit)]
      .filter((r) => !this.onlyPassesOn(unit, r, marks))
      .map((r) => this.reporting(unit, r));
    const told = this.builder
      .toldIn(unit)
      .filter((a) => a.content.length > 0 && !this.isSaidByOthers(unit, a, reported, marks))
      .map((a) => this.according(unit, a));
    const all = [...reported, ...told];
    // A headline or line that a label gives to one is told once.
    if (!turn) return all;
    return turn.kind === 'indirect' ? [turn] : [turn, ...all];
  }

  /** Words in marks that fill what "according to KCNA" speaks of are not the agency's. */
  private isSaidByOthers(
    unit: Unit,
    according: According,
    reported: readonly Draft[],
    marks: readonly Mark[],
  ): boolean {
    const [first, last] = according.content[0]!;
    const span = this.builder.span(first, last);
    const told = reported.some((r) => r.content.some((c) => contains(c, span)));
    if (this.isMedium(according.subject) && this.isToldWithin(unit, according.content, marks)) return true;
    return told || marks.some((mark) => mark.first <= first && mark.last >= last);
  }

  /** "The minister called it “a gift”, state media said": the media pass on, the minister speaks. */
  private onlyPassesOn(unit: Unit, reported: Reported, marks: readonly Mark[]): boolean {
    if (reported.by !== 'trailing' || !reported.subject || !this.isMedium(reported.subject)) return false;
    const [first, last] = reported.content[0]!;
    const told = this.builder
      .toldIn(unit)
      .some((a) => a.content.length > 0 && a.first > first && a.first < last);
    return told || this.isToldWithin(unit, reported.content, marks);
  }

  private isMedium(phrase: Phrase): boolean {
    return isMedia(this.builder.surface, this.builder.speakers.sourceOf(phrase), phrase.head);
  }

  /** Whether words in marks within a stretch have their own speaker there. */
  private isToldWithin(unit: Unit, content: Reported['content'], marks: readonly Mark[]): boolean {
    const { surface, speakers } = this.builder;
    const inside = (at: number): boolean => content.some(([first, last]) => at >= first && at < last);
    return marks.some((mark) => {
      if (!inside(mark.first)) return false;
      const cue = (cueBeside(surface, speakers, unit, mark) ?? cueAbove(surface, speakers, unit, mark))?.cue;
      return cue !== undefined && inside(cue);
    });
  }

  private reporting(unit: Unit, reported: Reported): Draft {
    const content = reported.content.map(([first, last]) =>
      this.builder.span(first, trimEnd(this.builder.surface, first, last)),
    );
    const whole = this.builder.marksIn(unit).find((m) => sameWords(m, content));
    if (whole) content.splice(0, 1, this.builder.words(whole));
    const mixed = !whole && this.builder.hasMark(unit, content);
    const source = this.turns.named(reported.subject && this.builder.speakers.sourceOf(reported.subject));
    const weak = this.builder.surface.cueAt(reported.cue)?.kind === 'think';
    const cited = this.cited(unit, { subject: reported.subject, after: reported.cue }, source);
    const draft = this.builder.draft(
      unit,
      whole ? 'direct' : mixed ? 'mixed' : 'indirect',
      content,
      cited?.source ?? source,
      cited?.cue ?? this.builder.cueSpan(reported.cue),
      weak ? 0.6 : 0.85,
    );
    draft.cueToken = reported.cue;
    return this.passedOn(draft, cited && source);
  }

  private passedOn(draft: Draft, by: Source | undefined): Draft {
    if (by) draft.chain = [by, ...draft.chain.filter((source) => source.text !== by.text)];
    return draft;
  }

  /** "state media reported, citing an official": the official speaks, the media pass it on. */
  private cited(
    unit: Unit,
    reported: { readonly subject: Phrase | undefined; readonly after: number },
    source: Source | undefined,
  ): { source: Source; cue: Span } | undefined {
    const paper =
      reported.subject &&
      (isPaper(this.builder.surface, reported.subject) || source?.actor?.sectors.includes('MED'));
    if (!paper) return undefined;
    const link = this.builder
      .linksIn(unit)
      .find(
        (l) =>
          l.by === 'citing' &&
          (l.index > reported.after || l.index > reported.subject!.last) &&
          l.verb !== undefined,
      );
    return link && { source: link.source, cue: this.builder.span(link.verb!, link.verb! + 1) };
  }

  private according(unit: Unit, according: According): Draft {
    const content = according.content.map(([first, last]) =>
      this.builder.span(first, trimEnd(this.builder.surface, first, last)),
    );
    const cue = this.builder.span(according.first, according.last);
    const source = this.builder.speakers.sourceOf(according.subject);
    const cited = this.cited(unit, { subject: according.subject, after: according.last }, source);
    // Marks within what an agency reports are the words of others.
    const mixed =
      !according.passesOn &&
      !isPaper(this.builder.surface, according.subject) &&
      this.builder.hasMark(unit, content);
    const kind = mixed ? 'mixed' : 'indirect';
    return this.passedOn(
      this.builder.draft(unit, kind, content, cited?.source ?? source, cited?.cue ?? cue, 0.8),
      cited && source,
    );
  }
}
