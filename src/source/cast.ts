import { findMentions, kindOfHead, type Mention } from '../language/index.js';
import { isTitle } from './cues.js';
import { genderOf, genderOfNoun, genderOfTitle } from './gender.js';
import { issuersOf } from './issuers.js';
import { Naming } from './naming.js';
import type { Phrase } from './phrase.js';
import type { Surface } from './surface.js';

/** One of whom a report speaks, and all that it is called by. */
export interface Member {
  kind: 'person' | 'organization';
  readonly plural: boolean;
  /** Words of the fullest name, in lower case; empty where none is told. */
  name: readonly string[];
  /** Tokens of the fullest name, or of the first description: first, one past the last, head. */
  best: Phrase;
  /** Nouns that describe it: "minister", "official". */
  readonly nouns: Set<string>;
  /** All words of its descriptions, for telling "the defence ministry" from "the interior ministry". */
  readonly words: Set<string>;
  gender: 'm' | 'f' | undefined;
  /** Sentence in which it was last told, and how prominently. */
  sentence: number;
  weight: number;
}

/** How many sentences a pronoun reaches back. */
const REACH = 5;
/** How many are kept in view: a sentence without end must not cost more than its length. */
const KEPT = 50;
const THEY = /^(?:they|them|their)$/;
const AGE = /\d-year-old\b/;
/** Descriptions that may stand for anybody named just before. */
const EPITHET = /^(?:man|woman|leader|politician|veteran|strongman|ruler|lawmaker|diplomat|banker)$/;

/**
 * Who speaks in a report, by the words in the text alone: names with their titles and appositions, descriptions that come
 * back ("the official"), surnames and pronouns. Rules of prominence after Lappin and Leass (1994), much simplified: the
 * nearer sentence and the subject of the main clause come first. What fits nobody stays open. Linear in the length of the
 * document.
 */
export class Cast {
  private readonly byName = new Map<string, Member[]>();
  private readonly byNoun = new Map<string, Member[]>();
  private readonly byToken = new Map<number, Member>();
  private readonly issuers: Map<number, Member>;
  private readonly naming: Naming;
  private recent: Member[] = [];

  /** `known` tells the kind of a name whose actor is known, by its head. */
  constructor(
    private readonly surface: Surface,
    private readonly known: (head: number) => Member['kind'] | undefined = () => undefined,
  ) {
    const mentions = findMentions(surface.document, 'quick');
    this.naming = new Naming(surface, mentions);
    // In the order of their heads: the owner in "his lawyer" is told before the lawyer.
    for (const mention of mentions.sort((a, b) => a.head - b.head)) this.meet(mention);
    this.issuers = issuersOf(surface, (head) => this.byToken.get(head));
  }

  /** Who is told at a token that heads a phrase; undefined where nobody is. */
  at(head: number): Member | undefined {
    return this.byToken.get(head);
  }

  /** Who issued the document at a token; undefined where nothing tells. */
  issuerAt(head: number): Member | undefined {
    return this.issuers.get(head);
  }

  private meet(given: Mention): void {
    let mention = given;
    const { head } = mention;
    if (this.byToken.has(head) || this.surface.markOf(head) >= 0) return;
    // "The Vice President" is no name.
    if (given.form === 'name' && isTitle(this.surface.token(head).lower))
      mention = { ...given, form: 'noun' };
    const cited = this.surface.tree.is(head, 'nsubj') && this.surface.cueAt(this.surface.tree.head(head));
    const known = mention.form === 'name' ? this.known(head) : undefined;
    if (known) mention = { ...mention, kind: known };
    const kind = kindOf(mention, cited !== undefined && cited !== false);
    if (!kind) return;
    const member = this.memberFor(mention, kind);
    if (!member) return;
    this.byToken.set(head, member);
    this.prefer(member, mention);
    if (mention.form === 'noun') this.nameBeside(member, mention);
    this.see(member, head);
  }

