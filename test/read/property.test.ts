import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RapportError } from '../../src/base/index.js';
import {
  decode,
  readReports,
  reportFromHtml,
  reportFromMarkdown,
  reportFromText,
} from '../../src/read/index.js';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function html(text: string): void {
  try {
    const report = reportFromHtml(text);
    for (const { span } of report.parts) expect(span.end).toBeLessThanOrEqual(report.text.length);
  } catch (error) {
    expect(error).toBeInstanceOf(RapportError);
  }
}

const piece = fc.constantFrom(
  ...'<div>|</div>|<p>|</p>|<br>|<table><tr><td>|</td>|</table>|<li>|<a href="/x">|</a>|<b>|</i>|<h1>|</h1>|<script>|</script>|<!--|-->|<article class="story">|</article>|&amp;|&#x110000;|"|\'|<|>|A sentence of some length that ends here. |\u202eשלום |مرحبا |\ud800|\udc00|\u0000|(|)|[|]|- |\n|\n\n|Key Takeaways\n|PARIS, Jan. 5 (Reuters) - |By '.split(
    '|',
  ),
);
const soup = fc.array(piece, { maxLength: 80 }).map((all) => all.join(''));

describe('any input', () => {
  it('never throws on markup, text or Markdown, and spans stay within the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        html(text);
        reportFromMarkdown(text);
        const report = reportFromText(text);
        expect(report.text).toBe(text);
        let at = 0;
        for (const { span } of report.parts) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives results, never exceptions, for any bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      soup.map((text) => new Uint8Array(Buffer.from(text))),
      fc.json().map((text) => new Uint8Array(Buffer.from(text))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        decode(input);
        for await (const one of readReports(['-'], { stdin: once(input) })) {
          if (!one.ok) expect(one.error.message).not.toContain('\n');
        }
      }),
      { numRuns: 300 },
    );
  });
});

// What is quadratic fails every time; a machine that was busy for a moment does not.
describe('linear time', { retry: 2 }, () => {
  /** The best of three runs in milliseconds. */
  function time(run: () => void): number {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3; turn++) {
      const start = process.cpuUsage();
      run();
      best = Math.min(best, process.cpuUsage(start).user / 1000);
    }
    return best;
  }

  const texts: Record<string, (n: number) => string> = {
    'one line': (n) => 'word '.repeat(n),
    'no spaces': (n) => 'x'.repeat(4 * n),
    capitals: (n) => 'AB '.repeat(n),
    'open brackets': (n) => '('.repeat(2 * n),
    'open quotes': (n) => '“ '.repeat(n),
    'short lines': (n) => 'Word word\n'.repeat(n),
    bullets: (n) => '- item\n'.repeat(n),
    stars: (n) => '**a '.repeat(n),
    'square brackets': (n) => '[a]('.repeat(n),
    speakers: (n) => 'Putin: I think.\n'.repeat(n),
    by: (n) => `By ${'Anna '.repeat(n)}`,
    surrogates: (n) => '\ud800'.repeat(2 * n),
    'zero width': (n) => '\u200b\u00a0'.repeat(n),
  };
  const pages: Record<string, (n: number) => string> = {
    ...texts,
    'nested divs': (n) => '<div>'.repeat(n),
    'nested and closed': (n) => '<b>'.repeat(n) + '</i>'.repeat(n),
    'spans with text': (n) => '<div>A sentence of words. '.repeat(n),
    'open paragraphs': (n) => '<p>A sentence of some words, it ends here.'.repeat(n),
    'table soup': (n) => '<table><tr><td>x'.repeat(n),
    'list soup': (n) => '<ul><li><a href=x>'.repeat(n),
    'open comments': (n) => '<!-- '.repeat(n),
    'open tags': (n) => '<a '.repeat(n),
    attributes: (n) => `<div ${'a=b '.repeat(n)}>`,
    classes: (n) => `<div class="${'article-body '.repeat(n)}">text</div>`,
    headings: (n) => `<title>A title of words</title>${'<h1>A title of words</h1>'.repeat(n)}`,
    quotes: (n) => '<blockquote><p>The very same words again and again here.</p></blockquote>'.repeat(n),
    cards: (n) => '<div class=c><h3><a href=/x>A headline of a card</a></h3></div>'.repeat(n),
    breaks: (n) => `<div>${'Some words here.<br><br>'.repeat(n)}</div>`,
    brackets: (n) => '<'.repeat(n),
    entities: (n) => '&amp'.repeat(n),
    json: (n) => `<script type="application/ld+json">${'{"@graph":['.repeat(n)}</script>`,
  };

  const N = 8_000;
  // A doubled input may take twice as long; five times leaves room for a busy machine and still fails what is quadratic.
  function grows(make: (n: number) => string, run: (text: string) => void): void {
    const small = make(N);
    const large = make(4 * N);
    run(small);
    const before = time(() => run(small));
    const after = time(() => run(large));
    expect(after).toBeLessThan(Math.max(60, before * 4 * 2.5));
  }

  it.each(Object.keys(texts))('text: %s', (name) => grows(texts[name]!, (text) => reportFromText(text)));
  it.each(Object.keys(texts))('Markdown: %s', (name) =>
    grows(texts[name]!, (text) => reportFromMarkdown(text)));
  it.each(Object.keys(pages))('HTML: %s', (name) => grows(pages[name]!, html));

  it('reads a line of a million characters and 100,000 nested elements', () => {
    reportFromText('Some words of a very long line. '.repeat(31_250));
    html('<div>'.repeat(100_000) + 'Text. '.repeat(100) + '</div>'.repeat(100_000));
  });
});
