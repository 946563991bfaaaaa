import { agree } from './agree.js';
import { collect, type PageBlock } from './blocks.js';
import { choose } from './choose.js';
import { type El, parseHtml, walk } from './dom.js';
import { filter } from './filter.js';
import { findLead } from './lead.js';
import { type PageMeta, readMeta } from './meta.js';
import { score } from './score.js';
import { second } from './second.js';
import { endsSentence, weigh } from './weigh.js';

export interface Page {
  readonly meta: PageMeta;
  readonly blocks: readonly PageBlock[];
}

/** Metadata and the article's blocks of a page; no blocks where it holds no article. */
export function extract(html: string, url?: string): Page {
  const root = parseHtml(html);
  const meta = readMeta(root, url);
  score(root, meta.title);
  const chosen = choose(root);
  const lead = findLead(root, chosen[0], meta.title);
  const first = filter(collect(lead ? [lead, ...chosen] : chosen), meta);
  const found = second(html, root, first, (article) => fragment(article, meta.title));
  const blocks = agree(found, meta.body, () => uncut(root));
  return { meta, blocks: isArticle(blocks) ? blocks : fromBody(meta, root) };
}

/** All blocks of the page, also those of parts that had been cut, as long as they hold prose. */
function uncut(root: El): PageBlock[] {
  walk(root, (el) => {
    if (!el.note) return false;
    if (el.note.points > 0) el.note.cut = false;
    return undefined;
  });
  return collect([root]);
}

/** The blocks of a piece of HTML that is an article as a whole. */
export function fragment(html: string, title?: string): PageBlock[] {
  const root = parseHtml(html);
  score(root, title);
  return filter(collect([root]), title === undefined ? {} : { title });
}

/** The structured data's own text, where the page shows none. */
function fromBody(meta: PageMeta, el: El): PageBlock[] {
  if (!meta.body || meta.body.length < 200) return [];
  const plain = /<\/?(?:p|br|div)\b/i.test(meta.body)
    ? meta.body.replace(/<[^<>]{0,400}>/g, '\n')
    : meta.body;
  return plain
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((text) => ({ kind: 'paragraph', text, links: 0, bold: false, el }));
}

/** At least one sentence of prose, and not mostly links. */
function isArticle(blocks: readonly PageBlock[]): boolean {
  let size = 0;
  let links = 0;
  let prose = 0;
  for (const block of blocks) {
    const weight = weigh(block.text);
    size += weight;
    links += block.links;
    if (weight >= 60 && endsSentence(block.text)) prose += weight;
  }
  return size >= 120 && prose >= Math.min(100, size * 0.3) && links < size * 0.6;
}
