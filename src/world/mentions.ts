import type { Document, Token } from '../language/index.js';
import { type Context, contextOfWords } from './context.js';
import { headOf, resolvePhrase } from './describe.js';
import type { Chunk, Entry } from './lexicon.js';
import { isPlaceUse } from './locative.js';
import { Memory } from './memory.js';
import { resolveName } from './names.js';
import { isHead } from './offices.js';
import { type Line, lineOf, type Run, runsOf } from './runs.js';
import { listOf } from './tables.js';
import type { Actor, Mention, Resolution } from './types.js';
import { today } from './who.js';

export interface MentionOptions {
  /** ISO date of the report; today when absent. */
  readonly at?: string;
}

type Draft = { -readonly [K in keyof Mention]: Mention[K] };

/** The names, descriptions and pronouns of actors in a document, in text order, each resolved or left open. */
export function findMentions(document: Document, options: MentionOptions = {}): Mention[] {
  return new Finder(document, options.at ?? today()).run();
}

const PERSONAL = /^(?:he|she|him|her|his|himself|herself)$/;
const THING = /^(?:it|its|itself)$/;
const THEY = /^(?:they|their|them)$/;
const PAIR =
  /^(?:countries|nations|states|sides|leaders|presidents|neighbours|neighbors|governments|allies|parties|ministers|powers|capitals)$/;

class Finder {
  private readonly out: Draft[] = [];
  private readonly lines: readonly Line[];
  private readonly context: Context;
  private readonly memory: Memory;

  constructor(
    private readonly document: Document,
    at: string,
  ) {
    this.lines = document.sentences.map((sentence) => lineOf(document, sentence));
    this.context = contextOfWords(
      at,
      this.lines.flatMap((line) => line.words),
      this.lines.flatMap((line) => line.chunks.map((chunk) => chunk.entries)),
    );
    this.memory = new Memory(document, this.out);
  }

  run(): Mention[] {
    for (const line of this.lines) this.readLine(line);
    return this.out;
  }

  private readLine(line: Line): void {
    const runs = runsOf(line);
    let next = 0;
    const { tokens } = this.document;
    for (let i = line.sentence.first; i < line.sentence.last; i++) {
      const token = tokens[i]!;
      if (token.pos === 'PRON' || token.deprel === 'nmod:poss') this.pronoun(token);
      while (next < runs.length && line.words[runs[next]!.first]!.start <= token.start) {
        const run = runs[next]!;
        const used = this.readRun(line, run, runs[next + 1]);
        next += used;
      }
    }
  }

  /** Reads one noun phrase, with the next one when that says whose it is. Returns how many runs were used. */
  private readRun(line: Line, run: Run, following: Run | undefined): number {
    const { words, chunks } = line;
    const from = skipArticle(line, run);
    if (from >= run.last) return 1;
    if (this.pair(line, run)) return 1;
    const recalled = this.recall(line, from, run);
    if (recalled !== undefined) return 1;
    let last = run.last;
    let resolution = resolvePhrase(words, chunks, from, last, this.context);
    let used = 1;
    if (!resolution.actor && following && following.first - run.last <= 3 && isLinked(line, run, following)) {
      if (this.titledBehind(line, from, run, following)) return 2;
      const wider = resolvePhrase(words, chunks, run.first, following.last, this.context);
      if (wider.actor?.code) {
        resolution = wider;
        last = following.last;
        used = 2;
      }
    }
    const head = headOf(words, chunks, from, run.last);
    const name = head && this.nameEnd(line, run, head);
    if (name) {
      this.readRun(line, { first: run.first, last: name }, undefined);
      this.inner(line, name, run.last, undefined);
      return 1;
    }
    if (!head) {
      this.inner(line, run.first, run.last, undefined);
      return 1;
    }
    if (head.entries.length > 0 && this.isPlace(line, from, run.last, head, resolution)) {
      this.inner(line, run.first, head.first, undefined);
      return used;
    }
    const noun = nounOf(head.entries);
    if (!resolution.actor && noun) {
      const at = this.comeBack(line, run, head.entries, noun);
      if (at !== undefined) return 1;
    }
    const named = head.person && isNameLike(line, head);
    if (head.person && this.isChance(line, head, resolution, from)) {
      this.inner(line, run.first, head.first, undefined);
      return 1;
    }
    if (!resolution.actor && resolution.candidates.length === 0 && !named) {
      this.inner(line, run.first, run.last, undefined);
      return 1;
    }
    const described = noun !== undefined && !head.person;
    const at = this.add(
      line,
      described ? run.first : from,
      last,
      resolution,
      described ? 'description' : 'name',
    );
    if (!resolution.actor && named) this.stranger(line, at, head);
    this.note(line, at, head.last - 1, head.title);
    this.inner(line, run.first, last, at, head);
    this.brackets(line, last, at);
    return used;
  }

