import { readTable } from '../../base/index.js';

let cached: Map<string, string> | undefined;

/** The root that a verb speaks for, alone or with one other word, by `data/plover/verb-cues.tsv`. */
export function rootOfVerb(verb: string, word = ''): string | undefined {
  cached ??= new Map(
    readTable('plover/verb-cues.tsv').map((row) => [`${row.verb} ${row.word}`, row.root!] as const),
  );
  return cached.get(`${verb} ${word}`);
}
