import { readTable } from '../base/index.js';

let strengths: Map<string, string> | undefined;
let titled: Set<string> | undefined;

/** How surely a verb reports somebody's words: `strong`, `weak` (also thoughts), or not at all. */
export function cueStrength(lemma: string): string | undefined {
  strengths ??= new Map(readTable('source/cues.tsv').map((row) => [row.lemma!, row.strength!]));
  return strengths.get(lemma);
}

/** Whether a noun is of the kind that has names in quotation marks: a treaty, an operation, a film. */
export function hasTitle(noun: string): boolean {
  titled ??= new Set(readTable('source/titled.tsv').map((row) => row.noun!));
  return titled.has(noun);
}
