import type { Document } from '../language/index.js';
import type { Context } from './context.js';
import type { Entry } from './lexicon.js';
import { Memory } from './memory.js';
import { isHead } from './offices.js';
import type { Line } from './runs.js';
import { topToken } from './shapes.js';
import type { Actor, Mention, Resolution } from './types.js';

/** Mentions back from the last that are looked at for those of a sentence. */
const MOST = 150;

/** By what an office comes back: "the secretary of state", "the secretary"; "the foreign minister", "the minister". */
function shortNouns(noun: string): string[] {
  return [noun, noun.split(' ').pop()!, noun.split(' of ')[0]!];
}

/** A mention while the document is still being read. */
export type Draft = { -readonly [K in keyof Mention]: Mention[K] };

/** The mentions found so far, and what they have told. */
export class Told {
  readonly out: Draft[] = [];
  readonly memory: Memory;

  constructor(
    readonly document: Document,
    readonly context: Context,
  ) {
    this.memory = new Memory(document, this.out);
  }

  add(line: Line, first: number, last: number, resolution: Resolution, form: Mention['form']): number {
    return this.push(
      line.words[first]!.start,
      line.words[last - 1]!.end,
      line.sentence.index,
      resolution,
      form,
    );
  }

  push(start: number, end: number, sentence: number, resolution: Resolution, form: Mention['form']): number {
    this.out.push({
      start,
      end,
      text: this.document.report.text.slice(start, end),
      sentence,
      resolution,
      form,
    });
    return this.out.length - 1;
  }

  /** Positions of the mentions of a sentence, the last first; no more of them than a sentence of prose has. */
  *of(sentence: number): Generator<number> {
    for (
      let i = this.out.length - 1, n = 0;
      i >= 0 && this.out[i]!.sentence >= sentence && n < MOST;
      i--, n++
    )
      if (this.out[i]!.sentence === sentence) yield i;
  }

  note(line: Line, at: number, word: number, title?: readonly Entry[]): void {
    const chunk = line.over[word];
    const entries = [...(chunk?.entries ?? []), ...(title ?? [])];
    this.memory.note(
      at,
      topToken(this.document, line, word),
      entries.flatMap((entry) => (entry.kind === 'agent' ? shortNouns(entry.row.noun!) : [])),
    );
  }

  /** Somebody whom no file knows can still be meant by a later name or pronoun. */
  stranger(line: Line, at: number, head: { first: number; last: number }): void {
    const name = this.document.report.text.slice(
      line.words[head.first]!.start,
      line.words[head.last - 1]!.end,
    );
    const fact = { file: '', row: '', source: '' };
    const actor: Actor = { code: '', sectors: [], kind: 'person', name, id: `text:${name}`, fact };
    this.memory.note(at, topToken(this.document, line, head.last - 1), [], actor);
  }

  /** A lone family name of nobody prominent, whom the report has not told of: "Brown", "August". */
  isChance(
    line: Line,
    head: { first: number; last: number; entries: readonly Entry[]; title?: readonly Entry[] },
    { actor }: Resolution,
    from: number,
  ): boolean {
    if (
      head.last - head.first > 1 ||
      head.title ||
      head.first > from ||
      head.entries.some((e) => e.kind === 'person' && e.form === 'name')
    )
      return false;
    if (!actor) return !this.isTold(line, head) || head.entries.length === 0;
    const word = line.words[head.first]!;
    const next = line.words[head.last];
    if (line.tokens[head.first]!.pos !== 'PROPN' || word.hyphen) return true;
    if (next?.joined && next.capital && !word.possessive && !line.over[head.last]) return true;
    const serving = actor.sectors.length > 0 && actor.sectors[0] !== 'ELI';
    return !(this.isTold(line, head) || isHead(actor) || (serving && this.context.states.has(actor.code)));
  }

  private isTold(line: Line, head: { first: number; last: number }): boolean {
    return this.memory.named(line.words.slice(head.first, head.last).map((word) => word.key)) !== undefined;
  }
}
