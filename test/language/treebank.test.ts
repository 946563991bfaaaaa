import { describe, expect, it } from 'vitest';
import { ofCoreference, ofMentions, withGoldTokens } from '../../bench/language/scores.js';
import { ewt, gum, treebankIsHere } from '../../bench/language/treebank.js';

const las = (line: string): number => Number(/LAS (\S+)/.exec(line)![1]);

/** Floors a little under what `npm run bench language` printed when they were set. */
describe.skipIf(!treebankIsHere())('on the treebanks (skipped where ../shared/data is absent)', () => {
  it('draws trees as well as measured', () => {
    expect(las(withGoldTokens(gum('dev')))).toBeGreaterThanOrEqual(0.855);
    expect(las(withGoldTokens(ewt('dev')))).toBeGreaterThanOrEqual(0.845);
  }, 120_000);

  it('finds mentions and their entities as well as measured', () => {
    const three = ofMentions(gum('dev')).find((row) => row.startsWith('these three'))!;
    expect(Number(/spans (\S+)/.exec(three)![1])).toBeGreaterThanOrEqual(0.8);
    expect(Number(/heads (\S+)/.exec(three)![1])).toBeGreaterThanOrEqual(0.855);
    expect(Number(/CoNLL F1 (\S+)/.exec(ofCoreference(gum('dev')))![1])).toBeGreaterThanOrEqual(0.565);
  }, 120_000);
});
