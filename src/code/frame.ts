import { inClass } from './lexicon.js';
import type { Tree } from './tree.js';

/** A nominal that hangs from a predicate by a preposition. */
export interface Oblique {
  readonly preposition: string;
  readonly index: number;
}

/** A verb, noun or adjective that may tell an act, with what hangs from it. Indices are token positions. */
export interface Frame {
  readonly index: number;
  readonly lemma: string; // with its particle: "carry out"
  readonly pos: 'VERB' | 'NOUN' | 'ADJ';
  readonly passive: boolean;
  /** Who does it: subjects of the active, agents of the passive. */
  readonly subjects: readonly number[];
  /** Whether the subjects are the word's own and not lent by a governing clause. */
  readonly ownSubject: boolean;
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Possessors and modifying names of a noun: "Israel's strike", "the Israeli strike". */
  readonly possessors: readonly number[];
  /** Modifiers of a noun: "joint". */
  readonly modifiers: readonly number[];
  /** Infinitive, that-clause and gerund complements. */
  readonly infinitives: readonly number[];
  readonly clauses: readonly number[];
  readonly gerunds: readonly number[];
}

/** "Chad and Mali said they had exchanged prisoners": "they" are the several who say so. */
function speakersFor(tree: Tree, clause: number, subjects: number[]): number[] {
  const [they] = subjects;
  if (subjects.length !== 1 || !tree.is(clause, 'ccomp') || tree.token(they!).lower !== 'they')
    return subjects;
  const speakers = frameOf(tree, tree.head(clause))?.subjects ?? [];
  return speakers.length > 1 ? [...speakers] : subjects;
}

/** Verbs whose object, not subject, is meant to do what the infinitive says. */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'agree', 'refuse', 'use']);

const built = new WeakMap<Tree, (Frame | null)[]>();

/** The frame of a predicate, built once; undefined for a word that can be none. */
export function frameOf(tree: Tree, index: number): Frame | undefined {
  let frames = built.get(tree);
  if (!frames) {
    frames = new Array<Frame | null>(tree.document.tokens.length);
    built.set(tree, frames);
  }
  const known = frames[index];
  if (known !== undefined) return known ?? undefined;
  const frame = build(tree, index);
  frames[index] = frame ?? null;
  return frame;
}

function build(tree: Tree, index: number): Frame | undefined {
  const token = tree.token(index);
  if (token.pos === 'VERB') return verbFrame(tree, index);
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return nounFrame(tree, index);
  // "stands ready to help": whoever stands so is ready.
  if (
    token.pos === 'ADJ' &&
    (tree.has(index, 'cop', 'nsubj') || (tree.is(index, 'xcomp') && tree.has(index, 'xcomp')))
  )
    return verbFrame(tree, index);
  return undefined;
}

