import { contains, type Span } from '../base/index.js';
import type { Tree } from '../code/index.js';
import type { Mention } from '../world/index.js';
import { phraseAfter } from './after.js';
import { phraseBefore } from './before.js';
import { Cast, type Member } from './cast.js';
import { isNoun } from './cues.js';
import { headOf, type Phrase } from './phrase.js';
import type { Surface, Unit } from './surface.js';
import type { Source } from './types.js';

/** How many verbs are climbed for a subject that a clause does not have itself. */
const CLIMB = 6;
const NOBODY = new Set(['you', 'it', 'this', 'that', 'which', 'there', 'what', 'these', 'those', 'such']);
/** Relations by which a clause shares the subject of the clause above it. */
const SHARES = ['conj', 'advcl', 'xcomp', 'parataxis', 'acl'];

/** Who stands where as a source, and which actor that is. */
export class Speakers {
  readonly tree: Tree;
  private readonly covering = new Map<number, Mention[]>();
  private known: Cast | undefined;

  constructor(
    readonly surface: Surface,
    private readonly mentions: readonly Mention[],
  ) {
    this.tree = surface.tree;
    this.indexMentions();
  }

  private indexMentions(): void {
    const { tokens } = this.surface.document;
    let at = 0;
    for (const mention of [...this.mentions].sort((a, b) => a.start - b.start)) {
      while (at < tokens.length && tokens[at]!.end <= mention.start) at++;
      for (let i = at; i < tokens.length && tokens[i]!.start < mention.end; i++) {
        const list = this.covering.get(i);
        if (list) list.push(mention);
        else this.covering.set(i, [mention]);
      }
    }
  }

  /** Whose words a reporting verb reports: its subject, before or after it, or one lent by the verb above. */
  subjectOf(unit: Unit, cue: number, steps = 0): Phrase | undefined {
    if (steps > CLIMB) return undefined;
    const quoted = this.quotedAs(unit, cue, steps);
    if (quoted) return quoted;
    const { xpos } = this.surface.token(cue);
    const own =
      xpos === 'VBG' || xpos === 'VB' ? this.ownSubject(unit, cue) : phraseBefore(this.surface, unit, cue);
    if (own) return this.canSpeak(own) ? own : this.throughDummy(unit, cue, own);
    return this.lentSubject(unit, cue, steps);
  }

  /** "quoted an official as saying": the object; "was quoted as saying": the subject. */
  private quotedAs(unit: Unit, cue: number, steps: number): Phrase | undefined {
    const { surface } = this;
    if (surface.outer(unit, cue - 1)?.lower !== 'as') return undefined;
    const floor = Math.max(unit.first, cue - 30);
    for (let at = cue - 2; at >= floor; at--) {
      if (!/^(?:quote|cite)$/.test(surface.token(at).lemma)) continue;
      return at === cue - 2 ? this.subjectOf(unit, at, steps + 1) : phraseAfter(surface, unit, at + 1);
    }
    return undefined;
  }

  /** "will say", "to say": with an auxiliary before it a bare verb has its own subject. */
  private ownSubject(unit: Unit, cue: number): Phrase | undefined {
    let at = cue - 1;
    while (/^RB/.test(this.surface.outer(unit, at)?.xpos ?? '')) at--;
    const before = this.surface.outer(unit, at);
    if (before?.pos !== 'AUX') {
      const [subject] = this.tree.withRelation(cue, 'nsubj');
      return subject !== undefined && subject < cue ? this.phraseAt(subject) : undefined;
    }
    return phraseBefore(this.surface, unit, cue);
  }

  private canSpeak(phrase: Phrase): boolean {
    return !NOBODY.has(this.surface.token(phrase.head).lower);
  }

  /** "The ministry said … It added that": "it" speaks only when it stands for somebody. */
  private throughDummy(unit: Unit, cue: number, phrase: Phrase): Phrase | undefined {
    const token = this.surface.token(phrase.head);
    if (token.lower !== 'it') return undefined;
    const resolved = this.actorOf(phrase) !== undefined;
    const carriesOn = unit.first === phrase.first || this.surface.token(cue).lemma === 'add';
    return resolved || carriesOn ? phrase : undefined;
  }

