import { RapportError } from '../base/index.js';
import { extract } from './html/extract.js';
import { contentId } from './id.js';
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
  const blocks: Block[] = [];
  let text = '';
  for (const [at, block] of page.blocks.entries()) {
    if (at > 0)
      text += block.kind === page.blocks[at - 1]!.kind && block.kind !== 'paragraph' ? '\n' : '\n\n';
    const start = text.length;
    text += block.text;
    blocks.push({ span: { start, end: text.length }, kind: block.kind });
  }
  const all: Meta = { ...page.meta, ...meta };
  const { parts, dateline } = layout(text, blocks, all.title, false);
  return {
    ...stated(all),
    id: meta.id ?? contentId(text),
    origin,
    ...(all.title === undefined ? {} : { title: all.title }),
    text,
    parts,
    ...(dateline ? { dateline } : {}),
  };
}
