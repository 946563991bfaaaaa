import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../src/language/index.js';

const around = (text: string, words: string): string => {
  const start = text.indexOf(words);
  const span = sentenceAround(text, { start, end: start + words.length });
  return text.slice(span.start, span.end);
};

describe('sentenceAround', () => {
  const text = 'A headline\n\nThe U.S. sent aid. Mr. Kim met Mr. Putin in Moscow. They agreed.\n\nThe end.';

  it('is the whole sentence of some words, abbreviations and all', () => {
    expect(around(text, 'met')).toBe('Mr. Kim met Mr. Putin in Moscow.');
    expect(around(text, 'sent aid')).toBe('The U.S. sent aid.');
    expect(around(text, 'headline')).toBe('A headline');
  });

  it('is all sentences that the words reach into', () => {
    expect(around(text, 'Moscow. They')).toBe('Mr. Kim met Mr. Putin in Moscow. They agreed.');
  });

  it('holds the words themselves in an endless line, and ends somewhere near them', () => {
    const endless = `${'word '.repeat(100_000)}here ${'word '.repeat(100_000)}`;
    const found = around(endless, 'here');
    expect(found).toContain('here');
    expect(found.length).toBeLessThan(3000);
  });
});
