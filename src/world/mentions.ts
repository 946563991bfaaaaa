import type { Document, Token } from '../language/index.js';
import { Again } from './again.js';
import { joinApposed } from './apposed.js';
import { Bare } from './bare.js';
import { contextOfLines } from './context.js';
import { headOf, resolvePhrase } from './describe.js';
import { Focus } from './focus.js';
import { atHome, type Home, homeOf, isAbroad, ofHome, servesState, titledOfHome } from './home.js';
import { Inner } from './inner.js';
import type { Entry } from './lexicon.js';
import { isPlaceUse } from './locative.js';
import { Refer } from './refer.js';
import { type Line, linesOf, type Run, runsOf } from './runs.js';
import { isLinked, isNameLike, nameOf, nounOf, skipArticle, topToken } from './shapes.js';
import { Told } from './told.js';
import type { Mention, Resolution } from './types.js';
import { today } from './who.js';

export interface MentionOptions {
  /** ISO date of the report; today when absent. */
  readonly at?: string;
}

/** The names, descriptions and pronouns of actors in a document, in text order, each resolved or left open. */
export function findMentions(document: Document, options: MentionOptions = {}): Mention[] {
  return new Finder(document, options.at ?? today()).run();
}

class Finder {
  private readonly lines: readonly Line[];
  private readonly told: Told;
  private readonly inner: Inner;
  private readonly refer: Refer;
  private readonly home: Home | undefined;
  private readonly focus: Focus;
  private readonly again: Again;
  private readonly bare: Bare;
  /** Whether the sentence being read names another state than the home of the report; few phrases ask. */
  private abroad: () => boolean = () => false;

  constructor(
    private readonly document: Document,
    at: string,
  ) {
    this.lines = linesOf(document);
    this.told = new Told(document, contextOfLines(this.lines, at));
    this.inner = new Inner(this.told);
    this.refer = new Refer(this.told, this.inner);
    const groups = this.lines
      .flatMap((line) => line.chunks.flatMap((chunk) => chunk.entries))
      .flatMap(({ kind, row }) => (kind === 'group' && row.state ? [row.state] : []));
    this.home = homeOf(document.report, this.told.context, new Set(groups));
    this.focus = new Focus(this.told, this.lines, this.home);
    this.again = new Again(this.told, this.focus);
    this.bare = new Bare(this.told, this.home, this.focus);
  }

  run(): Mention[] {
    for (const line of this.lines) this.readLine(line);
    return this.told.out;
  }

  private readLine(line: Line): void {
    const runs = runsOf(line);
    let abroad: boolean | undefined;
    this.abroad = () => {
      abroad ??= isAbroad(line.chunks, this.home, this.told.context);
      return abroad;
    };
    let next = 0;
    const { tokens } = this.document;
    for (let i = line.sentence.first; i < line.sentence.last; i++) {
      const token = tokens[i]!;
      if (token.pos === 'PRON' || token.deprel === 'nmod:poss') this.readPronoun(line, token);
      while (next < runs.length && line.words[runs[next]!.first]!.start <= token.start) {
        const run = runs[next]!;
        const used = this.readRun(line, run, runs[next + 1]);
        next += used;
      }
    }
  }

  private readPronoun(line: Line, token: Token): void {
    if (/^(?:both|each)$/.test(token.lower)) this.again.pronoun(line, token);
    else this.refer.pronoun(token);
  }

  /** Reads one noun phrase, with the next one when that says whose it is. Returns how many runs were used. */
  private readRun(line: Line, run: Run, following: Run | undefined): number {
    const { words, chunks } = line;
    const from = skipArticle(line, run);
    if (from >= run.last) return 1;
    if (this.again.read(line, run)) return 1;
    const recalled = this.refer.recall(line, from, run);
    if (recalled !== undefined) return 1;
    let last = run.last;
    let resolution = resolvePhrase(words, chunks, from, last, this.told.context);
    let used = 1;
    if (!resolution.actor && following && following.first - run.last <= 3 && isLinked(line, run, following)) {
      if (this.titledBehind(line, from, run, following)) return 2;
      const wider = resolvePhrase(words, chunks, run.first, following.last, this.told.context);
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
      this.inner.read(line, name, run.last, undefined);
      return 1;
    }
    if (!head) {
      this.inner.read(line, run.first, run.last, undefined);
      return 1;
    }
    if (head.entries.length > 0 && this.isPlace(line, from, run.last, head, resolution)) {
      this.inner.read(line, run.first, head.first, undefined);
      return used;
    }
    const noun = nounOf(head.entries);
    if (!resolution.actor && noun) {
      const at = this.refer.comeBack(line, run, head.entries, noun);
      if (at !== undefined) return 1;
      const said = words.slice(run.first, run.last).map((word) => word.key);
      const token =
        head.last - head.first > 1
          ? topToken(this.document, line, head.last - 1)
          : line.tokens[head.last - 1]!;
      const own = atHome(
        resolution,
        this.bare.stateOf(line, run, resolution, token),
        this.abroad,
        said,
        this.document,
        token,
        isNamed(line, run, head),
      );
      resolution = own ?? resolution;
    }
    const named = head.person && isNameLike(line, head);
    if (head.person && this.told.isChance(line, head, resolution, from)) {
      this.inner.read(line, run.first, head.first, undefined);
      return 1;
    }
    if (!resolution.actor && resolution.candidates.length === 0 && !named) {
      this.inner.read(line, run.first, run.last, undefined);
      return 1;
    }
    const [titled] = resolution.candidates;
    const home =
      head.person && !resolution.actor && titled?.kind === 'generic' && servesState(titled)
        ? this.bare.stateOfTitled(line, run, resolution)
        : undefined;
    // Without a dateline it is less sure: the name is not called again by it.
    const sure = named && this.document.report.dateline?.place !== undefined;
    if (home) resolution = sure ? titledOfHome(titled!, home, nameOf(line, head)) : ofHome(titled!, home);
    const described = noun !== undefined && !head.person;
    const at = this.told.add(
      line,
      described ? run.first : from,
      last,
      resolution,
      described ? 'description' : 'name',
    );
    const { out } = this.told;
    const before = out.findLast((mention, i) => i < at && mention.inside === undefined);
    joinApposed(this.document.report.text, before, out[at]!);
    if (!out[at]!.resolution.actor && named) this.told.stranger(line, at, head);
    this.told.note(line, at, head.last - 1, head.title);
    this.inner.read(line, run.first, last, at, head);
    this.inner.brackets(line, last, at);
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

  /** "Secretary General of NATO Mark Rutte": the title stands before whose it is, the name behind. */
  private titledBehind(line: Line, from: number, run: Run, following: Run): boolean {
    const title = headOf(line.words, line.chunks, from, run.last);
    const name = headOf(line.words, line.chunks, following.first, following.last);
    if (!title?.title || title.person || !name?.person || name.first === following.first) return false;
    const resolution = resolvePhrase(
      line.words,
      line.chunks,
      following.first,
      following.last,
      this.told.context,
    );
    if (!resolution.actor) return false;
    const at = this.told.add(line, from, following.last, resolution, 'name');
    this.told.note(line, at, name.last - 1, title.title);
    this.inner.read(line, following.first, following.last, at, name);
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
}

/** "A Bavarian brewery": a name that no file knows tells whose it is. */
const isNamed = (line: Line, run: Run, head: { first: number }): boolean =>
  line.words.slice(run.first, head.first).some((word, i) => word.capital && run.first + i > 0);
