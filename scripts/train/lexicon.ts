/**
 * Rebuilds `data/plover/verb-cues.tsv` from PETRARCH2's verb dictionary (`../shared/data/lexicon/CAMEO.2.0.txt`,
 * MIT): which root a verb speaks for, alone or together with one other word.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dataPath } from '../../src/base/index.js';
import { wordVectors } from '../../src/code/classify/vectors.js';
import { cameoInfo, GOLD15 } from '../../src/code/ontology.js';

const dictionary = new URL('../../../shared/data/lexicon/CAMEO.2.0.txt', import.meta.url);
const SOURCE = 'PETRARCH2 CAMEO.2.0 (OEDA, MIT)';
const GRAMMAR = new Set(
  'a an the of in on at by to for with from as and or over into upon against no'.split(' '),
);

const sets = new Map<string, string[]>();
const counts = new Map<string, Map<string, number>>();

/** The root of a code; appeals (02), which PLOVER drops as a category, are requests all the same. */
function rootOf(code: string): string | undefined {
  if (code.startsWith('02')) return 'REQUEST';
  if (code.startsWith('01')) return 'STATEMENT';
  const root = cameoInfo(code)?.root;
  return root && GOLD15[root];
}

function count(verb: string, word: string, code: string): void {
  const root = rootOf(code);
  if (!root || !/^[a-z-]+$/.test(verb) || !/^[a-z-]*$/.test(word)) return;
  const key = `${verb}\t${word}`;
  const roots = counts.get(key) ?? new Map<string, number>();
  roots.set(root, (roots.get(root) ?? 0) + 1);
  counts.set(key, roots);
}

/** The words of a pattern besides its verb; a set stands as `&NAME`. */
function wordsOf(pattern: string): string[] {
  return pattern
    .split(/[\s(){}*]+/)
    .map((word) => word.replace(/_$/, ''))
    .filter((word) => /^&?[A-Z_]+$/.test(word))
    .filter((word) => !GRAMMAR.has(word.toLowerCase()));
}

function expand(word: string): string[] {
  return word.startsWith('&') ? (sets.get(word) ?? []) : [word.toLowerCase()];
}

let set = '';
let verbs: string[] = [];
let standard = '';
for (const raw of readFileSync(dictionary, 'utf8').split('\n')) {
  const line = raw.split('#')[0]!.trim();
  const block = /^---\s+\S+\s+\[([\d-]+)\]/.exec(line);
  if (line.startsWith('&')) {
    set = line.split(/\s/)[0]!.replace(/_$/, '');
    sets.set(set, []);
  } else if (block) {
    set = '';
    verbs = [];
    standard = block[1]!;
  } else if (set && line.startsWith('+')) {
    const word = line.slice(1).replace(/_$/, '').toLowerCase();
    if (/^[a-z]+$/.test(word)) sets.get(set)!.push(word);
  } else if (line.startsWith('- ')) {
    const code = /\[([\d]+)/.exec(line)?.[1];
    const words = [...new Set(wordsOf(line.slice(1, line.indexOf('['))))];
    const origin = raw.split('#')[1]?.trim().split(/\s/)[0]?.toLowerCase();
    if (!code || words.length !== 1) continue;
    const owners = origin && verbs.includes(origin) ? [origin] : verbs;
    for (const verb of owners) for (const word of expand(words[0]!)) count(verb, word, code);
  } else if (/^[A-Z]+(\s|$)/.test(line)) {
    const verb = line.split(/\s/)[0]!.toLowerCase();
    verbs.push(verb);
    count(verb, '', /\[(\d+)\]/.exec(line)?.[1] ?? standard);
  }
}

const best = (roots: ReadonlyMap<string, number>) => [...roots].sort((a, b) => b[1] - a[1]);
const common = wordVectors().rows;
const lines = ['verb\tword\troot\tsource'];
for (const [key, roots] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const ranked = best(roots);
  // A pair that speaks for two roots alike tells nothing.
  if (ranked.length > 1 && ranked[0]![1] === ranked[1]![1]) continue;
  const [verb, word] = key.split('\t');
  // Rare words of a set, and pairs that say no more than the verb alone, are left out.
  if (word && (!common.has(word) || !common.has(verb!))) continue;
  const alone = counts.get(`${verb}\t`);
  if (word && alone && best(alone)[0]![0] === ranked[0]![0]) continue;
  lines.push([key, ranked[0]![0], SOURCE].join('\t'));
}
writeFileSync(dataPath('plover/verb-cues.tsv'), `${lines.join('\n')}\n`);
console.log(lines.length - 1, 'rows');
