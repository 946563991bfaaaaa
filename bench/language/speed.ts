import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findMentions } from '../../src/language/index.js';
import { readRaw } from './ours.js';
import { readByWink } from './wink.js';

/** A text as long as asked, from texts repeated. */
function textOf(texts: readonly string[], paragraphs: number): string {
  const all = texts.flatMap((text) => text.split('\n\n'));
  return Array.from({ length: paragraphs }, (_, i) => all[i % all.length]!).join('\n\n');
}

const seconds = (act: () => void): number => {
  const begun = performance.now();
  act();
  return (performance.now() - begun) / 1000;
};

/** Sentences and tokens a second of one reader, the best of three rounds after one to warm up. */
export function rateOf(
  texts: readonly string[],
  read: (text: string) => { sentences: number; tokens: number },
): string {
  let sentences = 0;
  let tokens = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    sentences = 0;
    tokens = 0;
    const took = seconds(() => {
      for (const text of texts) {
        const one = read(text);
        sentences += one.sentences;
        tokens += one.tokens;
      }
    });
    if (round > 0) best = Math.min(best, took);
  }
  return `${Math.round(sentences / best)} sentences/s  ${Math.round(tokens / best)} tokens/s  (${sentences} sentences of ${(tokens / sentences).toFixed(1)} tokens)`;
}

export const ours = (text: string): { sentences: number; tokens: number } => {
  const read = readRaw('bench', text);
  return { sentences: read.sentences.length, tokens: read.tokens.length };
};

/** The same with mentions, which are read when asked for. */
export const oursWithMentions = (text: string): { sentences: number; tokens: number } => {
  const read = readRaw('bench', text);
  findMentions(read);
  return { sentences: read.sentences.length, tokens: read.tokens.length };
};

export const wink = (text: string): { sentences: number; tokens: number } => {
  const read = readByWink(text);
  return { sentences: read.length, tokens: read.reduce((sum, sentence) => sum + sentence.length, 0) };
};

/** Sentences a second of all cores together, a process on each, over the same texts. */
export async function allCores(texts: readonly string[]): Promise<string> {
  const cores = availableParallelism();
  const results = await Promise.all(Array.from({ length: cores }, () => onItsCore(texts)));
  const rate = results.reduce((sum, one) => sum + one, 0);
  return `${Math.round(rate)} sentences/s on ${cores} cores`;
}

function onItsCore(texts: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./core.ts', import.meta.url)));
    child.once('message', (rate) => resolve(Number(rate)));
    child.once('error', reject);
    child.send(texts);
  });
}

/** Microseconds a token for single sentences, and for texts, of growing length. */
export function growth(text: string): string[] {
  const words = text.replace(/[.!?]/g, '').split(/\s+/);
  const rows = [50, 100, 200, 500, 1000, 2000].map((n) => {
    const sentence = Array.from({ length: n }, (_, i) => words[i % words.length]!).join(' ');
    return `sentence of ${String(n).padStart(5)} words  ${perToken(sentence, Math.ceil(4000 / n))} µs a token`;
  });
  const longer = [10, 100, 1000, 5000].map((n) => {
    const long = textOf([text], n);
    return `text of ${String(n).padStart(5)} paragraphs   ${perToken(long, Math.ceil(300 / n))} µs a token`;
  });
  const mentions = [50, 500, 2000].map((n) => {
    const sentence = Array.from({ length: n }, (_, i) => words[i % words.length]!).join(' ');
    const cost = perToken(sentence, Math.ceil(2000 / n), oursWithMentions);
    return `sentence of ${String(n).padStart(5)} words  ${cost} µs a token with mentions`;
  });
  return [...rows, ...longer, ...mentions];
}

function perToken(text: string, times: number, read = ours): string {
  let tokens = 0;
  const once = (): void => {
    tokens += read(text).tokens;
  };
  once();
  tokens = 0;
  const took = seconds(() => {
    for (let i = 0; i < times; i++) once();
  });
  return ((took * 1e6) / tokens).toFixed(1);
}
