import { remembered } from '../base/index.js';
import { lemmaOf } from './lemma.js';
import type { Upos } from './types.js';

/** A word as it is written, whatever its sentence: the same strings each time, so that they are hashed and kept once. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  /** Its lemmas by its tags, as they were asked for. */
  readonly lemmas: { readonly pos: Upos; readonly xpos: string; readonly lemma: string }[];
}

/** Forms that are remembered, as news uses few words. */
const KEPT = 20_000;

/** The form of a word. */
export const formOf = remembered(KEPT, (text): Form => ({ text, lower: text.toLowerCase(), lemmas: [] }));

/** The lemma of a form with its tags. */
export function lemmaOfForm({ text, lemmas }: Form, pos: Upos, xpos: string): string {
  for (const known of lemmas) if (known.pos === pos && known.xpos === xpos) return known.lemma;
  const lemma = lemmaOf(text, pos, xpos);
  lemmas.push({ pos, xpos, lemma });
  return lemma;
}
