import { firstNotBefore, type Span } from '../base/index.js';
import type { Document, Token } from '../language/index.js';
import type { Entry } from './lexicon.js';
import type { Line, Run } from './runs.js';

/** Nouns of the map that follow a name: what they end is no person. */
const MAP =
  /^(?:street|river|lake|mount|mountains?|hills?|dam|province|oblast|governorate|region|district|territory|county|strait|sea|bay|gulf|islands?|airport|road|avenue|square|valley|bridge|port|city|town|village|peninsula|desert|canal|pass|hospital|hotel|act|treaty|agreement|accords?|war|day|prize|cup|summit|conference|operation|plan|initiative|crisis|deal|talks|games|olympics|corridor|crossing|camp|prison|stadium|park|palace|tower|building|plaza|beach|cape|plateau|basin|highway|station|base|division|law|protocol|convention|festival|ties|news|times|post|week|month|year|house|hall|center|centre|mosque|church|cathedral|temple|university|school|college|bank|group|company|corp|inc|ltd|fund|index|award|championship|league|final|open|report|week|state|coast|border|zone|area|north|south|east|west)$/;

/** Whether words look like a person's name: proper nouns all, and no place or thing at the end. */
export function isNameLike(line: Line, head: { first: number; last: number }): boolean {
  const tokens = line.tokens.slice(head.first, head.last);
  return (
    head.last - head.first > 1 &&
    tokens.every((token) => token.pos === 'PROPN' || token.pos === 'PUNCT') &&
    !MAP.test(line.words[head.last - 1]!.key) &&
    !MAP.test(line.words[head.first]!.key)
  );
}

/** The words of a name as they are written. */
export const nameOf = (line: Line, { first, last }: { first: number; last: number }): string =>
  line.words
    .slice(first, last)
    .map((word, i) => (i === 0 ? '' : word.hyphen ? '-' : ' ') + word.text)
    .join('');

export function nounOf(entries: readonly Entry[]): string | undefined {
  return entries.find((entry) => entry.kind === 'agent')?.row.noun;
}

export function skipArticle(line: Line, run: Run): number {
  const token = line.tokens[run.first]!;
  const first =
    (token.pos === 'DET' || token.pos === 'PRON') && !line.over[run.first] ? run.first + 1 : run.first;
  return first + 1 < run.last &&
    /^(?:least|most|more|less|than|about|around|nearly)$/.test(line.words[first]!.key)
    ? first + 1
    : first;
}

/** Whether the next phrase hangs from this one by "of", "for", "from", "in". */
export function isLinked(line: Line, run: Run, next: Run): boolean {
  const between = line.words.slice(run.last, next.first);
  if (between.some((word) => !word.joined && !word.possessive) || !line.words[next.first]!.joined)
    return false;
  return between.length >= 1 && between.length <= 2 && /^(?:of|for|from|in|at|loyal)$/.test(between[0]!.key);
}

/** The word of a name that hangs from outside it. */
export function topToken(document: Document, line: Line, word: number): Token {
  const chunk = line.over[word];
  const first = line.tokens[chunk?.first ?? word]!;
  const last = line.tokens[word]!;
  for (let i = first.index; i <= last.index; i++) {
    const token = document.tokens[i]!;
    if (token.head < first.index || token.head > last.index) return climb(document, token);
  }
  return last;
}

/** From "Kim" in "leader Kim" up to "leader", whose role in the clause the name shares. */
function climb(document: Document, token: Token): Token {
  let at = token;
  for (
    let steps = 0;
    steps < 4 && /^(?:flat|appos|compound|nmod:desc)/.test(at.deprel) && at.head >= 0;
    steps++
  )
    at = document.tokens[at.head]!;
  return at;
}

/** The word of a mention that hangs from outside it. */
export function headWithin({ tokens, sentences }: Document, mention: Span & { sentence: number }): Token {
  const { first: from, last } = sentences[mention.sentence]!;
  const first = firstNotBefore(from, last - 1, (i) => tokens[i]!.end <= mention.start);
  let found: Token | undefined;
  for (let i = first; i < last && tokens[i]!.start < mention.end; i++) {
    const token = tokens[i]!;
    const above = tokens[token.head];
    if (above && above.start >= mention.start && above.end <= mention.end) continue;
    if (token.pos !== 'PUNCT' && token.pos !== 'ADP') found ??= token;
  }
  return found ?? tokens[first]!;
}
