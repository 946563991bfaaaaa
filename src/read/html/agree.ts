import { letters } from '../same.js';
import type { PageBlock } from './blocks.js';

/** Structured data shorter than this many letters and digits is a teaser, not a text. */
const LEAST = 500;
/** Most comparisons of characters, so that the time stays bounded on any page. */
const MOST = 1e8;

/**
 * Settles the blocks found on the page with the text the page's structured data gives, where the two agree in the main: what
 * the data does not have is dropped from a text it otherwise has whole, and where the wrong part of the page was found, the
 * page's blocks that the data has are taken. Data that the page does not show is never believed.
 */
export function agree(
  found: readonly PageBlock[],
  body: string | undefined,
  everything: () => readonly PageBlock[],
): readonly PageBlock[] {
  if (!body) return found;
  const whole = letters(body.replace(/<[^<>]{0,400}>/g, ' '));
  if (whole.length < LEAST || whole.length * found.length > MOST) return found;
  const inside = (block: PageBlock): boolean => whole.includes(letters(block.text));
  const shared = found.filter(inside);
  if (size(shared) >= whole.length * 0.85) {
    return found.filter((block) => block.kind !== 'paragraph' || inside(block) || size([block]) > 250);
  }
  const seen = new Set<string>();
  const all = everything();
  if (whole.length * all.length > MOST) return found;
  const elsewhere = all.filter((block) => {
    const key = letters(block.text);
    if (key.length < 20 || seen.has(key) || !whole.includes(key)) return false;
    seen.add(key);
    return true;
  });
  const covered = size(elsewhere);
  return covered >= whole.length * 0.85 && covered > size(shared) * 1.1 ? elsewhere : found;
}

function size(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + letters(block.text).length, 0);
}