function verbFrame(tree: Tree, index: number): Frame {
  const token = tree.token(index);
  const particle = tree.withRelation(index, 'compound:prt')[0];
  const passive = isPassive(tree, index);
  const obliques = obliquesOf(tree, index);
  const agents = agentsOf(tree, index, obliques, passive);
  const participle = tree.is(index, 'acl') && !tree.is(index, 'acl:relcl') && !isPlan(tree, index);
  const antecedent = participle || tree.is(index, 'acl:relcl') ? tree.head(index) : -1;
  let subjects: number[];
  const [given, named] = givenTo(tree, sharing(tree, index));
  let indirect = expand(tree, given);
  let objects = expand(tree, [...relativized(tree, named, antecedent), ...calledWhat(tree, index)]);
  let own = true;
  if (passive) {
    const patients = relativized(tree, tree.withRelation(index, 'nsubj', 'csubj'), antecedent);
    const found =
      patients.length > 0 ? patients : participle ? [antecedent] : inheritedSubject(tree, index, true);
    // "the soldiers were given a hundred dollars": to them.
    if (objects.length > 0 && indirect.length === 0) indirect = expand(tree, found);
    objects = [...expand(tree, found), ...objects];
    objects = speakersFor(tree, index, objects);
    subjects = expand(tree, agents);
  } else {
    const doers = relativized(tree, tree.withRelation(index, 'nsubj'), antecedent);
    own = doers.length > 0;
    const lent = participle ? whoseWord(tree, antecedent) : inheritedSubject(tree, index, false);
    subjects = expand(
      tree,
      own ? doers.flatMap((i) => (i === antecedent && !isOwned(tree, i) ? whoseWord(tree, i) : i)) : lent,
    );
    subjects = speakersFor(tree, index, subjects);
    if (
      tree.is(index, 'acl:relcl') &&
      own &&
      objects.length === 0 &&
      !passive &&
      !tree.has(index, 'ccomp', 'xcomp')
    ) {
      if (!doers.includes(antecedent)) objects = expand(tree, [antecedent]);
    }
  }
  return {
    index,
    lemma: particle === undefined ? token.lemma : `${token.lemma} ${tree.token(particle).lower}`,
    // "Police open fire": what has an object is a verb, whatever the tag says.
    pos: token.pos === 'ADJ' && objects.length === 0 ? 'ADJ' : 'VERB',
    passive,
    subjects,
    ownSubject: own,
    objects,
    indirect,
    obliques: obliques.filter((o) => !(passive && o.preposition === 'by')),
    possessors: [],
    // "brushed aside": the tree takes the same word for a particle as often as for an adverb; "called it *illegal*" is said of it.
    modifiers: [
      ...tree.withRelation(index, 'advmod', 'compound:prt'),
      ...tree
        .withRelation(index, 'xcomp')
        .filter((i) => tree.token(i).pos === 'ADJ' && !tree.markOf(i).includes('to')),
    ],
    // "measures taken to help": behind a passive an infinitive is mostly a purpose.
    // "is ready to strike": the tree takes the infinitive for a subject as often as not.
    infinitives: [
      ...tree.withRelation(index, 'xcomp', ...(token.pos === 'ADJ' ? ['csubj', 'ccomp'] : [])),
      ...(passive ? [] : purpose(tree, index)),
    ].filter((i) => tree.markOf(i).includes('to') || (token.lemma === 'let' && tree.token(i).xpos === 'VB')),
    clauses: tree.withRelation(index, 'ccomp'),
    gerunds: gerundsOf(tree, index),
  };
}

/** Whether a noun says itself whose it is: "a UN resolution". */
const isOwned = (tree: Tree, noun: number): boolean => tree.has(noun, 'nmod:poss', 'compound');

/** Who does what a participle or a relative clause tells: its noun, or whoever gives the word: "Dakar issued a decree banning imports". */
function whoseWord(tree: Tree, noun: number): number[] {
  if (!inClass('decree', tree.token(noun).lemma) || !tree.is(noun, 'obj')) return [noun];
  const subjects = tree.withRelation(tree.head(noun), 'nsubj');
  return subjects.length > 0 ? subjects : [noun];
}

/** To whom something is given, and what: of two objects the first, even where the tree calls both the same. */
function givenTo(tree: Tree, index: number): [indirect: number[], objects: number[]] {
  const indirect = tree.withRelation(index, 'iobj');
  const objects = tree.withRelation(index, 'obj');
  const [first, second] = objects;
  if (indirect.length > 0 || second === undefined || first! < index) return [indirect, objects];
  // "accused Kabul of sheltering them, a charge it denies": no second object.
  if (tree.document.tokens.slice(first, second).some(({ text }) => text === ',')) return [indirect, objects];
  return [[first!], objects.slice(1)];
}

/** What somebody is declared, where the tree has no other object: "declared the consul persona non grata". */
function calledWhat(tree: Tree, index: number): number[] {
  if (
    !/^(?:declare|name|label|brand|designate|proclaim)$/.test(tree.token(index).lemma) ||
    tree.has(index, 'obj')
  )
    return [];
  return tree
    .withRelation(index, 'xcomp')
    .filter(
      (child) =>
        child > index && /^(?:NOUN|PROPN)$/.test(tree.token(child).pos) && !tree.has(child, 'mark', 'case'),
    );
}

