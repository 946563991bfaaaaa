import type { Described, Gender } from './describe.js';

/** Number of weights: features are hashed into it. */
export const SIZE = 1 << 15;

/** What the cluster of a candidate is known to be. */
export interface Cluster {
  readonly genders: ReadonlySet<Gender>;
  readonly names: ReadonlySet<string>;
  readonly size: number;
}

/** FNV-1a. */
function hashed(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0) % SIZE;
}

const bucket = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7);

/** What speaks for and against a mention's being the first of its entity. */
export function firstFeatures(m: Described, known: boolean): number[] {
  const t = m.type;
  return [
    ...[`N ${t}`, `N ${t} ${m.mention.kind}`, `N ${t} ${m.head.deprel}`, `N ${t} known ${known}`],
    ...[`N ${m.plural} ${t}`, `N ${t} ${m.words.length > 3}`, `N first ${m.order === 0}`],
    `N head ${m.pronoun ? '' : m.head.lemma}`,
  ].map(hashed);
}

/** What speaks for and against a mention's being the same as an earlier one. */
export function pairFeatures(m: Described, a: Described, cluster: Cluster): number[] {
  const t = m.type;
  const far = bucket(m.sentence - a.sentence);
  const match = wordMatch(m, a);
  const inside = a.mention.first <= m.mention.first && m.mention.last <= a.mention.last;
  const at = a.type.startsWith('p:') ? a.type : a.mention.form;
  const genders = clash(m.gender, cluster.genders);
  const names = m.mention.form === 'name' ? nameMatch(m, cluster) : '';
  return [
    ...[
      `far ${t} ${far}`,
      `near ${t} ${bucket(m.order - a.order)}`,
      `type ${t} ${a.type}`,
      `match ${t} ${match}`,
    ],
    ...[
      `match ${m.mention.form} ${at} ${match} ${far}`,
      `kinds ${m.mention.form} ${m.mention.kind} ${a.mention.kind} ${match}`,
    ],
    ...[
      `kind ${t} ${a.mention.kind} ${a.plural}`,
      `gender ${t} ${genders}`,
      `gender ${m.gender} ${a.gender} ${match}`,
    ],
    ...[
      `role ${t} ${a.head.deprel}`,
      `roles ${m.head.deprel} ${a.head.deprel} ${m.mention.form}`,
      `role ${t} ${a.head.deprel} ${far}`,
    ],
    ...[
      `inside ${t} ${inside} ${m.head.deprel}`,
      `size ${t} ${bucket(cluster.size)}`,
      `name ${names} ${match}`,
    ],
    ...[
      `joined ${joined(m, a)}`,
      `plural ${m.plural} ${a.plural} ${match}`,
      `state ${m.mention.state} ${a.mention.state} ${match}`,
    ],
    `heads ${m.pronoun ? t : match === 'none' ? `${m.head.lemma} ${a.mention.form === 'noun' ? a.head.lemma : a.mention.kind}` : m.head.lemma}`,
  ].map(hashed);
}

/** How the words of two mentions agree. */
function wordMatch(m: Described, a: Described): string {
  if (m.pronoun || a.pronoun) return m.pronoun && m.pronoun === a.pronoun ? 'same' : 'pronoun';
  if (m.text === a.text) return 'same';
  if (m.words.join(' ') === a.words.join(' ')) return 'words';
  const sameHead = m.head.lower === a.head.lower || (m.head.lemma === a.head.lemma && m.plural === a.plural);
  const subset = m.words.length > 0 && m.words.every((word) => a.words.includes(word));
  if (sameHead)
    return subset ? 'shorter' : a.words.every((word) => m.words.includes(word)) ? 'longer' : 'head';
  if (subset) return 'part';
  if (isInitials(m, a) || isInitials(a, m)) return 'initials';
  return m.words.some((word) => a.words.includes(word)) ? 'some' : 'none';
}

const isInitials = (short: Described, long: Described): boolean =>
  short.words.length === 1 &&
  short.head.text.length > 1 &&
  short.head.text.replace(/\./g, '') === long.initials;

/** Whether a name says something that no name of the cluster says. */
function nameMatch(m: Described, cluster: Cluster): string {
  if (cluster.names.size === 0) return 'unnamed';
  const same = m.words.filter((word) => cluster.names.has(word)).length;
  return same === m.words.length ? 'all' : same > 0 ? 'some' : 'none';
}

/** Whether a gender is that of a cluster, unknown to it or against it. */
function clash(gender: Gender | undefined, genders: ReadonlySet<Gender>): string {
  if (gender === undefined || genders.size === 0) return 'unknown';
  return genders.has(gender) ? 'same' : `${gender}≠${[...genders].sort().join('')}`;
}

/** Apposition and the like: one hangs from the other. */
function joined(m: Described, a: Described): string {
  if (m.head.head === a.head.index) return `down ${m.head.deprel}`;
  if (a.head.head === m.head.index) return `up ${a.head.deprel}`;
  return m.head.head >= 0 && m.head.head === a.head.head ? `side ${m.head.deprel} ${a.head.deprel}` : '';
}