  /** Where the name ends in "President Donald Trump orders", when the words behind it name nobody. */
  private nameEnd(
    line: Line,
    run: Run,
    head: { first: number; last: number; entries: readonly Entry[] },
  ): number | undefined {
    if (head.entries.length > 0 || line.words[head.first]!.capital || head.last < run.last) return undefined;
    let last = run.last;
    while (last > run.first && !line.words[last - 1]!.capital) last--;
    if (last === run.first || last === run.last || line.words[last - 1]!.possessive) return undefined;
    const before = headOf(line.words, line.chunks, run.first, last);
    return before?.person && before.title ? last : undefined;
  }

  /** "Kim" after "Kim Jong-un", "the SHY" after "Society of Honest Youths (SHY)". */
  private recall(line: Line, from: number, run: Run): number | undefined {
    let first = from;
    for (; first < run.last; first++) {
      const chunk = line.over[first];
      if (chunk && chunk.first < first) continue;
      if (chunk?.entries.some((entry) => entry.kind !== 'person' && entry.kind !== 'place')) continue;
      const keys = line.words.slice(first, run.last).map((word) => word.key);
      const found = line.words[first]!.capital ? this.memory.named(keys) : undefined;
      if (found === undefined) continue;
      const { resolution } = this.out[found]!;
      const before = this.titleState(line, from, first);
      if (before && resolution.actor && before !== resolution.actor.code) return undefined;
      const at = this.add(line, from, run.last, resolution, 'name');
      this.out[at]!.refersTo = found;
      this.note(line, at, run.last - 1);
      this.inner(line, from, first, at);
      return at;
    }
    return undefined;
  }

  /** Somebody whom no file knows can still be meant by a later name or pronoun. */
  private stranger(line: Line, at: number, head: { first: number; last: number }): void {
    const name = this.document.report.text.slice(
      line.words[head.first]!.start,
      line.words[head.last - 1]!.end,
    );
    const fact = { file: '', row: '', source: '' };
    const actor: Actor = { code: '', sectors: [], kind: 'person', name, id: `text:${name}`, fact };
    this.memory.note(at, topToken(this.document, line, head.last - 1), [], actor);
  }

  /** A lone family name of nobody prominent, whom the report has not told of: "Brown", "August". */
  private isChance(
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
    if (!actor) return !this.told(line, head) || head.entries.length === 0;
    const word = line.words[head.first]!;
    const next = line.words[head.last];
    if (line.tokens[head.first]!.pos !== 'PROPN' || word.hyphen) return true;
    if (next?.joined && next.capital && !word.possessive && !line.over[head.last]) return true;
    const serving = actor.sectors.length > 0 && actor.sectors[0] !== 'ELI';
    return !(this.told(line, head) || isHead(actor) || (serving && this.context.states.has(actor.code)));
  }

  private told(line: Line, head: { first: number; last: number }): boolean {
    return this.memory.named(line.words.slice(head.first, head.last).map((word) => word.key)) !== undefined;
  }

