import { overlaps, type Span } from '../base/index.js';
import { classifyWords } from './classify/index.js';
import type { Frame } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, obliquesBy, TOWARDS } from './match.js';
import type { Root15 } from './ontology.js';
import type { Parties } from './parties.js';
import { isSpeech } from './reported.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

/** How likely the learned model must hold a root for it to be told, and how near the sentence must be to others of it. */
const SURE = 0.9;
const NEAR = 0.5;
/** Words beyond which a sentence tells more than the models can keep apart, and clauses that tell something of their own. */
export const LONGEST = 30;
const MAIN = /^(?:root|conj|ccomp|parataxis)$/;
/** What it tells counts less than what a row of the lexicon tells with the same likelihood. */
const TRUST = 0.7;

/**
 * The reading that the learned model gives a verb which the lexicon does not know, where somebody known does it to somebody
 * known: subject and object, or subject and a phrase with "to", "with", "against".
 */
export function learnedMatch(tree: Tree, parties: Parties, frame: Frame): Match | undefined {
  if (frame.pos !== 'VERB' || isSpeech(frame.lemma) || inClass('idle', frame.lemma)) return undefined;
  const recipients = [
    [...frame.indirect],
    [...frame.objects],
    obliquesBy(tree, frame, (preposition) => TOWARDS.has(preposition)),
  ];
  const source = spansOf(parties, frame.subjects);
  if (source.length === 0) return undefined;
  const target = recipients
    .map((slot) => spansOf(parties, slot))
    .find((spans) => spans.length > 0 && !meet(source, spans));
  if (!target) return undefined;
  const { first, last } = tree.document.sentences[tree.token(frame.index).sentence]!;
  if (last - first > LONGEST || !MAIN.test(tree.token(frame.index).deprel)) return undefined;
  const words = tree.document.tokens.slice(first, last);
  const { root, scores, strength } = classifyWords(words, source, target);
  const chance = scores[root];
  if (chance < SURE || strength < NEAR) return undefined;
  return {
    frame,
    reading: {
      row: `learned model, ${chance.toFixed(2)}`,
      ...{ lemma: frame.lemma, pos: 'VERB', conditions: [], root: ofSixteen(root), weight: chance * TRUST },
      roles: { actors: ['subj'], recipients: ['obj'], reciprocal: false },
    },
    actors: [frame.subjects],
    recipients,
    consumed: [...frame.infinitives, ...frame.gerunds, ...frame.clauses],
  };
}

/** Those who are named by the words themselves; whose a thing is that does something ("trucks from Senegal") the model cannot tell. */
function spansOf(parties: Parties, indices: readonly number[]): Span[] {
  return indices
    .flatMap((index) => parties.partiesAt(index, 'none'))
    .filter((party) => party.actor)
    .map((party) => party.span);
}

const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => overlaps(one, other)));

/** The older YIELD is a RETREAT in deed: words alone the lexicon knows. */
export const ofSixteen = (root: Root15): Root => (root === 'YIELD' ? 'RETREAT' : root);
