import { sentencesOf } from './sentences.js';
import type { LeftOut } from './types.js';
import { coverage } from './wording.js';
import { wordsIn } from './words.js';

/** Share of a sentence's weight of words that one sentence of the other report must hold to be its counterpart. */
const COUNTERPART = 0.4;
/** Sentences of fewer words say nothing that could be left out. */
const FEW_WORDS = 5;

export interface Account {
  readonly report: string;
  readonly text: string;
}

/** What each of several accounts of one act tells that another one leaves out: sentences without a counterpart in it. */
export function leftOut(accounts: readonly Account[]): LeftOut[] {
  const parsed = accounts.map(({ report, text }) => ({
    report,
    sentences: sentencesOf(text)
      .map((span) => ({ span, words: wordsIn(text, [span]) }))
      .filter(({ words }) => words.length >= FEW_WORDS),
  }));
  return parsed.flatMap((one) =>
    parsed
      .filter((other) => other !== one)
      .map((other) => ({
        told: one.report,
        leftOutBy: other.report,
        spans: one.sentences
          .filter(({ words }) => !other.sentences.some((s) => coverage(words, s.words) >= COUNTERPART))
          .map(({ span }) => span),
      })),
  );
}
