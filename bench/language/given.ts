import { type Document as Analysed, analyseWords } from '../../src/language/index.js';
import type { Document } from './treebank.js';

/** A document of the treebank read by us with its own sentences and words given. */
export function readGiven(document: Document): Analysed {
  return analyseWords(document.name, document.text, document.sentences);
}
