import { contains, firstNotBefore, type Span } from '../base/index.js';
import { actorOfState, isOfHome, type Mention, type PlaceMention } from '../world/index.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** Sectors of those who bear arms. */
const ARMED: ReadonlySet<string> = new Set(['MIL', 'COP', 'REB', 'UAF', 'CRM']);

/** Who is named by the words of a tree that are the heads of a mention or a place. */
export class Named {
  private readonly byHead = new Map<number, Mention>();
  private readonly placeByHead = new Map<number, PlaceMention>();
  private readonly pronouns = new Map<number, Mention>();
  private homely?: Party | null;
  private resolvedHeads?: readonly (readonly [number, string])[];

  constructor(
    protected readonly tree: Tree,
    protected readonly mentions: readonly Mention[],
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

  /** Whom the word itself names, known or not; a place stands for its state. */
  protected direct(index: number): Party | undefined {
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

  /** Follows a short form or pronoun back to the mention it repeats. */
  private resolved(mention: Mention): Mention {
    let at = mention;
    for (let steps = 0; steps < 20 && !at.resolution.actor && at.refersTo !== undefined; steps++)
      at = this.mentions[at.refersTo]!;
    return at;
  }
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
