import { hasUnder, isTree, type Word } from './mended.js';
import type { Parsed } from './parser/index.js';

/** Reads the grammar of headlines, of which the treebanks have few: sentences without a full stop. */
export function asHeadline(forms: readonly string[], parsed: readonly Parsed[]): Parsed[] {
  if (/^[.!?”"]+$/.test(forms.at(-1) ?? '.')) return [...parsed];
  const words = parsed.map((word): Word => ({ ...word }));
  commaForAnd(forms, words);
  infinitiveForFuture(words);
  return isTree(words) ? words : [...parsed];
}

/** "Putin, Xi hold talks": the comma stands for "and", the verb is of both. */
function commaForAnd(forms: readonly string[], words: Word[]): void {
  words.forEach((word, i) => {
    if (word.upos !== 'PROPN' || word.deprel !== 'vocative') return;
    const comma = words.findIndex(
      (other, k) => k > i && forms[k] === ',' && !/^(?:flat|compound)/.test(other.deprel),
    );
    const second = comma < 0 ? undefined : words[comma + 1];
    if (second?.upos === 'PROPN' && second.deprel === 'nsubj') {
      const verb = second.head === i ? word.head : second.head;
      Object.assign(word, { head: verb, deprel: 'nsubj' });
      Object.assign(second, { head: i, deprel: 'conj' });
    }
  });
}

/** "Kim to visit Moscow": the infinitive is the verb, the name its subject; "Saudi Arabia, UAE to send aid" has two. */
function infinitiveForFuture(words: Word[]): void {
  const root = words.findIndex((word) => word.deprel === 'root');
  if (root < 0 || !namesSomebody(words, root)) return;
  const verb = words.findIndex((word, i) => {
    const marked = words[i - 1]?.deprel === 'mark' && words[i - 1]!.xpos === 'TO' && words[i - 1]!.head === i;
    return i > root && word.deprel === 'acl' && word.xpos === 'VB' && marked;
  });
  if (verb < 0) return;
  const named = words[verb]!.head;
  if (named !== root && !(words[named]!.head === root && words[named]!.deprel === 'appos')) return;
  if (named !== root) words[named]!.deprel = 'conj';
  Object.assign(words[verb]!, { head: -1, deprel: 'root' });
  Object.assign(words[root]!, { head: verb, deprel: 'nsubj' });
  words.forEach((word, i) => {
    if (i > verb && (word.head === root || word.head === named)) word.head = verb;
  });
}

/** A name, a plural or an office with a name before it, without article and copula: not "a good place to sleep". */
function namesSomebody(words: readonly Word[], at: number): boolean {
  const { upos, xpos } = words[at]!;
  if (hasUnder(words, at, /^(?:det|cop|nsubj)/)) return false;
  const owned = words.some((w) => w.head === at && w.upos === 'PROPN' && w.deprel.startsWith('compound'));
  return upos === 'PROPN' || xpos === 'NNS' || (upos === 'NOUN' && owned);
}
