import { readTable } from '../base/index.js';

let counts: Map<string, { m: number; f: number }> | undefined;

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
