import type { Span } from '../base/index.js';
import { phraseAfter } from './after.js';
import { phraseBefore } from './before.js';
import type { Mark } from './marks.js';
import type { Phrase } from './phrase.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';
import type { Source } from './types.js';

/** Who said the words in a pair of marks, and the verb that says so. */
export interface Attached {
  readonly cue?: number;
  readonly subject?: Phrase;
  readonly source?: Source;
  readonly confidence: number;
  /** The cue where it is no verb: "according to". */
  readonly phrase?: Span;
  /** The cue stands right beside the marks and reports them as speech. */
  readonly beside?: 'before' | 'after';
}

const REACH = 40;

/** The cue beside a pair of marks: "X said: “…”", "“…,” X said", "“…,” said X". */
export function cueBeside(
  surface: Surface,
  speakers: Speakers,
  unit: Unit,
  mark: Mark,
): Attached | undefined {
  const leads = mark.first > unit.first && surface.markOf(mark.first - 1) < 0;
  return (leads ? before(surface, speakers, unit, mark) : undefined) ?? after(surface, speakers, unit, mark);
}

function before(surface: Surface, speakers: Speakers, unit: Unit, mark: Mark): Attached | undefined {
  const next = surface.token(mark.first - 1);
  const colon = next.text === ':';
  const point = colon || next.text === ',';
  for (let at = mark.first - (point ? 2 : 1); at >= Math.max(unit.first, mark.first - REACH); at--) {
    const token = surface.outer(unit, at);
    if (!token) return undefined;
    const cue = surface.cueAt(at);
    if (cue && !surface.isPassive(at) && !surface.isNegated(at)) {
      const subject = speakers.subjectOf(unit, at) ?? phraseAfter(surface, unit, at + 1);
      if (!subject) return undefined;
      const adjacent = point || at === mark.first - 1;
      if (cue.kind === 'turn' && !adjacent) return undefined;
      return {
        cue: at,
        subject,
        confidence: adjacent ? 0.95 : 0.85,
        ...(adjacent ? { beside: 'before' as const } : {}),
      };
    }
    if (colon && /^VB[DZP]/.test(token.xpos)) {
      const subject = speakers.subjectOf(unit, at);
      if (subject) return { cue: at, subject, confidence: 0.7, beside: 'before' };
    }
    if (/^(?:VBD|VBZ|VBP|MD)/.test(token.xpos) || /^[,;:]$/.test(token.text)) return undefined;
    if (/^(?:that|which|who|while|because|as if)$/.test(token.lower) && token.pos !== 'DET') return undefined;
  }
  return undefined;
}

function after(surface: Surface, speakers: Speakers, unit: Unit, mark: Mark): Attached | undefined {
  let at = mark.last;
  while (/^[,—–-]$/.test(surface.outer(unit, at)?.text ?? '')) at++;
  const pointed = at > mark.last || /[,.?!…—–-]\s*$/.test(textOf(surface, mark));
  const opening = surface.outer(unit, at);
  if (!opening) return undefined;
  if (surface.cueAt(at) && opening.xpos !== 'VBG') {
    const subject = phraseAfter(surface, unit, pastParticle(surface, at));
    if (subject) return { cue: at, subject, confidence: 0.95, beside: 'after' };
    const lent = speakers.subjectOf(unit, at);
    return lent ? { cue: at, subject: lent, confidence: 0.8, beside: 'after' } : undefined;
  }
  for (let cue = at + 1; cue < Math.min(unit.last, at + REACH); cue++) {
    const token = surface.outer(unit, cue);
    if (!token) return undefined;
    if (!surface.cueAt(cue) || token.xpos === 'VBG') continue;
    const subject = phraseBefore(surface, unit, cue);
    const adjoins = subject && subject.first - at <= 1 && subject.first >= at;
    // "“firm steps” if patrols began": without a comma what follows goes on with the report's own sentence.
    if (adjoins && (pointed || (subject.first === at && mark.first === unit.first)))
      return { cue, subject, confidence: 0.95, beside: 'after' };
  }
  return undefined;
}

function textOf(surface: Surface, { inner }: Mark): string {
  return surface.document.report.text.slice(inner.start, inner.end);
}

function pastParticle(surface: Surface, cue: number): number {
  return /^(?:RP|RB)$/.test(surface.token(cue + 1)?.xpos ?? '') ? cue + 2 : cue + 1;
}

/** "was described as “…” by the ministry" */
export function agentAfter(surface: Surface, unit: Unit, mark: Mark): Attached | undefined {
  if (surface.outer(unit, mark.last)?.lower !== 'by') return undefined;
  for (let at = mark.first - 1; at >= Math.max(unit.first, mark.first - 8); at--) {
    if (!surface.outer(unit, at)) return undefined;
    if (!surface.cueAt(at) || !surface.isPassive(at)) continue;
    const subject = phraseAfter(surface, unit, mark.last + 1);
    return subject && { cue: at, subject, confidence: 0.9 };
  }
  return undefined;
}

/** The verb that governs words in marks by the tree: "highlighting how both have “written …”". */
export function cueAbove(surface: Surface, speakers: Speakers, unit: Unit, mark: Mark): Attached | undefined {
  let at = headOf(surface, mark);
  for (let steps = 0; at >= unit.first && at < unit.last && steps < 12; at = surface.tree.head(at), steps++) {
    if (!surface.outer(unit, at) || !reports(surface, at)) continue;
    if (surface.outer(unit, at - 1)?.lower === 'as' && surface.token(at).xpos === 'VBN') continue;
    const subject = speakers.subjectOf(unit, at);
    if (subject) return { cue: at, subject, confidence: 0.8 };
  }
  return undefined;
}

/** A person who is the subject of the clause in which the words stand. */
export function ownerAbove(
  surface: Surface,
  speakers: Speakers,
  unit: Unit,
  mark: Mark,
): Attached | undefined {
  let at = headOf(surface, mark);
  for (let steps = 0; at >= unit.first && at < unit.last && steps < 8; at = surface.tree.head(at), steps++) {
    if (!surface.outer(unit, at) || surface.token(at).pos !== 'VERB') continue;
    const subject = speakers.subjectOf(unit, at);
    const source = subject && speakers.sourceOf(subject);
    if (source?.actor?.kind === 'person') return { source, confidence: 0.5 };
  }
  return undefined;
}

function reports(surface: Surface, at: number): boolean {
  const cue = surface.cueAt(at);
  return cue !== undefined && cue.kind !== 'turn' && !surface.isPassive(at);
}

function headOf(surface: Surface, mark: Mark): number {
  for (let i = mark.first; i < mark.last; i++) {
    const { head, pos } = surface.token(i);
    if (pos !== 'PUNCT' && (head < mark.first || head >= mark.last)) return i;
  }
  return mark.first;
}

/** The nearest reporting verb of the unit, first to the left, then to the right. */
export function nearestCue(
  surface: Surface,
  speakers: Speakers,
  unit: Unit,
  mark: Mark,
): Attached | undefined {
  for (const step of [-1, 1]) {
    const from = step < 0 ? mark.first - 1 : mark.last;
    for (let at = from; at >= unit.first && at < unit.last && Math.abs(at - from) < REACH; at += step) {
      if (!surface.outer(unit, at) || !reports(surface, at) || surface.isNegated(at)) continue;
      const subject = speakers.subjectOf(unit, at);
      if (subject) return { cue: at, subject, confidence: 0.6 };
    }
  }
  return undefined;
}
