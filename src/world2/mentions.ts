import type { Document, Token } from '../language/index.js';
import { agentIn, byFamily, holder, isFormer, type Title, titleIn, titleOver } from './describe.js';
import { Memory } from './memory.js';
import { type Found, findNames } from './names.js';
import { isProminent, personActor } from './office.js';
import { childrenOf, type Phrase, phrasesOf } from './phrase.js';
import { type Surroundings, settle } from './sense.js';
import type { Actor, Mention, Resolution, Sector } from './types.js';

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'throughout',
  'inside',
  'within',
  'via',
  'over',
  'above',
  'off',
]);
const OWNED_BY = new Set(['of', 'to', 'for', 'from']);
const LIVES = new Set(['in', 'from', 'at']);
const PRONOUNS = new Set([
  'he',
  'she',
  'him',
  'her',
  'his',
  'himself',
  'herself',
  'it',
  'its',
  'itself',
  'they',
  'their',
  'them',
]);

export interface MentionOptions {
  /** ISO date of the report; today when absent. */
  readonly at?: string;
  /** Text around the document that may settle an ambiguity. */
  readonly context?: string;
}

/** The names, descriptions and pronouns of actors in a document, in text order, each resolved or left open. */
export function findMentions(document: Document, options: MentionOptions = {}): Mention[] {
  return new MentionFinder(document, options).run();
}

type Draft = { -readonly [K in keyof Mention]: Mention[K] };

class MentionFinder {
  private readonly out: Draft[] = [];
  private readonly children: number[][];
  private readonly names: Found[][];
  private readonly codes: Set<string>;
  private readonly memory: Memory;
  private readonly day: string;

  constructor(
    private readonly document: Document,
    private readonly options: MentionOptions,
  ) {
    this.day = options.at ?? new Date().toISOString().slice(0, 10);
    this.children = childrenOf(document);
    this.names = document.sentences.map((s) => findNames(document.report.text, s));
    this.codes = new Set(this.names.flat().flatMap((found) => this.sureCode(found)));
    this.memory = new Memory(document, this.out);
  }

  run(): Mention[] {
    for (const sentence of this.document.sentences) {
      for (const phrase of phrasesOf(this.document, this.children, sentence.first, sentence.last)) {
        this.read(phrase, sentence.index);
      }
    }
    return this.out;
  }

  private sureCode(found: Found): string[] {
    const codes = new Set(found.readings.map((r) => r.actor.code));
    return codes.size === 1 && !found.readings[0]!.ambiguous && found.readings[0]!.type !== 'place'
      ? [...codes]
      : [];
  }

  private read(phrase: Phrase, sentence: number): void {
    const head = this.document.tokens[phrase.head]!;
    if (head.pos === 'PRON' || (head.pos === 'DET' && PRONOUNS.has(head.lower))) {
      this.pronoun(head, sentence);
      return;
    }
    const tokens = this.document.tokens.slice(phrase.first, phrase.last);
    // A name may run on past the phrase that its head makes in the tree: "Democratic Republic of the Congo".
    const whole = this.names[sentence]!.find((n) => n.start <= head.start && head.end <= n.end);
    const start = Math.min(tokens[0]!.start, whole?.start ?? Number.POSITIVE_INFINITY);
    const end = Math.max(tokens.at(-1)!.end, whole?.end ?? 0);
    if (whole && this.out.some((m) => m.start === whole.start && m.end === whole.end)) return;
    const inside = this.names[sentence]!.filter((n) => n.start >= start && n.end <= end);
    const own = whole ?? inside.find((n) => n.start >= head.end && n.readings[0]!.type === 'person');
    const others = inside.filter((n) => n !== own);
    const tail = this.tailNames(phrase, sentence);
    const found = own ? this.named(own, others, phrase) : this.described(phrase, tokens, others, tail);
    if (!found) {
      for (const name of [...others]) this.single(name, sentence);
      return;
    }
    const last = found.tail && tail[0] ? tail[0].end : end;
    const at = this.add(
      start,
      last,
      sentence,
      found.resolution,
      own || found.form === 'name' ? 'name' : 'description',
      found.refersTo,
    );
    this.memory.note(at, head);
    for (const name of [...others, ...(found.tail ? tail : [])]) this.single(name, sentence, at);
  }

