import { isByline, isCaption } from '../phrases.js';
import { letters, same } from '../same.js';
import type { PageBlock } from './blocks.js';
import { isAppeal, isBoxHeading, isFurniture, isRelatedHeading } from './boilerplate.js';
import type { PageMeta } from './meta.js';
import { weigh } from './weigh.js';

const ENDED = /[.!?…。।۔؟:;”"»][)\]”"’»]{0,3}$/u;

/** Drops from the chosen blocks what is not the article: title, byline, appeals, links to other stories, repeats. */
export function filter(blocks: readonly PageBlock[], meta: PageMeta): PageBlock[] {
  let kept = withoutHead(blocks, meta);
  kept = kept.filter((block) => !isNoise(block));
  kept = withoutLinkLists(kept);
  kept = withoutRepeats(kept);
  kept = withoutTail(kept);
  return withoutEmptyHeadings(kept);
}

/** Title, what stands above it, byline and date above the first paragraph. */
function withoutHead(blocks: readonly PageBlock[], meta: PageMeta): PageBlock[] {
  const isTitle = (block: PageBlock): boolean => {
    if (meta.title === undefined || block.text.length >= meta.title.length * 1.7) return false;
    // A first sentence may hold the whole title; only a line that is no sentence is the title cut short.
    const sentence = /[.。।]$/.test(block.text) && !/[.。।]$/.test(meta.title);
    return sentence ? letters(block.text) === letters(meta.title) : same(block.text, meta.title);
  };
  const title = blocks.slice(0, 12).findIndex((block) => block.kind === 'heading' && isTitle(block));
  let body = false;
  return blocks.filter((block, at) => {
    if (at <= title || (at < 12 && isTitle(block))) return false;
    if (body) return true;
    if (isByline(block.text) || isAuthor(block.text, meta)) return false;
    const prose = weigh(block.text) > 70 && ENDED.test(block.text);
    if (prose) body = true;
    return prose || block.kind !== 'paragraph' || weigh(block.text) > 25 || ENDED.test(block.text);
  });
}

function isAuthor(text: string, meta: PageMeta): boolean {
  return meta.author !== undefined && text.length < 80 && letters(text) === letters(meta.author);
}

function isNoise(block: PageBlock): boolean {
  const { text } = block;
  if (isFurniture(text)) return block.kind !== 'heading' || !/^(?:highlights|transcript)$/i.test(text);
  if (block.kind === 'table') return false;
  if (isAppeal(text)) return true;
  if (isCaption(text)) return true;
  const share = block.links / Math.max(1, text.length);
  if (block.kind === 'heading') return share > 0.8 && text.length > 40;
  return block.kind === 'paragraph' && share > 0.85 && text.length < 160 && !ENDED.test(text);
}

/** Runs of list items that are links to other pages, with the heading above them. */
function withoutLinkLists(blocks: readonly PageBlock[]): PageBlock[] {
  const result: PageBlock[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at]!;
    if (block.kind !== 'item') {
      result.push(block);
      at++;
      continue;
    }
    let end = at;
    let size = 0;
    let links = 0;
    let linked = 0;
    while (end < blocks.length && blocks[end]!.kind === 'item') {
      const item = blocks[end]!;
      size += item.text.length;
      links += item.links;
      if (item.links > item.text.length * 0.75) linked++;
      end++;
    }
    const above = result[result.length - 1];
    const related = above !== undefined && above.text.length < 90 && isRelatedHeading(above.text);
    if (links > size * 0.7 || linked > (end - at) * 0.7 || related) {
      if (above && above.text.length < 90 && (related || above.kind === 'heading')) result.pop();
    } else result.push(...blocks.slice(at, end));
    at = end;
  }
  return result;
}

/** A pull quote or teaser that says again what stands elsewhere in the text. */
function withoutRepeats(blocks: readonly PageBlock[]): PageBlock[] {
  const seen = new Set<string>();
  const pulls: string[] = [];
  const result = blocks.filter((block) => {
    if (block.text.length < 40) return true;
    const key = letters(block.text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  for (const block of result) if (isPull(block)) pulls.push(letters(block.text));
  if (pulls.length === 0 || pulls.length > 20) return result;
  const all = result
    .filter((block) => !isPull(block))
    .map((block) => letters(block.text))
    .join(' ');
  return result.filter((block) => !isPull(block) || !all.includes(letters(block.text)));
}

function isPull(block: PageBlock): boolean {
  for (let el: typeof block.el | null = block.el, level = 0; el && level < 3; el = el.parent, level++) {
    if (/pull-?_?quote|quote/i.test(el.attrs.class ?? '') || el.tag === 'blockquote') return true;
  }
  return false;
}

/** From a heading such as "Related stories" or "Comments" on, where little prose follows, nothing belongs to the article. */
function withoutTail(blocks: readonly PageBlock[]): PageBlock[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const result: PageBlock[] = [];
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const short = block.kind === 'heading' || (block.bold && block.text.length < 60);
    if (short && isRelatedHeading(block.text)) {
      const rest = blocks.slice(at + 1);
      const size = rest.reduce((sum, one) => sum + one.text.length, 0);
      const prose = rest.filter(isProse).reduce((sum, one) => sum + one.text.length, 0);
      if (before > total * 0.5 && prose <= size * 0.35) break;
      if (isBoxHeading(block.text)) continue;
    }
    before += block.text.length;
    result.push(block);
  }
  return result;
}

function isProse(block: PageBlock): boolean {
  return weigh(block.text) > 90 && block.links < block.text.length * 0.3 && ENDED.test(block.text);
}

function withoutEmptyHeadings(blocks: readonly PageBlock[]): PageBlock[] {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]!.kind === 'heading') end--;
  return blocks.slice(0, end);
}
