import { dataPath, type Span } from '../../base/index.js';
import { analyse } from '../../language/index.js';
import { QUAD15, ROOTS15, type Root15 } from '../ontology.js';
import type { Modality, Quad } from '../types.js';
import { denseOf } from './dense.js';
import { featuresOf } from './features.js';
import { type KernelModel, softmax } from './kernel.js';
import { type Layout, layoutOf, type Word } from './layout.js';
import { type LexicalReading, lexicalReadings } from './lexical.js';
import { type MarkOptions, readPair } from './mark.js';
import { scoresOf } from './scores.js';
import { loadModel } from './store.js';
import { type Syntax, syntaxOf } from './syntax.js';

/** How a sentence tells that its source treats its target. */
export interface PairClass {
  /** One of the fifteen older roots: YIELD stands for CONCEDE and RETREAT. */
  readonly root: Root15;
  readonly quad: Quad;
  /** Probability of every root; they add up to one. */
  readonly scores: Readonly<Record<Root15, number>>;
  /** Probability of every quad class; they add up to one. */
  readonly quadScores: Readonly<Record<Quad, number>>;
  /** How near the sentence is to those of its root, about 0 for none of its kind to 1; sentences without an act are low. */
  readonly strength: number;
  /** What the lexicon reads for the pair beside the model. Absent where no row has a side of the pair. */
  readonly lexicon?: Lexical;
}

/** A row of the lexicon that holds in the sentence, its root ("none" where it tells no act), and the sides that fit it. */
export interface Lexical {
  readonly row: string;
  readonly root: Root15 | 'none';
  readonly modality: Modality;
  readonly fit: 'both' | 'source' | 'target' | 'turned';
}

let cached: KernelModel | undefined;

function model(): KernelModel {
  cached ??= loadModel(dataPath('models/relations.bin'));
  return cached;
}

/**
 * Root code and quad class of a sentence whose source is marked `<s>…</s>` and whose target `<t>…</t>`.
 * With `open`, one of the marks may be missing or stand within the other.
 * @throws RapportError BAD_PAIR when the marks are not as said.
 */
export function classifyPair(marked: string, options: MarkOptions = {}): PairClass {
  const { text, source, target } = readPair(marked, options);
  const layout = layoutOf(wordsOf(text), source, target);
  const syntax = syntaxOf(layout);
  const lexicon = lexicalOf(lexicalReadings(layout, syntax));
  return { ...classify(layout, syntax), ...(lexicon ? { lexicon } : {}) };
}

const asked = new WeakMap<Word, Map<string, PairClass>>();

/** The same for words already analysed, worked out once; spans and words count characters of the same text. */
export function classifyWords(
  words: readonly Word[],
  source: readonly Span[],
  target: readonly Span[],
): PairClass {
  const [first] = words;
  const read = (): PairClass => {
    const layout = layoutOf(words, source, target);
    return classify(layout, syntaxOf(layout));
  };
  if (!first) return read();
  let known = asked.get(first);
  if (!known) {
    known = new Map();
    asked.set(first, known);
  }
  const key = `${words.length} ${places(source)} ${places(target)}`;
  let found = known.get(key);
  if (!found) {
    found = read();
    known.set(key, found);
  }
  return found;
}

const places = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join();

function classify(layout: Layout, syntax: Syntax): PairClass {
  const known = model();
  const scores = scoresOf(known, featuresOf(layout, syntax), denseOf(layout, syntax));
  const classes = known.classes as readonly Root15[];
  return { ...decide(classes, softmax(scores, known.sharpness)), strength: Math.max(...scores) };
}

function lexicalOf(readings: readonly LexicalReading[]): Lexical | undefined {
  const best = readings[0];
  if (!best || best.fit === 'none') return undefined;
  const { match, root = 'none', modality, fit } = best;
  return { row: match.reading.row, root, modality, fit };
}

/** The words of one sentence, read as a report of one paragraph. */
export function wordsOf(text: string): readonly Word[] {
  const span = { start: 0, end: text.length };
  return analyse({ id: 'pair', origin: 'pair', text, parts: [{ kind: 'paragraph', span }] }).tokens;
}

/** Root and quad class of given chances: the likeliest root, and the quad class that it belongs to. */
export function decide(
  classes: readonly Root15[],
  chances: readonly number[],
): Omit<PairClass, 'strength' | 'lexicon'> {
  const scores = Object.fromEntries(ROOTS15.map((root) => [root, 0])) as Record<Root15, number>;
  const quadScores: Record<Quad, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  classes.forEach((root, i) => {
    scores[root] = chances[i]!;
    quadScores[QUAD15[root]] += chances[i]!;
  });
  const root = best(ROOTS15, (name) => scores[name]);
  return { root, quad: QUAD15[root], scores, quadScores };
}

function best<T>(items: readonly T[], value: (item: T) => number): T {
  return items.reduce((a, b) => (value(b) > value(a) ? b : a));
}
