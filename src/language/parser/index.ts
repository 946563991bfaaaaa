import { existsSync } from 'node:fs';
import { dataPath } from '../../base/index.js';
import { inputOf } from './features.js';
import { affine, type Gru, runGru } from './gru.js';
import { parseTransitions } from './transitions.js';
import { loadWeights, type Weights } from './weights.js';

/** What the parser says of one word of a sentence. */
export interface Parsed {
  readonly upos: string;
  readonly xpos: string;
  /** Position of the head in the sentence; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

/** Words whose input half is kept, so that a frequent word costs one look-up. */
const KEPT = 40_000;

type Parser = (words: readonly string[]) => Parsed[];
let loaded: Parser | undefined;

/** Tags and dependency tree of one sentence given as words. Loads its weights at the first call. */
export function parseWords(words: readonly string[]): Parsed[] {
  if (!existsSync(dataPath('models/parser.bin')))
    return words.map(() => ({ upos: '', xpos: '', head: -1, deprel: 'dep' }));
  loaded ??= build(loadWeights());
  return loaded(words);
}

function build(weights: Weights): Parser {
  const tables = ['vector', 'form', 'affix0', 'affix1', 'affix2', 'affix3'].map((name) =>
    weights.table(name),
  );
  const directions = (layer: number): [Gru, Gru] => [
    gru(weights, `l${layer}`),
    gru(weights, `l${layer}_reverse`),
  ];
  const [first, firstBack] = directions(0);
  const [second, secondBack] = directions(1);
  const size = first.size;
  const out = 2 * size;
  const heads = new Heads(weights);
  const gatesOf = (x: Float32Array): [Float32Array, Float32Array] => [
    gatesFor(first, x),
    gatesFor(firstBack, x),
  ];
  const root = gatesOf(weights.matrix('root'));
  const kept = new Map<string, [Float32Array, Float32Array]>();
  const gates = (word: string): [Float32Array, Float32Array] => {
    let found = kept.get(word);
    if (!found) {
      if (kept.size >= KEPT) kept.clear();
      found = gatesOf(inputOf(weights, tables, word));
      kept.set(word, found);
    }
    return found;
  };
  return (words) => {
    const n = words.length + 1;
    const forwards = new Float32Array(n * 3 * size);
    const backwards = new Float32Array(n * 3 * size);
    [root, ...words.map(gates)].forEach(([ahead, back], i) => {
      forwards.set(ahead, i * 3 * size);
      backwards.set(back, i * 3 * size);
    });
    const lower = new Float32Array(n * out);
    runGru(first, n, false, forwards, lower, out, 0);
    runGru(firstBack, n, true, backwards, lower, out, size);
    const upper = new Float32Array(n * out);
    affine(second.inputWeights, second.inputBias, lower, n, out, forwards);
    runGru(second, n, false, forwards, upper, out, 0);
    affine(secondBack.inputWeights, secondBack.inputBias, lower, n, out, backwards);
    runGru(secondBack, n, true, backwards, upper, out, size);
    return heads.read(upper, n);
  };
}

function gru(weights: Weights, suffix: string): Gru {
  const stateBias = weights.matrix(`gru_bias_hh_${suffix}`);
  return {
    size: stateBias.length / 3,
    inputWeights: weights.matrix(`gru_weight_ih_${suffix}`),
    inputBias: weights.matrix(`gru_bias_ih_${suffix}`),
    stateWeights: weights.matrix(`gru_weight_hh_${suffix}`),
    stateBias,
  };
}

function gatesFor(cell: Gru, x: Float32Array): Float32Array {
  const out = new Float32Array(3 * cell.size);
  affine(cell.inputWeights, cell.inputBias, x, 1, x.length, out);
  return out;
}

const leaky = (x: number): number => (x > 0 ? x : 0.1 * x);

/** The layers that read tags, arcs and labels off the states of the words. */
class Heads {
  private readonly m: (name: string) => [Float32Array, Float32Array];
  private readonly none: Float32Array;

  constructor(private readonly weights: Weights) {
    const pairs = new Map<string, [Float32Array, Float32Array]>();
    for (const name of ['tag', 'fine', 'label_head', 'label_dependent', 'label', 'state', 'action']) {
      pairs.set(name, [weights.matrix(`${name}_weight`), weights.matrix(`${name}_bias`)]);
    }
    this.m = (name) => pairs.get(name)!;
    this.none = weights.matrix('none');
  }

  read(states: Float32Array, n: number): Parsed[] {
    const heads = this.arcs(states, n);
    const headSide = this.all('label_head', states, n);
    const ownSide = this.all('label_dependent', states, n);
    const size = headSide.length / n;
    const hidden = new Float32Array(n * size);
    for (let i = 1; i < n; i++) {
      const at = i * size;
      for (let k = 0; k < size; k++)
        hidden[at + k] = leaky(headSide[heads[i]! * size + k]! + ownSide[at + k]!);
    }
    const tags = this.all('tag', states, n);
    const fine = this.all('fine', states, n);
    const labels = this.all('label', hidden, n);
    const parsed: Parsed[] = [];
    for (let i = 1; i < n; i++) {
      parsed.push({
        upos: this.weights.tags[best(tags, i, this.weights.tags.length)]!,
        xpos: this.weights.fine[best(fine, i, this.weights.fine.length)]!,
        head: heads[i]! - 1,
        deprel: this.weights.labels[best(labels, i, this.weights.labels.length)]!,
      });
    }
    return parsed;
  }

  private arcs(states: Float32Array, n: number): Int32Array {
    const slots = this.all('state', states, n);
    const size = this.none.length / 5;
    const [weights, bias] = this.m('action');
    const hidden = new Float32Array(size);
    const add = (position: number, slot: number): void => {
      const from = position < 0 ? this.none : slots;
      const at = position < 0 ? slot * size : (position * 5 + slot) * size;
      for (let k = 0; k < size; k++) hidden[k]! += from[at + k]!;
    };
    return parseTransitions(n - 1, (s0, s1, s2, b0, b1, out) => {
      hidden.fill(0);
      add(s0, 0);
      add(s1, 1);
      add(s2, 2);
      add(b0, 3);
      add(b1, 4);
      for (let k = 0; k < size; k++) hidden[k] = leaky(hidden[k]!);
      affine(weights, bias, hidden, 1, size, out);
    });
  }

  private all(name: string, x: Float32Array, n: number): Float32Array {
    const [weights, bias] = this.m(name);
    const out = new Float32Array(n * bias.length);
    affine(weights, bias, x, n, x.length / n, out);
    return out;
  }
}

/** The column with the greatest number in a row. */
function best(scores: Float32Array, row: number, width: number): number {
  let found = 0;
  for (let i = 1; i < width; i++) if (scores[row * width + i]! > scores[row * width + found]!) found = i;
  return found;
}
