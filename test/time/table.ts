import { expect, it } from 'vitest';
import { type FindOptions, when } from '../../src/time/index.js';

/**
 * Rows of `expression | start | end | precision | relation`, worked out on a paper calendar; `*` is an open side,
 * one date alone is a day, `?` is unresolved.
 */
export function table(anchor: string | undefined, rows: string, options: FindOptions = {}): void {
  for (const row of rows.trim().split('\n')) {
    const [text = '', start = '', end, precision, relation] = row.split('|').map((c) => c.trim());
    it(`${text} (at ${anchor ?? 'no date'})`, () => {
      const found = when(text, anchor, options);
      if (start === '?') {
        expect(found).toHaveProperty('unresolved');
        return;
      }
      const open = (cell: string) => (cell === '*' ? null : cell);
      const wanted = { start: open(start), end: open(end ?? start), precision: precision ?? 'day' };
      expect(found).toMatchObject({
        interval: wanted,
        precision: wanted.precision,
        relation: relation ?? 'during',
      });
    });
  }
}
