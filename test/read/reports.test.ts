import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, decode, type ReadOptions, type ReadResult, readReports } from '../../src/read/index.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(inputs: string[], options: ReadOptions = {}): Promise<ReadResult[]> {
  const all: ReadResult[] = [];
  for await (const one of readReports(inputs, options)) all.push(one);
  return all;
}

/** What came of each: the start of the text, or the error's code and place. */
async function brief(inputs: string[], options: ReadOptions = {}): Promise<string[]> {
  const all = await read(inputs, options);
  return all.map((one) =>
    one.ok ? one.report.text.slice(0, 20) : `${one.error.code} ${one.error.where.slice(folder.length + 1)}`,
  );
}

describe('formats', () => {
  it('reads JSONL line by line with usual other names, and goes on after broken lines', async () => {
    const lines = [
      '{"id": 7, "text": "First text.", "published": "2024-01-05", "outlet": "A", "title": "T"}',
      '{broken',
      '',
      '{"headline": "no text"}',
      '"a string"',
      '{"body": "Second text.", "date": "5 January 2024", "source": {"name": "B"}, "headline": "H", "link": "https://b.example/1"}',
    ].join('\n');
    for (const path of [put('a.jsonl', lines), put('a.jsonl.gz', gzipSync(lines)), put('noname', lines)]) {
      const all = await read([path]);
      expect(all.map((one) => (one.ok ? one.report.origin : `${one.error.code} ${one.error.where}`))).toEqual(
        [`${path}:1`, `BAD_JSON ${path}:2`, `INPUT_EMPTY ${path}:4`, `BAD_JSON ${path}:5`, `${path}:6`],
      );
      const last = all[4];
      expect(last?.ok && last.report).toMatchObject({
        title: 'H',
        outlet: 'B',
        published: '2024-01-05',
        url: 'https://b.example/1',
        text: 'Second text.',
      });
      expect(all[0]?.ok && all[0].report.id).toBe('7');
    }
  });

  it('reads JSON objects, arrays and wrapped lists', async () => {
    const one = put('one.json', '{\n  "text": "Only one."\n}');
    const many = put('many.json', '[{"text": "One."}, {"content": "Two."}]');
    const wrapped = put('wrapped.json', '{"status": "ok", "articles": [{"content": "In a list."}]}');
    expect(await brief([one, many, wrapped])).toEqual(['Only one.', 'One.', 'Two.', 'In a list.']);
  });

  it('blanks out tags in the text of a record without moving a character', async () => {
    const text = '<p>Maravia signed.</p><p>Ostland <b>did not</b>.</p>';
    const [one] = await read([put('tags.json', JSON.stringify({ text }))]);
    const report = one?.ok ? one.report : undefined;
    expect(report?.text).toHaveLength(text.length);
    expect(report?.text.indexOf('Ostland')).toBe(text.indexOf('Ostland'));
    expect(report?.text).not.toContain('<');
    expect(report?.parts).toHaveLength(2);
    const plain = put('plain.json', JSON.stringify({ text: 'If a < b and c > d, nothing moves.' }));
    expect(await brief([plain])).toEqual(['If a < b and c > d, ']);
  });

  it('reads the items of feeds', async () => {
    const rss = put(
      'feed.txt',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed Times</title><link>https://f.example</link><description>d</description><item><title>One</title><link>https://f.example/1</link><pubDate>Fri, 05 Jan 2024 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The long text.</p><p>Its second paragraph.</p>]]></content:encoded></item><item><title>Two</title></item></channel></rss>`,
    );
    const atom = put(
      'feed.atom',
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Post</title><id>x</id><updated>2024-01-06T00:00:00Z</updated><entry><title>E</title><id>urn:e</id><updated>2024-01-06T01:00:00Z</updated><content type="html">&lt;p&gt;Entry &amp;amp; text.&lt;/p&gt;</content></entry></feed>`,
    );
    expect(await brief([rss, atom])).toEqual([
      'The long text.\n\nIts ',
      'INPUT_EMPTY feed.txt#2',
      'Entry & text.',
    ]);
    const [first] = await read([rss]);
    expect(first?.ok && first.report).toMatchObject({
      title: 'One',
      outlet: 'Feed Times',
      published: '2024-01-05T10:00:00Z',
      url: 'https://f.example/1',
      origin: `${rss}#1`,
    });
  });

  it('reads Markdown with front matter and gives the cleaned text', async () => {
    const path = put(
      'report.md',
      '---\ntitle: Treaty signed\ndate: 2024-05-01\nsource: The Courier\n---\n# Treaty signed\n\nSARN — *Maravia* signed [a treaty](https://x.example/a_(b)) with **Ostland**.\n\n## Terms\n\n- trains\n- water\n',
    );
    const [one] = await read([path]);
    expect(one?.ok && one.report).toMatchObject({
      title: 'Treaty signed',
      published: '2024-05-01',
      outlet: 'The Courier',
    });
    expect(one?.ok && one.report.text).toContain('Treaty signed\n\nSARN — Maravia signed a treaty');
    expect(one?.ok && one.report.parts.map((part) => part.kind)).toEqual([
      'headline',
      'paragraph',
      'heading',
      'item',
      'item',
    ]);
  });

  it('recognises HTML by what it holds', async () => {
    const page =
      '<!-- saved --><html><body><h1>Title of it</h1><p>The governments of Maravia and Ostland signed a treaty on Friday, officials of both said.</p><p>It shares the river in equal parts and ends a long quarrel.</p></body></html>';
    expect(await brief([put('page.txt', page), put('page.gz', gzipSync(page))])).toEqual([
      'The governments of M',
      'The governments of M',
    ]);
  });

  it('reads directories in order, without hidden files, and standard input', async () => {
    mkdirSync(join(folder, 'dir', 'b'), { recursive: true });
    mkdirSync(join(folder, 'dir', '.git'), { recursive: true });
    put('dir/c.txt', 'Third text.');
    put('dir/a.txt', 'First text.');
    put('dir/b/x.txt', 'Second text.');
    put('dir/.hidden', 'Hidden text.');
    put('dir/.git/x', 'Hidden too.');
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('From the ');
      yield Buffer.from('pipe.');
    }
    expect(await brief([join(folder, 'dir'), '-'], { stdin: stdin() })).toEqual([
      'First text.',
      'Second text.',
      'Third text.',
      'From the pipe.',
    ]);
  });
});

