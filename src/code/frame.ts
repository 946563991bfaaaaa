import { following, gerundsOf, purpose } from './complements.js';
import { inheritedSubject, isOwned, isPlan, relativized, whoseWord } from './lent.js';
import { calledWhat, givenTo, sharing } from './objects.js';
import { type Oblique, obliquesOf } from './obliques.js';
import { agentsOf, isPassive } from './passive.js';
import type { Tree } from './tree.js';

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
      patients.length > 0
        ? patients
        : participle
          ? [antecedent]
          : inheritedSubject(tree, index, true, speakersFor);
    // "the soldiers were given a hundred dollars": to them.
    if (objects.length > 0 && indirect.length === 0) indirect = expand(tree, found);
    objects = [...expand(tree, found), ...objects];
    objects = speakersFor(tree, index, objects);
    subjects = expand(tree, agents);
  } else {
    const doers = relativized(tree, tree.withRelation(index, 'nsubj'), antecedent);
    own = doers.length > 0;
    const lent = participle ? whoseWord(tree, antecedent) : inheritedSubject(tree, index, false, speakersFor);
    subjects = expand(
      tree,
      own ? doers.flatMap((i) => (i === antecedent && !isOwned(tree, i) ? whoseWord(tree, i) : i)) : lent,
    );
    subjects = speakersFor(tree, index, subjects);
    const whom = tree.is(index, 'acl:relcl') && own && objects.length === 0 && !doers.includes(antecedent);
    if (whom && !tree.has(index, 'ccomp', 'xcomp')) objects = expand(tree, [antecedent]);
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

/** "a pro-Palestine march": for or against whom something is, and not whose. */
function isStance(tree: Tree, owner: number): boolean {
  if (/^(?:pro|anti)-/i.test(tree.token(owner).text)) return true;
  const before = tree.document.tokens[owner - 2];
  return tree.document.tokens[owner - 1]?.text === '-' && /^(?:pro|anti)$/.test(before?.lower ?? '');
}

function expand(tree: Tree, indices: readonly number[]): number[] {
  if (indices.length < 2) return indices.length === 0 ? [] : tree.joined(indices[0]!);
  return [...new Set(indices.flatMap((i) => tree.joined(i)))];
}
