import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, matchFrame, obliquesBy } from './match.js';
import type { Parties } from './parties.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

const AHEAD = /^(?:will|would|shall|'ll|’ll|may|might|could)$/;
const HOSTILE: ReadonlySet<Root> = new Set<Root>(['SANCTION', 'COERCE', 'ASSAULT']);
/** Sectors of those who tell what will happen and do not do it. */
const TELLING: ReadonlySet<string> = new Set([
  'MED',
  'NGO',
  'EDU',
  'CVL',
  'IGO',
  'UNK',
  'BUS',
  'MNC',
  'HLH',
  'REF',
]);

/**
 * Somebody says what will happen to somebody else: a threat of the one to the other ("Tehran said Iraq would pay a heavy price",
 * "Rabat said that the mayors would be arrested").
 */
export function menaceAt(tree: Tree, parties: Parties, index: number): Match | undefined {
  const { pos } = tree.token(index);
  if (pos !== 'VERB' && !isDoom(tree, index)) return undefined;
  if (!tree.withRelation(index, 'aux').some((aux) => AHEAD.test(tree.token(aux).lower))) return undefined;
  const reporter = reporterOf(tree, index);
  const said = reporter < 0 ? undefined : frameOf(tree, reporter);
  const frame = frameOf(tree, index);
  if (!said || said.passive || !frame) return undefined;
  const target = targetOf(tree, frame);
  if (target.length === 0) return undefined;
  if (!said.subjects.some((subject) => isInPower(parties, subject))) return undefined;
  const { lemma } = frame;
  return {
    frame,
    reading: {
      row: `somebody said what will befall them: ${lemma}`,
      ...{ lemma, pos: 'VERB', conditions: [], root: 'THREATEN', cameo: '130', weight: 0.6 },
      modality: 'threatened',
      roles: { actors: ['subj'], recipients: [], reciprocal: false },
    },
    actors: [said.subjects],
    recipients: [target],
    consumed: [],
    clause: reporter,
  };
}

/** "will be legitimate targets" */
const isDoom = (tree: Tree, index: number): boolean =>
  tree.token(index).lemma === 'target' && tree.has(index, 'cop') && tree.has(index, 'nsubj');

/** Whom it will befall; nobody where it is no harm. */
function targetOf(tree: Tree, frame: Frame): readonly number[] {
  if (frame.pos === 'NOUN') return tree.withRelation(frame.index, 'nsubj');
  if (frame.passive && frame.subjects.length === 0) return isPunished(tree, frame) ? frame.objects : [];
  if (!frame.subjects.some((subject) => inClass('weapons', tree.token(subject).lemma)))
    return isToSuffer(tree, frame) ? frame.subjects : [];
  // "missiles will rain on Abu Dhabi"
  return [
    ...frame.objects,
    ...obliquesBy(tree, frame, (preposition) => /^(?:on|upon|at)$/.test(preposition)),
  ];
}

/** "would be arrested": a passive of force or punishment that names nobody who does it. */
function isPunished(tree: Tree, frame: Frame): boolean {
  if (inClass('punishing', frame.lemma)) return true;
  const root = matchFrame(tree, frame)?.reading.root;
  return root !== undefined && HOSTILE.has(root);
}

/** "will face consequences", "would pay dearly". */
function isToSuffer(tree: Tree, frame: Frame): boolean {
  if (inClass('regretting', frame.lemma)) return true;
  if (!inClass('suffering', frame.lemma)) return false;
  const words = [...frame.objects, ...frame.modifiers, ...frame.obliques.map((o) => o.index)];
  return words.some((word) => inClass('punishment', tree.token(word).lemma));
}

function isInPower(parties: Parties, index: number): boolean {
  const actor = parties.partyAt(index, 'own')?.actor;
  return actor !== undefined && !actor.sectors.some((sector) => TELLING.has(sector));
}
