import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Event, type Quotation, read } from '../../src/index.js';

const path = new URL('../../../shared/seed/nationpress-2025-12-27.txt', import.meta.url).pathname;
const present = existsSync(path);
if (!present) console.log('the seed story is not here: its tests are skipped');

const text = present ? readFileSync(path, 'utf8') : '';
const reading = present ? read(text, { today: '2026-01-31' }) : undefined;

function codes(parties: Event['actors']): string {
  return parties
    .map((p) => p.actor?.code ?? '?')
    .sort()
    .join('+');
}

/** "PRK>RUS SUPPORT": both sides and the root; reciprocal acts with `<>` and their sides in order. */
function key(event: Event): string {
  if (event.reciprocal)
    return `${codes([...event.actors, ...event.recipients]).replace('+', '<>')} ${event.root}`;
  return `${codes(event.actors)}>${codes(event.recipients)} ${event.root}`;
}

function find(wanted: string): Event {
  const event = reading!.events.find((e) => key(e) === wanted);
  if (!event) throw new Error(`no ${wanted} among ${reading!.events.map(key).join(', ')}`);
  return event;
}

const said = (event: Event): string => event.evidence.map((s) => text.slice(s.start, s.end)).join('\n');
const words = (q: Quotation): string => q.content.map((s) => text.slice(s.start, s.end)).join(' ');

