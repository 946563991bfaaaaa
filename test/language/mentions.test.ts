import { describe, expect, it } from 'vitest';
import { analyse, findEntities, findMentions } from '../../src/language/index.js';
import { reportFromText } from '../../src/read/index.js';

const read = (text: string) => analyse(reportFromText(text));
const mentions = (text: string): string[] => {
  const document = read(text);
  return findMentions(document).map(
    (m) => `${document.report.text.slice(m.start, m.end)}=${m.kind}${m.state ? ' state' : ''}`,
  );
};
const entities = (text: string): string[] => {
  const document = read(text);
  return findEntities(document)
    .filter((entity) => entity.mentions.length > 1)
    .map((entity) => entity.mentions.map((m) => document.report.text.slice(m.start, m.end)).join(' | '));
};

describe('mentions', () => {
  it('have the whole phrase and its kind, one within the other', () => {
    const found = mentions('The president of Ghana met his new ministers on Friday. They are in Kumasi.');
    expect(found).toContain('The president of Ghana=person');
    expect(found).toContain('his new ministers=person');
    expect(found).toContain('his=person');
    expect(found).toContain('Kumasi=place');
    expect(found).toContain('Friday=date');
    expect(found.some((one) => /^Ghana=\w+ state$/.test(one))).toBe(true);
  });

  it('end before an apposition and a second member, and hold a relative clause', () => {
    const found = mentions('The officials who signed it met Maria Silva, the mayor, and left the city.');
    expect(found).toContain('Maria Silva=person');
    expect(found).toContain('the mayor=person');
    expect(found).toContain('The officials who signed it=person');
  });
});

describe('coreference', () => {
  it('joins a name, its last part and its pronouns', () => {
    const [one] = entities('Maria Silva spoke on Monday. Silva said that she would leave. Her party agreed.');
    expect(one).toBe('Maria Silva | Silva | she | Her');
  });

  it('keeps apart what has different names', () => {
    const found = entities('Norway sent aid to Kenya. Kenya thanked Norway.');
    expect(found.sort()).toEqual(['Kenya | Kenya', 'Norway | Norway']);
  });

  it('puts every mention into one entity', () => {
    const document = read('The two ministers met in Oslo. They signed a treaty. The treaty ends a dispute.');
    const all = findEntities(document).flatMap((entity) => entity.mentions);
    expect(new Set(all.map((m) => `${m.first}:${m.last}:${m.head}`)).size).toBe(all.length);
    expect(all.length).toBe(findMentions(document).filter((m) => m.kind !== 'number').length);
  });
});