  /** "Secretary General of NATO Mark Rutte": the title stands before whose it is, the name behind. */
  private titledBehind(line: Line, from: number, run: Run, following: Run): boolean {
    const title = headOf(line.words, line.chunks, from, run.last);
    const name = headOf(line.words, line.chunks, following.first, following.last);
    if (!title?.title || title.person || !name?.person || name.first === following.first) return false;
    const resolution = resolvePhrase(line.words, line.chunks, following.first, following.last, this.context);
    if (!resolution.actor) return false;
    const at = this.add(line, from, following.last, resolution, 'name');
    this.note(line, at, name.last - 1, title.title);
    this.inner(line, following.first, following.last, at, name);
    return true;
  }

  private titleState(line: Line, from: number, to: number): string | undefined {
    for (const chunk of line.chunks) {
      if (chunk.first < from || chunk.last > to) continue;
      const states = chunk.entries.filter((entry) => entry.kind === 'state');
      const actor = states.length > 0 ? resolveName(states, this.context).actor : undefined;
      if (actor) return actor.code;
    }
    return undefined;
  }

  /** "the president", "the ministry": whoever was told before by that office or noun. */
  private comeBack(line: Line, run: Run, entries: readonly Entry[], noun: string): number | undefined {
    const word = line.words[run.first]!.key;
    if (!/^(?:the|that|this|his|her|their|its|these|those)$/.test(word)) return undefined;
    const agent = entries.find((entry) => entry.kind === 'agent')!;
    const offices = listOf(agent.row.office).flatMap((o) =>
      o === 'leader'
        ? ['supreme_leader', 'head_of_state', 'head_of_government', 'monarch', 'group_leader', 'org_head']
        : [o],
    );
    const sentence = line.sentence.index;
    const found =
      offices.length > 0 && agent.form !== 'plural'
        ? this.memory.byOffice(offices, noun, sentence)
        : this.memory.byNoun(noun, sentence);
    if (found === undefined) return undefined;
    const { actor, candidates } = this.out[found]!.resolution;
    const resolution: Resolution = {
      ...(actor ? { actor } : {}),
      candidates,
      reason: `“${this.out[found]!.text}” told before`,
    };
    const at = this.add(line, run.first, run.last, resolution, 'description');
    this.out[at]!.refersTo = found;
    this.note(line, at, run.last - 1);
    return at;
  }

  /** "both countries", "the two leaders": two that were told, which is more than one mention can refer to. */
  private pair(line: Line, run: Run): boolean {
    const keys = line.words.slice(run.first, run.last).map((word) => word.key);
    const last = keys[keys.length - 1]!;
    if (
      !PAIR.test(last) ||
      !(keys.includes('two') || keys[0] === 'both' || /^(?:their|sides)$/.test(keys[0]!))
    )
      return false;
    if (
      line.chunks.some(
        (chunk) =>
          chunk.first >= run.first && chunk.last < run.last && chunk.entries.some((e) => e.kind === 'state'),
      )
    )
      return false;
    const people = /^(?:leaders|presidents|ministers)$/.test(last);
    const found = this.memory.two(line.tokens[run.last - 1]!, people);
    const candidates = found.flatMap((at) => this.out[at]!.resolution.actor ?? []);
    const reason =
      candidates.length === 2
        ? `both ${candidates.map((actor) => actor.name).join(' and ')}`
        : 'it cannot be told which two';
    this.add(line, run.first, run.last, { candidates, reason }, 'description');
    return true;
  }

  private isPlace(
    line: Line,
    from: number,
    last: number,
    head: { first: number; last: number; entries: readonly Entry[] },
    resolution: Resolution,
  ): boolean {
    const { actor } = resolution;
    if (!actor) return head.entries.every((entry) => entry.kind === 'place');
    if (actor.id.startsWith('place:')) return true;
    const capital = head.entries.some((entry) => entry.kind === 'state' && entry.form === 'capital');
    return capital && head.last === last && isPlaceUse(this.document, line, from, last);
  }