  private memberFor(mention: Mention, kind: Member['kind']): Member | undefined {
    if (mention.form === 'pronoun') return this.pronoun(mention);
    const beside = this.apposed(mention);
    if (mention.form === 'name') {
      const name = this.naming.nameAt(mention);
      const known = beside ?? this.named(this.naming.wordsOf(name), kind);
      return known ?? this.enter(kind, false, name);
    }
    return (
      beside ??
      this.comeBack(mention) ??
      this.enter(kind, this.isPlural(mention.head), this.naming.shortened(mention))
    );
  }

  private enter(kind: Member['kind'], plural: boolean, best: Phrase): Member {
    const { sentence } = this.surface.token(best.head);
    const member: Member = {
      ...{ kind, plural, best, sentence, weight: 0, gender: undefined },
      ...{ name: [], nouns: new Set<string>(), words: new Set<string>() },
    };
    return member;
  }

  /** "The president of the union, Marcela Oyarzun", "Salome Fakaofo, its chair", "the new chair is Aino Kettunen". */
  private apposed({ head, kind }: Mention): Member | undefined {
    const { tree } = this.surface;
    if (tree.is(head, 'appos')) {
      // "the head of the union, Marcela Oyarzun": a person is no union.
      let at = tree.head(head);
      while (this.byToken.get(at)?.kind !== kind && tree.is(at, 'nmod')) at = tree.head(at);
      return this.byToken.get(at) ?? this.byToken.get(tree.head(head));
    }
    if (!tree.has(head, 'cop')) return undefined;
    const [subject] = tree.withRelation(head, 'nsubj');
    const member = subject === undefined ? undefined : this.byToken.get(subject);
    return member && (member.name.length === 0) === (this.surface.token(head).pos === 'PROPN')
      ? member
      : undefined;
  }

  /** "Opposition leader |Grigol Meladze": a name that the engine does not hold for one of its own kind. */
  private nameBeside(member: Member, mention: Mention): void {
    for (const at of this.surface.tree.withRelation(mention.head, 'appos', 'flat')) {
      const token = this.surface.token(at);
      if (token.xpos !== 'NNP' || this.surface.markOf(at) >= 0) continue;
      if (/^(?:person|organization)$/.test(kindOfHead(this.surface.document, token) ?? '')) continue;
      this.prefer(member, { ...mention, form: 'name', head: at });
      this.byToken.set(at, member);
    }
  }

  /** Takes in what a mention adds: a fuller name, a noun. */
  private prefer(member: Member, mention: Mention): void {
    const { head, form } = mention;
    if (form === 'pronoun') return;
    if (form === 'name') {
      // "opposition leader Grigol Meladze" is a person, whatever the name alone looks like.
      if (mention.kind === 'organization' && ![...member.nouns].some(isTitle)) member.kind = 'organization';
      const place = this.naming.nameAt(mention);
      const words = this.naming.wordsOf(place);
      if (words.length > member.name.length) {
        member.name = words;
        member.best = place;
        for (const word of words) listed(this.byName, word, member);
        member.gender ??= genderOf(words);
      }
    } else this.noun(member, head);
    for (const title of this.surface.tree.children(head))
      if (
        title < head &&
        this.surface.tree.is(title, 'nmod:desc', 'compound') &&
        /^N/.test(this.surface.token(title).xpos)
      )
        this.noun(member, title);
    for (let i = mention.first; i < mention.last; i++) {
      const { lower } = this.surface.token(i);
      member.words.add(lower);
      member.gender ??= genderOfTitle(lower);
    }
  }

  private noun(member: Member, at: number): void {
    const { lemma } = this.surface.token(at);
    if (!member.nouns.has(lemma)) {
      member.nouns.add(lemma);
      listed(this.byNoun, lemma, member);
    }
    member.gender ??= genderOfNoun(lemma);
  }

  /** An earlier name that holds all these words, or that these words hold: "Fakaofo" after "Salome Fakaofo". */
  private named(words: readonly string[], kind: Member['kind']): Member | undefined {
    const last = words.at(-1);
    const known =
      last === undefined ? [] : [...(this.byName.get(last) ?? []), ...(this.byName.get(words[0]!) ?? [])];
    return known.findLast((member) => {
      const { name } = member;
      if (name.length === words.length) return name.every((word, i) => word === words[i]);
      // "Andy Warhol" is not the Andy Warhol Foundation.
      if (member.kind !== kind) return false;
      return words.every((word) => name.includes(word)) || name.every((word) => words.includes(word));
    });
  }

