import { inputOf, rowsOf } from './features.js';
import { firstLayerOf, type Gru, runGru, secondLayerOf, spaceOfGru } from './gru.js';
import { FIXED, Heads, type Parsed } from './heads.js';
import { Kernel, type Matrix } from './kernel.js';
import { loadWeights, type Weights } from './weights.js';

export type { Parsed } from './heads.js';

/** Words whose rows and input half are kept, so that a frequent word costs one look-up. */
const KEPT = 20_000;

type Parser = (words: readonly string[]) => Parsed[];
let weights: Weights | undefined;
let parser: Parser | undefined;

/** Tags and dependency tree of one sentence given as words. Loads its weights at the first call. */
export function parseWords(words: readonly string[]): Parsed[] {
  parser ??= build(loaded());
  return parser(words);
}

/** The place of a word, in small letters, among the 50,000 most frequent of English: small is frequent. */
export function rankOf(word: string): number | undefined {
  return loaded().words.get(word);
}

const rows = new Map<string, readonly number[]>();

/** The rows of a word in the parser's tables, see `rowsOf`. */
export function rowsOfWord(word: string): readonly number[] {
  let found = rows.get(word);
  if (found) return found;
  if (rows.size > KEPT) rows.clear();
  found = rowsOf(loaded(), word);
  rows.set(word, found);
  return found;
}

/** The parser's weights, loaded once: others use its words, its forms and its word vectors. */
export function loaded(): Weights {
  weights ??= loadWeights();
  return weights;
}

function build(weights: Weights): Parser {
  const kernel = new Kernel();
  const { ahead: first, back: firstBack } = firstLayerOf(kernel, weights);
  const { ahead: second, back: secondBack } = secondLayerOf(kernel, weights);
  const heads = new Heads(kernel, weights);
  const size = first.size;
  const gates = gatesOfWords(kernel, weights, first, firstBack);
  const perPosition = 8 * size + heads.perPosition;
  return (words) => {
    const n = words.length + 1;
    const halves = gates(words);
    kernel.begin(n * perPosition + 4 * spaceOfGru(size) + FIXED);
    const f = kernel.floats;
    const forwards = kernel.space(n * 3 * size);
    const backwards = kernel.space(n * 3 * size);
    halves.forEach(({ ahead, back }, i) => {
      f.set(ahead, forwards + i * 3 * size);
      f.set(back, backwards + i * 3 * size);
    });
    // The states of both directions lie side by side as fractions, two in the place of a number.
    const lower = kernel.space(n * size);
    runGru(kernel, first, n, false, forwards, lower, size);
    runGru(kernel, firstBack, n, true, backwards, lower + size / 2, size);
    kernel.affineOfFractions(second.input, lower, n, forwards);
    kernel.affineOfFractions(secondBack.input, lower, n, backwards);
    const upper = kernel.space(n * size);
    runGru(kernel, second, n, false, forwards, upper, size);
    runGru(kernel, secondBack, n, true, backwards, upper + size / 2, size);
    return heads.read(upper, n);
  };
}

/** The input half of the first layer for a word, in both directions. */
interface Halves {
  readonly ahead: Float32Array;
  readonly back: Float32Array;
}

/** The input halves for the root and each word. */
function gatesOfWords(
  kernel: Kernel,
  weights: Weights,
  ahead: Gru<Matrix>,
  back: Gru<Matrix>,
): (words: readonly string[]) => Halves[] {
  const tables = ['vector', 'form', 'affix0', 'affix1', 'affix2', 'affix3', 'names'].map((name) =>
    weights.table(name),
  );
  const rows = 3 * ahead.size;
  const gatesOf = (x: Float32Array): Halves => {
    kernel.begin(x.length + 2 * rows + FIXED);
    const input = kernel.space(x.length);
    const output = kernel.space(2 * rows);
    kernel.floats.set(x, input);
    kernel.affine(ahead.input, input, 1, output);
    kernel.affine(back.input, input, 1, output + rows);
    const f = kernel.floats;
    return { ahead: f.slice(output, output + rows), back: f.slice(output + rows, output + 2 * rows) };
  };
  let root: Halves | undefined;
  const kept = new Map<string, Halves>();
  return (words) => {
    root ??= gatesOf(weights.matrix('root'));
    if (kept.size > KEPT) kept.clear();
    const each = words.map((word) => {
      let found = kept.get(word);
      if (!found) {
        found = gatesOf(inputOf(rowsOfWord(word), tables));
        kept.set(word, found);
      }
      return found;
    });
    return [root, ...each];
  };
}