describe('errors', () => {
  it('gives one line each and goes on', async () => {
    const inputs = [
      join(folder, 'missing.txt'),
      put('empty.txt', ''),
      put('blank.txt', ' \n\t\n'),
      put('doc.pdf', '%PDF-1.4 and so on'),
      put(
        'noise.bin',
        Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
      ),
      put('bad.gz', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('no gzip at all')])),
      put('cut.gz', gzipSync(Buffer.from('Some text that is cut. '.repeat(500))).subarray(0, 40)),
      put('hub.html', '<html><body><nav><a href="/">Home</a></nav></body></html>'),
      put('feed.xml', '<rss><channel><item><title>broken'),
      put('last.txt', 'The last text.'),
    ];
    const all = await read(inputs);
    expect(all.map((one) => (one.ok ? 'ok' : one.error.code))).toEqual([
      'INPUT_NOT_FOUND',
      'INPUT_EMPTY',
      'INPUT_EMPTY',
      'INPUT_BINARY',
      'INPUT_BINARY',
      'INPUT_UNREADABLE',
      'INPUT_UNREADABLE',
      'NO_ARTICLE',
      expect.stringMatching(/BAD_FEED|INPUT_EMPTY/),
      'ok',
    ]);
    for (const one of all) if (!one.ok) expect(one.error.message).not.toContain('\n');
  });

  it('refuses what is too large, but streams a long file of short lines', async () => {
    const line = '{"text": "A short text."}\n';
    const long = put('long.jsonl', `${line.repeat(2)}{"text": "${'x'.repeat(900)}"}\n${line}`);
    expect(await brief([long], { maxBytes: 100 })).toEqual([
      'A short text.',
      'A short text.',
      'INPUT_TOO_LARGE long.jsonl:3',
      'A short text.',
    ]);
    expect(await brief([put('long.txt', 'word '.repeat(100))], { maxBytes: 100 })).toEqual([
      'INPUT_TOO_LARGE long.txt',
    ]);
  });
});

describe('encodings', () => {
  const russian =
    'Правительства договорились возобновить перевозки зерна, сообщили официальные представители обеих стран.';
  const chinese = '两国政府周二同意重新开放自三月以来关闭的铁路粮食运输通道，官员表示。';
  const japanese = '両国政府は火曜日、三月から閉鎖されていた穀物輸送の鉄道回廊を再開することで合意した。';
  it.each([
    ['koi8-r', russian],
    ['windows-1251', russian],
    ['gb18030', chinese],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['utf-16le', russian],
    [
      'windows-1252',
      'Le président a déclaré que l’accord était signé à Genève, après « des mois » d’efforts.',
    ],
  ])('guesses %s without a label', (encoding, text) => {
    expect(
      decode(iconv.encode(text.repeat(3), encoding, { addBOM: encoding.startsWith('utf-16') })).text,
    ).toBe(text.repeat(3));
  });

  it('believes the mark, then valid UTF-8, then labels', () => {
    expect(decode(Buffer.from('\ufeffTexte déjà', 'utf8')).text).toBe('Texte déjà');
    expect(decode(Buffer.from('<meta charset="latin1">déjà', 'utf8')).text).toContain('déjà');
    expect(decode(iconv.encode('<meta charset="iso-8859-2">Łódź leży', 'iso-8859-2')).text).toContain(
      'Łódź leży',
    );
    expect(decode(iconv.encode('žluťoučký kůň', 'windows-1250'), 'windows-1250').text).toBe('žluťoučký kůň');
  });
});

describe('article', () => {
  it('is one flat record without headline and byline', async () => {
    const path = put(
      'flat.txt',
      'Treaty signed\n\nBy Mira Kolt\n\nMaravia signed a treaty with Ostland on Friday.',
    );
    const [one] = await read([path]);
    expect(one?.ok && article(one.report)).toEqual({
      file: path,
      title: 'Treaty signed',
      outlet: null,
      author: null,
      published: null,
      text: 'Maravia signed a treaty with Ostland on Friday.',
    });
  });
});
