import { frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, matchFrame } from './match.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';

const MUST = new Set(['must', 'should']);
/** Verbs that say with an infinitive what somebody must do: "needs to stop", "has to withdraw". */
const NEED = new Set(['need', 'have', 'ought']);

/** Somebody says what somebody else must do: a request of the one to the other ("Berlin said Moscow must leave"). */
export function demandAt(tree: Tree, index: number): Match | undefined {
  const wanted = wantedBy(tree, index);
  if (wanted >= 0) return demanded(tree, index, wanted, wanted, 'somebody wants that they do it');
  const deed = deedOf(tree, index);
  const reporter = deed < 0 ? -1 : reporterOf(tree, index);
  return reporter < 0 ? undefined : demanded(tree, reporter, index, deed, 'somebody said that they must');
}

/** A request of the subject of one verb to the subject of another; undefined where either has none. */
function demanded(
  tree: Tree,
  reporter: number,
  clause: number,
  deed: number,
  how: string,
): Match | undefined {
  const said = frameOf(tree, reporter);
  const asked = frameOf(tree, clause);
  if (!said?.ownSubject || said.passive || !asked || asked.passive || asked.subjects.length === 0)
    return undefined;
  const urged = matchFrame(tree, {
    ...asked,
    ...{ lemma: 'urge', objects: [], obliques: [], clauses: [], infinitives: [deed] },
  });
  if (!urged) return undefined;
  const inner = frameOf(tree, deed);
  return {
    ...{ ...urged, frame: asked, actors: [said.subjects], recipients: [asked.subjects] },
    reading: { ...urged.reading, modality: 'demanded', row: `${urged.reading.row} (${how})` },
    consumed: [clause, deed, ...(inner?.infinitives ?? []), ...(inner?.gerunds ?? [])],
    clause: reporter,
  };
}

/** The verb of what must be done; -1 where nothing must. */
function deedOf(tree: Tree, index: number): number {
  if (tree.token(index).pos !== 'VERB') return -1;
  const aux = tree.withRelation(index, 'aux').map((child) => tree.token(child).lower);
  if (aux.some((word) => MUST.has(word)) && !aux.includes('have')) return index;
  // "might have to", "needs Oslo to act": no demand, or one that the verb itself makes.
  if (!NEED.has(tree.token(index).lemma) || aux.length > 0 || tree.has(index, 'obj', 'iobj')) return -1;
  return tree.withRelation(index, 'xcomp').find((child) => tree.markOf(child) === 'to') ?? -1;
}

/** The clause of what a verb wants done, told in the subjunctive: "insisted that Brussels *release* the funds"; -1 where none. */
function wantedBy(tree: Tree, index: number): number {
  if (!inClass('mandative', tree.token(index).lemma)) return -1;
  return tree.withRelation(index, 'ccomp', 'advcl').find((clause) => isSubjunctive(tree, clause)) ?? -1;
}

/** A clause with a subject of one, "that" and a bare verb, which no tense and no auxiliary goes with. */
function isSubjunctive(tree: Tree, clause: number): boolean {
  const { xpos } = tree.token(clause);
  const subject = tree.withRelation(clause, 'nsubj')[0];
  if (subject === undefined || tree.markOf(clause) === 'to' || tree.has(clause, 'aux')) return false;
  if (tree.has(clause, 'cop')) return false;
  return xpos === 'VB' || (xpos === 'VBP' && /^NNP?$/.test(tree.token(subject).xpos));
}
