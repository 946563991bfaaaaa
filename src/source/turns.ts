import type { Builder } from './builder.js';
import { authorOf } from './byline.js';
import { labelled } from './colon.js';
import type { Draft } from './drafts.js';
import { trimEnd } from './ends.js';
import type { Unit } from './surface.js';
import type { Source } from './types.js';

const FIRST_PERSON = /^(?:I|we|me|us)$/i;

/** Whose turn it is in a transcript, and who says "I" elsewhere. Units have to come in the order of the text. */
export class Turns {
  private turn: Source | undefined;
  private readonly author: Source | undefined;

  constructor(private readonly builder: Builder) {
    this.author = authorOf(builder.surface, builder.speakers);
  }

  /** What a label names as said ("SECRETARY BLINKEN: …"), to the end of its paragraph, and the paragraphs that go on. */
  of(unit: Unit): Draft | undefined {
    const { surface, speakers } = this.builder;
    const headline = surface.document.report.parts[unit.part]!.kind === 'headline';
    if (surface.unitOf(unit.first - 1)?.part === unit.part) return undefined;
    const label = labelled(surface, speakers, unit);
    const marked = this.builder.marksIn(unit).length > 0;
    if (label) {
      const speaker = label.subject && speakers.sourceOf(label.subject);
      const capitals = speaker !== undefined && speaker.text === speaker.text.toUpperCase();
      this.turn = capitals && !headline ? speaker : undefined;
      if (marked) return undefined;
      const last = capitals && !headline ? this.endOfPart(unit) : label.last;
      const kind = headline ? 'indirect' : 'direct';
      return this.builder.draft(unit, kind, [this.builder.span(label.first, last)], speaker, undefined, 0.8);
    }
    if (headline || this.opensTurn(unit)) this.turn = undefined;
    if (!this.turn || marked) return undefined;
    const content = this.builder.span(unit.first, this.endOfPart(unit));
    return this.builder.draft(unit, 'direct', [content], this.turn, undefined, 0.7);
  }

  /** "I" and "we" outside of marks: the one whose turn it is, or who wrote the text. */
  named(source: Source | undefined): Source | undefined {
    if (!source || !FIRST_PERSON.test(source.text)) return source;
    const who = this.turn ?? this.author;
    if (!who) return source;
    const name = who.stands ?? (who.span && { span: who.span, text: who.text });
    return { ...source, ...(name ? { stands: name } : {}), ...(who.actor ? { actor: who.actor } : {}) };
  }

  /** "QUESTION: …", "Q …": somebody whom no words name. */
  private opensTurn(unit: Unit): boolean {
    const first = this.builder.surface.token(unit.first).text;
    const next = this.builder.surface.document.tokens[unit.first + 1]?.text;
    return /^(?:Q|A|QUESTION|MODERATOR|\()$/.test(first) || (/^\p{Lu}{2,}$/u.test(first) && next === ':');
  }

  private endOfPart(unit: Unit): number {
    const { surface } = this.builder;
    let { last } = unit;
    while (last < surface.document.tokens.length && surface.unitOf(last)?.part === unit.part)
      last = surface.unitOf(last)!.last;
    return trimEnd(surface, unit.first, last);
  }
}
