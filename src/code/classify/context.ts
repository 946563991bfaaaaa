import { readTable, remembered } from '../../base/index.js';

/** Cue phrases by their first word; each is the rest of the phrase with the context it speaks for. */
const cues = new Map<string, { rest: readonly string[]; context: string }[]>();
const order: string[] = [];

for (const row of readTable('plover/contexts.tsv')) {
  order.push(row.context!);
  for (const cue of row.cues!.split('; ')) {
    const [first = '', ...rest] = cue.split(' ');
    const list = cues.get(first) ?? [];
    list.push({ rest, context: row.context! });
    cues.set(first, list);
  }
}

/** All contexts of the codebook, in the order of the data file. */
export const CONTEXTS: readonly string[] = order;

const WORD = /'s\b|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

const LIMIT = 50_000;

/** What a word may be an inflection of; the cues decide which guess counts. */
const formsOf = remembered(LIMIT, guesses);

function guesses(word: string): readonly string[] {
  const out = [word];
  if (word.endsWith('ies')) out.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) out.push(word.slice(0, -2));
  if (word.endsWith('s')) out.push(word.slice(0, -1));
  for (const end of ['ed', 'ing']) {
    if (!word.endsWith(end)) continue;
    const stem = word.slice(0, -end.length);
    out.push(stem, `${stem}e`);
    if (stem.at(-1) === stem.at(-2)) out.push(stem.slice(0, -1));
  }
  return out;
}

/**
 * The contexts a sentence speaks of, in the order of the data file, by the cues in
 * `data/plover/contexts.tsv`. Takes lower-case lemmas, or plain text, which is then reduced to guesses at its
 * base forms.
 */
export function contextsOf(sentence: readonly string[] | string): string[] {
  const words =
    typeof sentence === 'string'
      ? (sentence.toLowerCase().match(WORD) ?? []).map(formsOf)
      : sentence.map((lemma) => [lemma]);
  const found = new Set<string>();
  words.forEach((variants, at) => {
    for (const first of variants)
      for (const { rest, context } of cues.get(first) ?? [])
        if (rest.every((word, k) => words[at + 1 + k]?.includes(word))) found.add(context);
  });
  return order.filter((context) => found.has(context));
}
