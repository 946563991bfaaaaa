import { readTable } from '../base/index.js';
import type { Sentence } from '../language/index.js';
import type { Tree } from './tree.js';

/** A word of a setting, or two: the second is empty where one alone speaks for it. */
interface Term {
  readonly second: string;
  readonly setting: string;
  readonly weight: number;
}

/** From this sum of weights on, the words of a setting speak for it. */
const ENOUGH = 2;
/** Where the setting shows in what the sentence is about, or stands in: "In the novel", "The film tells". */
const TOPIC = /^(?:nsubj|root|obl$|nmod$)/;

let loaded: Map<string, Term[]> | undefined;

/** By their first words, single words before pairs. */
function terms(): Map<string, Term[]> {
  if (loaded) return loaded;
  loaded = new Map();
  for (const row of readTable('plover/settings.tsv')) {
    const [first = '', ...rest] = row.term!.split(' ');
    const list = loaded.get(first) ?? [];
    list.push({ second: rest.join(' '), setting: row.setting!, weight: Number(row.weight) });
    loaded.set(first, list);
  }
  for (const list of loaded.values()) list.sort((a, b) => Number(a.second !== '') - Number(b.second !== ''));
  return loaded;
}

/**
 * The setting in which words of conflict and cooperation mean something else ("the Spanish attack", "the film tells of a
 * Soviet attack"): sport, story, nature or market; undefined where too little speaks for one, or words of politics against it.
 */
export function settingOf(tree: Tree, sentence: Sentence): string | undefined {
  const sums = new Map<string, number>();
  const known = terms();
  for (let i = sentence.first; i < sentence.last; i++) {
    for (const { second, setting, weight } of known.get(tree.token(i).lower) ?? []) {
      const last = second === '' ? i : i + 1;
      if (last > i && (last >= sentence.last || tree.token(last).lower !== second)) continue;
      if (setting === 'story' && !isTopic(tree, last, sentence)) continue;
      sums.set(setting, (sums.get(setting) ?? 0) + weight);
    }
  }
  const story = (sums.get('story') ?? 0) >= ENOUGH;
  if (story) return 'story';
  const politics = sums.get('politics') ?? 0;
  return [...sums].find(
    ([name, sum]) => name !== 'politics' && sum >= ENOUGH && (politics === 0 || sum - politics > ENOUGH),
  )?.[0];
}

/** Whether a word opens the sentence, as its subject or before it. */
function isTopic(tree: Tree, at: number, sentence: Sentence): boolean {
  const token = tree.token(at);
  if (!TOPIC.test(token.deprel)) return false;
  return at - sentence.first < 5 || token.deprel.startsWith('nsubj');
}