  /** Names inside a phrase, or side by side in one whose head is nobody ("the DPRK-Russia alliance"). */
  private inner(
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
      const known = this.memory.named(line.words.slice(chunk.first, chunk.last).map((word) => word.key));
      const resolution =
        known !== undefined && named.some((e) => e.kind === 'person')
          ? this.out[known]!.resolution
          : this.nameOf(line, chunk, named, inside !== undefined);
      if (!resolution) continue;
      const at = this.add(line, chunk.first, chunk.last, resolution, 'name');
      if (inside !== undefined) this.out[at]!.inside = inside;
      if (known !== undefined && this.out[known]!.resolution === resolution) this.out[at]!.refersTo = known;
      this.note(line, at, chunk.last - 1);
    }
    this.compass(line, from, to, inside);
  }

  private nameOf(line: Line, chunk: Chunk, named: readonly Entry[], within: boolean): Resolution | undefined {
    const resolution = resolveName(named, this.context);
    const family = named.every((entry) => entry.kind === 'person' && entry.form === 'family');
    if (family && this.isChance(line, { ...chunk, entries: named }, resolution, chunk.first))
      return undefined;
    const weak =
      named.every((entry) => entry.kind === 'outlet' || entry.kind === 'group') &&
      chunk.last - chunk.first === 1;
    if (weak && !line.words[chunk.first]!.capital) return undefined;
    const capital = named.every((entry) => entry.form === 'capital');
    if (capital && !within && isPlaceUse(this.document, line, chunk.first, chunk.last)) return undefined;
    return resolution;
  }

  /** "the North" where North Korea is told of: half of a pair of states. */
  private compass(line: Line, from: number, to: number, inside: number | undefined): void {
    for (let i = from; i < to; i++) {
      const word = line.words[i]!;
      if (line.over[i] || !/^(?:North|South)$/.test(word.text)) continue;
      const next = line.words[i + 1];
      if (next?.joined && next.capital && !next.hyphen && !word.possessive) continue;
      const found = this.half(word.key);
      if (found === undefined) continue;
      const at = this.add(
        line,
        i,
        i + 1,
        { ...this.out[found]!.resolution, reason: `“${this.out[found]!.text}” told before` },
        'name',
      );
      this.out[at]!.refersTo = found;
      if (inside !== undefined) this.out[at]!.inside = inside;
      this.note(line, at, i);
    }
  }

  private half(side: string): number | undefined {
    for (let i = this.out.length - 1; i >= 0 && i > this.out.length - 400; i--) {
      const { actor } = this.out[i]!.resolution;
      if (actor?.kind === 'state' && actor.name.toLowerCase().startsWith(`${side} `)) return i;
    }
    return undefined;
  }

  /** Letters in brackets behind a mention are another name of it. */
  private brackets(line: Line, last: number, at: number): void {
    const word = line.words[last];
    const { text } = this.document.report;
    if (!word?.caps || text[word.start - 1] !== '(' || text[word.end] !== ')') return;
    if (!this.out[at]!.resolution.actor) return;
    this.memory.alias(word.key, at);
  }

  private pronoun(token: Token): void {
    const { lower } = token;
    let to: number | undefined;
    if (PERSONAL.test(lower)) to = this.memory.person(token);
    else if (THING.test(lower)) {
      to = this.memory.thing(token);
      if (to === undefined) return;
    } else if (!THEY.test(lower)) return;
    const resolution: Resolution =
      to === undefined
        ? { candidates: [], reason: `“${token.text}” refers to nobody that can be told` }
        : { ...this.out[to]!.resolution, reason: `“${token.text}” refers to “${this.out[to]!.text}”` };
    const at = this.push(token.start, token.end, token.sentence, resolution, 'pronoun');
    if (to !== undefined) {
      this.out[at]!.refersTo = to;
      this.memory.note(at, token, []);
    }
  }

  private note(line: Line, at: number, word: number, title?: readonly Entry[]): void {
    const chunk = line.over[word];
    const entries = [...(chunk?.entries ?? []), ...(title ?? [])];
    this.memory.note(
      at,
      topToken(this.document, line, word),
      entries.flatMap((entry) =>
        entry.kind === 'agent' ? [entry.row.noun!, entry.row.noun!.split(' ').pop()!] : [],
      ),
    );
  }

  private add(
    line: Line,
    first: number,
    last: number,
    resolution: Resolution,
    form: Mention['form'],
  ): number {
    return this.push(
      line.words[first]!.start,
      line.words[last - 1]!.end,
      line.sentence.index,
      resolution,
      form,
    );
  }

  private push(
    start: number,
    end: number,
    sentence: number,
    resolution: Resolution,
    form: Mention['form'],
  ): number {
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
}

