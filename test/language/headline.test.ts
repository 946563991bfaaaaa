import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/index.js';

/** The subjects of a headline's main verb, the verb, and its object. */
function core(text: string): string {
  const { tokens } = analyse({
    ...{ id: 'x', origin: 'x', text },
    parts: [{ kind: 'headline', span: { start: 0, end: text.length } }],
  });
  const root = tokens.find((token) => token.head < 0)!;
  const under = (head: number, relation: RegExp): string[] =>
    tokens
      .filter((token) => token.head === head && relation.test(token.deprel))
      .flatMap((token) => [token.text, ...under(token.index, /^conj$/)]);
  return `${under(root.index, /^nsubj/).join('+')} ${root.text} ${under(root.index, /^(?:obj|ccomp|xcomp)$/).join('+')}`.trim();
}

describe('headlines', () => {
  it.each([
    ['Kim to visit Moscow', 'Kim visit Moscow'],
    ['KIM TO VISIT MOSCOW NEXT WEEK', 'KIM VISIT MOSCOW'],
    ['Saudi Arabia, UAE to send aid to Sudan', 'Arabia+UAE send aid'],
    ['Putin, Xi hold talks on trade', 'Putin+Xi hold talks'],
    ['INDIA EXPELS PAKISTANI DIPLOMATS, CLOSES BORDER', 'INDIA EXPELS DIPLOMATS'],
    ['Pakistan shoots down Indian drone', 'Pakistan shoots drone'],
    ['Israel strikes southern Lebanon, killing five', 'Israel strikes Lebanon'],
    ['UN chief condemns attack on aid convoy', 'chief condemns attack'],
    ['• Poland closed two crossings', 'Poland closed crossings'],
    ['Iran says ready for talks', 'Iran says ready'],
  ])('%s', (text, wanted) => {
    expect(core(text)).toBe(wanted);
  });
});
