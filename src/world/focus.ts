import type { Token } from '../language/index.js';
import { dyadOf, isOfState, joinedIn } from './dyad.js';
import type { Epithet } from './epithets.js';
import type { Home } from './home.js';
import type { Entry } from './lexicon.js';
import { resolveName } from './names.js';
import type { Line } from './runs.js';
import { actorOfState, sovereignOf } from './states.js';
import type { Told } from './told.js';
import type { Actor } from './types.js';

/** How many sentences back an epithet may reach. */
const REACH = 15;
/** How many sentences back two may have been told together. */
const NEAR = 2;
/** How many sentences open a report. */
const LEAD = 2;
/** Mentions that it can have there. */
const OPENING = 60;
/** How often the home of a report counts as named: it is called by its offices alone. */
const AT_HOME = 2;

/** Who of the report's parties is meant. */
interface Party {
  readonly actor: Actor;
  count: number;
}

/** Whom a report is about, as far as it has been read: the two sides, the scene of a paragraph, who an epithet is said of. */
export class Focus {
  /** States by their code, groups by their id. */
  private counts: Map<string, Party> | undefined;
  /** How many mentions have been looked at for persons. */
  private counted = 0;

  constructor(
    private readonly told: Told,
    private readonly lines: readonly Line[],
    private readonly home: Home | undefined,
  ) {}

  /** Counted when first asked for: few reports call anybody again in this way. */
  private get parties(): Map<string, Party> {
    if (this.counts) return this.counts;
    this.counts = new Map();
    for (const { chunks } of this.lines) for (const { entries } of chunks) this.count(entries);
    const state = this.home && actorOfState(this.home.code);
    if (state) this.add(state.code, state, AT_HOME);
    return this.counts;
  }

  private count(entries: readonly Entry[]): void {
    const states = entries.filter(
      ({ kind, form, ambiguous }) =>
        kind === 'metonym' || (kind === 'state' && (!ambiguous || form === 'capital')),
    );
    const codes = new Set(states.map(({ row }) => sovereignOf(row.code!)));
    const [code] = codes;
    const state = codes.size === 1 ? actorOfState(code!) : undefined;
    if (state) this.add(state.code, state, 1);
    if (!entries.every(({ kind }) => kind === 'group')) return;
    const { actor } = resolveName(entries, this.told.context);
    if (actor && isArmed(actor)) this.add(actor.id, actor, 1);
  }

  private add(key: string, actor: Actor, by: number): void {
    const party = this.parties.get(key);
    if (party) party.count += by;
    else this.parties.set(key, { actor, count: by });
  }

  /**
   * The two of those in the lead of the report who are named most, if no third of them is named as often: states alone or armed
   * groups, too; where they must be `alone`, if there is no third.
   */
  sides(statesOnly: boolean, without: ReadonlySet<string>, alone = false): Actor[] {
    this.countPersons();
    const lead = this.lead();
    const ranked = [...this.parties]
      .filter(
        ([key, { actor }]) => lead.has(key) && !without.has(key) && !(statesOnly && actor.kind === 'group'),
      )
      .sort((a, b) => b[1].count - a[1].count)
      .map(([, party]) => party);
    const [first, second, third] = ranked;
    if (!first || !second || (alone && third)) return [];
    return second.count > (third?.count ?? 0) ? [first.actor, second.actor] : [];
  }

  /** Persons told since the last time count for their states. */
  private countPersons(): void {
    const { out } = this.told;
    for (; this.counted < out.length; this.counted++) {
      const { resolution, form } = out[this.counted]!;
      const { actor } = resolution;
      const state = actor?.kind === 'person' && isOfState(actor) ? actorOfState(actor.code) : undefined;
      if (state && form === 'name') this.add(state.code, state, 1);
    }
  }

  /** The parties that the headline and the first sentences name. */
  private lead(): Set<string> {
    const { out, document } = this.told;
    const lead = new Set<string>(this.home ? [this.home.code] : []);
    let sentences = 0;
    let last = -1;
    for (const { sentence, resolution } of out.slice(0, OPENING)) {
      if (sentence !== last) {
        last = sentence;
        const { kind } = document.report.parts[document.sentences[sentence]!.part]!;
        if (kind !== 'headline' && ++sentences > LEAD) break;
      }
      const { actor, together } = resolution;
      for (const one of together ?? (actor ? [actor] : []))
        if (isOfState(one)) lead.add(one.code);
        else if (isArmed(one)) lead.add(one.id);
    }
    return lead;
  }

  /** The other side of a state: of the report, else of the last sentences, if they name one other only. */
  otherThan(code: string, token: Token): Actor | undefined {
    const both = this.sides(true, new Set());
    if (both.some((actor) => actor.code === code)) return both.find((actor) => actor.code !== code);
    for (let back = 0; back <= NEAR && token.sentence - back >= 0; back++) {
      const others = new Set(this.statesOf(token.sentence - back, token.start).filter((c) => c !== code));
      const [other] = others;
      if (others.size > 0) return others.size === 1 ? actorOfState(other!) : undefined;
    }
    return undefined;
  }

  /** The codes of the states that a sentence names before a character, in their order. */
  private statesOf(sentence: number, before = Number.POSITIVE_INFINITY): string[] {
    const codes: string[] = [];
    const { out } = this.told;
    for (const i of this.told.of(sentence)) {
      const { actor } = out[i]!.resolution;
      if (out[i]!.end <= before && actor && isOfState(actor)) codes.push(actor.code);
    }
    return codes.reverse();
  }