  /** Names that follow the phrase in "of Russia", "to the United Nations". */
  private tailNames(phrase: Phrase, sentence: number, prepositions: ReadonlySet<string> = OWNED_BY): Found[] {
    const out: Found[] = [];
    for (const child of this.children[phrase.head]!) {
      const token = this.document.tokens[child]!;
      if (child <= phrase.head || !token.deprel.startsWith('nmod')) continue;
      const preposition = this.children[child]!.map((c) => this.document.tokens[c]!).find(
        (t) => t.deprel === 'case',
      );
      if (!preposition || !prepositions.has(preposition.lower)) continue;
      const name = this.names[sentence]!.find((n) => n.start <= token.start && token.end <= n.end);
      if (name) out.push(name);
    }
    return out;
  }

  /** A phrase whose head is a known name. */
  private named(own: Found, others: readonly Found[], phrase: Phrase): Result | undefined {
    const person = own.readings.find((r) => r.type === 'person');
    if (person) {
      const actor = this.person(person.actor.id, person.name, phrase, others);
      return (
        actor && {
          resolution: { actor, candidates: [actor], reason: `“${own.text}” on ${this.day}` },
          form: 'name',
        }
      );
    }
    const words = this.words(phrase.first, phrase.last);
    const flat = this.document.tokens.slice(phrase.first, phrase.last);
    // "Foreign Minister Jordan": a name behind a title is a person's, whatever else it may be.
    const titled = this.titleBefore(words);
    const behind = titled && this.words(phrase.first, phrase.head).length >= titled.at + titled.length;
    if (behind && own.readings.some((r) => r.ambiguous || r.type === 'place'))
      return this.unknownPerson(flat, others);
    const resolution = this.settled(own);
    const capital = own.readings.some((r) => r.type === 'capital' || r.type === 'place');
    if (capital && !own.readings.some((r) => r.type === 'metonym') && this.isLocative(phrase))
      return undefined;
    if (resolution.actor?.id.startsWith('place:')) return undefined;
    return { resolution, form: 'name' };
  }

  private isLocative(phrase: Phrase): boolean {
    return this.children[phrase.head]!.some(
      (c) => this.document.tokens[c]!.deprel === 'case' && LOCATIVE.has(this.document.tokens[c]!.lower),
    );
  }

  private person(id: string, name: string, phrase: Phrase, others: readonly Found[]): Actor | undefined {
    const actor = personActor(id.replace(/^person:/, ''), this.day);
    const former = isFormer(this.words(phrase.first, phrase.head));
    if (actor) return former && actor.sectors[0] !== 'ELI' ? { ...actor, sectors: ['ELI'] } : actor;
    const [state] = this.actors(others);
    const fact = { file: 'world/persons.tsv', row: id, source: '' };
    return { id, kind: 'person', code: state?.code ?? '', sectors: [], name, fact: state?.fact ?? fact };
  }

  /** A phrase whose head is no known name: a title, a generic agent, a family name, an unknown person. */
  private described(
    phrase: Phrase,
    tokens: readonly Token[],
    others: readonly Found[],
    tail: readonly Found[],
  ): Result | undefined {
    const head = this.document.tokens[phrase.head]!;
    if (head.pos === 'PROPN') {
      const person = this.unknownPerson(tokens, others);
      if (person) return person;
    }
    const words = this.words(phrase.first, Math.max(phrase.head + 1, phrase.first + 1));
    const owners = this.actors(others);
    const tailOwners = this.actors(tail);
    const states = owners.length > 0 ? owners : tailOwners;
    const around = this.words(
      phrase.first,
      Math.min(phrase.head + 5, this.document.sentences[head.sentence]!.last),
    );
    const title = this.isSingular(head) ? titleOver(around, words.length - 1) : undefined;
    if (title) {
      const [state] = states;
      if (state) {
        const { actor, reason } = holder(title, state, this.day, isFormer(words));
        return {
          resolution: { actor, candidates: [actor], reason },
          form: 'description',
          tail: owners.length === 0,
        };
      }
      return this.memory.byOffice(title, head.sentence);
    }
    const agent = agentIn(words);
    if (!agent) return undefined;
    const leader = states.length === 0 && agent.sector === 'GOV' ? this.leaderOf(tokens) : undefined;
    const near = leader ? [leader] : this.actors(this.tailNames(phrase, head.sentence, LIVES), true);
    const [state] = states.length > 0 ? states : near;
    if (!state) return this.ownerless(agent.text, agent.sector, words);
    const actor = this.agentOf(state, agent, words.join(' '));
    return {
      resolution: { actor, candidates: [actor], reason: `“${agent.text}” of ${state.name}` },
      form: 'description',
      tail: owners.length === 0,
    };
  }

