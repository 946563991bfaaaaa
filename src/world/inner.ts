import type { Chunk, Entry } from './lexicon.js';
import { isPlaceUse } from './locative.js';
import { resolveName } from './names.js';
import type { Line } from './runs.js';
import type { Told } from './told.js';
import type { Resolution } from './types.js';

/** Finds the names inside a phrase. */
export class Inner {
  constructor(private readonly told: Told) {}

  read(
    line: Line,
    from: number,
    to: number,
    inside: number | undefined,
    head?: { first: number; last: number },
  ): void {
    for (const chunk of line.chunks) {
      if (chunk.first < from || chunk.last > to) continue;
      if (head && chunk.first >= head.first && chunk.last <= head.last) continue;
      const named = chunk.entries.filter((entry) => entry.kind !== 'agent' && entry.kind !== 'place');
      if (named.length === 0) continue;
      const known = this.told.memory.named(line.words.slice(chunk.first, chunk.last).map((word) => word.key));
      const resolution =
        known !== undefined && named.some((e) => e.kind === 'person')
          ? this.told.out[known]!.resolution
          : this.nameOf(line, chunk, named, inside !== undefined);
      if (!resolution) continue;
      const at = this.told.add(line, chunk.first, chunk.last, resolution, 'name');
      if (inside !== undefined) this.told.out[at]!.inside = inside;
      if (known !== undefined && this.told.out[known]!.resolution === resolution)
        this.told.out[at]!.refersTo = known;
      this.told.note(line, at, chunk.last - 1);
    }
    this.compass(line, from, to, inside);
  }

  nameOf(line: Line, chunk: Chunk, named: readonly Entry[], within: boolean): Resolution | undefined {
    const resolution = resolveName(named, this.told.context);
    const family = named.every((entry) => entry.kind === 'person' && entry.form === 'family');
    if (family && this.told.isChance(line, { ...chunk, entries: named }, resolution, chunk.first))
      return undefined;
    const weak =
      named.every((entry) => entry.kind === 'outlet' || entry.kind === 'group') &&
      chunk.last - chunk.first === 1;
    if (weak && !line.words[chunk.first]!.capital) return undefined;
    const capital = named.every((entry) => entry.form === 'capital');
    if (capital && !within && isPlaceUse(this.told.document, line, chunk.first, chunk.last)) return undefined;
    return resolution;
  }

  compass(line: Line, from: number, to: number, inside: number | undefined): void {
    for (let i = from; i < to; i++) {
      const word = line.words[i]!;
      if (line.over[i] || !/^(?:North|South)$/.test(word.text)) continue;
      const next = line.words[i + 1];
      if (next?.joined && next.capital && !next.hyphen && !word.possessive) continue;
      const found = this.half(word.key);
      if (found === undefined) continue;
      const at = this.told.add(
        line,
        i,
        i + 1,
        { ...this.told.out[found]!.resolution, reason: `“${this.told.out[found]!.text}” told before` },
        'name',
      );
      this.told.out[at]!.refersTo = found;
      if (inside !== undefined) this.told.out[at]!.inside = inside;
      this.told.note(line, at, i);
    }
  }

  half(side: string): number | undefined {
    for (let i = this.told.out.length - 1; i >= 0 && i > this.told.out.length - 400; i--) {
      const { actor } = this.told.out[i]!.resolution;
      if (actor?.kind === 'state' && actor.name.toLowerCase().startsWith(`${side} `)) return i;
    }
    return undefined;
  }

  brackets(line: Line, last: number, at: number): void {
    const word = line.words[last];
    const { text } = this.told.document.report;
    if (!word?.caps || text[word.start - 1] !== '(' || text[word.end] !== ')') return;
    if (!this.told.out[at]!.resolution.actor) return;
    this.told.memory.alias(word.key, at);
  }
}
