import { actorOf } from './actors.js';
import { type Chunk, type Entry, lexicon } from './lexicon.js';
import { isPartOfName, isPlaceUse } from './locative.js';
import { resolveName } from './names.js';
import type { Line } from './runs.js';
import type { Told } from './told.js';
import type { Actor, Resolution } from './types.js';
import { wordsOf } from './words.js';

/** Finds the names inside a phrase. */
export class Inner {
  constructor(private readonly told: Told) {}

  /** Names inside a phrase, or side by side in one whose head is nobody ("the DPRK-Russia alliance"). */
  read(
    line: Line,
    from: number,
    to: number,
    inside: number | undefined,
    head?: { first: number; last: number },
  ): void {
    for (let i = from; i < to; i++) {
      const chunk = line.over[i];
      if (!chunk) this.compass(line, i, inside);
      else if (chunk.first === i && chunk.last <= to) this.name(line, chunk, inside, head);
    }
  }

  private name(
    line: Line,
    chunk: Chunk,
    inside: number | undefined,
    head?: { first: number; last: number },
  ): void {
    if (head && chunk.first >= head.first && chunk.last <= head.last) return;
    const named = chunk.entries.filter((entry) => entry.kind !== 'agent' && entry.kind !== 'place');
    if (named.length === 0) return;
    const { out, memory } = this.told;
    const known = memory.named(line.words.slice(chunk.first, chunk.last).map((word) => word.key));
    const resolution =
      known !== undefined && named.some((e) => e.kind === 'person')
        ? out[known]!.resolution
        : this.nameOf(line, chunk, named, inside !== undefined);
    if (!resolution) return;
    const at = this.told.add(line, chunk.first, chunk.last, resolution, 'name');
    if (inside !== undefined) out[at]!.inside = inside;
    if (known !== undefined && out[known]!.resolution === resolution) out[at]!.refersTo = known;
    this.told.note(line, at, chunk.last - 1);
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
    if ((capital || family || weak) && isPartOfName(line, chunk)) return undefined;
    if (capital && !within && isPlaceUse(this.told.document, line, chunk.first, chunk.last)) return undefined;
    return resolution;
  }

  /** "the North" where North or South Korea is told of: half of a pair of states. */
  private compass(line: Line, i: number, inside: number | undefined): void {
    const word = line.words[i]!;
    if (!/^(?:North|South)$/.test(word.text)) return;
    const next = line.words[i + 1];
    if (next?.joined && next.capital && !next.hyphen && !word.possessive) return;
    const { out } = this.told;
    const found = this.half(word.text);
    if (found === undefined) return;
    const before = out[found]!.resolution.actor!;
    const same = before.name.startsWith(`${word.text} `);
    const actor = same ? before : this.otherHalf(word.text, before.name);
    if (!actor) return;
    const reason = `“${out[found]!.text}” told before`;
    const at = this.told.add(line, i, i + 1, { actor, candidates: [actor], reason }, 'name');
    if (same) out[at]!.refersTo = found;
    if (inside !== undefined) out[at]!.inside = inside;
    this.told.note(line, at, i);
  }

  /** The last state told of that is half of a pair: the half asked for, else the other. */
  private half(side: string): number | undefined {
    const { out } = this.told;
    const opposite = side === 'North' ? 'South' : 'North';
    let other: number | undefined;
    for (let i = out.length - 1; i >= 0 && i > out.length - 400; i--) {
      const { actor } = out[i]!.resolution;
      if (actor?.kind !== 'state' || !/^(?:North|South) /.test(actor.name)) continue;
      const mine = actor.name.startsWith(`${side} `);
      if (!this.otherHalf(mine ? opposite : side, actor.name)) continue;
      if (mine) return i;
      other ??= i;
    }
    return other;
  }

  /** North Korea for South Korea; nothing for South Africa, which has no other half. */
  private otherHalf(side: string, name: string): Actor | undefined {
    const words = wordsOf(`${side} ${name.split(' ').slice(1).join(' ')}`);
    const found = lexicon()
      .matches(words, 0)
      .find((match) => match.end === words.length);
    const entry = found?.values.find((value) => value.kind === 'state' && !value.row.note?.includes('PRE'));
    return entry && actorOf(entry, this.told.context.at);
  }

  /** Letters in brackets behind a mention are another name of it. */
  brackets(line: Line, last: number, at: number): void {
    const word = line.words[last];
    const { text } = this.told.document.report;
    if (!word?.caps || text[word.start - 1] !== '(' || text[word.end] !== ')') return;
    if (!this.told.out[at]!.resolution.actor) return;
    this.told.memory.alias(word.key, at);
  }
}
