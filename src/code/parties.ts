import type { Actor, Mention } from '../world/index.js';
import { actorOfState } from '../world/index.js';
import { makersOf } from './makers.js';
import { Named } from './named.js';
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

/** At whose wish a thing is done. */
const WISH = /^(?:request|behest|invitation|urging|initiative|instigation)$/;

/** Whom the words around an argument's noun may name: anybody, all but the place it is in ("gunfire in Syria"), nobody. */
export type Inner = 'any' | 'own' | 'none';

/** Finds the actor that a word of the tree names. */
export class Parties extends Named {
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
    const mention = this.mentionAt(index);
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
      .map((child) => this.mentionAt(child)?.resolution.together)
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
    const mention = this.mentionAt(index);
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
}

/** The same as an actor, of another state. */
function likeness(state: Actor, { sectors, kind }: Actor): Actor {
  return { ...state, sectors, kind, id: `${state.id}/${sectors.join('+')}` };
}
