import { describe, expect, it } from 'vitest';
import { find } from './marked.js';

/** A report of the kind that relays what leaders say through agencies: our own words, other names. */
const TEXT = `Caracas, March 3 (Wire) - Venezuelan President Nicolas Maduro has sent congratulations to Iranian President Masoud Pezeshkian, calling the friendship of their countries an “unbreakable bridge,” according to state television on Monday.
In his letter, Maduro described the past months as “fruitful,” noting how the two peoples had “resisted every siege” with “dignity and patience,” as reported by the Islamic Republic News Agency (IRNA).
Maduro declared, “We believe that this brotherhood will outlive its enemies.”
He stressed that the ties had become a “shield of the free,” pointing to Iranian fuel deliveries, as reported by Tasnim.
“Nobody will stop our ships from crossing the ocean,” he said.
Earlier, Pezeshkian had written to Maduro, praising Venezuela's “courageous” stand at the United Nations.
The two states have worked closely since they signed a “strategic cooperation” agreement in Tehran in June 2022.`;

describe('a report that relays words through agencies', () => {
  const { report, quotations } = find(TEXT);
  const marked = quotations.filter((q) => /[“"]/.test(report.text[q.content[0]!.start - 1] ?? ''));

  it('has every quotation with its speaker and through whom it came', () => {
    const rows = marked.map((q) => [
      report.text.slice(q.content[0]!.start, q.content[0]!.end).replace(/[.,]$/, ''),
      q.speaker?.actor?.name.normalize('NFD').replace(/\p{M}/gu, ''),
      q.chain.filter((s) => s.span).map((s) => s.text.replace(/ \(.*| on Monday/, '')),
    ]);
    expect(rows).toEqual([
      ['unbreakable bridge', 'Nicolas Maduro', ['state television']],
      ['fruitful', 'Nicolas Maduro', ['the Islamic Republic News Agency']],
      ['resisted every siege', 'Nicolas Maduro', ['the Islamic Republic News Agency']],
      ['dignity and patience', 'Nicolas Maduro', ['the Islamic Republic News Agency']],
      ['We believe that this brotherhood will outlive its enemies', 'Nicolas Maduro', []],
      ['shield of the free', 'Nicolas Maduro', ['Tasnim']],
      ['Nobody will stop our ships from crossing the ocean', 'Nicolas Maduro', []],
      ['courageous', 'Masoud Pezeshkian', []],
    ]);
  });
});
