import { rootOfVerb } from './cues.js';
import { type Layout, nameOf } from './layout.js';
import { addStructure } from './structure.js';
import { NEGATION, type Syntax } from './syntax.js';

/** Sparse features by name. */
export type Features = Map<string, number>;

/** How the groups of features are weighed against each other. Each group is scaled to length one first. */
const GROUPS: Readonly<Record<string, number>> = {
  bag: 1,
  near: 1,
  between: 1,
  before: 0.5,
  after: 0.7,
  pair: 0.7,
  verb: 1,
  party: 0.6,
  flag: 0.6,
  stem: 0.6,
  cue: 0.8,
};

/** The groups that the tree gives, weighed against all of the words' together, which have length one. */
const DEEP: Readonly<Record<string, number>> = { chain: 0.3, manner: 0.5 };

const REACH = 12;

/** Whether a feature is one of the words and not of the tree. */
export function isOfWords(name: string): boolean {
  return !Object.keys(DEEP).some((group) => name.startsWith(`${group}/`));
}

/**
 * All features of a sentence with its parties. Linear in the length of the sentence. Without `syntax` those of the tree are left
 * out. The rows of the lexicon are none: with them as features fewer pairs are read right (0.861 instead of 0.874).
 */
export function featuresOf(layout: Layout, syntax?: Syntax): Features {
  const near = nearness(layout);
  const words = new Groups(GROUPS);
  addWords(layout, near, words.add);
  addPairs(layout, near, words.add);
  addVerbs(layout, words.add);
  addCues(layout, near, words.add);
  addParties(layout, words.add);
  const deep = new Groups(DEEP);
  if (syntax) addStructure(layout, syntax, deep.add);
  const out = unit(words.join());
  for (const [name, value] of deep.join('/')) out.set(name, value);
  return out;
}

/** Adds a feature to a group; added again, the values sum up. */
export type Add = (group: string, name: string, value?: number) => void;

/** Features in groups, each of which is scaled to its own length, whatever it holds. */
class Groups {
  private readonly groups: ReadonlyMap<string, Features>;

  constructor(private readonly lengths: Readonly<Record<string, number>>) {
    this.groups = new Map(Object.keys(lengths).map((name) => [name, new Map()]));
  }

  readonly add: Add = (group, name, value = 1) => {
    const features = this.groups.get(group)!;
    features.set(name, (features.get(name) ?? 0) + value);
  };

  /** All together; with a mark, each name begins with its group and the mark. */
  join(mark = ''): Features {
    const out: Features = new Map();
    for (const [group, features] of this.groups) {
      const prefix = mark && group + mark;
      for (const [name, value] of unit(features)) out.set(prefix + name, value * this.lengths[group]!);
    }
    return out;
  }
}

/** Scales features to length one. */
function unit(features: Features): Features {
  let square = 0;
  for (const value of features.values()) square += value * value;
  if (square > 0) for (const [name, value] of features) features.set(name, value / Math.sqrt(square));
  return features;
}

/** For each word, 1 beside a party and less with every word further away. */
export function nearness(layout: Layout): number[] {
  const out = new Array<number>(layout.words.length).fill(0);
  let last = Number.NEGATIVE_INFINITY;
  const relax = (i: number) => {
    if (layout.party[i]) last = i;
    const distance = Math.abs(i - last);
    out[i] = Math.max(out[i]!, distance > 60 ? 0.03 : 1 / (1 + distance / 5));
  };
  for (let i = 0; i < out.length; i++) relax(i);
  last = Number.POSITIVE_INFINITY;
  for (let i = out.length - 1; i >= 0; i--) relax(i);
  return out;
}

/** Where a word stands: before both parties, between them, or after both, and which party comes first. */
export function regionOf(layout: Layout, i: number): 'before' | 'between' | 'after' {
  const { source, target } = layout;
  const first = Math.min(source?.from ?? Number.POSITIVE_INFINITY, target?.from ?? Number.POSITIVE_INFINITY);
  const last = Math.max(source?.from ?? -1, target?.from ?? -1);
  // With one party alone, what follows it is where the predicate is.
  if (i < first) return 'before';
  return i < last || !source || !target ? 'between' : 'after';
}

/** ">" when the source comes first, "<" when the target does. */
export function orderOf(layout: Layout): '>' | '<' {
  const { source, target } = layout;
  if (!source) return '<';
  return !target || source.from < target.from ? '>' : '<';
}

function addWords(layout: Layout, near: readonly number[], add: Add): void {
  const order = orderOf(layout);
  layout.words.forEach((word, i) => {
    if (layout.party[i] || word.pos === 'PUNCT') return;
    const name = nameOf(word);
    const region = regionOf(layout, i);
    add('bag', `w:${name}`);
    add('near', `n:${name}`, near[i]);
    add(region, `${region[2]}${order}:${name}`, region === 'between' ? 1 : near[i]);
    if (word.pos === 'VERB' || word.pos === 'NOUN' || word.pos === 'ADJ') {
      if (name.length > 5) add('stem', `c:${name.slice(0, 5)}`, near[i]);
      if (near[i]! > 0.5) add('stem', `e:${word.lower.slice(-3)}`, 0.3);
    }
  });
}

