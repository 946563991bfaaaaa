import { contains, firstNotBefore, type Span } from '../base/index.js';
import type { Actor, Mention, PlaceMention } from '../world/index.js';
import { actorOfState, isOfHome } from '../world/index.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** How far from the argument's own head word the actor's name may stand. */
const DEPTH = 2;

/** Prepositions of place. */
export const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'across',
  'throughout',
  'within',
  'off',
  'over',
  'along',
]);

/** Sectors of people and firms that are no side of a relation by themselves. */
const PRIVATE: ReadonlySet<string> = new Set([
  'CVL',
  'BUS',
  'EDU',
  'HLH',
  'MED',
  'MNC',
  'AGR',
  'SOC',
  'ELI',
  'UNK',
  'REF',
]);

/** Sectors of those who bear arms. */
const ARMED: ReadonlySet<string> = new Set(['MIL', 'COP', 'REB', 'UAF', 'CRM']);

/** Whether somebody known is no more than a private person or firm. */
export const isPrivate = ({ actor }: Party): boolean =>
  actor !== undefined && actor.sectors.length > 0 && actor.sectors.every((sector) => PRIVATE.has(sector));

/** Whether somebody, known or not, is not told to be more than that. */
export const isOfNoOffice = (party: Party): boolean =>
  party.actor ? isPrivate(party) : (party.sectors ?? []).every((sector) => PRIVATE.has(sector));

/** Who is somebody else than whose they are. */
const RELATED =
  /^(?:ally|neighbou?r|partner|rival|enemy|foe|friend|backer|patron|adversary|counterpart|opponent|successor|predecessor)$/;

/** Prepositions of those at whom a thing is aimed: "an offensive against rebels" is not theirs. */
const AIMED: ReadonlySet<string> = new Set([
  'against',
  'on',
  'upon',
  'toward',
  'towards',
  'to',
  'for',
  'into',
  'about',
]);

/** Whom the words around an argument's noun may name: anybody, all but the place it is in ("gunfire in Syria"), nobody. */
export type Inner = 'any' | 'own' | 'none';

/** Finds the actor that a word of the tree names. */
export class Parties {
  private readonly byHead = new Map<number, Mention>();
  private readonly placeByHead = new Map<number, PlaceMention>();
  private readonly pronouns = new Map<number, Mention>();
  private homely?: Party | null;
  private resolvedHeads?: readonly (readonly [number, string])[];

  constructor(
    private readonly tree: Tree,
    private readonly mentions: readonly Mention[],
    places: readonly PlaceMention[],
  ) {
    // Outer mentions are entered last, so that they win over what lies inside them.
    const inner = mentions.filter((m) => m.inside !== undefined);
    const outer = mentions.filter((m) => m.inside === undefined);
    const tokenAt = startIndex(tree);
    for (const mention of [...inner, ...outer]) {
      const head = headWithin(tree, mention, tokenAt);
      if (head >= 0) this.byHead.set(head, mention);
      if (mention.form === 'pronoun') this.pronouns.set(mention.start, mention);
    }
    const persons = mentions.filter((m) => m.resolution.actor?.kind === 'person');
    for (const place of places) {
      if (persons.some((m) => contains(m, place.span) && !this.isOwner(mentions, m, place.span))) continue;
      const head = headWithin(tree, place.span, tokenAt);
      if (head >= 0) this.placeByHead.set(head, place);
    }
  }

  /** "Ukraine" in "Ukraine's president" is a place of its own; "Vladimir" in "Vladimir Putin" is none. */
  private isOwner(mentions: readonly Mention[], outer: Mention, span: Span): boolean {
    return mentions.some((m) => m.inside !== undefined && mentions[m.inside] === outer && contains(m, span));
  }

  /** The places whose words lie in a stretch of tokens. */
  placesIn(first: number, last: number): { index: number; place: PlaceMention }[] {
    return [...this.placeByHead]
      .filter(([index]) => index >= first && index < last)
      .map(([index, place]) => ({ index, place }));
  }

  /** The heads of all who are resolved, in text order, with the key of their actor; of a name within another only the whole. */
  heads(): readonly (readonly [index: number, actor: string])[] {
    if (this.resolvedHeads) return this.resolvedHeads;
    const found: [number, string][] = [];
    for (const index of new Set([...this.byHead.keys(), ...this.placeByHead.keys()])) {
      const outer = this.byHead.get(index)?.inside;
      if (outer !== undefined && this.resolved(this.mentions[outer]!).resolution.actor) continue;
      const actor = this.direct(index)?.actor;
      if (actor) found.push([index, actor.id]);
    }
    this.resolvedHeads = found.sort((a, b) => a[0] - b[0]);
    return this.resolvedHeads;
  }

