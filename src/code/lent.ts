import { inClass } from './lexicon.js';
import { obliquesOf } from './obliques.js';
import { isPassive } from './passive.js';
import type { Tree } from './tree.js';

/** Who speaks where the subjects of a clause are a mere "they", else those subjects. */
export type Speakers = (tree: Tree, clause: number, subjects: number[]) => number[];

/** Verbs whose object, not subject, is meant to do what the infinitive says. */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'agree', 'refuse', 'use']);

/**
 * The subject of a clause without one of its own: of the clause it is joined to, or of the governor, or the
 * governor's object where the governing verb makes another act ("urged Iran to stop").
 */
export function inheritedSubject(
  tree: Tree,
  index: number,
  passive: boolean,
  speakersFor: Speakers,
): number[] {
  let at = index;
  for (let steps = 0; steps < 12; steps++) {
    const head = tree.head(at);
    if (head < 0) return [];
    if (
      (tree.is(at, 'conj', 'xcomp', 'advcl', 'parataxis', 'acl', 'ccomp') ||
        (tree.is(at, 'csubj') && tree.markOf(at) === 'to')) &&
      tree.token(head).pos !== 'NOUN'
    ) {
      // "accused Togo of spying and suspends trade": a finite verb is joined to the next finite one above, not to a gerund.
      if (
        tree.is(at, 'conj') &&
        /^VB[ZP]$/.test(tree.token(at).xpos) &&
        /^VB[GN]?$/.test(tree.token(head).xpos)
      ) {
        const finite = finiteAbove(tree, head);
        if (finite >= 0 && !isPassive(tree, finite))
          return relativized(
            tree,
            tree.withRelation(finite, 'nsubj'),
            tree.is(finite, 'acl:relcl') ? tree.head(finite) : -1,
          );
      }
      const objects = tree.withRelation(head, 'obj', 'iobj');
      const verb = tree.token(head).lemma;
      // "accused Chad of arming rebels": what somebody is said to do, whichever way the tree hangs the clause.
      const charged =
        tree.is(at, 'advcl') && tree.token(at).xpos === 'VBG' && /^(?:of|for|from)$/.test(tree.markOf(at));
      const controlled =
        (tree.is(at, 'xcomp') || charged) && objects.length > 0 && !SUBJECT_CONTROL.has(verb);
      if (controlled) return objects;
      const thanked = tree.is(at, 'advcl') && tree.markOf(at) === 'to' ? doerBefore(tree, at, head) : -1;
      if (thanked >= 0) return [thanked];
      if (tree.is(at, 'ccomp') && tree.token(at).xpos !== 'VBG' && tree.markOf(at) !== 'to') return [];
      const subjects = tree.withRelation(head, 'nsubj');
      if (subjects.length > 0) {
        const antecedent = tree.is(head, 'acl:relcl') ? tree.head(head) : -1;
        if (tree.is(at, 'advcl') && !passive && isPassive(tree, head)) {
          const agents = obliquesOf(tree, head)
            .filter((o) => o.preposition === 'by')
            .map((o) => o.index);
          if (agents.length > 0) return agents;
        }
        return speakersFor(tree, head, relativized(tree, subjects, antecedent));
      }
      if (tree.is(head, 'acl') && tree.token(head).xpos === 'VBG') return [tree.head(head)];
      at = head;
      continue;
    }
    // "its plan to send", "the decision to expel", "no intention of leaving": the owner of the noun.
    if (tree.is(at, 'acl') && isPlan(tree, at)) {
      const owners = [
        ...tree.withRelation(head, 'nmod:poss'),
        ...tree.withRelation(head, 'nmod').filter((child) => /^(?:of|by)$/.test(tree.caseOf(child))),
      ];
      if (owners.length > 0) return owners;
      const clause = governingVerb(tree, head);
      return clause < 0 ? [] : tree.withRelation(clause, 'nsubj');
    }
    return [];
  }
  return [];
}

/** "thanked him for his work to free them": whose the noun right before an infinitive is, whichever word the tree hangs it from; -1 for nobody's. */
function doerBefore(tree: Tree, infinitive: number, head: number): number {
  const noun = tree.extent(infinitive).first - 1;
  if (noun <= head || tree.head(noun) !== head || !tree.is(noun, 'obl')) return -1;
  return tree.withRelation(noun, 'nmod:poss')[0] ?? -1;
}

/** "plans to send", "no intention of sending": what the owner of the noun would do. */
export function isPlan(tree: Tree, clause: number): boolean {
  const mark = tree.markOf(clause);
  return mark === 'to' || (mark === 'of' && inClass('intention', tree.token(tree.head(clause)).lemma));
}

/** The nearest verb above a nonfinite one that has a subject of its own and tense; -1 where none has. */
function finiteAbove(tree: Tree, verb: number): number {
  for (let at = tree.head(verb), steps = 0; at >= 0 && steps < 6; at = tree.head(at), steps++)
    if (/^VB[DZP]$/.test(tree.token(at).xpos)) return tree.has(at, 'nsubj') ? at : -1;
  return -1;
}

/** The nearest verb above a word. */
export function governingVerb(tree: Tree, index: number): number {
  for (let at = tree.head(index); at >= 0; at = tree.head(at)) if (tree.token(at).pos === 'VERB') return at;
  return -1;
}

/** Relative pronouns replaced by what they refer to. */
export function relativized(tree: Tree, indices: readonly number[], antecedent: number): number[] {
  return indices.map((i) => {
    const relative = antecedent >= 0 && ['who', 'which', 'that', 'whom'].includes(tree.token(i).lower);
    return relative ? antecedent : i;
  });
}

/** Whether a noun says itself whose it is: "a UN resolution". */
export const isOwned = (tree: Tree, noun: number): boolean => tree.has(noun, 'nmod:poss', 'compound');

/** Who does what a participle or a relative clause tells: its noun, or whoever gives the word: "Dakar issued a decree banning imports". */
export function whoseWord(tree: Tree, noun: number): number[] {
  if (!inClass('decree', tree.token(noun).lemma) || !tree.is(noun, 'obj')) return [noun];
  const subjects = tree.withRelation(tree.head(noun), 'nsubj');
  return subjects.length > 0 ? subjects : [noun];
}
