import { contains, firstNotBefore, type Span } from '../base/index.js';
import { Tree } from '../code/index.js';
import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { type According, accordingTo, isPaper } from './according.js';
import { isMedia, type Link, linksOf } from './chain.js';
import { labelled } from './colon.js';
import { type Attached, cueAbove, cueBeside, nearestCue, ownerAbove } from './direct.js';
import { type Draft, distinct, finish, innermost, isScare, sameSpan, sameWords } from './drafts.js';
import { trimEnd } from './ends.js';
import { type Reported, reportedClauses } from './indirect.js';
import type { Mark } from './marks.js';
import { Speakers } from './speakers.js';
import { Surface, type Unit } from './surface.js';
import type { Quotation, Source } from './types.js';

/**
 * The quotations of a document in text order: direct, partial, mixed and indirect, with speaker, cue and the
 * chain of sources. Words in marks inside a reported clause are listed beside the clause and point to it
 * (`within`). Linear in the length of the text.
 */
export function findQuotations(document: Document, mentions: readonly Mention[]): Quotation[] {
  return new Finder(document, mentions).run();
}

class Finder {
  private readonly surface: Surface;
  private readonly speakers: Speakers;
  private readonly links = new Map<number, Link[]>();
  private readonly told = new Map<number, According[]>();
  private readonly filled = new Map<number, boolean>();
  private readonly marksOf = new Map<number, Mark[]>();

  constructor(
    private readonly document: Document,
    mentions: readonly Mention[],
  ) {
    this.surface = new Surface(document, new Tree(document));
    this.speakers = new Speakers(this.surface, mentions);
    for (const mark of this.surface.marks) {
      const unit = this.surface.unitOf(mark.first)!.index;
      const marks = this.marksOf.get(unit);
      if (marks) marks.push(mark);
      else this.marksOf.set(unit, [mark]);
    }
  }

  run(): Quotation[] {
    const drafts: Draft[] = [];
    let spoken: Draft | undefined;
    for (const unit of this.surface.units) {
      if (!this.surface.isBody(unit.part)) continue;
      const clauses = this.clauses(unit);
      const direct = this.direct(unit, clauses, spoken);
      spoken = direct.at(-1) ?? spoken;
      drafts.push(...clauses, ...direct);
    }
    return finish([...new Set(drafts)]);
  }

  private clauses(unit: Unit): Draft[] {
    const label = labelled(this.surface, this.speakers, unit);
    const marks = this.marksOf.get(unit.index) ?? [];
    if (label && marks.length === 0) {
      const content = this.span(label.first, label.last);
      const speaker = label.subject && this.speakers.sourceOf(label.subject);
      return [this.draft(unit, 'indirect', [content], speaker, undefined, 0.8)];
    }
    const reported = reportedClauses(this.surface, this.speakers, unit).map((r) => this.reporting(unit, r));
    const told = this.toldIn(unit)
      .filter((a) => a.content.length > 0 && !this.isSaidByOthers(a, reported, marks))
      .map((a) => this.according(unit, a));
    return [...reported, ...told];
  }

  /** Words in marks that fill what "according to KCNA" speaks of are not the agency's. */
  private isSaidByOthers(according: According, reported: readonly Draft[], marks: readonly Mark[]): boolean {
    const [first, last] = according.content[0]!;
    const span = this.span(first, last);
    const told = reported.some((r) => r.content.some((c) => contains(c, span)));
    return told || marks.some((mark) => mark.first <= first && mark.last >= last);
  }

