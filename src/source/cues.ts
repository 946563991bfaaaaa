import { readTable } from '../base/index.js';

/**
 * `say`: reports words; `think`: reports thoughts; `quote`: reports words only with marks or an explicit "that";
 * `turn`: only with marks right beside it ("…,” she smiled).
 */
export interface Cue {
  readonly lemma: string;
  readonly kind: 'say' | 'think' | 'quote' | 'turn';
  /** A clause may follow without "that". */
  readonly bare: boolean;
  /** What follows is a clause and never an object: "said the troops withdrew". */
  readonly clause: boolean;
  /** The one spoken to may follow as an object: "told Reuters that". */
  readonly audience: boolean;
}

/**
 * What a noun is to reporting: where words are said, when, who passes them on (`paper`: only as part of a name, "Times"),
 * what they stand in.
 */
export type NounKind = 'venue' | 'time' | 'media' | 'paper' | 'document' | 'claim';

let cues: Map<string, Cue> | undefined;
let nouns: Map<string, Set<NounKind>> | undefined;
let titled: Set<string> | undefined;
let titles: Set<string> | undefined;

/** The reporting verb of a lemma; undefined for any other word. */
export function cueOf(lemma: string): Cue | undefined {
  cues ??= new Map(
    readTable('source/cues.tsv').map((row) => [
      row.lemma!,
      {
        lemma: row.lemma!,
        kind: row.kind as Cue['kind'],
        bare: row.bare !== '',
        clause: row.bare === 'clause',
        audience: row.audience === 'audience',
      },
    ]),
  );
  return cues.get(lemma);
}

/** Whether a noun is of a kind. */
export function isNoun(word: string, kind: NounKind): boolean {
  nouns ??= nounTable();
  return nouns.get(word)?.has(kind) ?? false;
}

function nounTable(): Map<string, Set<NounKind>> {
  const table = new Map<string, Set<NounKind>>();
  for (const row of readTable('source/nouns.tsv')) {
    const kinds = table.get(row.noun!) ?? new Set<NounKind>();
    table.set(row.noun!, kinds.add(row.kind as NounKind));
  }
  return table;
}

/** Whether a noun is of the kind that has names in quotation marks: a treaty, an operation, a film. */
export function hasTitle(noun: string): boolean {
  titled ??= new Set(readTable('source/titled.tsv').map((row) => row.noun!));
  return titled.has(noun);
}

/** Whether a word ends a title that stands before a name: "minister", "general". */
export function isTitle(word: string): boolean {
  titles ??= new Set(readTable('world/titles.tsv').map((row) => row.title!.split(' ').at(-1)!));
  return titles.has(word);
}
