import { existsSync, readFileSync } from 'node:fs';
import { readTable } from '../../src/base/index.js';
import { denseOf } from '../../src/code/classify/dense.js';
import { featuresOf } from '../../src/code/classify/features.js';
import { unitFeatures } from '../../src/code/classify/kernel.js';
import { layoutOf } from '../../src/code/classify/layout.js';
import { readPair } from '../../src/code/classify/mark.js';
import { wordsOf } from '../../src/code/classify/pair.js';
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
}

const shared = new URL('../../../shared/data/gold/', import.meta.url);

/** Whether the labelled sets of `../shared` are there. */
export function haveGold(): boolean {
  return existsSync(new URL('relations.jsonl', shared));
}

/** The labelled set that every figure is measured on. */
export function goldExamples(): Example[] {
  const lines = readFileSync(new URL('relations.jsonl', shared), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { root, marked, quad } = JSON.parse(line) as { root: Root15; marked: string; quad: number };
    return exampleOf(root, marked, quad);
  });
}

/** The hundred and fifty examples that the task was explained with. */
export function shownExamples(): Example[] {
  return tabbed(readFileSync(new URL('examples-150.tsv', shared), 'utf8'));
}

/** Our own sentences, `data/training/pairs.tsv`. */
export function ownExamples(): Example[] {
  return readTable('training/pairs.tsv').map((row) => exampleOf(row.root as Root15 | 'NONE', row.marked!));
}

function tabbed(text: string): Example[] {
  return text
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('root\t'))
    .map((line) => {
      const [root, marked] = line.split('\t');
      return exampleOf(root as Root15, marked!);
    });
}

function exampleOf(root: Root15 | 'NONE', marked: string, given?: number): Example {
  const quad = given ?? (root === 'NONE' ? 0 : QUAD15[root]);
  const { text, source, target } = readPair(marked, { open: true });
  const layout = layoutOf(wordsOf(text), source, target);
  return { root, quad, marked, features: unitFeatures(featuresOf(layout)), dense: denseOf(layout) };
}