  private reporting(unit: Unit, reported: Reported): Draft {
    const content = reported.content.map(([first, last]) =>
      this.span(first, trimEnd(this.surface, first, last)),
    );
    const whole = (this.marksOf.get(unit.index) ?? []).find((m) => sameWords(m, content));
    if (whole) content.splice(0, 1, this.words(whole));
    const mixed = !whole && this.hasMark(unit, content);
    const source = reported.subject && this.speakers.sourceOf(reported.subject);
    const weak = this.surface.cueAt(reported.cue)?.kind === 'think';
    const cited = this.cited(unit, reported, source);
    const draft = this.draft(
      unit,
      whole ? 'direct' : mixed ? 'mixed' : 'indirect',
      content,
      cited?.source ?? source,
      cited?.cue ?? this.cueSpan(reported.cue),
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
      reported.subject && (isPaper(this.surface, reported.subject) || source?.actor?.sectors.includes('MED'));
    if (!paper) return undefined;
    const link = this.linksIn(unit).find(
      (l) => l.by === 'citing' && l.index > reported.cue && l.verb !== undefined,
    );
    return link && { source: link.source, cue: this.span(link.verb!, link.verb! + 1) };
  }

  private according(unit: Unit, according: According): Draft {
    const content = according.content.map(([first, last]) =>
      this.span(first, trimEnd(this.surface, first, last)),
    );
    const cue = this.span(according.first, according.last);
    const source = this.speakers.sourceOf(according.subject);
    // Marks within what an agency reports are the words of others.
    const mixed =
      !according.passesOn && !isPaper(this.surface, according.subject) && this.hasMark(unit, content);
    return this.draft(unit, mixed ? 'mixed' : 'indirect', content, source, cue, 0.8);
  }

  private hasMark(unit: Unit, content: readonly Span[]): boolean {
    return (this.marksOf.get(unit.index) ?? []).some((mark) => content.some((c) => contains(c, mark)));
  }

  private direct(unit: Unit, clauses: readonly Draft[], spoken: Draft | undefined): Draft[] {
    const out: Draft[] = [];
    for (const mark of this.marksOf.get(unit.index) ?? []) {
      const previous = out.at(-1) ?? spoken;
      if (previous && this.goesOn(mark, previous)) {
        (previous.content as Span[]).push(this.words(mark));
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
    const before = this.surface.marks[mark.index - 1];
    const left = before && before.inner.end === before.end && before.part !== mark.part;
    return left === true && contains(before, previous.content.at(-1)!);
  }

  private learn(unit: Unit, mark: Mark, draft: Draft): void {
    const beside = draft.cue ? undefined : cueBeside(this.surface, this.speakers, unit, mark);
    if (!beside?.subject) return;
    draft.speaker = this.speakers.sourceOf(beside.subject);
    draft.cue = this.cueSpan(beside.cue!);
    draft.confidence = beside.confidence;
    draft.chain = this.chain(unit, draft.content, draft.speaker);
  }

  private quoted(
    unit: Unit,
    mark: Mark,
    clauses: readonly Draft[],
    previous: Draft | undefined,
  ): Draft | undefined {
    const words = this.words(mark);
    if (clauses.some((c) => c.content[0]!.start === words.start && c.content[0]!.end === words.end))
      return undefined;
    const beside = cueBeside(this.surface, this.speakers, unit, mark);
    const holder = innermost(clauses, mark);
    if (beside?.beside === 'before' && previous && this.interrupted(unit, mark, beside, previous)) {
      (previous.content as Span[]).push(words);
      return undefined;
    }
    if (holder && !(beside?.beside && beside.cue !== holder.cueToken))
      return this.inside(unit, mark, words, holder, beside);
    const found = beside ?? this.elsewhere(unit, mark, previous);
    const kind = this.kindOf(unit, mark, found);
    if (!found.subject && !found.source && kind === 'partial' && isScare(this.words(mark), mark))
      return undefined;
    const speaker = found.source ?? (found.subject && this.speakers.sourceOf(found.subject));
    const cue = found.cue === undefined ? found.phrase : this.cueSpan(found.cue);
    const draft = this.draft(unit, kind, [words], speaker, cue, found.confidence);
    if (found.cue !== undefined) draft.cueToken = found.cue;
    return draft;
  }

  /** "“We…,” he said, “and …”": one quotation in two pieces. */
  private interrupted(unit: Unit, mark: Mark, beside: Attached, previous: Draft): boolean {
    const last = previous.content.at(-1)!;
    const between = this.document.report.text.slice(mark.start - 3, mark.start);
    return (
      previous.cueToken !== undefined &&
      previous.cueToken === beside.cue &&
      previous.sentence >= this.surface.token(unit.first).sentence &&
      last.end < this.surface.token(beside.cue).start &&
      /,\s*$/.test(between)
    );
  }

  /** Words in marks within a reported clause: the speaker is the clause's, or that of a nearer verb. */
  private inside(unit: Unit, mark: Mark, words: Span, holder: Draft, beside: Attached | undefined): Draft {
    const above = beside ?? cueAbove(this.surface, this.speakers, unit, mark);
    const nearer =
      above?.subject && above.cue !== undefined && above.cue !== holder.cueToken && !this.isThought(above.cue)
        ? above
        : undefined;
    const own = nearer?.subject && this.speakers.sourceOf(nearer.subject);
    const paper = holder.speaker?.actor?.sectors.includes('MED') || holder.cueToken === undefined;
    if (own && (paper || contains(holder.content[0]!, this.cueSpan(nearer!.cue!)))) {
      const draft = this.draft(unit, 'partial', [words], own, this.cueSpan(nearer!.cue!), nearer!.confidence);
      return draft;
    }
    const draft = this.draft(unit, 'partial', [words], holder.speaker, holder.cue, holder.confidence);
    draft.outer = holder;
    return draft;
  }

  private isThought(cue: number): boolean {
    return this.surface.cueAt(cue)?.kind === 'think';
  }

  private elsewhere(unit: Unit, mark: Mark, previous: Draft | undefined): Attached {
    const above = cueAbove(this.surface, this.speakers, unit, mark);
    if (above) return above;
    const near = nearestCue(this.surface, this.speakers, unit, mark);
    if (near) return near;
    const told = this.toldIn(unit).find((a) => !isPaper(this.surface, a.subject));
    if (told) return { subject: told.subject, phrase: this.span(told.first, told.last), confidence: 0.8 };
    const owner = ownerAbove(this.surface, this.speakers, unit, mark);
    if (owner) return owner;
    return this.carriedOn(unit, previous) ?? this.announced(unit) ?? { confidence: 0.3 };
  }

  /** A quotation that fills its sentence goes on from the one before it. */
  private carriedOn(unit: Unit, previous: Draft | undefined): Attached | undefined {
    if (!previous?.speaker || !this.fills(unit)) return undefined;
    const gap = this.surface.token(unit.first).sentence - previous.sentence;
    return gap <= 8 && this.adjoins(unit, previous)
      ? { source: previous.speaker, confidence: 0.55 }
      : undefined;
  }

  /** The quotation before stands in the unit before. */
  private adjoins(unit: Unit, previous: Draft): boolean {
    const before = this.surface.units[unit.index - 1];
    return before !== undefined && previous.content.at(-1)!.end > this.surface.token(before.first).start;
  }

  /** "The president was blunt:" or a sentence with a reporting verb that reports nothing, right before. */
  private announced(unit: Unit): Attached | undefined {
    const before = this.surface.units[unit.index - 1];
    if (!before || !this.fills(unit)) return undefined;
    const colon = /^[:,]$/.test(this.surface.token(before.last - 1).text);
    const near = this.surface.token(before.first).sentence;
    if (!colon && (before.part !== unit.part || this.surface.token(unit.first).sentence - near > 4))
      return undefined;
    for (let i = before.last - 1; i >= Math.max(before.first, before.last - 60); i--) {
      const verb = this.surface.outer(before, i);
      const fits =
        verb?.pos === 'VERB' && (colon ? /^VB[DZP]/.test(verb.xpos) : this.surface.cueAt(i) !== undefined);
      const subject = fits ? this.speakers.subjectOf(before, i) : undefined;
      if (subject) return { subject, confidence: 0.45, ...(colon ? { cue: i } : {}) };
    }
    return undefined;
  }

  /** Whether nothing but points stands outside the marks of a unit. */
  private fills(unit: Unit): boolean {
    const known = this.filled.get(unit.index);
    if (known !== undefined) return known;
    let filled = true;
    for (let i = unit.first; i < unit.last && filled; i++)
      filled = !/[\p{L}\p{N}]/u.test(this.surface.outer(unit, i)?.text ?? '');
    this.filled.set(unit.index, filled);
    return filled;
  }

  private toldIn(unit: Unit): According[] {
    const found = this.told.get(unit.index) ?? accordingTo(this.surface, unit);
    this.told.set(unit.index, found);
    return found;
  }

  private kindOf(unit: Unit, mark: Mark, found: Attached): Quotation['kind'] {
    const text = this.document.report.text.slice(mark.inner.start, mark.inner.end).trim();
    const sentence = /^[\p{Lu}\p{N}…[]/u.test(text) && /\s/.test(text);
    if (found.beside && (sentence || /[,.?!]$/.test(text))) return 'direct';
    return sentence && this.fills(unit) ? 'direct' : 'partial';
  }

  private draft(
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

  private linksIn(unit: Unit): Link[] {
    const known = this.links.get(unit.index);
    if (known) return known;
    const found = linksOf(this.surface, this.speakers, unit);
    this.links.set(unit.index, found);
    return found;
  }

  /** Through whom words came, nearest to the speaker first; the outlet itself comes last and is named by no words. */
  private chain(unit: Unit, content: readonly Span[], speaker: Source | undefined): Source[] {
    const links = this.linksIn(unit)
      .filter((l) => isMedia(this.surface, l.source, l.index))
      .map((l) => l.source)
      .filter((s) => s.span && !content.some((c) => contains(c, s.span!)) && !sameSpan(s, speaker));
    return [...distinct(links), { text: this.document.report.outlet ?? 'the report itself' }];
  }

  private words(mark: Mark): Span {
    const { text } = this.document.report;
    let { start, end } = mark.inner;
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start + 1 && /[\s,]/.test(text[end - 1]!)) end--;
    return { start, end };
  }

  private span(first: number, last: number): Span {
    return { start: this.surface.token(first).start, end: this.surface.token(last - 1).end };
  }

  /** The verb, with "quoted as" before "saying" and its particle after. */
  private cueSpan(cue: number): Span {
    const quoted =
      cue >= 2 &&
      this.surface.token(cue - 1).lower === 'as' &&
      /^(?:quoted|cited)$/.test(this.surface.token(cue - 2).lower);
    const phrase = this.surface.cueAt(cue)?.lemma.includes(' ');
    return this.span(quoted ? cue - 2 : cue, phrase ? cue + 2 : cue + 1);
  }
}