  /** Those of the words from `first` to before `last`. */
  headsIn(first: number, last: number): readonly (readonly [index: number, actor: string])[] {
    const heads = this.heads();
    const from = firstNotBefore(0, heads.length, (i) => heads[i]![0] < first);
    const to = firstNotBefore(from, heads.length, (i) => heads[i]![0] < last);
    return heads.slice(from, to);
  }

  /** A party told by a pronoun ("Chad said it would") by the words of the same sentence that name it. */
  inWords(party: Party): Party {
    let at = this.pronouns.get(party.span.start);
    if (at?.end !== party.span.end) return party;
    const { sentence } = at;
    for (let steps = 0; steps < 20 && at.form === 'pronoun' && at.refersTo !== undefined; steps++)
      at = this.mentions[at.refersTo]!;
    if (at.form === 'pronoun' || at.sentence !== sentence) return party;
    const { text, start, end } = at;
    return { ...party, text, span: { start, end } };
  }

  /** The state that the report is written from, by the first of its bodies or people of whom no words say whose they are. */
  home(): Party | undefined {
    if (this.homely === undefined) {
      const mention = this.mentions.find(({ resolution }) => isOfHome(resolution));
      const actor = mention && actorOfState(mention.resolution.actor!.code);
      const { text = '', start = 0, end = 0 } = mention ?? {};
      this.homely = actor ? { actor, text, span: { start, end } } : null;
    }
    return this.homely ?? undefined;
  }

  /** The mention whose head is this word, if any. */
  mentionAt(index: number): Mention | undefined {
    return this.byHead.get(index);
  }

  /** Whether a word names armed people of whom it is not said to which state they belong: "gunmen", "soldiers". */
  isArmed(index: number): boolean {
    const { actor, candidates } = this.byHead.get(index)?.resolution ?? { candidates: [] };
    const [only] = candidates;
    return (
      !actor &&
      candidates.length === 1 &&
      only!.kind === 'generic' &&
      only!.sectors.some((sector) => ARMED.has(sector))
    );
  }

  /**
   * The party that an argument names: a mention headed by the word, else one that owns or modifies it ("Russia's
   * decision", "the US sanctions"), else the state of a place. Undefined when it names nobody.
   */
  partyAt(index: number, inner: Inner = 'any'): Party | undefined {
    const own = this.direct(index);
    if (own) return own.actor ? own : (this.ledBy(index) ?? this.byOffice(index, own));
    if (inner === 'none') return this.group(index) ?? this.ledBy(index);
    const at = this.inner(index, DEPTH, inner);
    return at === undefined ? undefined : this.direct(at);
  }

  /** "sanctions against Francesca Albanese, the UN rapporteur": whom nobody knows by the name is of whom the office is. */
  private byOffice(index: number, named: Party): Party {
    if (this.tree.token(index).pos !== 'PROPN') return named;
    for (const office of this.tree.withRelation(index, 'appos')) {
      if (office < index || this.tree.token(office).pos !== 'NOUN' || this.tree.has(index, 'conj')) continue;
      const at = this.direct(office)?.actor ? office : this.inner(office, 1, 'own');
      const actor = at === undefined ? undefined : this.direct(at)?.actor;
      if (actor) return { ...named, actor };
    }
    return named;
  }

  /** "a delegation led by the Tunisian premier": whoever leads it. */
  private ledBy(index: number): Party | undefined {
    const leading = this.tree
      .withRelation(index, 'acl')
      .filter((verb) => /^(?:lead|head|chair)$/.test(this.tree.token(verb).lemma));
    return leading
      .flatMap((verb) => this.tree.withRelation(verb, 'obl').filter((by) => this.tree.caseOf(by) === 'by'))
      .map((by) => this.direct(by))
      .find((party) => party?.actor);
  }

  /** "a group of Moroccan diplomats": whom a word counts. */
  private group(index: number): Party | undefined {
    const of = this.tree.withRelation(index, 'nmod').filter((child) => this.tree.caseOf(child) === 'of');
    return of.map((child) => this.direct(child)).find((party) => party?.actor);
  }

