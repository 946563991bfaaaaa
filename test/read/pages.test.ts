import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decode, type Report, reportFromHtml } from '../../src/read/index.js';

const FOLDER = fileURLToPath(new URL('./pages/', import.meta.url));
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.htm'))
  .map((name) => name.slice(0, -4));

function gold(name: string): { head: Record<string, string>; paragraphs: string[] } {
  const [head = '', ...rest] = readFileSync(`${FOLDER}${name}.txt`, 'utf8').split('\n---\n');
  const lines = head.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
  const paragraphs = rest.join('').split(/\n+/).filter(Boolean);
  return { head: Object.fromEntries(lines), paragraphs };
}

function read(name: string): Report {
  const { head } = gold(name);
  return reportFromHtml(decode(readFileSync(`${FOLDER}${name}.htm`)).text, head.url ? { url: head.url } : {});
}

describe('pages of many kinds of sites', () => {
  it.each(names)('%s: the paragraphs, in order, and nothing else', (name) => {
    expect(read(name).text.split(/\n+/)).toEqual(gold(name).paragraphs);
  });

  it.each(names)('%s: what the page says of itself', (name) => {
    const { title, outlet, author, published } = read(name);
    const { head } = gold(name);
    expect({ title, outlet, author, published }).toEqual({
      title: head.title,
      outlet: head.outlet,
      author: head.author,
      published: head.published,
    });
  });

  it.each(names)('%s: parts are in order, do not overlap and leave no letter out', (name) => {
    const { text, parts } = read(name);
    let at = 0;
    for (const { span } of parts) {
      expect(text.slice(at, span.start).trim()).toBe('');
      expect(span.end).toBeGreaterThan(span.start);
      at = span.end;
    }
    expect(text.slice(at).trim()).toBe('');
  });

  it('names takeaways, items, table rows, headings and credits', () => {
    const kinds = (name: string): string[] => read(name).parts.map((part) => part.kind);
    expect(kinds('keypoints').slice(0, 4)).toEqual(['heading', 'takeaway', 'takeaway', 'paragraph']);
    expect(kinds('pressrelease').filter((kind) => kind === 'table')).toHaveLength(4);
    expect(kinds('structure').filter((kind) => kind === 'item')).toHaveLength(3);
    expect(kinds('aplike').at(-1)).toBe('credit');
  });

  it('finds the dateline of a page', () => {
    const { text, dateline } = read('aplike');
    expect(dateline && text.slice(dateline.span.start, dateline.span.end)).toBe('NORDHAVEN (WIRE) —');
  });
});

describe('pages without an article', () => {
  const refuses = (html: string): void =>
    expect(() => reportFromHtml(html, { origin: 'page.html' })).toThrow(
      /^page\.html: no article .*\(NO_ARTICLE/,
    );

  it('refuses an empty page, a login form and a menu', () => {
    refuses('<html><body></body></html>');
    refuses('<html><body><form><input name="u"><button>Log in</button></form></body></html>');
    refuses(`<ul>${'<li><a href="/x">A link to another page of this site</a></li>'.repeat(40)}</ul>`);
  });

  it('refuses the front page of a site, however many teasers it has', () => {
    const card = (at: number): string =>
      `<div class="card"><h3><a href="/${at}">Headline number ${at} about something that happened</a></h3><p>A short sentence tells what story ${at} is about.</p></div>`;
    refuses(
      `<html><body><main>${Array.from({ length: 30 }, (_, at) => card(at)).join('')}</main></body></html>`,
    );
  });
});