  /** The only state that a paragraph has named before a character of it, or the one before where it names none. */
  scene(line: Line, before: number): string | undefined {
    const { sentences } = this.told.document;
    const codes = new Set<string>();
    let { part } = line.sentence;
    const { index } = line.sentence;
    for (let i = index; i >= 0 && i >= index - REACH && part - sentences[i]!.part <= 1; i--) {
      if (sentences[i]!.part !== part) {
        if (codes.size > 0 || part !== line.sentence.part) break;
        part = sentences[i]!.part;
      }
      for (const code of this.statesOf(i, before)) codes.add(code);
    }
    const [only] = codes;
    return codes.size === 1 ? only : undefined;
  }

  /** Of whom an epithet is said. */
  meant(epithet: Epithet, line: Line, token: Token): Actor | undefined {
    if (epithet.kind === 'state')
      return epithet.codes.size > 0 ? this.stateAmong(epithet.codes, token) : this.country(line, token);
    const { out } = this.told;
    for (let i = out.length - 1; i >= 0 && token.sentence - out[i]!.sentence <= REACH; i--) {
      const { resolution, form, text } = out[i]!;
      const { actor } = resolution;
      if (form === 'pronoun') continue;
      if (epithet.kind === 'org') {
        if (actor?.id.startsWith('org:') && epithet.codes.has(actor.id.slice(4))) return actor;
        continue;
      }
      if (actor && isArmed(actor)) return actor;
      if (epithet.kind === 'rebels') continue;
      if (actor?.kind === 'organization' && actor.sectors.includes('NGO')) return actor;
      // "a rights group": somebody else may be meant who cannot be told.
      if (/\b(?:group|movement|organi[sz]ation|party)$/.test(text)) return undefined;
    }
    return undefined;
  }

  /** The last state told of which something can be said: the subject where a sentence names several. */
  private stateAmong(codes: ReadonlySet<string>, token: Token): Actor | undefined {
    for (let back = 0; back <= REACH && token.sentence - back >= 0; back++) {
      const there = this.statesOf(token.sentence - back, token.start).filter((code) => codes.has(code));
      if (new Set(there).size > 1) return undefined;
      if (there[0]) return actorOfState(there[0]);
    }
    return undefined;
  }

  /** "the country": the state of the sentence or paragraph, and not who does something to it. */
  private country(line: Line, token: Token): Actor | undefined {
    const here = new Set(this.statesOf(token.sentence, token.start));
    const [only] = here;
    if (here.size === 1 && this.isReported(token)) return actorOfState(only!);
    const named = new Set([...here, ...statesNamed(line)]);
    const { sentences } = this.told.document;
    const { part, index } = line.sentence;
    const before: string[] = [];
    for (let i = index - 1; i >= 0 && i >= index - REACH && sentences[i]!.part === part; i--)
      before.push(...this.statesOf(i));
    const others = new Set(before.filter((code) => !named.has(code)));
    const [other] = others;
    if (others.size === 1) return actorOfState(other!);
    const home = this.home?.code;
    if (home && !named.has(home) && (others.size === 0 || others.has(home))) return actorOfState(home);
    const both = this.sides(true, new Set());
    const side = both.filter(({ code }) => !named.has(code));
    return others.size === 0 && both.length === 2 && side.length === 1 ? side[0] : undefined;
  }

  /** Whether a word is the subject of what somebody says: "Togo said that the country needs help". */
  private isReported(token: Token): boolean {
    const verb = this.told.document.tokens[token.head];
    return (
      token.deprel.startsWith('nsubj') && verb !== undefined && /^(?:ccomp|advcl|parataxis)/.test(verb.deprel)
    );
  }

  /** Two told together within the last sentences: "Togo and Mali signed …", "Togo's president met Mali's". */
  together(token: Token): Actor[] {
    return this.within(token, (sentence) => {
      const dyad = dyadOf(this.told, sentence, token.start);
      return dyad.length > 0 ? dyad : joinedIn(this.told, sentence, token);
    });
  }

  /** Two who did something with each other within the last sentences. */
  dyad(token: Token): Actor[] {
    return this.within(token, (sentence) => dyadOf(this.told, sentence, token.start));
  }

  private within(token: Token, find: (sentence: number) => Actor[]): Actor[] {
    for (let back = 0; back <= NEAR && token.sentence - back >= 0; back++) {
      const found = find(token.sentence - back);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The two who do something with each other in the first sentences of the report. */
  leadDyad(token: Token): Actor[] {
    return this.inLead(token, (sentence) => dyadOf(this.told, sentence, token.start));
  }

  /** These, or two who are joined there: "Rome and Tunis signed a pact". */
  leadPair(token: Token): Actor[] {
    const dyad = this.leadDyad(token);
    return dyad.length > 0 ? dyad : this.inLead(token, (sentence) => joinedIn(this.told, sentence, token));
  }

  private inLead(token: Token, find: (sentence: number) => Actor[]): Actor[] {
    const { sentences, report } = this.told.document;
    const from = sentences.findIndex(({ part }) => report.parts[part]!.kind !== 'headline');
    for (let i = from; i >= 0 && i < from + LEAD && i <= token.sentence; i++) {
      const found = find(i);
      if (found.length > 0) return found;
    }
    return [];
  }
}

/** The states that a line names without doubt. */
const statesNamed = ({ chunks }: Line): string[] =>
  chunks.flatMap(({ entries }) => {
    const codes = new Set(
      entries.flatMap(({ kind, row }) =>
        kind === 'state' || kind === 'metonym' || kind === 'place'
          ? [sovereignOf(row.code || row.state!)]
          : [],
      ),
    );
    return codes.size === 1 ? [...codes] : [];
  });

/** A group that fights. */
const isArmed = ({ kind, sectors }: Actor): boolean =>
  (kind === 'group' || kind === 'generic') &&
  sectors.some((sector) => sector === 'REB' || sector === 'UAF' || sector === 'PRM');
