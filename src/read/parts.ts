import type { Span } from '../base/index.js';
import { findDateline } from './dateline.js';
import { type Chunk, chunks } from './lines.js';
import { isByline, isCaption, isCredit, summaryHeading } from './phrases.js';
import { letters, same } from './same.js';
import type { Dateline, Part, PartKind } from './types.js';

/** A stretch of text whose kind the markup may have given. */
export interface Block {
  readonly span: Span;
  readonly kind?: PartKind;
  readonly bullet?: boolean;
  readonly apart?: boolean;
}

export interface Layout {
  readonly parts: Part[];
  readonly dateline?: Dateline;
}

const HEADLINE_MOST = 220;
const END = /[.!?…:;。।؟۔！？][”"’')\]»]{0,3}$/u;
const SENTENCE_END = /[.…。।۔][”"’')\]»]{0,3}$/u;
/** A whole sentence; an ellipsis marks a title that was cut short. */
const FULL_STOP = /[^.][.।۔。][”"’')\]»]{0,3}$/u;
const INLINE_CREDIT =
  /^\((?:additional |further )?(?:reporting|writing|editing|report|compiled|translated|edited|written|with (?:inputs?|reporting|additional)|source|inputs? from)\b/i;

/** The parts of a plain text. `title`, where the input gave one, decides whether the first line is the headline. */
export function layoutOfText(text: string, title?: string): Layout {
  return layout(text, chunks(text).map(toBlock), title, true);
}

function toBlock(chunk: Chunk): Block {
  return { span: chunk.span, bullet: chunk.bullet, apart: chunk.apart };
}

/** Names each block; `guessHeadline` is off where the markup has already taken the headline out. */
export function layout(
  text: string,
  blocks: readonly Block[],
  title: string | undefined,
  guessHeadline: boolean,
): Layout {
  const namer = new Namer(text, blocks, title, guessHeadline);
  return namer.run();
}

class Namer {
  private readonly parts: Part[] = [];
  private dateline: Dateline | undefined;
  /** Body paragraphs met so far. */
  private body = 0;
  private readonly transcript: boolean;

  constructor(
    private readonly text: string,
    private readonly blocks: readonly Block[],
    private readonly title: string | undefined,
    private readonly guessHeadline: boolean,
  ) {
    this.transcript = speakers(text, blocks) >= 3;
  }

  run(): Layout {
    let at = this.headline();
    while (at < this.blocks.length) at = this.next(at);
    return { parts: this.parts, ...(this.dateline ? { dateline: this.dateline } : {}) };
  }

  private at(index: number): string {
    const block = this.blocks[index];
    return block ? this.text.slice(block.span.start, block.span.end) : '';
  }

  private push(kind: PartKind, span: Span): void {
    this.parts.push({ kind, span });
  }

  /** Takes the headline, if the text opens with one; the index of the first block after it. */
  private headline(): number {
    const first = this.blocks[0];
    if (!first || !this.guessHeadline || first.kind || first.bullet) return 0;
    const line = this.at(0);
    if (this.title !== undefined) {
      if (!same(line, this.title)) return 0;
      // "The president had a talk with the king." says more than the title "Talk with the king", and is the first sentence.
      if (FULL_STOP.test(line) && letters(line) !== letters(this.title)) return 0;
    } else if (!this.looksLikeHeadline(0)) return 0;
    this.push('headline', first.span);
    return 1;
  }

  private looksLikeHeadline(index: number): boolean {
    const line = this.at(index);
    const block = this.blocks[index] as Block;
    if (this.blocks.length < 2 || line.length > HEADLINE_MOST || line.includes('\n\n')) return false;
    if (SENTENCE_END.test(line) && !/\b(?:[\p{Lu}]\.){2,}$/u.test(line)) return false;
    if (isByline(line) || isCredit(line) || summaryHeading(line)) return false;
    if (!/\p{L}/u.test(line)) return false;
    const dateline = findDateline(this.text, block.span, true);
    if (dateline && (dateline.agency || dateline.date) && dateline.span.end < block.span.end - 40)
      return false;
    return true;
  }

  private next(index: number): number {
    const block = this.blocks[index] as Block;
    const line = this.at(index);
    if (block.kind && block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'item') {
      this.push(block.kind, block.span);
      return index + 1;
    }
    const summary = block.bullet ? undefined : summaryHeading(line);
    if (summary) {
      this.push('heading', block.span);
      return summary === 'synopsis' ? this.synopsis(index + 1) : this.takeaways(index + 1);
    }
    if (this.body === 0) {
      const after = this.preamble(index, block, line);
      if (after > index) return after;
    }
    this.ordinary(index, block, line);
    return index + 1;
  }

  /** What stands between headline and body: byline, date, place line, unheaded bullets. */
  private preamble(index: number, block: Block, line: string): number {
    if (isByline(line)) {
      this.push('byline', block.span);
      return index + 1;
    }
    const bullets = this.countRun(index, (b) => b.bullet === true || b.kind === 'item', 9);
    if (bullets - index >= 2 && bullets < this.blocks.length && bullets - index <= 8) {
      for (let at = index; at < bullets; at++) this.push('takeaway', this.blocks[at]!.span);
      return bullets;
    }
    const place = this.placeLine(index, line);
    if (place) {
      this.push('byline', block.span);
      this.dateline = place;
      return index + 1;
    }
    return index;
  }

  /** The end of the run of blocks for which `holds` is true, looked for at most `most` blocks ahead. */
  private countRun(from: number, holds: (block: Block) => boolean, most = Number.POSITIVE_INFINITY): number {
    let at = from;
    while (at < this.blocks.length && at - from < most && holds(this.blocks[at]!)) at++;
    return at;
  }

  /** "Canberra" or "GENEVA, 5 January 2024" alone on the line above the body. */
  private placeLine(index: number, line: string): Dateline | undefined {
    if (line.length > 60 || this.dateline || !this.blocks[index + 1]) return undefined;
    if (
      /^\p{Lu}[\p{L}’'-]+(?:[ ,]{1,2}\p{Lu}[\p{L}.’'-]+){0,2}$/u.test(line) &&
      this.at(index + 1).length > 80
    ) {
      if (this.blocks[index]?.kind === 'heading' || this.title === undefined) return undefined;
      const span = this.blocks[index]!.span;
      return { span, place: span };
    }
    const found = findDateline(this.text, this.blocks[index]!.span, true);
    return found && (found.date || found.agency) && this.blocks[index]!.span.end - found.span.end <= 1
      ? found
      : undefined;
  }

  private synopsis(from: number): number {
    let at = from;
    const bullets = this.countRun(at, (b) => b.bullet === true || b.kind === 'item');
    if (bullets > at) {
      for (; at < bullets; at++) this.push('takeaway', this.blocks[at]!.span);
      return at;
    }
    const line = this.at(at);
    if (!line || summaryHeading(line) || !this.blocks[at + 1] || this.opensBody(at)) return at;
    if (isByline(line) || this.blocks[at]?.kind === 'heading') return at;
    this.push('synopsis', this.blocks[at]!.span);
    return at + 1;
  }

  private takeaways(from: number): number {
    let at = this.countRun(from, (b) => b.bullet === true || b.kind === 'item');
    if (at === from) at = this.bareTakeaways(from);
    for (let i = from; i < at; i++) this.push('takeaway', this.blocks[i]!.span);
    return at;
  }

  /** Takeaways whose bullets were lost: short lines up to a blank line, a dateline or a clearly longer paragraph. */
  private bareTakeaways(from: number): number {
    let at = from;
    let longest = 0;
    while (at < this.blocks.length && at - from < 8) {
      const line = this.at(at);
      if (line.length > 240 || this.opensBody(at) || summaryHeading(line)) break;
      if (at > from && this.blocks[at]!.apart && !this.blocks[from + 1]?.apart) break;
      if (longest > 0 && line.length > longest * 1.6 && line.length > 140) break;
      longest = Math.max(longest, line.length);
      at++;
    }
    return at < this.blocks.length ? at : from;
  }

  private opensBody(index: number): boolean {
    const block = this.blocks[index];
    const found = block && findDateline(this.text, block.span, true);
    return found !== undefined && (found.agency !== undefined || found.date !== undefined);
  }

  private ordinary(index: number, block: Block, line: string): void {
    const kind = this.kindOf(index, block, line);
    if (kind !== 'paragraph') {
      this.push(kind, block.span);
      return;
    }
    if (!this.dateline && this.body < 3) {
      this.dateline = findDateline(this.text, block.span, this.body > 0 || this.transcript);
    }
    this.body++;
    this.paragraph(block.span, line);
  }

  private kindOf(index: number, block: Block, line: string): PartKind {
    if (block.bullet || block.kind === 'item') return 'item';
    if (isCredit(line)) return 'credit';
    if (isCaption(line)) return 'caption';
    if (isRow(line)) return 'table';
    if (block.kind === 'heading' || (!block.kind && this.isHeading(index, line))) return 'heading';
    if (isByline(line) && (this.body === 0 || /^by\s/i.test(line))) return 'byline';
    return 'paragraph';
  }

  /** A paragraph, with "(Reporting by …)" at its end taken off as a credit of its own. */
  private paragraph(span: Span, line: string): void {
    const open = line.endsWith(')') || line.endsWith(').') ? line.lastIndexOf('(') : -1;
    if (open > 20 && INLINE_CREDIT.test(line.slice(open))) {
      const cut = line.slice(0, open).trimEnd().length;
      this.push('paragraph', { start: span.start, end: span.start + cut });
      this.push('credit', { start: span.start + open, end: span.end });
    } else this.push('paragraph', span);
  }

  private isHeading(index: number, line: string): boolean {
    if (line.length > 90 || END.test(line.replace(/[?:]$/, '')) || line.includes('\n')) return false;
    if (!/^[\p{Lu}\p{Lo}\d“"‘'¿]/u.test(line) || /[,;]$/.test(line)) return false;
    if (line.split(/\s+/).length > (line.endsWith(':') ? 5 : 14) || this.transcript) return false;
    if (/^["“][^"”]*["”]$/.test(line)) return false;
    const after = this.blocks[index + 1];
    return after !== undefined && this.at(index + 1).length > line.length;
  }
}

/** Cells set apart by tabs, bars or wide gaps. */
function isRow(line: string): boolean {
  if (line.includes('\n') || line.length > 2000) return false;
  const cells = line.split(/\t|\s\|\s|\s{3,}/);
  return cells.length >= 3 && cells.every((cell) => cell.length < 80);
}

/** How many paragraphs open with "Name:" as in a transcript. */
function speakers(text: string, blocks: readonly Block[]): number {
  let count = 0;
  for (const { span } of blocks) {
    if (/^\p{Lu}[\p{L}.’'() -]{1,60}:\s/u.test(text.slice(span.start, Math.min(span.end, span.start + 70))))
      count++;
  }
  return count;
}
