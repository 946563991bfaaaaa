import type { Member } from './cast.js';
import { isNoun } from './cues.js';
import type { Surface } from './surface.js';

const ISSUES = /^(?:issue|release|publish|carry|run|post|make|send|air|broadcast)$/;

/** Who issued each document that a report speaks of, by its token: "the statement" of the ministry that spoke in it. */
export function issuersOf(surface: Surface, at: (head: number) => Member | undefined): Map<number, Member> {
  const out = new Map<number, Member>();
  const last = new Map<string, Member>();
  for (const { index, lemma, pos } of surface.document.tokens) {
    if (pos !== 'NOUN' || !isNoun(lemma, 'document') || surface.markOf(index) >= 0) continue;
    const found = issuer(surface, index, at) ?? (isDefinite(surface, index) ? last.get(lemma) : undefined);
    if (!found) continue;
    last.set(lemma, found);
    out.set(index, found);
  }
  return out;
}

/** "the army's statement", "a statement by the army", "the army issued a statement", "said in a statement". */
function issuer(
  surface: Surface,
  document: number,
  at: (head: number) => Member | undefined,
): Member | undefined {
  const { tree } = surface;
  const own = tree
    .withRelation(document, 'nmod')
    .find((child) => tree.is(child, 'nmod:poss') || tree.caseOf(child) === 'by');
  if (own !== undefined) return at(own);
  const told = tree.is(document, 'obj') || (tree.is(document, 'obl') && tree.caseOf(document) === 'in');
  const verb = told ? tree.head(document) : -1;
  const [subject] = verb < 0 ? [] : tree.withRelation(verb, 'nsubj');
  return subject === undefined || (tree.is(document, 'obj') && !ISSUES.test(surface.token(verb).lemma))
    ? undefined
    : at(subject);
}

function isDefinite(surface: Surface, head: number): boolean {
  return surface.tree
    .withRelation(head, 'det')
    .some((det) => /^(?:the|this|that)$/.test(surface.token(det).lower));
}