/** "accused Serbia of massing troops": the tree may hang the gerund from the verb or from its object. */
function gerundsOf(tree: Tree, index: number): number[] {
  const ofObjects = tree.withRelation(index, 'obj').flatMap((object) => tree.withRelation(object, 'acl'));
  return [...tree.withRelation(index, 'advcl', 'xcomp'), ...ofObjects].filter(
    (i) => tree.token(i).xpos === 'VBG',
  );
}

function nounFrame(tree: Tree, index: number): Frame {
  const token = tree.token(index);
  const modifiers = tree.withRelation(index, 'amod', 'compound', 'nmod:desc');
  return {
    index,
    lemma: token.lemma,
    pos: 'NOUN',
    passive: false,
    // "Oslo is a guest of Rome": who is told to be it.
    subjects: tree.has(index, 'cop') ? expand(tree, tree.withRelation(index, 'nsubj')) : [],
    ownSubject: false,
    objects: [],
    indirect: [],
    obliques: obliquesOf(tree, index),
    possessors: expand(
      tree,
      [...tree.withRelation(index, 'nmod:poss'), ...modifiers].filter((owner) => !isStance(tree, owner)),
    ),
    modifiers,
    infinitives: [...tree.withRelation(index, 'acl', 'xcomp'), ...following(tree, index)].filter((i) =>
      tree.markOf(i).includes('to'),
    ),
    clauses: tree.withRelation(index, 'ccomp'),
    gerunds: [],
  };
}

/** What somebody taken is called, behind the verb. */
const CAPTIVE = /^(?:hostage|captive|prisoner)$/;

/** Who does it: behind "by", which the tree may hang from a noun between ("held without charge by the Houthis"). */
function agentsOf(tree: Tree, index: number, obliques: readonly Oblique[], passive: boolean): number[] {
  const own = obliques.filter((o) => o.preposition === 'by').map((o) => o.index);
  if (own.length > 0 || !passive) return own;
  return tree
    .withRelation(index, 'obl', 'obj')
    .flatMap((noun) => tree.withRelation(noun, 'nmod'))
    .filter((child) => tree.caseOf(child) === 'by' && !inClass('attack', tree.token(child).lemma));
}

/** The verb whose object a verb without one shares: "boarded and towed away a boat", "arrested and deported them". */
function sharing(tree: Tree, index: number): number {
  if (tree.has(index, 'obj', 'iobj', 'obl', 'ccomp', 'xcomp', 'advcl')) return index;
  const next = tree.withRelation(index, 'conj').find((other) => tree.token(other).pos === 'VERB');
  if (
    next === undefined ||
    tree.has(next, 'nsubj', 'aux:pass', 'aux') ||
    tree.token(next).xpos !== tree.token(index).xpos
  )
    return index;
  const between = tree.document.tokens.slice(index + 1, next);
  return between.every(({ pos }) => pos === 'CCONJ' || pos === 'ADV' || pos === 'ADP') ? next : index;
}

/** A passive has a passive auxiliary or subject; a participle after its noun ("the treaty signed in May") is one too. */
function isPassive(tree: Tree, index: number): boolean {
  const token = tree.token(index);
  if (tree.has(index, 'aux:pass')) return true;
  // "Kyiv called for sanctions": the tree takes the past for a participle and its subject for that of a passive.
  if (isCalling(tree, index)) return false;
  if (tree.has(index, 'nsubj:pass')) return token.xpos !== 'VBD';
  // "spoke by phone" has an agent for the parser only.
  if (tree.has(index, 'obl:agent') && !/^VB[DPZ]$/.test(token.xpos)) return true;
  if (token.xpos !== 'VBN' || tree.has(index, 'aux', 'nsubj')) {
    // "were singled out and shot by gunmen": a past and a participle may look the same.
    const like =
      token.xpos === 'VBN' || (token.xpos === 'VBD' && !tree.has(index, 'obj') && isDoneBy(tree, index));
    // "Three are killed and two others injured": the second subject is one of a passive, too.
    const alone = !tree.has(index, 'nsubj') || (token.xpos === 'VBN' && !tree.has(index, 'obj'));
    return (
      like && tree.is(index, 'conj') && alone && !tree.has(index, 'aux') && isPassive(tree, tree.head(index))
    );
  }
  // "two sailors taken hostage": the object only says as what.
  const objects = tree.withRelation(index, 'obj').filter((o) => !CAPTIVE.test(tree.token(o).lemma));
  return (
    tree.is(index, 'acl', 'advcl', 'conj') &&
    objects.length === 0 &&
    (!tree.is(index, 'conj') || isPassive(tree, tree.head(index)))
  );
}

