import { readTable } from '../base/index.js';

/** before: the sentence goes on behind it; number: it does where a figure follows; either: it may end a sentence. */
export type Abbreviation = 'before' | 'number' | 'either';

let table: Map<string, Abbreviation> | undefined;

/** What an abbreviation, its full stop included, says of the end of a sentence; undefined where it is none. */
export function abbreviation(form: string): Abbreviation | undefined {
  table ??= new Map(
    readTable('language/abbreviations.tsv').map((row) => [row.form!, row.kind as Abbreviation]),
  );
  return table.get(form);
}
