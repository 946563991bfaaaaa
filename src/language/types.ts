import type { Span } from '../base/index.js';
import type { Report } from '../read/index.js';

/** Universal part-of-speech tags. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Span {
  readonly index: number; // position in Document.tokens
  readonly sentence: number; // position in Document.sentences
  readonly text: string;
  readonly lower: string;
  readonly lemma: string; // lower case
  readonly pos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** Position of the head in Document.tokens; -1 for the root of a sentence. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with its subtype. */
  readonly deprel: string;
}

export type MentionKind =
  | 'person'
  | 'organization'
  | 'place'
  | 'event'
  | 'date'
  | 'number'
  | 'object'
  | 'substance'
  | 'abstract'
  | 'animal'
  | 'plant';

/** A phrase that speaks of somebody or something. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  readonly form: 'name' | 'noun' | 'pronoun';
  /** Whether it names a state; its kind is place or organization then, by the part it plays. */
  readonly state: boolean;
  readonly head: number; // position in Document.tokens
  readonly first: number; // first token
  readonly last: number; // one past the last token
}

/** Somebody or something with all its mentions, in the order of the text. */
export interface Entity {
  readonly mentions: readonly Mention[];
}

export interface Sentence extends Span {
  readonly index: number;
  readonly part: number; // position in Report.parts
  readonly first: number; // first token
  readonly last: number; // one past the last token
}

/** A pair of quotation marks and what they enclose, found by typography alone. */
export interface Quoted extends Span {
  readonly inner: Span; // without the marks
}

/** A report with its language laid open. Only parts that hold prose are analysed. */
export interface Document {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quoted: readonly Quoted[];
}