  private lentSubject(unit: Unit, cue: number, steps: number): Phrase | undefined {
    // "…, adding that": the one who spoke before goes on.
    const { xpos } = this.surface.token(cue);
    const joined = this.surface.outer(unit, cue - 1)?.xpos === 'CC';
    const goesOn = (xpos === 'VBG' || joined) && this.spokeBefore(unit, cue, joined ? xpos : '');
    if (goesOn) return goesOn;
    const first = joined && xpos === 'VBG' ? this.joinedTo(unit, cue) : -1;
    if (first >= 0) return this.subjectOf(unit, first, steps + 1);
    const head = this.tree.head(cue);
    if (head >= unit.first && head < cue && this.tree.is(cue, ...SHARES) && this.surface.outer(unit, head)) {
      const token = this.surface.token(head);
      if (token.pos === 'VERB') return this.subjectOf(unit, head, steps + 1);
      if (token.pos === 'NOUN' && isNoun(token.lemma, 'document')) return this.issuer(unit, head, steps);
    }
    for (let at = cue - 1; at >= Math.max(unit.first, cue - 60); at--) {
      const token = this.surface.outer(unit, at);
      if (token && /^VB[DZP]/.test(token.xpos)) {
        const own = phraseBefore(this.surface, unit, at);
        if (own && this.canSpeak(own)) return own;
      }
    }
    return undefined;
  }

  /** "saying … and calling": the participle of speech before; -1 where there is none. */
  private joinedTo(unit: Unit, cue: number): number {
    for (let at = cue - 2; at >= Math.max(unit.first, cue - 60); at--)
      if (this.surface.outer(unit, at)?.xpos === 'VBG' && this.surface.cueAt(at)) return at;
    return -1;
  }

  private spokeBefore(unit: Unit, cue: number, tense: string): Phrase | undefined {
    if (!tense && this.surface.outer(unit, cue - 1)?.text !== ',') return undefined;
    let nearest: Phrase | undefined;
    for (let at = cue - 2; at >= Math.max(unit.first, cue - 60); at--) {
      if (!this.surface.outer(unit, at) || !/^VB[DZPN]/.test(this.surface.token(at).xpos)) continue;
      if (!this.surface.cueAt(at) || this.surface.isPassive(at)) continue;
      if (tense && this.surface.token(at).xpos !== tense) continue;
      const own = phraseBefore(this.surface, unit, at);
      if (!own || !this.canSpeak(own)) continue;
      if (this.opensClause(unit, own.first)) return own;
      nearest ??= own;
    }
    return nearest;
  }

  /** Whether a phrase begins the unit or a clause joined to it, and not a clause that somebody reports. */
  private opensClause(unit: Unit, first: number): boolean {
    const before = this.surface.outer(unit, first - 1);
    return (
      first === unit.first ||
      !before ||
      before.pos === 'PUNCT' ||
      /^(?:and|but|while|whereas)$/.test(before.lower)
    );
  }

  /** "issued a statement saying": who issued it; else the statement. */
  private issuer(unit: Unit, noun: number, steps: number): Phrase | undefined {
    const verb = this.tree.head(noun);
    const subject = verb >= unit.first && verb < noun ? this.subjectOf(unit, verb, steps + 1) : undefined;
    return subject ?? this.phraseAt(noun);
  }

  /** The noun phrase that the tree hangs from a word, without clauses and prepositions of its own. */
  phraseAt(index: number): Phrase {
    const { first, last } = this.tree.extent(index, (child) =>
      this.tree.is(
        child,
        'case',
        'acl:relcl',
        'parataxis',
        'punct',
        'cop',
        'advcl',
        'nsubj',
        'aux',
        'cc',
        'conj',
      ),
    );
    return { first, last, head: index };
  }

  sourceAt(index: number): Source {
    return this.sourceOf(this.phraseAt(index));
  }

  /** A phrase as a source, with the actor it names. */
  sourceOf(phrase: Phrase): Source {
    let { first, last } = phrase;
    while (last - 1 > first && this.surface.token(last - 1).pos === 'PUNCT') last--;
    while (first < last - 1 && this.surface.token(first).pos === 'PUNCT') first++;
    const { text } = this.surface.document.report;
    let span: Span = { start: this.surface.token(first).start, end: this.surface.token(last - 1).end };
    // "(KCNA": a bracket opened within the phrase closes with it.
    const words = text.slice(span.start, span.end);
    if (words.includes('(') && !words.includes(')') && text[span.end] === ')')
      span = { ...span, end: span.end + 1 };
    return { span, text: text.slice(span.start, span.end), ...this.identity(phrase) };
  }

