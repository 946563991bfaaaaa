import { readDataText } from '../../base/index.js';
import { type Manifest, readArrays } from '../parser/arrays.js';
import type { Document, MentionKind, Token } from '../types.js';
import { edgesOf, inputsOf } from './inputs.js';
import { Net, type Side } from './net.js';

/** What is read of the words of a sentence. */
export interface Reading {
  /** For each word, how likely it heads a mention of each kind of `kinds`, as natural logarithms; the first for none. */
  readonly scores: readonly Float32Array[];
  /** How many words the mention that each word heads reaches back and forwards; undefined where it is unlikely to be one. */
  readonly reach: readonly (readonly [back: number, forwards: number] | undefined)[];
}

interface Card {
  arrays: Manifest[];
  kinds: string[];
  /** How many networks there are; what counts is their mean. */
  nets: number;
}

interface Reader {
  readonly kinds: readonly string[];
  readonly nets: readonly Net[];
}

/** How likely a word may be to head no mention for its reach to be looked for all the same. */
const UNLIKELY = Math.log(0.9);

/** How much is read: kinds alone by one network, reaches too, or both by all networks, which is dearer and more exact. */
export type Depth = 'kinds' | 'quick' | 'full';

const DEPTHS: readonly Depth[] = ['kinds', 'quick', 'full'];

let reader: Reader | undefined;
const readings = new WeakMap<Document, (Reading & { readonly depth: Depth })[]>();

/**
 * What is read of a sentence of a document, at least so deep; worked out when first asked for, and kept as long as the
 * document.
 */
export function readingOf(document: Document, sentence: number, depth: Depth = 'full'): Reading {
  let kept = readings.get(document);
  if (!kept) {
    kept = [];
    readings.set(document, kept);
  }
  const known = kept[sentence];
  if (known && DEPTHS.indexOf(known.depth) >= DEPTHS.indexOf(depth)) return known;
  kept[sentence] = { ...readSentence(document, sentence, depth), depth };
  return kept[sentence];
}

/** The kind of mention at a place of `scores`, counted from 1; GUM, of which the kinds are, calls a date a time. */
export function kindAt(place: number): MentionKind {
  const kind = loadReader().kinds[place]!;
  return kind === 'time' ? 'date' : (kind as MentionKind);
}

/** A number in figures, which GUM does not annotate and which goes by its tag. */
export const isNumber = ({ pos, text }: Token): boolean => pos === 'NUM' && /\d/.test(text);

function loadReader(): Reader {
  if (reader) return reader;
  const card = JSON.parse(readDataText('models/mentions.json')) as Card;
  const arrays = readArrays('models/mentions.bin', card.arrays);
  const nets = Array.from({ length: card.nets }, (_, k) => new Net(arrays, `${k}_`));
  reader = { kinds: card.kinds, nets };
  return reader;
}

function readSentence({ tokens, sentences }: Document, at: number, depth: Depth): Reading {
  const nets = loadReader().nets.slice(0, depth === 'full' ? undefined : 1);
  const sentence = sentences[at]!;
  const inputs = inputsOf(tokens, sentence);
  const each = nets.map((net) => net.encode(inputs, depth !== 'kinds'));
  const scores = inputs.map((_, i) => meanOf(each.map((one) => logarithms(one[i]!))));
  if (depth === 'kinds') return { scores, reach: [] };
  const edges = edgesOf(tokens, sentence);
  const reach = inputs.map((_, head) => {
    if (scores[head]![0]! >= UNLIKELY && !isNumber(tokens[sentence.first + head]!)) return undefined;
    const codes = edges(head);
    const far = (side: Side): number =>
      greatest(meanOf(nets.map((net) => net.edge(side, head, codes[side]))));
    return [far('left'), far('right')] as const;
  });
  return { scores, reach };
}

/** Scores as logarithms of probabilities. */
function logarithms(scores: Float32Array): Float32Array {
  const top = scores.reduce((a, b) => Math.max(a, b));
  const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0);
  return scores.map((score) => score - top - Math.log(sum));
}

function meanOf(rows: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(rows[0]!.length);
  for (const row of rows) for (let k = 0; k < mean.length; k++) mean[k]! += row[k]! / rows.length;
  return mean;
}

/** The place of the greatest number. */
export function greatest(numbers: Float32Array): number {
  let best = 0;
  for (let k = 1; k < numbers.length; k++) if (numbers[k]! > numbers[best]!) best = k;
  return best;
}