  /** "the Trump administration": a family name that owns a government. */
  private leaderOf(tokens: readonly Token[]): Actor | undefined {
    const name = tokens.find((t) => t.pos === 'PROPN');
    const actor = name && byFamily(name.text, undefined, [], this.day);
    return actor && isProminent(actor.id.replace(/^person:/, ''), this.day)
      ? { ...actor, sectors: [] }
      : undefined;
  }

  private isSingular(head: Token): boolean {
    return head.xpos !== 'NNS' && head.xpos !== 'NNPS';
  }

  /** "Saudi soldiers", "Hamas gunmen", "UN peacekeepers". */
  private agentOf(
    owner: Actor,
    agent: { sector: Sector; text: string; fact: Actor['fact'] },
    name: string,
  ): Actor {
    if (owner.kind === 'group') return { ...owner, kind: 'generic', name, id: owner.id };
    const partial = owner.sectors.filter((s) => s === 'PRE' || s === 'IGO');
    const sectors = [...new Set<Sector>([agent.sector, ...partial])];
    const kind = agent.sector === 'GOV' ? 'government' : 'generic';
    return {
      id: `agent:${owner.code}:${agent.sector}:${agent.text}`,
      kind,
      code: owner.code,
      sectors,
      name,
      fact: agent.fact,
    };
  }

  private ownerless(text: string, sector: Sector, words: readonly string[]): Result | undefined {
    if (words.length === 0) return undefined;
    return {
      resolution: { candidates: [], reason: `“${text}” (${sector}) of no state that is named` },
      form: 'description',
    };
  }

  /** A proper noun that no file knows: a family name told before or fitting its title, or somebody new with a title. */
  private unknownPerson(tokens: readonly Token[], others: readonly Found[]): Result | undefined {
    const proper: string[] = [];
    for (
      let i = tokens.length - 1;
      i >= 0 && (tokens[i]!.pos === 'PROPN' || /^[-–]$/.test(tokens[i]!.text));
      i--
    )
      proper.unshift(tokens[i]!.text);
    const words = tokens.slice(0, tokens.length).map((t) => t.text);
    const titled = this.titleBefore(words);
    const nameWords = titled
      ? words.slice(titled.at + titled.length)
      : proper.filter((w) => !others.some((o) => o.text.includes(w)));
    const family = nameWords.at(-1);
    if (!family || !/^\p{Lu}/u.test(family)) return undefined;
    const known = this.memory.byName(nameWords);
    if (known !== undefined)
      return { resolution: this.out[known]!.resolution, form: 'name', refersTo: known };
    const states = this.actors(others);
    const former = isFormer(words.slice(0, words.length - nameWords.length));
    const person =
      byFamily(nameWords.join(' '), titled?.title, states, this.day) ??
      byFamily(family, titled?.title, states, this.day);
    if (
      person &&
      (titled ||
        states.length > 0 ||
        this.codes.has(person.code) ||
        isProminent(person.id.replace(/^person:/, ''), this.day))
    ) {
      const actor = former ? { ...person, sectors: ['ELI' as const] } : person;
      return {
        resolution: {
          actor,
          candidates: [actor],
          reason: `the ${actor.office ?? 'person'} of that name on ${this.day}`,
        },
        form: 'name',
      };
    }
    const [state] = states;
    if (!titled || !state || titled.title.offices.includes('person')) return undefined;
    const { actor } = holder(titled.title, state, this.day, true);
    const sectors: readonly Sector[] = former ? ['ELI'] : [titled.title.sector || 'GOV'];
    const full: Actor = {
      ...actor,
      id: `name:${nameWords.join(' ')}`,
      name: nameWords.join(' ').replace(/ - /g, '-'),
      sectors,
      office: titled.title.text,
    };
    return {
      resolution: {
        actor: full,
        candidates: [full],
        reason: `${titled.title.text} of ${state.name} by the text; the name is in no file`,
      },
      form: 'name',
    };
  }

