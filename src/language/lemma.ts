import { readTable } from '../base/index.js';
import type { Upos } from './types.js';

let table: Map<string, string> | undefined;

/** Forms of the treebanks with their lemmas, loaded once. */
function known(): Map<string, string> {
  table ??= new Map(
    readTable('models/lemmas.tsv').map((row) => [`${row.form}\t${row.pos}`, row.lemma!] as const),
  );
  return table;
}

/**
 * The lemma of a form with its tag: from the treebanks, else the library's when it saw the same tag, else by the
 * rules of English spelling. `guess` is the library's lemma with the tag it saw, where there is one.
 */
export function lemmaOf(form: string, pos: Upos, xpos: string, guess?: { pos: Upos; lemma: string }): string {
  const lower = form.toLowerCase();
  const found = known().get(`${lower}\t${pos}`);
  if (found !== undefined) return found;
  if (pos === 'VERB' || pos === 'NOUN') {
    // The library leaves words that it does not know as they are.
    const inflected = pos === 'NOUN' ? xpos === 'NNS' : /^VB[DGNZ]$/.test(xpos);
    if (guess && pos === guess.pos && !(inflected && guess.lemma === lower)) return guess.lemma;
    return inflected ? bySpelling(lower, pos) : lower;
  }
  return pos === guess?.pos && (pos === 'AUX' || pos === 'ADJ') ? guess.lemma : lower;
}

function bySpelling(lower: string, pos: 'VERB' | 'NOUN'): string {
  if (/(?:ss|us|is)$/.test(lower)) return lower;
  if (/ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(lower)) return lower.slice(0, -2);
  if (/s$/.test(lower) && lower.length > 3) return lower.slice(0, -1);
  if (pos === 'NOUN') return lower;
  if (/ied$/.test(lower)) return `${lower.slice(0, -3)}y`;
  const stem = lower.replace(/(?:ed|ing)$/, '');
  if (stem === lower || stem.length < 2) return lower;
  if (/([bdgklmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[aeiou][cgsuvz]|at|[^aeiou]l|rc|[aeiou]r|dg|ns|rs|in|id|it|ut|ud|ok|ak|ik)$/.test(stem)
    ? `${stem}e`
    : stem;
}
