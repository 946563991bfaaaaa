import { readTable } from '../base/index.js';

let counts: Map<string, { m: number; f: number }> | undefined;

const MEN = new Set(
  'mr mr. sir lord king prince emir sheikh man father brother son husband bishop'.split(' '),
);
const WOMEN = new Set(
  'mrs mrs. ms ms. lady dame queen princess woman mother sister daughter wife'.split(' '),
);

/** What a title tells: "Mr.", "queen". */
export function genderOfTitle(word: string): 'm' | 'f' | undefined {
  return MEN.has(word) ? 'm' : WOMEN.has(word) ? 'f' : undefined;
}

/** What a noun that describes somebody tells: "wife", "spokeswoman", "chairman". */
export function genderOfNoun(lemma: string): 'm' | 'f' | undefined {
  return genderOfTitle(lemma) ?? (/woman$/.test(lemma) ? 'f' : /[a-z]man$/.test(lemma) ? 'm' : undefined);
}

/** What the first of a person's names tells, by the people of `world/persons.tsv` who bear it; undefined where it is rare or both. */
export function genderOf(name: readonly string[]): 'm' | 'f' | undefined {
  counts ??= count();
  const { m, f } = (name.length > 1 && counts.get(name[0]!)) || { m: 0, f: 0 };
  if (m >= 4 && f * 20 <= m) return 'm';
  return f >= 2 && m * 10 <= f ? 'f' : undefined;
}

function count(): Map<string, { m: number; f: number }> {
  const out = new Map<string, { m: number; f: number }>();
  for (const { name, family, gender } of readTable('world/persons.tsv')) {
    const [first] = name!.toLowerCase().split(' ');
    if ((gender !== 'm' && gender !== 'f') || !first || first === family!.toLowerCase()) continue;
    const both = out.get(first) ?? { m: 0, f: 0 };
    both[gender]++;
    out.set(first, both);
  }
  return out;
}
