import { contentId, RapportError } from '../base/index.js';
import type { PageBlock } from './html/blocks.js';
import { extract, fragment } from './html/extract.js';
import { type Block, layout } from './parts.js';
import { type Meta, stated } from './text.js';
import type { Report } from './types.js';

/**
 * The report on a page of HTML. What `meta` states wins over what the page says of itself.
 * @throws RapportError `NO_ARTICLE` where the page holds none.
 */
export function reportFromHtml(html: string, meta: Meta = {}): Report {
  const page = extract(html, meta.url);
  const origin = meta.origin ?? meta.url ?? 'html';
  if (page.blocks.length === 0) throw new RapportError('NO_ARTICLE', origin, 'no article found on this page');
  return compose(page.blocks, { ...page.meta, ...meta }, meta.id, origin);
}

/**
 * The report in a fragment of HTML that is known to be one, as feeds carry it.
 * @throws RapportError `INPUT_EMPTY` where it holds no text.
 */
export function reportFromFragment(html: string, meta: Meta): Report {
  const blocks = fragment(html, meta.title);
  const origin = meta.origin ?? meta.url ?? 'html';
  if (blocks.length === 0) throw new RapportError('INPUT_EMPTY', origin, 'no text');
  return compose(blocks, meta, meta.id, origin);
}

function compose(page: readonly PageBlock[], all: Meta, id: string | undefined, origin: string): Report {
  const blocks: Block[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const [at, block] of page.entries()) {
    const gap =
      at === 0 ? '' : block.kind === page[at - 1]!.kind && block.kind !== 'paragraph' ? '\n' : '\n\n';
    pieces.push(gap, block.text);
    const start = length + gap.length;
    length = start + block.text.length;
    blocks.push({ span: { start, end: length }, kind: block.kind });
  }
  const text = pieces.join('');
  const { parts, dateline } = layout(text, blocks, all.title, false);
  return {
    ...stated(all),
    id: id ?? contentId(text),
    origin,
    ...(all.title === undefined ? {} : { title: all.title }),
    text,
    parts,
    ...(dateline ? { dateline } : {}),
  };
}
