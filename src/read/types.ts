import type { Span } from '../base/index.js';

/** What a stretch of a report is. The parts are in order and do not overlap. */
export type PartKind =
  | 'headline'
  | 'byline'
  | 'synopsis' // the outlet's own summary: repeats the body and is never coded
  | 'takeaway' // one bullet of the outlet's own takeaways: the same
  | 'heading' // a heading within the body ("Synopsis", "Key Takeaways", "Background")
  | 'paragraph'
  | 'item' // a list item of the body
  | 'table' // a row of a table of figures
  | 'caption'
  | 'credit'; // agency credit, correction note, "(Reporting by …)"

export interface Part {
  readonly kind: PartKind;
  readonly span: Span;
}

/** "Seoul, Dec 27 (NationPress)" at the head of the first body paragraph. */
export interface Dateline {
  readonly span: Span;
  readonly place?: Span;
  readonly date?: Span;
  readonly agency?: Span;
}

/** One published text, cleaned, with the parts it falls into. */
export interface Report {
  /** Given by the input, or else derived from the content: the same text has the same id everywhere. */
  readonly id: string;
  /** The path or address as the user gave it, with `:line` or `#item` for one of many. */
  readonly origin: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly author?: string;
  /** ISO 8601 date or date-time as the input's own metadata states it; absent when only the text can tell. */
  readonly published?: string;
  readonly title?: string;
  /** Cleaned text. For plain text and JSON, cleaning never moves a character. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly dateline?: Dateline;
}
