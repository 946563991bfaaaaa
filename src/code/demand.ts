import { frameOf } from './frame.js';
import { type Match, matchFrame } from './match.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';

const MUST = new Set(['must', 'should']);
/** Verbs that say with an infinitive what somebody must do: "needs to stop", "has to withdraw". */
const NEED = new Set(['need', 'have', 'ought']);

/** Somebody says what somebody else must do: a request of the one to the other ("Berlin said Moscow must leave"). */
export function demandAt(tree: Tree, index: number): Match | undefined {
  const deed = deedOf(tree, index);
  if (deed < 0) return undefined;
  const reporter = reporterOf(tree, index);
  const said = reporter < 0 ? undefined : frameOf(tree, reporter);
  const asked = frameOf(tree, index);
  if (!said?.ownSubject || !asked || asked.passive || asked.subjects.length === 0) return undefined;
  const urged = matchFrame(tree, {
    ...asked,
    ...{ lemma: 'urge', objects: [], obliques: [], clauses: [], infinitives: [deed] },
  });
  if (!urged) return undefined;
  const inner = frameOf(tree, deed);
  return {
    ...{ ...urged, frame: asked, actors: [said.subjects], recipients: [asked.subjects] },
    reading: {
      ...urged.reading,
      modality: 'demanded',
      row: `${urged.reading.row} (somebody said that they must)`,
    },
    consumed: [deed, ...(inner?.infinitives ?? []), ...(inner?.gerunds ?? [])],
    clause: reporter,
  };
}

/** The verb of what must be done; -1 where nothing must. */
function deedOf(tree: Tree, index: number): number {
  if (tree.token(index).pos !== 'VERB') return -1;
  const aux = tree.withRelation(index, 'aux').map((child) => tree.token(child).lower);
  if (aux.some((word) => MUST.has(word)) && !aux.includes('have')) return index;
  if (!NEED.has(tree.token(index).lemma)) return -1;
  return tree.withRelation(index, 'xcomp').find((child) => tree.markOf(child) === 'to') ?? -1;
}