  private titleBefore(words: readonly string[]): { title: Title; at: number; length: number } | undefined {
    for (let n = words.length - 1; n > 0; n--) {
      const found = titleIn(words.slice(0, n));
      if (found && found.at + found.length === n) return found;
    }
    return undefined;
  }

  /** Whose an agent is by the names beside it; a town counts only where people live in it (`towns`). */
  private actors(names: readonly Found[], towns = false): Actor[] {
    return names.flatMap((name) => {
      if (!towns && name.readings.every((r) => r.type === 'place')) return [];
      if (this.isPrefix(name)) return [];
      const { actor } = this.settled(name);
      const person = name.readings.find((r) => r.type === 'person');
      const leader = person && personActor(person.actor.id.replace(/^person:/, ''), this.day);
      if (leader?.code) return [{ ...leader, sectors: [] }];
      return actor && actor.kind !== 'person' && actor.kind !== 'outlet' ? [asOwner(actor)] : [];
    });
  }

  /** "Turkish-backed fighters", "anti-US protesters": the state is not whose they are. */
  private isPrefix(name: Found): boolean {
    const { text } = this.document.report;
    return (
      /^[-–](?:backed|led|born|based|held|occupied|controlled|made|brokered|supported|aligned|allied|speaking|trained|funded|sponsored|linked|friendly|supplied|mediated|style)/i.test(
        text.slice(name.end, name.end + 12),
      ) || /\b(?:anti|pro|non|ex)[-–]$/i.test(text.slice(Math.max(0, name.start - 5), name.start))
    );
  }

  private settled(found: Found): Resolution {
    const { text } = this.document.report;
    const around: Surroundings = {
      text: `${text.slice(Math.max(0, found.start - 600), found.end + 600)} ${this.options.context ?? ''}`,
      day: this.day,
      before: text.slice(Math.max(0, found.start - 30), found.start),
      after: text.slice(found.end, found.end + 30),
      codes: this.codes,
    };
    return settle(found, around);
  }

  private single(name: Found, sentence: number, inside?: number): void {
    if (name.readings.every((r) => r.type === 'place')) return;
    const person = name.readings.find((r) => r.type === 'person');
    const actor = person && personActor(person.actor.id.replace(/^person:/, ''), this.day);
    const resolution = person
      ? {
          ...(actor ? { actor } : {}),
          candidates: actor ? [actor] : [],
          reason: `“${name.text}” on ${this.day}`,
        }
      : this.settled(name);
    const at = this.add(name.start, name.end, sentence, resolution, 'name');
    if (inside !== undefined) this.out[at]!.inside = inside;
    else this.memory.note(at, this.document.tokens[this.document.sentences[sentence]!.first]!);
  }

  private pronoun(head: Token, sentence: number): void {
    if (!PRONOUNS.has(head.lower)) return;
    const to = this.memory.antecedent(head);
    const resolution: Resolution =
      to === undefined
        ? { candidates: [], reason: `“${head.text}” refers to nobody that can be told` }
        : { ...this.out[to]!.resolution, reason: `“${head.text}” refers to “${this.out[to]!.text}”` };
    const at = this.add(head.start, head.end, sentence, resolution, 'pronoun', to);
    if (to !== undefined) this.memory.note(at, head);
  }

  private words(first: number, last: number): string[] {
    return this.document.tokens
      .slice(first, last)
      .filter((t) => t.pos !== 'DET')
      .map((t) => t.text);
  }

  private add(
    start: number,
    end: number,
    sentence: number,
    resolution: Resolution,
    form: Mention['form'],
    refersTo?: number,
  ): number {
    const text = this.document.report.text.slice(start, end);
    this.out.push({
      start,
      end,
      text,
      sentence,
      resolution,
      form,
      ...(refersTo === undefined ? {} : { refersTo }),
    });
    return this.out.length - 1;
  }
}

interface Result {
  readonly resolution: Resolution;
  readonly form: Mention['form'];
  readonly refersTo?: number;
  /** The owner stands behind ("president of Russia") and belongs to the mention. */
  readonly tail?: boolean;
}

/** A capital that owns something stands for its state: "Moscow's troops". */
function asOwner(actor: Actor): Actor {
  return actor.kind === 'government' || actor.sectors.includes('CVL') ? { ...actor, sectors: [] } : actor;
}
