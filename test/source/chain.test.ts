import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../bench/files/jsonl.js';
import type { Event } from '../../src/code/index.js';
import { analyse } from '../../src/language/index.js';
import { reportFromText } from '../../src/read/index.js';
import { attribute, citron, claims, findQuotations, type Quotation } from '../../src/source/index.js';
import { find } from './marked.js';

function chains(text: string): [string | undefined, string[]][] {
  return find(text).quotations.map((q) => [
    q.speaker?.text,
    q.chain.filter((s) => s.span).map((s) => s.text),
  ]);
}

describe('the chain of sources', () => {
  it.each<[string, string, string[]]>([
    [
      'Yonhap quoted a ministry official as saying that Kim would visit Moscow.',
      'a ministry official',
      ['Yonhap'],
    ],
    [
      'The talks will resume, state media reported on Friday, citing an unnamed official.',
      'an unnamed official',
      ['state media'],
    ],
    ['“Nobody believes this,” a diplomat told Reuters on condition of anonymity.', 'a diplomat', ['Reuters']],
    [
      'The frigate had turned back, the defence ministry said in a statement carried by Interfax.',
      'the defence ministry',
      ['Interfax'],
    ],
    [
      'In an interview with the Financial Times, the minister said Europe must arm.',
      'the minister',
      ['the Financial Times'],
    ],
    ['The minister called the deal “a gift”, according to state media.', 'The minister', ['state media']],
    ['The minister said Europe must arm.', 'The minister', []],
  ])('%s', (text, speaker, passed) => {
    expect(chains(text)).toContainEqual([speaker, passed]);
  });

  it('ends with the outlet, which no words name', () => {
    const last = find('The minister said Europe must arm.').quotations[0]!.chain.at(-1)!;
    expect(last.span).toBeUndefined();
  });

  it('never makes the agency the speaker of words in marks that a person said', () => {
    const { quotations } = find(
      'In his message, Kim Jong-un called the year “fruitful”, as reported by the Korean Central News Agency (KCNA).',
    );
    const marked = quotations.find((q) => q.kind === 'partial')!;
    expect(marked.speaker?.actor?.name).toBe('Kim Jong-un');
    expect(marked.chain[0]!.text).toContain('Korean Central News Agency');
  });
});

describe('speakers', () => {
  it('are resolved through pronouns and offices', () => {
    const { quotations } = find(
      'Russian President Vladimir Putin met his ministers. “The plan stands,” he said. He added that talks would go on.',
    );
    expect(quotations.map((q) => q.speaker?.actor?.name)).toEqual(['Vladimir Putin', 'Vladimir Putin']);
  });

  it('stay open where the words do not tell', () => {
    const { quotations } = find('“The plan stands,” a source said.');
    expect(quotations[0]!.speaker?.text).toBe('a source');
    expect(quotations[0]!.speaker?.actor?.kind ?? 'generic').toBe('generic');
  });
});

function eventAt(text: string, word: string): Event {
  const start = text.indexOf(word);
  return { id: word, trigger: { start, end: start + word.length } } as Event;
}

describe('attribution of acts', () => {
  const text =
    'Russia said its forces captured the village. Ukraine shelled the road. Tanks crossed the river, state media reported.';
  const document = analyse(reportFromText(text, {}));
  const quotations = findQuotations(document, []);
  const events = ['captured', 'shelled', 'crossed'].map((word) => eventAt(text, word));
  const [captured, shelled, crossed] = attribute(document, [], quotations, events);

  it('names who claims an act told in somebody’s words', () => {
    expect(captured!.claimedBy?.text).toBe('Russia');
  });

  it('claims nothing for the report’s own sentences', () => {
    expect(shelled!.claimedBy).toBeUndefined();
    expect(shelled!.chain.filter((s) => s.span)).toEqual([]);
  });

  it('holds media for those who pass on, not for those who claim', () => {
    expect(crossed!.claimedBy).toBeUndefined();
    expect(crossed!.chain[0]!.text).toBe('state media');
  });

  it('keeps what tells no act as claims of their speakers', () => {
    const rest = claims(quotations, events.slice(0, 1));
    expect(rest.every((q) => q.speaker?.text !== 'Russia')).toBe(true);
    expect(claims(quotations, []).some((q) => q.speaker?.text === 'Russia')).toBe(true);
  });
});

describe('the shape of Citron', () => {
  it('gives spans into the text', () => {
    const { report, quotations } = find('The mayor said the bridge was “unsafe”.');
    const record = citron(report, quotations);
    const [clause, words] = record.quotes;
    expect(clause).toMatchObject({
      id: 0,
      type: 'mixed',
      cue: { text: 'said' },
      sources: [{ text: 'The mayor' }],
    });
    expect(words).toMatchObject({ contents: [{ text: 'unsafe' }], within: 0 });
    for (const quote of record.quotes)
      for (const { text, spans } of [...quote.contents, ...quote.sources])
        expect(spans.map((s) => report.text.slice(s.start, s.end)).join(' … ')).toBe(text);
  });
});

interface Labelled {
  readonly text: string;
  readonly quotes: readonly { readonly content: readonly (readonly [number, number])[] }[];
}

describe('the labelled reports', () => {
  const labelled = jsonLines<Labelled>(new URL('./quotes.jsonl', import.meta.url));

  it('are read with hardly a content missed', () => {
    let [wanted, met] = [0, 0];
    for (const { text, quotes } of labelled) {
      const found: Quotation[] = [...find(text).quotations];
      for (const [start, end] of quotes.flatMap((q) => q.content)) {
        wanted++;
        if (found.some((q) => q.content.some((c) => c.start < end && start < c.end))) met++;
      }
    }
    expect(wanted).toBeGreaterThan(140);
    // Measured: 0.99 (npm run bench quotes).
    expect(met / wanted).toBeGreaterThan(0.96);
  });
});

it('reads marks, commas and cues without end in linear time', () => {
  for (const piece of ['“a” “b” ', 'said, that, and, the, official, ', '“We said so.\n', 'He said “ that ']) {
    const time = (length: number): number => {
      const document = analyse(reportFromText(piece.repeat(Math.ceil(length / piece.length)), {}));
      const start = process.cpuUsage();
      findQuotations(document, []);
      return process.cpuUsage(start).user / 1000;
    };
    time(5_000);
    expect(time(40_000)).toBeLessThan(20 * time(10_000) + 200);
  }
}, 120_000);
