import { createRequire } from 'node:module';
import type { PageBlock } from './blocks.js';
import { type El, elements, textOf } from './dom.js';
import { endsSentence, weigh } from './weigh.js';

/** Beyond this many elements, or levels, the library's time grows faster than the page. */
const MOST_ELEMENTS = 15_000;
const DEEPEST = 100;
const LONGEST = 4_000_000;

/**
 * Asks Mozilla's Readability, which many thousands of layouts have shaped, whether the article is elsewhere: where the prose
 * found is less than half of the prose it finds, its text is taken, read into blocks by `blocksOf`.
 */
export function second(
  html: string,
  root: El,
  found: readonly PageBlock[],
  blocksOf: (html: string) => readonly PageBlock[],
): readonly PageBlock[] {
  const own = prose(found);
  // Where half of the page's text was found, or there is none, nobody can find twice as much.
  if (own * 2 >= weigh(textOf(root))) return found;
  if (html.length > LONGEST || !modest(root)) return found;
  const other = readability(html);
  if (other === undefined) return found;
  const blocks = blocksOf(other);
  return own < prose(blocks) / 2 ? blocks : found;
}

// Loaded at the first page: they take 120 ms, which a batch of plain text need not spend.
const require = createRequire(import.meta.url);

/** The HTML of the article Readability finds; undefined where it finds none. */
function readability(html: string): string | undefined {
  try {
    const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
    const { parseHTML } = require('linkedom') as typeof import('linkedom');
    const { document } = parseHTML(html);
    return new Readability(document as never).parse()?.content ?? undefined;
  } catch {
    // It throws on what is no page at all; then there is no second opinion.
    return undefined;
  }
}

function modest(root: El): boolean {
  let count = 0;
  for (const el of elements(root)) {
    if (++count > MOST_ELEMENTS) return false;
    let depth = 0;
    for (let up = el.parent; up; up = up.parent) if (++depth > DEEPEST) return false;
  }
  return true;
}

/** Weight of the blocks that are sentences and not mainly links. */
function prose(blocks: readonly PageBlock[]): number {
  let size = 0;
  for (const { text, links } of blocks) {
    const weight = weigh(text);
    if (weight >= 80 && links < weight * 0.4 && endsSentence(text)) size += weight;
  }
  return size;
}
