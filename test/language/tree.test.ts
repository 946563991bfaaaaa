import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/index.js';

/** Words among which every mend of a tree finds its occasion. */
const WORDS = [
  ...'at up to least most 19 40 200 since the a an of in by on and , . " “ ” that will would be was were has'.split(
    ' ',
  ),
  ...'Putin Xi Hamas Russia Kim gunmen rebels minister message talks fears place treaty signing summit'.split(
    ' ',
  ),
  ...'sent killed visit hand over pull out promised said holds to follow based given combat drones people'.split(
    ' ',
  ),
];

describe('trees', () => {
  it('have one root and no circle, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }), (words) => {
        const text = words.join(' ');
        const parts = [{ kind: 'paragraph' as const, span: { start: 0, end: text.length } }];
        const { tokens, sentences } = analyse({ id: 'x', origin: 'x', text, parts });
        for (const { first, last } of sentences) {
          const own = tokens.slice(first, last);
          expect(own.filter((token) => token.head < 0)).toHaveLength(1);
          for (const token of own) {
            let steps = 0;
            for (let at = token.index; at >= 0; at = tokens[at]!.head) {
              expect(at).toBeGreaterThanOrEqual(first);
              expect(at).toBeLessThan(last);
              expect(steps++).toBeLessThanOrEqual(own.length);
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
