import type { Span } from '../../base/index.js';
import type { Figure } from '../../code/index.js';

/** Numbers as news writes them in words, by their value. */
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const NUMBER = `(?<bound>at least |more than |over )?(?<number>\\d{1,3}(?:,\\d{3})+|\\d+|${WORDS.slice(1).join('|')})`;
const REVISED = new RegExp(
  `(?<!\\bbring(?:s|ing) .{0,40})\\btoll\\b[^;\\n]{0,200}?\\b(?:to|at|reach(?:es|ed)|is|was) ${NUMBER}(?: (?:people|deaths|dead|killed|civilians|soldiers))?\\b`,
  'i',
);
const WOUNDED = new RegExp(
  `\\b${NUMBER} (?:others? |people |civilians? |soldiers? )?(?:were |are )?(?:injured|wounded|injuries)\\b`,
  'i',
);

/**
 * Figures of a sentence that revises a toll: "The death toll from Friday's strike rises to 20, with 75 injured". The strike
 * is the act, and the figures stand in a clause of their own, so that the coder does not give them to it. The toll of a whole
 * war, to which a strike brings some more, is none of the strike's.
 */
export function tollsIn(text: string, { start, end }: Span): Figure[] {
  const sentence = text.slice(start, end);
  const dead = REVISED.exec(sentence);
  if (!dead) return [];
  const rest = dead.index + dead[0].length;
  const wounded = WOUNDED.exec(sentence.slice(rest));
  return [figure('dead', dead, start), ...(wounded ? [figure('wounded', wounded, start + rest)] : [])];
}

function figure(kind: Figure['kind'], match: RegExpExecArray, from: number): Figure {
  const { bound = '', number = '' } = match.groups ?? {};
  const word = WORDS.indexOf(number.toLowerCase());
  const value = word >= 0 ? word : Number(number.replaceAll(',', ''));
  const low = /than|over/i.test(bound) ? value + 1 : value;
  const at = from + match.index + match[0].lastIndexOf(bound + number);
  return {
    kind,
    value,
    low,
    high: bound === '' ? value : null,
    unit: 'people',
    span: { start: at, end: at + bound.length + number.length },
  };
}