  /** The parties that an argument names, two where it says "both countries". */
  partiesAt(index: number, inner: Inner = 'any'): Party[] {
    const mention = this.byHead.get(index);
    const together = mention?.resolution.together;
    if (mention && together) {
      const { text, start, end } = mention;
      return together.map((actor) => ({ actor, text, span: { start, end } }));
    }
    const both = mention && !mention.resolution.actor ? this.ofBoth(index, mention) : [];
    if (both.length > 0) return both;
    const party = this.partyAt(index, inner);
    if (!party) return [];
    // "the defence of Japan and Korea" names both.
    const within = inner === 'none' || this.direct(index) ? undefined : this.inner(index, DEPTH, inner);
    const others = within === undefined ? [] : this.tree.joined(within).filter((i) => i !== within);
    const joined = others.flatMap((i) => this.direct(i) ?? []).filter(({ actor }) => actor);
    return [...this.ofOtherStates(index, party), party, ...this.fromOtherStates(index, party), ...joined];
  }

  /** "officials of both sides": the same of either. */
  private ofBoth(index: number, { resolution, text, start, end }: Mention): Party[] {
    const [somebody] = resolution.candidates;
    if (!somebody || !/S$/.test(this.tree.token(index).xpos)) return [];
    const together = this.tree
      .withRelation(index, 'nmod')
      .filter((child) => /^(?:of|from)$/.test(this.tree.caseOf(child)))
      .map((child) => this.byHead.get(child)?.resolution.together)
      .find((found) => found !== undefined);
    const of = (together ?? []).map((state) => ({
      actor: likeness(state, somebody),
      text,
      span: { start, end },
    }));
    return of.length === 2 ? of : [];
  }

  /** "ministers from Chad, Niger and Mali": the same of each of the states. */
  private fromOtherStates(index: number, { actor }: Party): Party[] {
    if (!actor || actor.kind === 'state' || !/S$/.test(this.tree.token(index).xpos)) return [];
    // "the chiefs of staff of Chad and Niger": one phrase deeper.
    const phrases = this.tree.withRelation(index, 'nmod');
    const first = [...phrases, ...phrases.flatMap((phrase) => this.tree.withRelation(phrase, 'nmod'))].find(
      (child) =>
        /^(?:from|of)$/.test(this.tree.caseOf(child)) && this.direct(child)?.actor?.code === actor.code,
    );
    if (first === undefined) return [];
    return this.tree.joined(first).flatMap((child) => {
      const party = child === first ? undefined : this.direct(child);
      const state = party?.actor?.kind === 'state' ? party.actor : undefined;
      if (!party || !state || state.code === actor.code) return [];
      return [{ ...party, actor: likeness(state, actor) }];
    });
  }

  /** "Indian and Pakistani troops": the same of another state, whose name stands before the "and". */
  private ofOtherStates(index: number, party: Party): Party[] {
    const mention = this.byHead.get(index);
    const { actor } = party;
    if (!mention || !actor || actor.kind === 'state' || this.tree.token(index).pos !== 'NOUN') return [];
    let first = index;
    while (first > 0 && this.tree.token(first - 1).start >= mention.start) first--;
    const and = first > 1 && this.tree.token(first - 1).lower === 'and' ? first - 2 : -1;
    if (and < 0 || !/^(?:amod|compound|conj)$/.test(this.tree.token(and).deprel)) return [];
    if (this.tree.token(and).sentence !== this.tree.token(index).sentence) return [];
    const owner = this.mentions.find((m) => m.end === this.tree.token(and).end && m.resolution.actor);
    const state = owner && actorOfState(owner.resolution.actor!.code);
    if (!owner || !state || state.code === actor.code) return [];
    const other = likeness(state, actor);
    return [{ actor: other, text: owner.text, span: { start: owner.start, end: owner.end } }];
  }

  private direct(index: number): Party | undefined {
    const mention = this.byHead.get(index);
    if (mention) {
      const resolved = this.resolved(mention);
      if (resolved.resolution.actor) {
        return {
          actor: resolved.resolution.actor,
          text: mention.text,
          span: { start: mention.start, end: mention.end },
        };
      }
      return { text: mention.text, span: { start: mention.start, end: mention.end } };
    }
    const place = this.placeByHead.get(index);
    const actor = place?.state ? actorOfState(place.state) : undefined;
    return place && actor ? { actor, text: place.name, span: place.span } : undefined;
  }

