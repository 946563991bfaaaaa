import { hasUnder, type Word } from './mended.js';

/** What only somebody can be, so that "it" before it is who was named: not "it is important to talk". */
const WILLING =
  /^(?:ready|willing|unwilling|prepared|able|unable|open|committed|eager|keen|determined|reluctant|poised|set|due|bound|pleased|happy|glad|proud|confident|hopeful)$/;

/** "Oslo said it was ready to talk": somebody is ready, and "to talk" is what for and no subject. */
export function subjectOfWilling(forms: readonly string[], words: Word[]): void {
  words.forEach((word, i) => {
    if (word.upos !== 'ADJ' || !WILLING.test(forms[i]!.toLowerCase())) return;
    const it = words.find(
      (w, at) => at < i && w.head === i && w.deprel === 'expl' && forms[at]!.toLowerCase() === 'it',
    );
    if (it && !hasUnder(words, i, /^nsubj/)) it.deprel = 'nsubj';
    const clause = words.find((w, at) => at > i && w.head === i && w.deprel === 'csubj');
    if (clause?.upos === 'VERB' && hasUnder(words, i, /^nsubj/)) clause.deprel = 'xcomp';
  });
}