  /** Which actor a phrase names, and the fullest naming of the same one where the phrase is less. */
  private identity(phrase: Phrase): Pick<Source, 'actor' | 'stands'> {
    const own = this.actorOf(phrase);
    const member = this.memberOf(phrase);
    if (!member) return own ? { actor: own } : {};
    const { best } = member;
    if (this.holds(phrase, best)) return own ? { actor: own } : {};
    const span = { start: this.surface.token(best.first).start, end: this.surface.token(best.last - 1).end };
    const stands = { span, text: this.surface.document.report.text.slice(span.start, span.end) };
    const actor = this.actorOf(best) ?? (own && this.fits(own, member) ? own : undefined);
    return { stands, ...(actor ? { actor } : {}) };
  }

  /** What a name is whose actor is known. */
  private kindAt(head: number): Member['kind'] | undefined {
    const named = this.covering.get(head)?.find(({ form }) => form === 'name');
    const kind = named && this.resolved(named)?.kind;
    if (!kind || kind === 'generic') return undefined;
    return kind === 'person' ? 'person' : 'organization';
  }

  /** Whether a phrase says as much as the fullest naming. */
  private holds(phrase: Phrase, best: Phrase): boolean {
    const wordsOf = ({ first, last }: Phrase): string =>
      this.surface.document.tokens
        .slice(first, last)
        .map(({ lower }) => lower)
        .filter((word) => !/^(?:the|['’]s?)$/.test(word))
        .join(' ');
    return wordsOf(phrase).includes(wordsOf(best));
  }

  /** Whether a phrase speaks of one person. */
  isPerson(phrase: Phrase): boolean {
    const member = this.memberOf(phrase);
    return member?.kind === 'person' && !member.plural;
  }

  /** Whether a phrase speaks of people or of what acts as they do. */
  isSomebody(phrase: Phrase): boolean {
    return this.memberOf(phrase) !== undefined;
  }

  private memberOf(phrase: Phrase): Member | undefined {
    this.known ??= new Cast(this.surface, (head) => this.kindAt(head));
    return (
      this.known.issuerAt(phrase.head) ??
      this.known.at(phrase.head) ??
      this.known.at(headOf(this.surface, phrase.first, phrase.last))
    );
  }

  /** Whether an actor can be one whom the text gives a name: a known person has to bear it. */
  private fits(actor: NonNullable<Source['actor']>, { name }: Member): boolean {
    if (actor.kind !== 'person' || name.length === 0) return true;
    const words = actor.name.toLowerCase().split(/[\s-]+/);
    return name.some((word) => words.includes(word));
  }

  private actorOf(phrase: Phrase): Source['actor'] {
    const span = {
      start: this.surface.token(phrase.first).start,
      end: this.surface.token(phrase.last - 1).end,
    };
    for (const index of [phrase.head, headOf(this.surface, phrase.first, phrase.last)]) {
      const around = [...(this.covering.get(index) ?? [])].sort(
        (a, b) => b.end - b.start - (a.end - a.start),
      );
      for (const mention of around) {
        const actor = this.resolved(mention);
        if (actor) return actor;
      }
      if (around.length > 0 && around[0]!.form !== 'description') return undefined;
    }
    // "a spokesman for the Saudi foreign ministry": the owner within the phrase.
    for (let i = phrase.first; i < phrase.last; i++) {
      for (const mention of this.covering.get(i) ?? []) {
        const actor =
          contains(span, mention) && mention.form !== 'pronoun' ? this.resolved(mention) : undefined;
        // "an adviser to the president" is not the president.
        if (actor && !(actor.kind === 'person' && this.tree.is(i, 'nmod'))) return actor;
      }
    }
    return undefined;
  }

  private resolved(mention: Mention): Source['actor'] {
    let at: Mention | undefined = mention;
    for (let steps = 0; at && !at.resolution.actor && steps < 20; steps++)
      at = at.refersTo === undefined ? undefined : this.mentions[at.refersTo];
    return at?.resolution.actor;
  }
}
