import type { PartKind } from '../types.js';
import { type El, INLINE } from './dom.js';

/** A paragraph, heading, list item or table row of a page. */
export interface PageBlock {
  readonly kind: PartKind;
  readonly text: string;
  /** Characters of the text inside links. */
  readonly links: number;
  /** Whether nearly all of it is set in bold. */
  readonly bold: boolean;
  /** The innermost block-level element it stands in. */
  readonly el: El;
}

/** The blocks below the chosen elements, in the order of the page, cut parts left out. */
export function collect(chosen: readonly El[]): PageBlock[] {
  const collector = new Collector();
  for (const el of chosen) {
    collector.visit(el, 'paragraph');
    collector.flush('paragraph', el);
  }
  return collector.blocks;
}

class Collector {
  readonly blocks: PageBlock[] = [];
  private pieces: string[] = [];
  private links = 0;
  /** Characters inside links, line by line. */
  private lines: number[] = [];
  private bold = 0;
  private linked = 0;
  private strong = 0;
  private pre = 0;

  visit(el: El, kind: PartKind): void {
    if (el.note?.cut) return;
    if (el.tag === 'br') this.lineBreak();
    else if (el.tag === 'tr' && isDataRow(el)) this.row(el, kind);
    else if (INLINE.has(el.tag)) this.inline(el, kind);
    else this.block(el, kindOf(el, kind), kind);
  }

  private lineBreak(): void {
    this.pieces.push('\n');
    this.lines.push(this.links);
    this.links = 0;
  }

  private inline(el: El, kind: PartKind): void {
    const link = el.tag === 'a' && 'href' in el.attrs ? 1 : 0;
    const strong = el.tag === 'b' || el.tag === 'strong' ? 1 : 0;
    this.linked += link;
    this.strong += strong;
    if (el.tag === 'q') this.add('“');
    this.kids(el, kind);
    if (el.tag === 'q') this.add('”');
    this.linked -= link;
    this.strong -= strong;
  }

  private block(el: El, kind: PartKind, outer: PartKind): void {
    if (el.tag === 'wbr') return;
    this.flush(outer, el.parent ?? el);
    const pre = el.tag === 'pre' ? 1 : 0;
    this.pre += pre;
    this.kids(el, kind);
    this.flush(kind, el);
    this.pre -= pre;
  }

  private kids(el: El, kind: PartKind): void {
    for (const kid of el.kids) {
      if (typeof kid === 'string') this.add(kid);
      else this.visit(kid, kind);
      if (typeof kid !== 'string' && !INLINE.has(kid.tag) && kid.tag !== 'br') this.flush(kind, el);
    }
  }

  private row(el: El, kind: PartKind): void {
    this.flush(kind, el);
    for (const cell of el.kids) {
      if (typeof cell === 'string') continue;
      if (this.pieces.length > 0) this.pieces.push('\t');
      this.cell(cell);
    }
    this.flush('table', el);
  }

  private cell(el: El): void {
    if (el.note?.cut) return;
    for (const kid of el.kids) {
      if (typeof kid === 'string') this.add(kid);
      else {
        this.add(' ');
        this.cell(kid);
        this.add(' ');
      }
    }
  }

  private add(text: string): void {
    const plain =
      this.pre > 0 ? text.replace(/\r\n?/g, '\n') : text.replace(/[\s\u200b\ufeff\u00ad]+/g, squeeze);
    if (!plain) return;
    if (this.pre > 0) for (let i = plain.split('\n').length; i > 1; i--) this.lines.push(0);
    this.pieces.push(plain);
    if (this.linked > 0) this.links += plain.trim().length;
    if (this.strong > 0) this.bold += plain.trim().length;
  }

  flush(kind: PartKind, el: El): void {
    if (this.pieces.length === 0) return;
    const raw = this.pieces.join('');
    this.pieces = [];
    const links = [...this.lines, this.links];
    const bold = this.bold;
    this.lines = [];
    this.links = 0;
    this.bold = 0;
    const texts =
      kind === 'table' ? [{ text: tidyRow(raw), links: links.at(-1) ?? 0 }] : paragraphs(raw, links);
    for (const { text, links } of texts) {
      if (!/[\p{L}\p{N}]/u.test(text) && !/^(?:\* ?){3}$|^<…>$/.test(text)) continue;
      const strong = (bold * text.length) / Math.max(1, raw.length) > text.length * 0.9;
      this.blocks.push({ kind, text, links, bold: strong, el });
    }
  }
}

function squeeze(gap: string): string {
  return /^[\u200b\ufeff\u00ad]+$/.test(gap) ? '' : ' ';
}

interface Linked {
  readonly text: string;
  readonly links: number;
}

/** Two line breaks part paragraphs; one does so after the end of a sentence. */
function paragraphs(raw: string, links: readonly number[]): Linked[] {
  const result: Linked[] = [];
  let open = '';
  let linked = 0;
  let breaks = 0;
  for (const [at, line] of raw.split('\n').entries()) {
    const text = line.replace(/\s+/g, ' ').trim();
    if (!text) {
      breaks++;
      continue;
    }
    if (open && (breaks > 0 || (open.length > 60 && /[.!?…:”"»。।)]$/.test(open)))) {
      result.push({ text: open, links: linked });
      open = '';
      linked = 0;
    }
    open = open ? `${open} ${text}` : text;
    linked += links[at] ?? 0;
    breaks = 0;
  }
  if (open) result.push({ text: open, links: linked });
  return result;
}

function tidyRow(raw: string): string {
  return raw
    .split('\t')
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .join('\t')
    .trim();
}

function kindOf(el: El, outer: PartKind): PartKind {
  if (/^h[1-6]$/.test(el.tag)) return 'heading';
  if (el.tag === 'li' || el.tag === 'dd' || el.tag === 'dt') return 'item';
  if (el.tag === 'p' || el.tag === 'div') return outer === 'item' ? 'item' : 'paragraph';
  return outer === 'heading' ? 'paragraph' : outer;
}

/** A row of figures rather than of a table that only lays out the page. */
function isDataRow(el: El): boolean {
  const cells = el.kids.filter(
    (kid): kid is El => typeof kid !== 'string' && (kid.tag === 'td' || kid.tag === 'th'),
  );
  if (cells.length < 2) return false;
  return cells.every((cell) => (cell.note?.len ?? 0) < 250 && !holdsBlocks(cell));
}

function holdsBlocks(el: El): boolean {
  let blocks = 0;
  for (const kid of el.kids) {
    if (typeof kid === 'string') continue;
    if (kid.tag === 'table') return true;
    if (/^(?:p|div|ul|ol|h[1-6]|blockquote)$/.test(kid.tag) && ++blocks > 1) return true;
  }
  return false;
}