/** A verb right before the preposition of whom or what it calls on or for, which makes no passive without an auxiliary. */
const isCalling = (tree: Tree, index: number): boolean =>
  inClass('calling', tree.token(index).lemma) &&
  /^(?:for|on|upon)$/.test(tree.document.tokens[index + 1]?.lower ?? '') &&
  !isDoneBy(tree, index);

const isDoneBy = (tree: Tree, index: number): boolean =>
  tree.withRelation(index, 'obl').some((child) => tree.caseOf(child) === 'by');

/** Infinitives of purpose: "sent troops to help". */
function purpose(tree: Tree, index: number): number[] {
  const own = tree.withRelation(index, 'advcl');
  const ofObjects = tree.withRelation(index, 'obj').flatMap((object) => tree.withRelation(object, 'acl'));
  return [...own, ...ofObjects];
}

/** "a pro-Palestine march": for or against whom something is, and not whose. */
function isStance(tree: Tree, owner: number): boolean {
  if (/^(?:pro|anti)-/i.test(tree.token(owner).text)) return true;
  const before = tree.document.tokens[owner - 2];
  return tree.document.tokens[owner - 1]?.text === '-' && /^(?:pro|anti)$/.test(before?.lower ?? '');
}

/** "cited deployments to support Russia": the tree may hang the infinitive from the verb, the words from the noun. */
function following(tree: Tree, index: number): number[] {
  const head = tree.head(index);
  if (head < 0 || !tree.is(index, 'obj', 'obl')) return [];
  return tree.withRelation(head, 'advcl', 'xcomp').filter((i) => tree.extent(i).first === index + 1);
}

function obliquesOf(tree: Tree, index: number): Oblique[] {
  return tree
    .withRelation(index, 'obl', 'nmod')
    .filter(
      (child) =>
        !tree.is(child, 'nmod:poss', 'nmod:desc', 'obl:tmod', 'nmod:tmod', 'obl:unmarked', 'nmod:unmarked'),
    )
    .flatMap((child) => {
      const preposition = tree.caseOf(child);
      return tree.joined(child).map((i) => ({ preposition: tree.caseOf(i) || preposition, index: i }));
    });
}

/** Relative pronouns replaced by what they refer to. */
function relativized(tree: Tree, indices: readonly number[], antecedent: number): number[] {
  return indices.map((i) => {
    const relative = antecedent >= 0 && ['who', 'which', 'that', 'whom'].includes(tree.token(i).lower);
    return relative ? antecedent : i;
  });
}

/**
 * The subject of a clause without one of its own: of the clause it is joined to, or of the governor, or the
 * governor's object where the governing verb makes another act ("urged Iran to stop").
 */
function inheritedSubject(tree: Tree, index: number, passive: boolean): number[] {
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
      const headPassive = isPassive(tree, head);
      const subjects = tree.withRelation(head, 'nsubj');
      if (subjects.length > 0) {
        const antecedent = tree.is(head, 'acl:relcl') ? tree.head(head) : -1;
        if (tree.is(at, 'advcl', 'conj', 'parataxis') && headPassive && !passive && tree.is(at, 'advcl')) {
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
function isPlan(tree: Tree, clause: number): boolean {
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

function expand(tree: Tree, indices: readonly number[]): number[] {
  if (indices.length < 2) return indices.length === 0 ? [] : tree.joined(indices[0]!);
  return [...new Set(indices.flatMap((i) => tree.joined(i)))];
}
