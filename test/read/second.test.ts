import { describe, expect, it } from 'vitest';
import type { PageBlock } from '../../src/read/html/blocks.js';
import { parseHtml } from '../../src/read/html/dom.js';
import { fragment } from '../../src/read/html/extract.js';
import { second } from '../../src/read/html/second.js';

const SENTENCES = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Monday'].map(
  (day) =>
    `The delegations met in Accra on ${day} and went on to talk about the river crossing that each of them had closed.`,
);
const PAGE = `<html><body><nav><a href="/">Home</a></nav><div>
${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('\n')}</div></body></html>`;

const opinion = (found: readonly PageBlock[], page = PAGE): readonly PageBlock[] =>
  second(page, parseHtml(page), found, (html) => fragment(html));

describe('the second opinion on a page', () => {
  it('brings the article where nothing, or only a small part of it, was found', () => {
    const all = opinion([]);
    expect(all.map(({ text }) => text)).toEqual(SENTENCES);
    expect(opinion(all.slice(0, 2))).toHaveLength(5);
  });

  it('leaves alone what holds the most of it', () => {
    const found = opinion([]).slice(0, 3);
    expect(opinion(found)).toBe(found);
  });

  it('is not asked about pages of extreme depth or size', () => {
    const deep = `${'<div>'.repeat(150)}${PAGE}`;
    expect(opinion([], deep)).toEqual([]);
  });
});
