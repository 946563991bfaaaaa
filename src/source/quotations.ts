import { Tree } from '../code/index.js';
import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { Builder } from './builder.js';
import { Clauses } from './clauses.js';
import { type Draft, finish } from './drafts.js';
import { Marked } from './marked.js';
import { Speakers } from './speakers.js';
import { Surface } from './surface.js';
import type { Quotation } from './types.js';

/**
 * The quotations of a document in text order: direct, partial, mixed and indirect, with speaker, cue and the
 * chain of sources. Words in marks inside a reported clause are listed beside the clause and point to it
 * (`within`). Linear in the length of the text.
 */
export function findQuotations(document: Document, mentions: readonly Mention[]): Quotation[] {
  const surface = new Surface(document, new Tree(document));
  const builder = new Builder(surface, new Speakers(surface, mentions));
  const clauses = new Clauses(builder);
  const marked = new Marked(builder);
  const drafts: Draft[] = [];
  let spoken: Draft | undefined;
  for (const unit of surface.units) {
    if (!surface.isBody(unit.part)) continue;
    const reported = clauses.of(unit);
    const direct = marked.of(unit, reported, spoken);
    spoken = direct.at(-1) ?? spoken;
    drafts.push(...reported, ...direct);
  }
  return finish([...new Set(drafts)]);
}
