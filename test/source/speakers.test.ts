import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { citron } from '../../src/source/index.js';
import { find } from './marked.js';

/** Content and speaker of each quotation: the fullest naming where the text at the place has less. */
function said(text: string): [string, string | undefined][] {
  const { report, quotations } = find(text);
  return quotations
    .filter((q) => q.within === undefined)
    .map((q) => [
      report.text.slice(q.content[0]!.start, q.content[0]!.end).replace(/[.,]$/, ''),
      q.speaker?.stands?.text ?? q.speaker?.text,
    ]);
}

describe('one who speaks is told by the fullest name in the report', () => {
  it.each<[string, string, string, string]>([
    [
      'a pronoun after an apposition',
      'The head of the miners’ union, Ilona Kertesz, left early. “We want air,” she said.',
      'We want air',
      'Ilona Kertesz',
    ],
    [
      'a surname',
      'Transport Minister Paulo Abreu flew home. Abreu said the port would open.',
      'the port would open',
      'Paulo Abreu',
    ],
    [
      'the subject before one who is spoken to',
      'The envoy, Greta Olsen, met Nadia Rahimi on Friday. “I brought nothing,” she said.',
      'I brought nothing',
      'Greta Olsen',
    ],
    [
      'a description that comes back',
      'A port official met the crew. “The ship is sound,” the official said.',
      'The ship is sound',
      'A port official',
    ],
    [
      'a description by age',
      'Rebel leader Salim Bakri gave up. “I am tired,” said the 61-year-old former teacher.',
      'I am tired',
      'Salim Bakri',
    ],
    [
      'a statement by who issued it',
      'The coastguard said in a statement that two boats had sunk. “The search goes on,” the statement said.',
      'The search goes on',
      'The coastguard',
    ],
    [
      'who is presented before words without a cue',
      'Colonel Jean Mbala spoke on the radio. “The road is open.”',
      'The road is open',
      'Colonel Jean Mbala',
    ],
  ])('%s', (_, text, content, speaker) => {
    expect(said(text)).toContainEqual([content, speaker]);
  });

  it('stays open where nobody was told', () => {
    const { quotations } = find('“The plan stands,” she said.');
    expect(quotations[0]!.speaker).toMatchObject({ text: 'she' });
    expect(quotations[0]!.speaker?.stands).toBeUndefined();
  });

  it('has no code in the shape of Citron where no actor is known', () => {
    const { report, quotations } = find(
      'The head of the miners’ union, Ilona Kertesz, left early. “We want air,” she said.',
    );
    expect(citron(report, quotations).quotes[0]!.speaker).toEqual({ name: 'Ilona Kertesz', code: null });
  });
});

describe('words in marks', () => {
  it('are not said by the nearest noun of the report’s own clause', () => {
    const { quotations } = find('Baku said it would take “hard steps” if joint drills began.');
    expect(quotations.map((q) => q.speaker?.text)).toEqual(['Baku', 'Baku']);
  });

  it('have the agent of a passive', () => {
    expect(said('The ship was described as “a floating ruin” by the harbour master.')).toEqual([
      ['a floating ruin', 'the harbour master'],
    ]);
  });

  it('are the speaker’s where an agency only passes them on', () => {
    expect(said('The emir called the raid “a stain”, state media reported.')).toEqual([
      ['a stain', 'The emir'],
    ]);
  });
});

describe('press texts in the first person', () => {
  it('give a turn to whom its label names, to the end of it', () => {
    const found = said(
      'MINISTER HAYASHI: We met today. We will meet again.\n\nI am glad of it.\n\nQUESTION: When?\n\nMINISTER HAYASHI: In May.',
    );
    expect(found.filter(([, who]) => /HAYASHI/.test(who ?? '')).map(([words]) => words)).toEqual([
      'We met today. We will meet again',
      'I am glad of it',
      'In May',
    ]);
  });

  it('take “I” for the one whose name stands above', () => {
    const text = 'Henrik Dahl, Minister of Defence\n\nI announced on Monday that the base will close.';
    expect(said(text)).toEqual([['the base will close', 'Henrik Dahl']]);
  });
});

describe('quotations of our own reports', () => {
  it('keep apart what may be looked at and what may not', () => {
    const ids = ['looked', 'unseen'].map(
      (name) =>
        readFileSync(new URL(`../../bench/quotations/${name}.txt`, import.meta.url), 'utf8').match(
          /^# \w+/gm,
        )!,
    );
    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
  });
});
