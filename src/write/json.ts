import type { Reading } from '../stages.js';
import { type PloverRecord, ploverRecords } from './plover.js';

/** The whole reading of a report as plain data, without the tokens: `rapport read --json`. */
export interface ReadingJson extends Omit<Reading, 'document' | 'events'> {
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly part: number }[];
  /** The events as PLOVER records. */
  readonly events: readonly PloverRecord[];
}

/** Turns a reading into what is written as JSON and what workers hand back. */
export function readingJson(reading: Reading): ReadingJson {
  const { document, events: _, ...rest } = reading;
  const sentences = document.sentences.map(({ start, end, part }) => ({ start, end, part }));
  return { ...rest, sentences, events: ploverRecords(reading) };
}
