import { parse as parseYaml } from 'yaml';
import { contentId } from '../base/index.js';
import { isoDate } from './dates.js';
import { type Block, layout } from './parts.js';
import { type Meta, stated } from './text.js';
import type { PartKind, Report } from './types.js';

const FRONT = /^\s*---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** A report of Markdown: front matter gives the metadata, marks are taken out, and the text is what remains. */
export function reportFromMarkdown(source: string, meta: Meta = {}): Report {
  const front = FRONT.exec(source);
  const body = front ? source.slice(front[0].length) : source;
  const all: Meta = { ...frontMatter(front?.[1]), ...meta };
  const blocks: Block[] = [];
  let text = '';
  let title = all.title;
  for (const piece of pieces(body)) {
    const clean = inline(piece.text);
    if (!clean) continue;
    const first = blocks.length === 0 && piece.level === 1;
    if (first && title === undefined) title = clean;
    if (text) text += piece.kind === 'item' || piece.kind === 'table' ? '\n' : '\n\n';
    const start = text.length;
    text += clean;
    const kind: PartKind = first ? 'headline' : piece.kind;
    blocks.push({ span: { start, end: text.length }, kind });
  }
  const { parts, dateline } = layout(text, blocks, title, false);
  return {
    ...stated(all),
    id: meta.id ?? contentId(text),
    origin: meta.origin ?? 'markdown',
    ...(title === undefined ? {} : { title }),
    text,
    parts,
    ...(dateline ? { dateline } : {}),
  };
}

function frontMatter(yaml: string | undefined): Meta {
  if (!yaml) return {};
  let value: unknown;
  try {
    value = parseYaml(yaml, { maxAliasCount: 10 });
  } catch {
    return {};
  }
  if (!value || typeof value !== 'object') return {};
  const data = value as Record<string, unknown>;
  const word = (...keys: string[]): string | undefined => {
    const found = keys.map((key) => data[key]).find((one) => typeof one === 'string' && one !== '');
    return found as string | undefined;
  };
  const published = isoDate(word('published', 'date', 'datePublished', 'pubDate'));
  const fields = {
    title: word('title', 'headline'),
    outlet: word('outlet', 'source', 'publisher', 'site'),
    author: word('author', 'byline'),
    url: word('url', 'link', 'canonical_url'),
    id: word('id'),
    published,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined)) as Meta;
}

interface Piece {
  readonly kind: PartKind;
  readonly text: string;
  /** The level of a heading. */
  readonly level?: number;
}

function* pieces(body: string): Generator<Piece> {
  let open = '';
  let kind: PartKind = 'paragraph';
  let fenced = false;
  for (const raw of `${body}\n\n`.split(/\r?\n/)) {
    const line = raw.trim();
    if (/^(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      continue;
    }
    if (fenced) continue;
    const next = lineKind(line);
    if (next === 'underline' && open) {
      yield { kind: 'heading', text: open, level: line.startsWith('=') ? 1 : 2 };
      open = '';
      continue;
    }
    if ((line === '' || next === 'rule' || next === 'underline' || next !== undefined) && open) {
      yield { kind, text: open };
      open = '';
      kind = 'paragraph';
    }
    if (line === '' || next === 'rule' || next === 'underline') continue;
    if (typeof next === 'object') {
      if (next.kind === 'item') {
        open = next.text;
        kind = 'item';
      } else yield next;
    } else {
      if (!open) kind = 'paragraph';
      open = open ? `${open} ${line}` : line;
    }
  }
}

function lineKind(line: string): Piece | 'rule' | 'underline' | undefined {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading)
    return { kind: 'heading', text: (heading[2] as string).replace(/\s#+$/, ''), level: heading[1]!.length };
  if (/^(?:={3,}|-{3,})$/.test(line)) return 'underline';
  if (/^(?:\*\s?){3,}$|^(?:_\s?){3,}$/.test(line)) return 'rule';
  const item = /^(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line);
  if (item) return { kind: 'item', text: item[1] as string };
  if (/^\|?[\s:|-]{5,}$/.test(line) && line.includes('|') && line.includes('-')) return 'rule';
  if (line.startsWith('|') && line.endsWith('|') && line.length > 2) {
    return {
      kind: 'table',
      text: line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    };
  }
  return undefined;
}

/** Takes out emphasis, links, images, code marks and tags. */
function inline(text: string): string {
  return text
    .replace(/^(?:>\s?)+/, '')
    .replace(/!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)/g, '')
    .replace(/\[([^[\]\n]{0,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)/g, '$1')
    .replace(/\[([^[\]\n]{1,1000})\]\[[^[\]\n]{0,100}\]/g, '$1')
    .replace(/\[\^[^\]\n]{1,50}\]/g, '')
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,400}>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])[*](?=\S)([^*\n]{1,1000}?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,1000}?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]{1,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