/** Neighbouring words, and content words with the next two. */
function addPairs(layout: Layout, near: readonly number[], add: Add): void {
  const order = orderOf(layout);
  const plain: number[] = [];
  layout.words.forEach((word, i) => {
    if (word.pos !== 'PUNCT') plain.push(i);
  });
  const tag = (i: number) => layout.party[i]?.toUpperCase() || nameOf(layout.words[i]!);
  for (let k = 0; k + 1 < plain.length; k++) {
    const i = plain[k]!;
    const j = plain[k + 1]!;
    if (tag(i) === tag(j) && layout.party[i]) continue;
    add('pair', `2${order}:${tag(i)} ${tag(j)}`, near[i]);
  }
  const content = plain.filter((i) => layout.party[i] === '' && /VERB|NOUN|ADJ/.test(layout.words[i]!.pos));
  for (let k = 0; k < content.length; k++)
    for (const next of content.slice(k + 1, k + 3))
      if (next - content[k]! < 7) add('pair', `k:${tag(content[k]!)} ${tag(next)}`, near[content[k]!]);
}

/** The verbs after the source, their objects, tense, modals and negation. */
function addVerbs(layout: Layout, add: Add): void {
  const order = orderOf(layout);
  const { words, party, source, target } = layout;
  const start = order === '>' ? source!.to : target!.to;
  const verbs: number[] = [];
  for (let i = start; i < words.length && verbs.length < 4; i++)
    if (words[i]!.pos === 'VERB' && !party[i]) verbs.push(i);
  const names = verbs.map((i) => nameOf(words[i]!));
  names.forEach((name, k) => {
    add('verb', `v${k}${order}:${name}`, 1 / (k + 1));
  });
  if (names.length > 1) add('verb', `vv${order}:${names[0]} ${names[1]}`);
  const first = verbs[0];
  if (first !== undefined) {
    const object = words.findIndex(
      (word, i) => i > first && i < first + REACH && word.pos === 'NOUN' && !party[i],
    );
    if (object >= 0) add('verb', `vo${order}:${names[0]} ${nameOf(words[object]!)}`);
    addManner(layout, start, first, names[0]!, add);
  }
  if (order === '>' && target) {
    const before = lastVerb(layout, target.from);
    if (before !== undefined) {
      add('verb', `vt:${nameOf(words[before]!)}`);
      const link = words[target.from - 1];
      if (link) add('verb', `vp:${nameOf(words[before]!)} ${link.lower}`);
    }
  }
  if (order === '<' && source) {
    const before = lastVerb(layout, source.from);
    if (before !== undefined) add('verb', `vs:${nameOf(words[before]!)}`);
  }
}

function lastVerb(layout: Layout, before: number): number | undefined {
  for (let i = before - 1; i >= 0 && i > before - REACH; i--)
    if (layout.words[i]!.pos === 'VERB' && !layout.party[i]) return i;
  return undefined;
}

/** Modals, negation, tense and voice between the first party and its verb. */
function addManner(layout: Layout, start: number, verb: number, name: string, add: Add): void {
  const order = orderOf(layout);
  const { words } = layout;
  let passive = false;
  let negated = false;
  let modal = '';
  for (let i = Math.max(start, verb - 6); i < verb; i++) {
    const word = words[i]!;
    if (NEGATION.has(word.lemma)) negated = true;
    if (word.pos === 'AUX' || word.pos === 'PART') modal += `${word.lower} `;
    passive = word.lemma === 'be' && /(ed|en|n|t)$/.test(words[verb]!.lower);
  }
  add('flag', `m${order}:${modal}`);
  add('flag', `tense${order}:${words[verb]!.lower.slice(-2)}`);
  if (passive) add('flag', `passive${order}`);
  if (negated) {
    add('flag', 'negated');
    add('verb', `not:${name}`);
  }
  if (modal) add('verb', `m:${modal}${name}`);
}

/** Who the parties are, and the words beside them. */
function addParties(layout: Layout, add: Add): void {
  const { words, party, source, target } = layout;
  for (const [tag, span] of [
    ['s', source],
    ['t', target],
  ] as const) {
    if (!span) {
      add('flag', `${tag}:none`);
      continue;
    }
    for (let i = span.from; i < span.to; i++) {
      const word = words[i]!;
      if (word.pos !== 'PUNCT' && word.pos !== 'DET') add('party', `${tag}:${nameOf(word)}`);
    }
    add('flag', `${tag}<:${words[span.from - 1]?.lower ?? '^'}`);
    add('flag', `${tag}>:${words[span.to]?.lower ?? '$'}`);
  }
  add('flag', `order${orderOf(layout)}`);
  if (words.some((word, i) => !party[i] && /^["“”]$/.test(word.lower))) add('flag', 'quote');
}

/** What a dictionary says of the verbs, alone and with one word near them. */
function addCues(layout: Layout, near: readonly number[], add: Add): void {
  const { words, party } = layout;
  let first = true;
  words.forEach((word, i) => {
    if (party[i] || (word.pos !== 'VERB' && word.pos !== 'NOUN')) return;
    const alone = rootOfVerb(word.lemma);
    const weight = word.pos === 'VERB' ? 1 : 0.5;
    if (alone) add('cue', `l:${alone}`, near[i]! * weight);
    if (word.pos !== 'VERB') return;
    let paired = alone;
    for (let j = Math.max(0, i - 3); j < Math.min(words.length, i + 7); j++) {
      const root = j === i ? undefined : rootOfVerb(word.lemma, words[j]!.lemma);
      if (!root) continue;
      add('cue', `lp:${root}`, near[i]!);
      if (j > i) paired = root;
    }
    if (first) add('cue', `l1:${paired ?? 'none'}`);
    first = false;
  });
}
