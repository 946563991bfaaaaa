import { readTable } from '../base/index.js';
import { rankOf } from './parser/index.js';
import type { Upos } from './types.js';

let table: Map<string, string> | undefined;

/** The forms of the treebanks, and irregular forms, with their lemmas; loaded once. */
function known(): Map<string, string> {
  table ??= new Map(
    ['models/lemmas.tsv', 'language/irregular.tsv'].flatMap((file) =>
      readTable(file).map((row) => [`${row.form}\t${row.pos}`, row.lemma!] as const),
    ),
  );
  return table;
}

/**
 * The lemma of a form with its tags: as the treebanks have it, else by the rules of English spelling, of whose
 * outcomes the more frequent word is taken.
 */
export function lemmaOf(form: string, pos: Upos, xpos: string): string {
  const lower = form.toLowerCase().replace('’', "'");
  const found = known().get(`${lower}\t${pos}`);
  if (found !== undefined) return found;
  if (pos === 'NOUN') return xpos === 'NNS' ? commonest(singulars(lower)) : lower;
  if (pos !== 'VERB') return lower;
  // "withdraws" is no past, whatever its tag.
  if (xpos === 'VBZ' || (xpos === 'VBD' && /[^s]s$/.test(lower))) return commonest(singulars(lower));
  return /^VB[DGN]$/.test(xpos) ? commonest(stems(lower)) : lower;
}

/** The most frequent of some spellings; the first where none is known. */
function commonest(spellings: readonly string[]): string {
  let best = spellings[0]!;
  let rank = Number.POSITIVE_INFINITY;
  for (const spelling of spellings) {
    const r = rankOf(spelling) ?? Number.POSITIVE_INFINITY;
    if (r < rank) [best, rank] = [spelling, r];
  }
  return best;
}

/** What a noun or a verb is without its s. */
function singulars(lower: string): string[] {
  if (/(?:ss|us|is|'s)$/.test(lower) || !lower.endsWith('s') || lower.length < 4) return [lower];
  if (/^\d+s$/.test(lower)) return [lower];
  if (/ies$/.test(lower) && lower.length > 4) return [`${lower.slice(0, -3)}y`, lower.slice(0, -1)];
  if (/(?:ch|sh|x|ss|zz|o)es$/.test(lower)) return [lower.slice(0, -2), lower.slice(0, -1)];
  return [lower.slice(0, -1)];
}

/** What a verb is without its ed or ing. */
function stems(lower: string): string[] {
  if (/ied$/.test(lower)) return [`${lower.slice(0, -3)}y`, lower.slice(0, -1)];
  const stem = lower.replace(/(?:ed|ing)$/, '');
  if (stem === lower || stem.length < 2) return [lower];
  const undoubled = /([bdfgklmnprtvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  const plain = stem.length > 2 && /[aeiouy]/.test(stem) ? [stem] : [];
  if (/ck$/.test(stem)) return [stem, stem.slice(0, -1)];
  const mute = /(?:[iy]z|is|at|c|[rdl]g|ag|v|u|ir|s|z)$/.test(stem);
  return mute ? [`${stem}e`, ...undoubled, ...plain] : [...undoubled, ...plain, `${stem}e`];
}
