import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, matchFrame } from './match.js';
import { modalityOf } from './modality.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

/** Deeds that are a charge when somebody claims them of another. */
const CHARGED: ReadonlySet<Root> = new Set<Root>(['ASSAULT', 'COERCE']);

/** Words for whose something is that may be the speaker's own. */
const OWN = /^(?:its|their|his|her|our|my)$/;

/** Somebody claims that somebody else did wrong: "Mali claims that Algeria harbours rebels" accuses Algeria. */
export function claimAt(tree: Tree, index: number): Match | undefined {
  const { lemma, pos } = tree.token(index);
  const charging = inClass('claiming', lemma);
  if (pos !== 'VERB' || (!charging && lemma !== 'say')) return undefined;
  const frame = frameOf(tree, index);
  if (!frame?.ownSubject || frame.passive) return undefined;
  for (const clause of claimedBy(tree, index)) {
    const deed = frameOf(tree, clause);
    if (!deed || deed.subjects.length === 0 || !isWrong(tree, deed, charging)) continue;
    // "claimed that the offensive has killed ten": an attack is nobody who is accused.
    if (deed.subjects.some((i) => inClass('attack', tree.token(i).lemma))) continue;
    // "claimed that its fighters took the town": what is one's own is boasted of.
    if (
      deed.subjects.some((i) =>
        tree.withRelation(i, 'nmod:poss').some((own) => OWN.test(tree.token(own).lower)),
      )
    )
      continue;
    return {
      frame,
      reading: {
        row: `somebody said that they did wrong: ${lemma}`,
        ...{ lemma, pos: 'VERB', conditions: [], root: 'ACCUSE', mode: 'allege', cameo: '112', weight: 0.6 },
        roles: { actors: ['subj'], recipients: [], reciprocal: false },
      },
      actors: [frame.subjects],
      recipients: [deed.subjects],
      consumed: [],
      clause: index,
    };
  }
  return undefined;
}

/** The clauses of what is claimed: below the verb, or the one that it stands beside. */
function claimedBy(tree: Tree, index: number): number[] {
  const below = tree.withRelation(index, 'ccomp').filter((clause) => tree.markOf(clause) !== 'to');
  const that = tree.withRelation(index, 'advcl').filter((clause) => tree.markOf(clause) === 'that');
  const beside = tree.is(index, 'parataxis') && tree.head(index) >= 0 ? [tree.head(index)] : [];
  return [...below, ...that, ...beside];
}

/** Whether a deed is a wrong: said of anybody ("lied", "smuggled"), or violent where the verb is one of claiming. */
function isWrong(tree: Tree, deed: Frame, charging: boolean): boolean {
  const { modality } = modalityOf(tree, deed);
  if (modality === 'denied' || modality === 'hypothetical') return false;
  if (deed.pos === 'VERB' && inClass('misdeed', deed.lemma)) return true;
  if (!charging) return false;
  const root = matchFrame(tree, deed)?.reading.root;
  return root !== undefined && CHARGED.has(root);
}
