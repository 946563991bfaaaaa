import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';

const codes = (text: string): string[] =>
  read(text).events.map((e) => `${e.actors[0]?.actor?.code} ${e.root} ${e.recipients[0]?.actor?.code}`);

describe('where words of conflict mean something else', () => {
  it.each([
    'Italy attacked the German goal in the opening minutes of the semifinal.',
    'The film tells of a Soviet attack on Finland.',
  ])('%s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('does not take a sentence for sport that speaks of troops or ministers', () => {
    expect(codes('Russian troops attacked a stadium in Ukraine with missiles after the match.')).toContain(
      'RUS ASSAULT UKR',
    );
  });

  it('finds an event in few of the sentences of bench/exam/negatives.txt', () => {
    const text = readFileSync(new URL('../../bench/exam/negatives.txt', import.meta.url), 'utf8');
    const sentences = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(sentences.length).toBeGreaterThanOrEqual(100);
    expect(sentences.filter((sentence) => codes(sentence).length > 0).length).toBeLessThanOrEqual(4);
  });
});