/** Nouns of the map that follow a name: what they end is no person. */
const MAP =
  /^(?:street|river|lake|mount|mountains?|hills?|dam|province|oblast|governorate|region|district|territory|county|strait|sea|bay|gulf|islands?|airport|road|avenue|square|valley|bridge|port|city|town|village|peninsula|desert|canal|pass|hospital|hotel|act|treaty|agreement|accords?|war|day|prize|cup|summit|conference|operation|plan|initiative|crisis|deal|talks|games|olympics|corridor|crossing|camp|prison|stadium|park|palace|tower|building|plaza|beach|cape|plateau|basin|highway|station|base|division|law|protocol|convention|festival|ties|news|times|post|week|month|year|house|hall|center|centre|mosque|church|cathedral|temple|university|school|college|bank|group|company|corp|inc|ltd|fund|index|award|championship|league|final|open|report|week|state|coast|border|zone|area|north|south|east|west)$/;

/** Whether words look like a person's name: proper nouns all, and no place or thing at the end. */
function isNameLike(line: Line, head: { first: number; last: number }): boolean {
  const tokens = line.tokens.slice(head.first, head.last);
  return (
    head.last - head.first > 1 &&
    tokens.every((token) => token.pos === 'PROPN' || token.pos === 'PUNCT') &&
    !MAP.test(line.words[head.last - 1]!.key) &&
    !MAP.test(line.words[head.first]!.key)
  );
}

function nounOf(entries: readonly Entry[]): string | undefined {
  return entries.find((entry) => entry.kind === 'agent')?.row.noun;
}

function skipArticle(line: Line, run: Run): number {
  const token = line.tokens[run.first]!;
  const first =
    (token.pos === 'DET' || token.pos === 'PRON') && !line.over[run.first] ? run.first + 1 : run.first;
  return first + 1 < run.last &&
    /^(?:least|most|more|less|than|about|around|nearly)$/.test(line.words[first]!.key)
    ? first + 1
    : first;
}

/** Whether the next phrase hangs from this one by "of", "for", "from", "in". */
function isLinked(line: Line, run: Run, next: Run): boolean {
  const between = line.words.slice(run.last, next.first);
  if (between.some((word) => !word.joined && !word.possessive) || !line.words[next.first]!.joined)
    return false;
  return between.length >= 1 && between.length <= 2 && /^(?:of|for|from|in|at|loyal)$/.test(between[0]!.key);
}

/** The word of a name that hangs from outside it. */
function topToken(document: Document, line: Line, word: number): Token {
  const chunk = line.over[word];
  const first = line.tokens[chunk?.first ?? word]!;
  const last = line.tokens[word]!;
  for (let i = first.index; i <= last.index; i++) {
    const token = document.tokens[i]!;
    if (token.head < first.index || token.head > last.index) return climb(document, token);
  }
  return last;
}

/** From "Kim" in "leader Kim" up to "leader", whose role in the clause the name shares. */
function climb(document: Document, token: Token): Token {
  let at = token;
  for (
    let steps = 0;
    steps < 4 && /^(?:flat|appos|compound|nmod:desc)/.test(at.deprel) && at.head >= 0;
    steps++
  )
    at = document.tokens[at.head]!;
  return at;
}

export type { Actor };
