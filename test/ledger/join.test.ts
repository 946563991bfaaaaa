import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';
import { key } from '../house/key.js';

const today = '2025-12-31';
const reading = (body: string) => read(`Oslo, March 5, 2024 (Sample Wire) - ${body}`, { today });

describe('one act told twice', () => {
  it('is one event with the evidence of both', () => {
    const { events } = reading(
      'Poland expelled two Russian diplomats on Monday. The expulsion came late. Poland has expelled the Russian diplomats.',
    );
    expect(events.map(key)).toEqual(['POL>RUS SANCTION done']);
    expect(events[0]!.evidence).toHaveLength(2);
  });

  it('stays two events when years lie between', () => {
    const { events } = reading(
      'India attacked Pakistan in May 1999. India attacked Pakistan in February 2019.',
    );
    expect(events.map(key)).toEqual(['IND>PAK ASSAULT historical', 'IND>PAK ASSAULT historical']);
  });

  it('keeps a denial apart from the deed', () => {
    const { events } = reading('Chad attacked Libya. Chad did not attack Libya.');
    expect(events.map((e) => e.modality).sort()).toEqual(['denied', 'done']);
  });
});

describe('a report that disagrees with itself', () => {
  it('is told so with both dates and their places', () => {
    const { disagreements } = reading(
      'Norway expelled a Russian diplomat on February 20. On February 22, Norway expelled the Russian diplomat.',
    );
    expect(disagreements).toHaveLength(1);
    expect(disagreements[0]!.sides.map((s) => s.says)).toEqual(['2024-02-20', '2024-02-22']);
  });

  it('is told so with both tolls', () => {
    const { disagreements } = reading(
      'Israel bombed Lebanon on Monday, killing 12 people. Israel bombed Lebanon on Monday and killed 30 people.',
    );
    expect(disagreements.map((d) => [d.about, d.sides.map((s) => s.says)])).toEqual([
      ['figure', ['12 people', '30 people']],
    ]);
  });

  it('is not told so when the bounds meet', () => {
    const { disagreements } = reading(
      'Israel bombed Lebanon on Monday, killing at least 12 people. Israel bombed Lebanon on Monday and killed 14 people.',
    );
    expect(disagreements).toEqual([]);
  });
});
