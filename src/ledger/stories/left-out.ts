import type { Span } from '../../base/index.js';
import { sentencesOf } from './sentences.js';
import { statesNamed } from './states.js';
import type { LeftOut } from './types.js';
import { coverage } from './wording.js';
import { wordsIn } from './words.js';

/** Share of a sentence's weight of words that one sentence of the other report must hold to be its counterpart. */
const COUNTERPART = 0.4;
/** The same for the whole of the other report, which may tell in several sentences what one tells here. */
const TOLD = 0.55;
/** Sentences of fewer words say nothing that could be left out. */
const FEW_WORDS = 5;

export interface Account {
  readonly report: string;
  readonly text: string;
}

/** What each of several accounts of one act tells that another one leaves out: sentences without a counterpart in it. */
export function leftOut(accounts: readonly Account[]): LeftOut[] {
  const parsed = accounts.map(({ report, text }) => {
    const spans = sentencesOf(text);
    // Those whose act it is stand in every sentence, and tell nothing.
    const sides = new Set(statesNamed(text.slice(0, spans[0]?.end ?? 0)));
    const sentences = spans
      .map((span) => ({ span, words: contentOf(text, span, sides) }))
      .filter(({ words }) => words.length >= FEW_WORDS);
    return { report, sentences, all: [...new Set(sentences.flatMap(({ words }) => words))] };
  });
  return parsed.flatMap((one) =>
    parsed
      .filter((other) => other !== one)
      .map((other) => ({
        told: one.report,
        leftOutBy: other.report,
        spans: one.sentences
          .filter(({ words }) => coverage(words, other.all) < TOLD)
          .filter(({ words }) => !other.sentences.some((s) => coverage(words, s.words) >= COUNTERPART))
          .map(({ span }) => span),
      })),
  );
}

/** The words of a sentence and the other states it names; none of a line that only announces the next: "The Secretary said:". */
function contentOf(text: string, span: Span, sides: ReadonlySet<string>): string[] {
  const sentence = text.slice(span.start, span.end);
  if (sentence.endsWith(':')) return [];
  return [...wordsIn(text, [span]), ...statesNamed(sentence).filter((code) => !sides.has(code))];
}
