import { describe, expect, it } from 'vitest';
import {
  type BookReport,
  containment,
  dayNumber,
  disputes,
  leftOut,
  read,
  reportFromText,
  StoryBook,
  sketch,
  type Telling,
  tellingsOf,
  weigh,
  weighFollow,
} from '../../src/index.js';

const today = '2026-11-01';
let next = 0;
const readText = (text: string) => reportFromText(text, {});

function report(head: string, body: string, outlet: string): BookReport {
  const reading = read(`${head} (${outlet}) - ${body}\n`, { today });
  const id = `r${++next}`;
  const tellings = tellingsOf(reading, id).map((telling) => ({ ...telling, outlet }));
  return { id, outlet, day: dayNumber(reading.date.date!), text: reading.report.text, tellings };
}

function book(reports: readonly BookReport[]): StoryBook {
  const all = new StoryBook();
  for (const one of reports) all.add(one);
  return all;
}

function told(reports: readonly BookReport[]): Map<string, Telling> {
  return new Map(reports.flatMap((one) => one.tellings.map((t) => [t.id, t] as const)));
}

const STRIKE = report(
  'BEIRUT, April 9, 2024',
  'Israel bombed a warehouse in Tyre in Lebanon on Tuesday, killing four people.',
  'Harbour Post',
);
const TOLL = report(
  'TYRE, April 10, 2024',
  'Israel bombed a warehouse in Tyre in Lebanon on Tuesday and killed seven people.',
  'Eastern Gazette',
);
const LATER = report(
  'TYRE, April 12, 2024',
  'Israel bombed a warehouse in Tyre in Lebanon on Tuesday and killed seven people, the mayor said.',
  'Meridian Courier',
);
const FRIDAY = report(
  'SIDON, April 13, 2024',
  'Israel bombed a bridge near Sidon in Lebanon on Friday, killing one person.',
  'Eastern Gazette',
);
const DENIAL = report(
  'JERUSALEM, April 10, 2024',
  'Israel did not bomb a warehouse in Tyre in Lebanon on Tuesday.',
  'Plain Record',
);

describe('a text', () => {
  const words = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ');

  it('holds a shorter one that it was made from by adding a paragraph', () => {
    expect(
      containment(sketch(words), sketch(`${words}\n\nA paragraph of its own that tells of something new.`)),
    ).toBe(1);
  });

  it('holds little of one that tells the same in other words', () => {
    expect(containment(sketch(STRIKE.text), sketch(FRIDAY.text))).toBeLessThan(0.4);
  });
});

describe('stories', () => {
  it('hold the tellings of one act, and not the same act on another day', () => {
    const stories = book([STRIKE, TOLL, FRIDAY]).stories();
    expect(stories.map((s) => s.counts)).toEqual([
      { reports: 2, sources: 2, acts: 1 },
      { reports: 1, sources: 1, acts: 1 },
    ]);
  });

  it('say why each telling was joined, and the grounds add up to the score', () => {
    const [story] = book([STRIKE, TOLL]).stories();
    const join = story!.joins[0]!;
    expect(join.grounds.map((g) => g.about)).toEqual(expect.arrayContaining(['sides', 'date', 'wording']));
    expect(join.grounds.reduce((sum, g) => sum + g.points, 0)).toBeCloseTo(join.score, 2);
    expect(join.score).toBeGreaterThan(0);
  });

  it('weigh two tellings alike whichever comes first', () => {
    const all = [STRIKE, TOLL, LATER, FRIDAY, DENIAL].flatMap((one) => one.tellings);
    for (const a of all) for (const b of all) expect(weigh(b, a)?.score).toBe(weigh(a, b)?.score);
  });

  it('do not depend on the order of the reports', () => {
    const reports = [STRIKE, TOLL, LATER, FRIDAY, DENIAL];
    const expected = book(reports).stories();
    expect(book([...reports].reverse()).stories()).toEqual(expected);
    expect(book([reports[2]!, reports[4]!, reports[0]!, reports[3]!, reports[1]!]).stories()).toEqual(
      expected,
    );
  });

  it('count two outlets that cite one agency as one source', () => {
    const body = 'North Korea fired a missile towards Japan on Tuesday, the news agency KCNA said.';
    const [story] = book([
      report('SEOUL, June 25, 2024', body, 'Harbour Post'),
      report(
        'TOKYO, June 25, 2024',
        `${body} Residents of Hokkaido were told to seek shelter in the morning.`,
        'Lakeside Daily',
      ),
    ]).stories();
    expect(story!.counts).toEqual({ reports: 2, sources: 1, acts: 1 });
  });

  it('keep a plan apart from its carrying out, and link the two', () => {
    const plan = report(
      'WARSAW, March 6, 2024',
      'Poland will expel two Russian diplomats on Friday.',
      'Plain Record',
    );
    const deed = report(
      'WARSAW, March 8, 2024',
      'Poland expelled two Russian diplomats on Friday.',
      'Harbour Post',
    );
    expect(book([plan, deed]).stories()).toHaveLength(2);
    expect(weigh(plan.tellings[0]!, deed.tellings[0]!)).toBeUndefined();
    const follow = weighFollow(deed.tellings[0]!, plan.tellings[0]!);
    expect(follow).toMatchObject({ a: plan.tellings[0]!.id, b: deed.tellings[0]!.id });
    expect(follow!.score).toBeGreaterThan(0);
  });
});