  /** "the official", "the 59-year-old banker": whoever was called so, or the only one it can be. */
  private comeBack(mention: Mention): Member | undefined {
    const { surface } = this;
    const { lemma, sentence } = surface.token(mention.head);
    const opening = surface.token(mention.first).lower;
    if (!/^(?:the|this|that|these|those)$/.test(opening)) return undefined;
    const plural = this.isPlural(mention.head);
    const words = this.naming.wordsOf(mention).slice(1);
    const own = words.filter((word) => word !== surface.token(mention.head).lower);
    const found = (this.byNoun.get(lemma) ?? []).findLast(
      (member) => member.plural === plural && own.every((word) => member.words.has(word)),
    );
    if (found || plural) return found;
    const said = surface.document.report.text.slice(mention.start, mention.end);
    const epithet = AGE.test(said) || own.includes('former') || (own.length === 0 && EPITHET.test(lemma));
    if (!epithet) return undefined;
    const near = this.recent.filter(
      (m) => m.kind === 'person' && m.name.length > 0 && sentence - m.sentence <= 3,
    );
    return near.length === 1 ? near[0] : undefined;
  }

  private pronoun({ head }: Mention): Member | undefined {
    const { lower, sentence } = this.surface.token(head);
    const gender = /^(?:he|him|his)$/.test(lower) ? 'm' : /^(?:she|her|hers)$/.test(lower) ? 'f' : undefined;
    const it = /^(?:it|its)$/.test(lower);
    if (!gender && !it && !THEY.test(lower)) return undefined;
    let found: Member | undefined;
    let high = Number.NEGATIVE_INFINITY;
    this.recent = this.recent.filter((member) => sentence - member.sentence <= REACH);
    for (const member of this.recent) {
      if (
        gender
          ? member.plural || member.kind !== 'person'
          : it
            ? member.plural || member.kind === 'person'
            : !member.plural
      )
        continue;
      if (gender && member.gender && member.gender !== gender) continue;
      const score = member.weight - 2 * (sentence - member.sentence);
      if (score > high) [found, high] = [member, score];
    }
    if (found && gender) found.gender ??= gender;
    return found;
  }

  /** Notes that somebody was told at a token. */
  private see(member: Member, head: number): void {
    const { sentence } = this.surface.token(head);
    const weight = this.weightAt(head);
    member.weight = member.sentence === sentence ? Math.max(member.weight, weight) : weight;
    member.sentence = sentence;
    if (this.recent.includes(member)) return;
    if (this.recent.length >= KEPT) this.recent.shift();
    this.recent.push(member);
  }

  /** 3 for the subject of a main clause, 2 of another, 1 for an object, 0 for the rest. */
  private weightAt(head: number): number {
    const { tree } = this.surface;
    let at = head;
    while (tree.is(at, 'appos', 'flat')) at = tree.head(at);
    if (tree.is(at, 'obj', 'iobj')) return 1;
    if (!tree.is(at, 'nsubj')) return 0;
    const verb = tree.head(at);
    return verb < 0 || tree.head(verb) < 0 || tree.is(verb, 'conj', 'parataxis') ? 3 : 2;
  }

  private isPlural(head: number): boolean {
    return /^NNP?S$/.test(this.surface.token(head).xpos) || this.surface.tree.has(head, 'conj');
  }
}

function kindOf(mention: Mention, speaks: boolean): Member['kind'] | undefined {
  if (mention.kind === 'person' || mention.kind === 'organization') return mention.kind;
  if (mention.form === 'pronoun') return 'person';
  return speaks
    ? mention.form === 'name' && mention.kind !== 'place'
      ? 'person'
      : 'organization'
    : undefined;
}

function listed(map: Map<string, Member[]>, key: string, member: Member): void {
  const list = map.get(key);
  if (!list) map.set(key, [member]);
  else if (!list.includes(member)) {
    if (list.length >= KEPT) list.shift();
    list.push(member);
  }
}