describe.skipIf(!present)('the seed story', () => {
  it('is dated by its weekday, its treaty and the present', () => {
    expect(reading!.date.date).toBe('2025-12-27');
    expect(reading!.date.candidates).toContain('2025-12-27');
    expect(reading!.date.evidence.map((s) => text.slice(s.start, s.end)).join(' ')).toMatch(
      /Dec 27.*Saturday/,
    );
  });

  it('has its parts: headline, dateline, takeaways, body', () => {
    const { parts, dateline, title } = reading!.report;
    expect(title).toBe("Did North Korea's Kim Jong-un Just Strengthen Ties with Putin?");
    expect(parts.filter((p) => p.kind === 'takeaway')).toHaveLength(5);
    expect(parts.filter((p) => p.kind === 'paragraph')).toHaveLength(8);
    expect(text.slice(dateline!.place!.start, dateline!.place!.end)).toBe('Seoul');
    expect(text.slice(dateline!.agency!.start, dateline!.agency!.end)).toBe('NationPress');
  });

  it('tells six acts and no others', () => {
    expect(reading!.events.map(key).sort()).toEqual(
      [
        'PRK>RUS SUPPORT',
        'RUS>PRK SUPPORT',
        'PRK<>RUS SUPPORT',
        'PRK<>RUS COOPERATE',
        'PRK>RUS AID',
        'RUS<>UKR ASSAULT',
      ].sort(),
    );
  });

  it('codes the greetings of Kim, reported that day', () => {
    const event = find('PRK>RUS SUPPORT');
    expect(event.actors[0]!.actor).toMatchObject({ name: 'Kim Jong-un', sectors: ['GOV'] });
    expect(event.recipients[0]!.actor).toMatchObject({ name: 'Vladimir Putin', sectors: ['GOV'] });
    expect(event.quad).toBe(1);
    expect(event.dates[0]).toMatchObject({ basis: 'reported', interval: { start: null, end: '2025-12-27' } });
    expect(said(event)).toContain('has conveyed New Year’s greetings');
  });

  it('keeps both dates of the greeting of Putin, and says that they disagree', () => {
    const event = find('RUS>PRK SUPPORT');
    expect(event.dates.map((d) => d.interval?.start).sort()).toEqual(['2025-12-18', '2025-12-25']);
    expect(event.actors[0]!.actor!.name).toBe('Vladimir Putin');
    const found = reading!.disagreements.filter((d) => d.about === 'date');
    expect(found).toHaveLength(1);
    expect(found[0]!.event).toBe(event.id);
    expect(found[0]!.sides.map((s) => s.says).sort()).toEqual(['2025-12-18', '2025-12-25']);
    for (const side of found[0]!.sides) expect(side.evidence.length).toBeGreaterThan(0);
  });

  it('dates the treaty to the month', () => {
    const event = find('PRK<>RUS SUPPORT');
    expect(event.dates[0]!.interval).toMatchObject({
      start: '2024-06-01',
      end: '2024-06-30',
      precision: 'month',
    });
    expect(event.place?.name).toBe('Pyongyang');
  });

  it('knows that the collaboration goes on since then', () => {
    const event = find('PRK<>RUS COOPERATE');
    expect(event.quad).toBe(2);
    expect(event.modality).toBe('ongoing');
    expect(event.dates[0]!.interval).toMatchObject({ start: '2024-06-01', end: null });
  });

  it('codes the troops as military aid with their number', () => {
    const event = find('PRK>RUS AID');
    expect(event.modality).toBe('ongoing');
    expect(event.contexts).toContain('military');
    expect(event.dates[0]!.interval).toMatchObject({ start: '2024-01-01', end: null, precision: 'year' });
    expect(event.figures).toHaveLength(1);
    expect(event.figures[0]).toMatchObject({ value: 15_000, unit: 'combat troops', kind: 'troops' });
    expect(said(event)).toContain('North Korean troop deployments');
    expect(said(event)).toContain('dispatched approximately 15,000 combat troops');
  });

  it('keeps the war as background', () => {
    const event = find('RUS<>UKR ASSAULT');
    expect(event.background).toBe(true);
    expect(event.modality).toBe('ongoing');
  });

  it('finds the eight quotations with speaker and source', () => {
    const quoted = reading!.quotations.filter(
      (q) => q.kind !== 'indirect' && /[“"]/.test(text[q.content[0]!.start - 1] ?? ''),
    );
    const rows = quoted.map((q) => [
      words(q).slice(0, 18),
      q.speaker?.actor?.name,
      q.chain
        .filter((s) => s.span)
        .map((s) => s.actor?.name ?? s.text)
        .join(' < '),
    ]);
    expect(rows).toEqual([
      ['precious common as', 'Kim Jong-un', expect.stringMatching(/state media/)],
      ['meaningful', 'Kim Jong-un', expect.stringMatching(/KCNA|Korean Central News Agency/)],
      ['steadily written a', 'Kim Jong-un', expect.stringMatching(/KCNA|Korean Central News Agency/)],
      ['full mutual suppor', 'Kim Jong-un', expect.stringMatching(/KCNA|Korean Central News Agency/)],
      ['I believe that tod', 'Kim Jong-un', ''],
      ['sincerest alliance', 'Kim Jong-un', expect.stringMatching(/Yonhap/)],
      ['No one can sever t', 'Kim Jong-un', ''],
      ['heroic', 'Vladimir Putin', ''],
    ]);
  });

  it('enters the treaty and the troops in the registers', () => {
    const { agreements, material } = reading!.registers;
    expect(agreements).toHaveLength(1);
    expect(agreements[0]!.name).toContain('comprehensive strategic partnership');
    expect(codes(agreements[0]!.parties)).toBe('PRK+RUS');
    expect(agreements[0]).toMatchObject({ place: 'Pyongyang', interval: { start: '2024-06-01' } });
    expect(material.filter((m) => m.kind === 'troops')).toHaveLength(1);
    expect(material.find((m) => m.kind === 'troops')!.figures[0]!.value).toBe(15_000);
  });

  it('answers the headline: in words yes, in deeds nothing new, and the ledger must tell the rest', () => {
    const { answer, question } = reading!.brief;
    expect(question).toMatchObject({ asked: true, dyad: ['PRK', 'RUS'] });
    expect(answer.text).toMatch(/In words, yes/);
    expect(answer.text).toMatch(/in deeds, nothing new/);
    expect(answer.text).toMatch(/ledger/);
    expect(answer.evidence.length).toBeGreaterThan(0);
  });
});
