import type { RawToken } from './wink.js';

/** Prepositions of two words whose first is tagged a verb or noun by the library. */
const COMPLEX_PREPOSITIONS: Record<string, string> = {
  according: 'to',
  due: 'to',
  owing: 'to',
  thanks: 'to',
};

/** Mends the library's known slips in one sentence of `text`. */
export function corrected(text: string, tokens: RawToken[]): RawToken[] {
  return tokens.map((token, i) => {
    const form = text.slice(token.start, token.end).toLowerCase();
    const before = tokens[i - 1];
    const beforeForm = before ? text.slice(before.start, before.end).toLowerCase() : '';
    if (COMPLEX_PREPOSITIONS[beforeForm] === form) return { ...token, pos: 'ADP' };
    const after = tokens[i + 1];
    const afterForm = after ? text.slice(after.start, after.end).toLowerCase() : '';
    if (COMPLEX_PREPOSITIONS[form] !== undefined && COMPLEX_PREPOSITIONS[form] === afterForm) {
      return { ...token, pos: 'ADP', lemma: form };
    }
    if (form === 'state' && (afterForm === 'media' || afterForm === 'television' || afterForm === 'tv')) {
      return { ...token, pos: 'NOUN', lemma: 'state' };
    }
    return token;
  });
}
