import { readTable } from '../../base/index.js';
import { type Root, rootInfo } from '../../code/index.js';
import { analyse, type Document } from '../../language/index.js';
import { reportFromText } from '../../read/index.js';
import { findTimes } from '../../time/index.js';
import type { Asked, AskedAct } from '../types.js';
import { actorsIn } from './actors.js';

type Use = 'closer' | 'apart' | 'ties' | 'recent' | 'last' | 'first' | 'dispute' | 'reverse' | 'act';

let table: Map<string, { use: Use; value: string }[]> | undefined;

/** What a word means in a question; `data/answer/questions.tsv` holds them by lemma. */
function usesOf(lemma: string): readonly { use: Use; value: string }[] {
  if (!table) {
    table = new Map();
    for (const { lemma: word, use, value } of readTable('answer/questions.tsv')) {
      const uses = table.get(word!) ?? [];
      uses.push({ use: use as Use, value: value! });
      table.set(word!, uses);
    }
  }
  return table.get(lemma) ?? [];
}

/**
 * What a question asks: about whom, which act, which time.
 * @param at ISO date from which "now", "last year" and offices are understood.
 */
export function askedOf(text: string, at: string): Asked {
  const document = analyse(reportFromText(text, {}));
  const { actors, open } = actorsIn(document, at);
  const said = wordsOf(document, actors);
  const has = (use: Use): boolean => said.some((word) => word.use === use);
  const act = actOf(said);
  const time = findTimes(text, at)[0]?.interval;
  const kind = kindOf(document.tokens[0]?.lower ?? '', has, act !== undefined);
  // "Getting closer" receives nothing.
  const reverse = has('reverse') && (kind === 'list' || kind === 'whether');
  return {
    text,
    kind,
    actors: (reverse ? [...actors].reverse() : actors).map(({ actor }) => actor),
    open,
    ...(act ? { act } : {}),
    towards: has('closer') ? 'closer' : has('apart') ? 'apart' : 'either',
    recent: has('recent') && !time,
    which: has('first') ? 'first' : 'last',
    ...(time?.start ? { since: time.start } : {}),
    ...(time?.end ? { until: time.end } : {}),
  };
}

interface Said {
  readonly use: Use;
  readonly value: string;
}

/** Words of the question that mean something, names aside ("Ally" the name is not "ally"). */
function wordsOf(document: Document, actors: readonly { start: number; end: number }[]): Said[] {
  return document.tokens
    .filter((token) => !actors.some((a) => a.start <= token.start && token.end <= a.end))
    .flatMap((token) => {
      const own = usesOf(token.lower);
      return own.length > 0 ? own : usesOf(token.lemma);
    });
}

function actOf(said: readonly Said[]): AskedAct | undefined {
  const values = said.filter(({ use }) => use === 'act').flatMap(({ value }) => value.split(' '));
  if (values.length === 0) return undefined;
  const modes = values.flatMap((value) => value.split('/').slice(1));
  const roots = [...new Set(values.map((value) => value.split('/')[0] as Root))];
  return { roots, modes, material: roots.every((root) => rootInfo(root).quad % 2 === 0) };
}

function kindOf(first: string, has: (use: Use) => boolean, act: boolean): Asked['kind'] {
  if (has('dispute')) return 'dispute';
  if (first === 'when' && act) return 'when';
  if (has('closer') || has('apart') || has('ties')) return 'trend';
  if (!act) return 'trend';
  return /^(?:what|which|how|who|where|list)$/.test(first) ? 'list' : 'whether';
}