  /** The word around an argument's noun that names somebody known. */
  private inner(index: number, depth: number, which: Inner): number | undefined {
    if (depth === 0) return undefined;
    // "Mali's allies welcomed it": Mali did not.
    const others = RELATED.test(this.tree.token(index).lemma);
    const children = this.tree.withRelation(
      index,
      ...(others ? [] : ['nmod:poss']),
      'amod',
      'compound',
      'nmod',
      'nmod:desc',
      'appos',
      'flat',
    );
    // "his Japanese counterpart" is Japan's: a pronoun says least of whose a thing is.
    // "condemned the murder of a family by soldiers": who did it is meant before who suffered it.
    const doer = children.find((child) => this.tree.caseOf(child) === 'by');
    const did = doer === undefined ? undefined : this.knownAt(doer, depth, which);
    if (did !== undefined) return did;
    const maker = makersOf(this.tree, index).find((child) => this.direct(child)?.actor);
    if (maker !== undefined) return maker;
    const pronouns = children.filter((child) => this.tree.token(child).pos === 'PRON');
    for (const child of [...children.filter((c) => !pronouns.includes(c)), ...pronouns]) {
      const preposition = this.tree.caseOf(child).split(' ')[0]!;
      if (which === 'own' && (LOCATIVE.has(preposition) || AIMED.has(preposition))) continue;
      // "seized a yacht at the request of Chad": at whose wish is neither side.
      if (WISH.test(this.tree.token(child).lemma)) continue;
      const found = this.knownAt(child, depth, which);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private knownAt(child: number, depth: number, which: Inner): number | undefined {
    const own = this.direct(child);
    return own ? (own.actor ? child : undefined) : this.inner(child, depth - 1, which);
  }

  /** Follows a short form or pronoun back to the mention it repeats. */
  private resolved(mention: Mention): Mention {
    let at = mention;
    for (let steps = 0; steps < 20 && !at.resolution.actor && at.refersTo !== undefined; steps++)
      at = this.mentions[at.refersTo]!;
    return at;
  }
}

/** At whose wish a thing is done. */
const WISH = /^(?:request|behest|invitation|urging|initiative|instigation)$/;

/** What is done to a thing by whoever stands behind it: "a bill passed by parliament". */
const MADE =
  /^(?:pass|make|propose|put|present|table|issue|sign|adopt|draft|bring|file|submit|offer|announce|impose|launch|lay|draw|write|back|sponsor|order|demand|approve|negotiate|broker|publish|broadcast|carry|conduct|stage|commit|wage|deliver|send|fire|lodge|raise|level|set|call|hold|organi[sz]e|stage|operate|run|own)$/;

/** By whom a thing was made that a participle tells of. */
export const makersOf = (tree: Tree, thing: number): number[] =>
  tree
    .withRelation(thing, 'acl')
    .filter((act) => tree.token(act).xpos === 'VBN' && MADE.test(tree.token(act).lemma))
    .flatMap((act) => tree.withRelation(act, 'obl').filter((child) => tree.caseOf(child) === 'by'));

/** The same as an actor, of another state. */
function likeness(state: Actor, { sectors, kind }: Actor): Actor {
  return { ...state, sectors, kind, id: `${state.id}/${sectors.join('+')}` };
}

function startIndex(tree: Tree): (offset: number) => number {
  const tokens = tree.document.tokens;
  return (offset) => firstNotBefore(0, tokens.length, (i) => tokens[i]!.end <= offset);
}

/** The word of a stretch that hangs from outside it. */
function headWithin(tree: Tree, span: Span, tokenAt: (offset: number) => number): number {
  const tokens = tree.document.tokens;
  const first = tokenAt(span.start);
  let found = -1;
  for (let i = first; i < tokens.length && tokens[i]!.start < span.end; i++) {
    const head = tokens[i]!.head;
    const outside = head < 0 || tokens[head]!.end <= span.start || tokens[head]!.start >= span.end;
    if (outside && tokens[i]!.pos !== 'PUNCT' && tokens[i]!.pos !== 'ADP' && tokens[i]!.pos !== 'PART')
      // "and Pakistani troops": the adjective hangs from "Indian" outside, which in turn hangs from "troops".
      found = found < 0 || hangsBelow(tree, found, i) ? i : found;
  }
  return found;
}

const hangsBelow = (tree: Tree, at: number, above: number): boolean => {
  const between = tree.head(at);
  return between >= 0 && tree.head(between) === above;
};
