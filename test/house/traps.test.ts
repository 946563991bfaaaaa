import { describe, expect, it } from 'vitest';
import { read } from '../../src/index.js';
import { key } from './key.js';

/** The traps of the seed story with other states, names, figures and dates. */
const FRIENDS = `Did Egypt's Sisi Just Mend Fences with Erdogan?
Synopsis
Key Takeaways
- Sisi speaks warmly of the ties between Cairo and Ankara.
- Turkey has delivered drones in considerable numbers.
Cairo, Sep 5 (Sample Post) Egyptian President Abdel Fattah el-Sisi has sent congratulations to Turkish President Recep Tayyip Erdogan, describing the relationship between their countries as a “bridge across the sea,” according to state television reports on Thursday.
In his letter, Sisi called the past year “fruitful,” stressing how both governments have “patiently rebuilt what was lost,” as reported by the Middle East News Agency (MENA).
This letter follows Erdogan's own message to Sisi, sent on August 20.
Earlier, on August 28, Erdogan had sent a message to Sisi, praising Egypt's “tireless” mediation in Gaza.
Egypt and Turkey have been expanding their trade cooperation since the signing of a “strategic friendship” pact during the summit in Ankara in February 2024. Since last year, Turkey has supplied roughly 200 combat drones to help Cairo.`;

const RIVALS = `Is Kosovo Heading for a New Clash with Serbia?
Pristina, Oct 2 (Sample Post) Kosovo on Monday accused Serbia of massing troops along the border and urged NATO to send more peacekeepers.
Kosovo's police arrested three Serbian citizens in Mitrovica on Sunday, the interior ministry said.
Serbia threatened to suspend talks with Kosovo if the men are not released.`;

describe('a friendly story', () => {
  const reading = read(FRIENDS, { today: '2026-01-31' });

  it('is dated by its weekday and its treaty: September 5 is a Thursday in 2013, 2019 and 2024', () => {
    expect(reading.date.date).toBe('2024-09-05');
  });

  it('tells five acts and no others', () => {
    expect(reading.events.map(key).sort()).toEqual([
      'EGY<>TUR COOPERATE ongoing',
      'EGY<>TUR SUPPORT done',
      'EGY>TUR SUPPORT done',
      'TUR>EGY AID ongoing',
      'TUR>EGY SUPPORT done',
    ]);
  });

  it('keeps both dates of the one message', () => {
    expect(reading.disagreements.map((d) => [d.about, d.sides.map((s) => s.says)])).toEqual([
      ['date', ['2024-08-20', '2024-08-28']],
    ]);
  });

  it('has the drones since 2023 with their number', () => {
    const aid = reading.events.find((e) => e.root === 'AID')!;
    expect(aid.dates[0]!.interval).toMatchObject({ start: '2023-01-01', end: null });
    expect(aid.figures).toMatchObject([{ value: 200, unit: 'combat drones', kind: 'weapons' }]);
    expect(reading.registers.material.map((m) => m.kind)).toContain('arms');
  });

  it('names the speakers and through whom', () => {
    const quoted = reading.quotations.filter((q) => q.kind === 'partial' || q.kind === 'direct');
    expect(quoted.map((q) => q.speaker?.actor?.name.replace('al-Sisi', 'el-Sisi'))).toEqual([
      'Abdel Fattah el-Sisi',
      'Abdel Fattah el-Sisi',
      'Abdel Fattah el-Sisi',
      'Recep Tayyip Erdogan',
    ]);
    expect(quoted[0]!.chain[0]!.text).toMatch(/state television/);
    expect(quoted[1]!.chain[0]!.text).toMatch(/Middle East News Agency/);
  });

  it('answers: in words yes, in deeds nothing new', () => {
    expect(reading.brief.answer.text).toMatch(/^In words, yes, closer; in deeds, nothing new\./);
  });
});

describe('an unfriendly story', () => {
  const reading = read(RIVALS, { today: '2026-01-31' });

  it('is dated to the latest Monday, October 2', () => {
    expect(reading.date.date).toBe('2023-10-02');
  });

  it('codes words and deeds with the right sides', () => {
    expect(reading.events.map(key)).toEqual([
      'XKX>SRB ACCUSE done',
      'XKX>IGO REQUEST demanded',
      'XKX>SRB COERCE done',
      'SRB>XKX THREATEN threatened',
    ]);
  });

  it('keeps who claims the arrests', () => {
    const arrest = reading.events.find((e) => e.root === 'COERCE')!;
    const attribution = reading.attributions.find((a) => a.event === arrest.id)!;
    expect(attribution.claimedBy?.text).toBe('the interior ministry');
    expect(arrest.dates[0]!.interval?.start).toBe('2023-10-01');
  });

  it('answers: further apart', () => {
    expect(reading.brief.answer.text).toMatch(/^In words, no, further apart; in deeds, no, further apart\./);
  });
});
