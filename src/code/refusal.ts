import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, obliquesBy, TOWARDS } from './match.js';
import { modalityOf } from './modality.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';

/** Somebody does not let others do something, or says no to them: "Baku would not let the monitors cross". */
export function refusalAt(tree: Tree, index: number): Match | undefined {
  if (tree.token(index).pos !== 'VERB') return undefined;
  const frame = frameOf(tree, index);
  if (!frame || frame.passive) return undefined;
  const none = thereIsNo(tree, frame);
  if (none) return none;
  if (frame.subjects.length === 0) return undefined;
  const others = forbidden(tree, frame) ?? toldNo(tree, frame);
  if (!others || others.every((slot) => slot.length === 0)) return undefined;
  return {
    frame,
    reading: {
      row: `somebody is refused: ${frame.lemma}`,
      ...{ lemma: frame.lemma, pos: 'VERB', conditions: [], root: 'REJECT', cameo: '120', weight: 0.7 },
      roles: { actors: ['subj'], recipients: [], reciprocal: false },
    },
    actors: [frame.subjects],
    recipients: others,
    consumed: [...frame.infinitives, ...tree.withRelation(index, 'xcomp', 'advcl')],
  };
}

/** "said that there would be no talks with the rebels": whoever says it rejects them. */
function thereIsNo(tree: Tree, frame: Frame): Match | undefined {
  if (frame.lemma !== 'be' || !tree.has(frame.index, 'expl')) return undefined;
  const thing = tree
    .withRelation(frame.index, 'nsubj', 'obj')
    .find((noun) => DEALT.some((name) => inClass(name, tree.token(noun).lemma)));
  const reporter = reporterOf(tree, frame.index);
  if (
    thing === undefined ||
    reporter < 0 ||
    !tree.withRelation(thing, 'det').some((no) => tree.token(no).lower === 'no')
  )
    return undefined;
  const said = frameOf(tree, reporter);
  if (!said) return undefined;
  const { obliques } = frameOf(tree, thing) ?? frame;
  const others = obliques.filter(({ preposition }) => /^(?:with|to|from)$/.test(preposition));
  return {
    frame: said,
    reading: {
      row: 'somebody is refused: there is no',
      ...{
        lemma: frame.lemma,
        pos: 'VERB',
        conditions: [],
        root: 'REJECT',
        mode: 'meet',
        cameo: '125',
        weight: 0.6,
      },
      modality: 'done',
      roles: { actors: ['subj'], recipients: [], reciprocal: false },
    },
    actors: [said.subjects],
    recipients: [others.map(({ index }) => index)],
    consumed: [thing],
    clause: reporter,
  };
}

/** Classes of what two deal in. */
const DEALT = ['meeting', 'agreement'] as const;

/** Who is not let: the object of the verb, or the subject of what they may not do. */
function forbidden(tree: Tree, frame: Frame): (readonly number[])[] | undefined {
  if (!inClass('permission', frame.lemma)) return undefined;
  const { modality, by } = modalityOf(tree, frame);
  if (modality !== 'denied' || by === undefined || tree.head(by) !== frame.index) return undefined;
  const below = tree
    .withRelation(frame.index, 'xcomp', 'ccomp')
    .flatMap((deed) => tree.withRelation(deed, 'nsubj'));
  return [frame.indirect, frame.objects, below, obliquesBy(tree, frame, (word) => TOWARDS.has(word))];
}

/** To whom "no" is said. */
function toldNo(tree: Tree, frame: Frame): (readonly number[])[] | undefined {
  if (frame.lemma !== 'say' || tree.document.tokens[frame.index + 1]?.lower !== 'no') return undefined;
  return [obliquesBy(tree, frame, (preposition) => preposition === 'to')];
}