describe('disagreements across reports', () => {
  const reports = [STRIKE, TOLL, LATER, DENIAL];
  const tellings = told(reports);
  const [story] = book(reports).stories();
  const found = disputes(
    story!,
    story!.tellings.map((id) => tellings.get(id)!),
  );

  it('give both figures with who tells each and where', () => {
    const figure = found.find((one) => one.about === 'figure')!;
    expect(figure.sides.map((side) => side.says)).toEqual(['4 people', '7 people']);
    const voice = figure.sides[0]!.voices[0]!;
    expect(STRIKE.text.slice(voice.evidence[0]!.start, voice.evidence[0]!.end)).toContain('four people');
  });

  it('are settled when later reports tell one side alone', () => {
    const figure = found.find((one) => one.about === 'figure')!;
    expect(figure.settled).toMatchObject({ says: '7 people', since: dayNumber('2024-04-10') });
  });

  it('tell that an act is denied', () => {
    const modality = found.find((one) => one.about === 'modality')!;
    expect(modality.sides.map((side) => side.says)).toEqual(['denied', 'happened']);
    expect(modality.settled).toBeUndefined();
  });

  it('are none where all agree', () => {
    const [agreed] = book([TOLL, LATER]).stories();
    expect(
      disputes(
        agreed!,
        agreed!.tellings.map((id) => tellings.get(id)!),
      ),
    ).toEqual([]);
  });
});

describe('two accounts of one telephone call', () => {
  const ours = report(
    'MOSCOW, May 19, 2025',
    'Russian President Vladimir Putin spoke by telephone with US President Donald Trump on Monday. They discussed an exchange of prisoners. Putin congratulated the American president on the birth of a grandson.',
    'Kremlin Desk',
  );
  const theirs = report(
    'WASHINGTON, May 19, 2025',
    'US President Donald Trump spoke by telephone with Russian President Vladimir Putin on Monday. The exchange of prisoners was discussed. Trump demanded an immediate ceasefire in Ukraine.',
    'Washington Desk',
  );

  it('are one story of two sources', () => {
    const call = book([ours, theirs])
      .stories()
      .find((story) => story.counts.reports === 2);
    expect(call?.counts).toEqual({ reports: 2, sources: 2, acts: 1 });
  });

  it('are one story, too, in the style of two press offices, of which one gives no day', () => {
    const office = (outlet: string, published: string, text: string): BookReport => {
      const reading = read({ ...readText(text), outlet, published }, { today });
      const id = `r${++next}`;
      const tellings = tellingsOf(reading, id);
      return { id, outlet, day: dayNumber(published), text, tellings };
    };
    const call = [
      office(
        'President of Russia',
        '2021-07-10',
        'Vladimir Putin had a telephone conversation with President of the United States Joseph Biden. The presidents talked about the delivery of relief goods to Syria.',
      ),
      office(
        'The White House',
        '2021-07-09',
        'President Joseph R. Biden, Jr. spoke today with President Vladimir Putin. He pressed Russia to act against gangs that attack hospitals with ransomware.',
      ),
    ];
    const story = book(call)
      .stories()
      .find((one) => one.counts.reports === 2);
    expect(story?.counts).toEqual({ reports: 2, sources: 2, acts: 1 });
  });

  it('show what each leaves out', () => {
    const out = leftOut([
      { report: ours.id, text: ours.text },
      { report: theirs.id, text: theirs.text },
    ]);
    const words = out.map(({ told: id, spans }) =>
      spans.map((span) => (id === ours.id ? ours : theirs).text.slice(span.start, span.end)).join(' '),
    );
    expect(words[0]).toContain('grandson');
    expect(words[0]).not.toContain('exchange of prisoners');
    expect(words[1]).toContain('ceasefire');
    expect(words[1]).not.toContain('exchange of prisoners');
  });
});
