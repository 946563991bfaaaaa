import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, askedOf, Ledger, readReport, reportFromText } from '../../src/index.js';

const REPORTS = [
  'Ministers meet\n\nNAIROBI, March 7, 2024 (Sample Wire) - Kenya and Ethiopia held talks in Nairobi on Thursday.\n',
  'Aid arrives\n\nKYIV, April 9, 2024 (Sample Wire) - Germany sent 20 tanks to Ukraine on Tuesday.\n',
  'More tanks\n\nKYIV, April 10, 2024 (Sample Wire) - Germany sent 35 tanks to Ukraine on Tuesday.\n',
  'Macron in Berlin\n\nBERLIN, May 28, 2024 (Sample Wire) - French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Tuesday.\n',
];

describe('what a question asks', () => {
  const of = (text: string) => askedOf(text, '2025-12-27');

  it('is about actors, persons among them, in their order', () => {
    const asked = of('Did Kim Jong-un just strengthen ties with Putin?');
    expect(asked).toMatchObject({ kind: 'trend', towards: 'closer', recent: true });
    expect(asked.actors.map((a) => [a.code, a.kind])).toEqual([
      ['PRK', 'person'],
      ['RUS', 'person'],
    ]);
  });

  it('is how a relation changed, where it does not ask whether one way', () => {
    expect(of('How have relations between Kenya and Ethiopia changed?')).toMatchObject({
      kind: 'trend',
      towards: 'either',
    });
    expect(of('Are Kenya and Ethiopia drifting apart?')).toMatchObject({ kind: 'trend', towards: 'apart' });
  });

  it('is about an act and a time', () => {
    expect(of('What has North Korea sent to Russia since 2024?')).toMatchObject({
      kind: 'list',
      act: { roots: ['AID'], material: true },
      since: '2024-01-01',
    });
    expect(of('When did India and China last meet?')).toMatchObject({
      kind: 'when',
      which: 'last',
      act: { roots: ['CONSULT'] },
    });
    expect(of('Did Israel attack Iran in June 2025?')).toMatchObject({
      kind: 'whether',
      act: { roots: ['ASSAULT'] },
      since: '2025-06-01',
      until: '2025-06-30',
    });
  });

  it('turns round what is received', () => {
    expect(of('What has Ukraine received from Germany?').actors.map((a) => a.code)).toEqual(['DEU', 'UKR']);
  });

  it('reads the other direction and disagreement', () => {
    expect(of('Have relations between Turkey and Greece worsened since 2020?')).toMatchObject({
      kind: 'trend',
      towards: 'apart',
    });
    expect(of('Who disagrees about Russia and Ukraine?').kind).toBe('dispute');
  });

  it('leaves a name open that many have', () => {
    const asked = of('When did Kim and Putin last meet?');
    expect(asked.actors.map((a) => a.code)).toEqual(['RUS']);
    expect(asked.open.join()).toMatch(/Kim/);
  });
});

describe('asking a ledger', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await Ledger.open(':memory:');
    await ledger.add(REPORTS.map((text) => readReport(reportFromText(text, {}), { today: '2025-01-01' })));
  });
  afterAll(() => ledger.close());
  const of = (question: string): Promise<Answer> => ask(ledger, question, { at: '2024-06-15' });

  it('says when two persons met, where, and the words that say so', async () => {
    const answer = await of('When did Emmanuel Macron and Olaf Scholz last meet?');
    expect(answer.known).toBe(true);
    expect(answer.verdict).toMatch(/^2024-05-28, in Berlin/);
    const { event, report } = answer.sections[0]!.lines[0]!.told[0]!;
    expect(report!.text.slice(event.evidence[0]!.start, event.evidence[0]!.end)).toContain(
      'met German Chancellor',
    );
  });

  it('lists what was sent, and the figures that differ', async () => {
    const answer = await of('What has Germany sent to Ukraine since 2024?');
    // Both reports tell of Tuesday's delivery, and both have it from one agency.
    expect(answer.verdict).toMatch(/^1 act of AID by Germany towards Ukraine from 2024-01-01/);
    expect(answer.verdict).toContain('from 1 independent source in 2 reports');
    const differ = answer.sections.find((s) => s.title === 'Figures that differ')!;
    expect(differ.lines[0]!.text).toMatch(/20 tanks.*35 tanks/);
    expect(differ.lines[0]!.told).toHaveLength(2);
  });

  it('asks in the direction that is asked', async () => {
    const answer = await of('What has Ukraine sent to Germany since 2024?');
    expect(answer.known).toBe(false);
    expect(answer.verdict).toMatch(/no act of AID by Ukraine towards Germany/);
  });

  it('tells words from deeds, and that too little is known for a shift', async () => {
    const { verdict, relation } = await of('Are Germany and Ukraine getting closer?');
    expect(verdict).toMatch(/In words, nothing new; in deeds, yes, closer \(2 cooperative, 0 hostile\)/);
    // Both reports tell of the same tanks: two events, one act.
    expect(verdict).toMatch(/the ledger cannot tell: 1 act:/);
    expect(relation!.shifts).toEqual([]);
  });

  it('does not make up what it does not hold', async () => {
    const answer = await of('Are Chile and Peru getting closer?');
    expect(answer.known).toBe(false);
    expect(answer.verdict).toMatch(/holds no act of Chile and Peru/);
    expect((await of('What will happen tomorrow?')).verdict).toMatch(/no actor is named/);
  });
});
