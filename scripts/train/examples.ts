import { existsSync, readFileSync } from 'node:fs';
import { jsonLines } from '../../bench/files/jsonl.js';
import { readTable } from '../../src/base/index.js';
import { denseOf } from '../../src/code/classify/dense.js';
import { featuresOf } from '../../src/code/classify/features.js';
import { unitFeatures } from '../../src/code/classify/kernel.js';
import { layoutOf, type Word } from '../../src/code/classify/layout.js';
import { readPair } from '../../src/code/classify/mark.js';
import { wordsOf } from '../../src/code/classify/pair.js';
import { syntaxOf } from '../../src/code/classify/syntax.js';
import { QUAD15, type Root15 } from '../../src/code/ontology.js';

/** A labelled sentence, ready to train on. */
export interface Example {
  /** NONE: the source does nothing to the target that has a root. */
  readonly root: Root15 | 'NONE';
  /** The label's quad class: that of its root, but for a few odd records. */
  readonly quad: number;
  readonly marked: string;
  readonly features: ReadonlyMap<string, number>;
  readonly dense: Float32Array;
  /** In the wording of the codebook's examples, or as the news has it: the same roots, but other words and habits. */
  readonly wording: Wording;
  /** Written after the errors of a cross-validation had been looked at: learned from, but never while one is measured. */
  readonly afterErrors?: boolean;
}

export type Wording = 'codebook' | 'news';

/** What is left out of the features, to measure what it is worth. */
export interface FeatureOptions {
  readonly tree?: boolean;
}

const shared = new URL('../../../shared/data/gold/', import.meta.url);

/** Whether the labelled sets of `../shared` are there. */
export function haveGold(): boolean {
  return existsSync(new URL('relations.jsonl', shared));
}

/** The labelled set that every figure is measured on. */
export function goldExamples(options: FeatureOptions = {}): Example[] {
  const rows = jsonLines<{ root: Root15; marked: string; quad: number }>(new URL('relations.jsonl', shared));
  return rows.map(({ root, marked, quad }) => ({ ...exampleOf(root, marked, 'codebook', options), quad }));
}

/** The hundred and fifty labelled sentences of `examples-150.tsv`. */
export function shownExamples(options: FeatureOptions = {}): Example[] {
  return readFileSync(new URL('examples-150.tsv', shared), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('root\t'))
    .map((line) => {
      const [root, marked] = line.split('\t');
      return exampleOf(root as Root15, marked!, 'codebook', options);
    });
}

/** Our own sentences: first those in the codebook's wording, then those in the wording of the news. */
export function ownExamples(options: FeatureOptions = {}): Example[] {
  return (['codebook', 'news'] as const).flatMap((wording) =>
    readTable(`training/${OWN[wording]}`).map((row) => ({
      ...exampleOf(row.root as Root15 | 'NONE', row.marked!, wording, options),
      afterErrors: row.after === 'errors',
    })),
  );
}

/** Those of our own that a cross-validation may learn from. */
export function blindExamples(options: FeatureOptions = {}): Example[] {
  return ownExamples(options).filter(({ afterErrors }) => !afterErrors);
}

const OWN: Readonly<Record<Wording, string>> = { codebook: 'codebook.tsv', news: 'pairs.tsv' };

/** Sentences are parsed once, however often their features are worked out. */
const parsed = new Map<string, readonly Word[]>();

function exampleOf(
  root: Root15 | 'NONE',
  marked: string,
  wording: Wording,
  options: FeatureOptions,
): Example {
  const quad = root === 'NONE' ? 0 : QUAD15[root];
  const { text, source, target } = readPair(marked, { open: true });
  const words = parsed.get(text) ?? wordsOf(text);
  parsed.set(text, words);
  const layout = layoutOf(words, source, target);
  const syntax = syntaxOf(layout);
  const features = unitFeatures(featuresOf(layout, options.tree === false ? undefined : syntax));
  return { root, quad, marked, features, dense: denseOf(layout, syntax), wording };
}
