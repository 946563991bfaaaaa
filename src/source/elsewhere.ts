import { isPaper } from './according.js';
import type { Builder } from './builder.js';
import { type Attached, agentAfter, cueAbove, nearestCue, ownerAbove } from './direct.js';
import type { Draft } from './drafts.js';
import type { Mark } from './marks.js';
import type { Unit } from './surface.js';

/** Who said words in marks that no cue stands beside: told by the tree, the nearest cue, or the sentence before. */
export function elsewhere(builder: Builder, unit: Unit, mark: Mark, previous: Draft | undefined): Attached {
  const agent = agentAfter(builder.surface, unit, mark);
  if (agent) return agent;
  const above = cueAbove(builder.surface, builder.speakers, unit, mark);
  if (above) return above;
  const near = nearestCue(builder.surface, builder.speakers, unit, mark);
  if (near) return near;
  const told = builder.toldIn(unit).find((a) => !isPaper(builder.surface, a.subject));
  if (told) return { subject: told.subject, phrase: builder.span(told.first, told.last), confidence: 0.8 };
  const owner = ownerAbove(builder.surface, builder.speakers, unit, mark);
  if (owner) return owner;
  return carriedOn(builder, unit, previous) ?? announced(builder, unit) ?? { confidence: 0.3 };
}

/** A quotation that fills its sentence goes on from the one before it. */
function carriedOn(builder: Builder, unit: Unit, previous: Draft | undefined): Attached | undefined {
  if (!previous?.speaker || !builder.fills(unit)) return undefined;
  const gap = builder.surface.token(unit.first).sentence - previous.sentence;
  return gap <= 8 && adjoins(builder, unit, previous)
    ? { source: previous.speaker, confidence: 0.55 }
    : undefined;
}

/** The quotation before stands in the unit before. */
function adjoins(builder: Builder, unit: Unit, previous: Draft): boolean {
  const before = builder.surface.units[unit.index - 1];
  return before !== undefined && previous.content.at(-1)!.end > builder.surface.token(before.first).start;
}

/** "The president was blunt:" or a sentence with a reporting verb that reports nothing, right before. */
function announced(builder: Builder, unit: Unit): Attached | undefined {
  const before = builder.surface.units[unit.index - 1];
  if (!before || !builder.fills(unit)) return undefined;
  const colon = /^[:,]$/.test(builder.surface.token(before.last - 1).text);
  const near = builder.surface.token(before.first).sentence;
  if (!colon && (before.part !== unit.part || builder.surface.token(unit.first).sentence - near > 4))
    return undefined;
  for (let i = before.last - 1; i >= Math.max(before.first, before.last - 60); i--) {
    const verb = builder.surface.outer(before, i);
    const fits =
      verb?.pos === 'VERB' && (colon ? /^VB[DZP]/.test(verb.xpos) : builder.surface.cueAt(i) !== undefined);
    const subject = fits ? builder.speakers.subjectOf(before, i) : undefined;
    if (subject && (colon || builder.speakers.isSomebody(subject)))
      return { subject, confidence: 0.45, ...(colon ? { cue: i } : {}) };
  }
  return colon ? undefined : presented(builder, before);
}

/** "The spokesman appeared on television. “Order is restored.”": the person of whom the sentence before speaks. */
function presented(builder: Builder, before: Unit): Attached | undefined {
  for (let i = before.last - 1; i >= before.first; i--) {
    if (builder.surface.outer(before, i)?.pos !== 'VERB' || builder.surface.tree.head(i) >= 0) continue;
    const subject = builder.speakers.subjectOf(before, i);
    return subject && builder.speakers.isPerson(subject) ? { subject, confidence: 0.4 } : undefined;
  }
  return undefined;
}
