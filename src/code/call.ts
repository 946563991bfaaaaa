import { type Frame, frameOf } from './frame.js';
import type { Match } from './match.js';
import type { Tree } from './tree.js';

/** The words for who speaks in a call, and for whom they speak to, the likelier slot first. */
interface Speakers {
  readonly from: readonly number[];
  readonly to: readonly (readonly number[])[];
}

/**
 * Who is on the line where something is said in a telephone call: "during the call Oslo congratulated Riga". Undefined where
 * a noun tells of no call, or nobody speaks in it. In a meeting others may be spoken of, so that it needs a "with".
 */
export function speakersOf(tree: Tree, { frame, reading }: Match): Speakers | undefined {
  if (frame.pos !== 'NOUN' || reading.mode !== 'phone') return undefined;
  if (!tree.is(frame.index, 'obl') || !/^(?:during|in)$/.test(tree.caseOf(frame.index))) return undefined;
  const clause = frameOf(tree, tree.head(frame.index));
  if (clause?.pos !== 'VERB' || clause.passive || clause.subjects.length === 0) return undefined;
  return { from: clause.subjects, to: [clause.indirect, clause.objects, phrasesWithTo(clause)] };
}

const phrasesWithTo = ({ obliques }: Frame): number[] =>
  obliques.filter(({ preposition }) => preposition === 'to').map(({ index }) => index);
