import type { Span } from '../base/index.js';
import { contains } from '../base/index.js';
import type { Document } from '../language/index.js';
import type { TimeExpression } from '../time/index.js';
import type { Mention, PlaceMention } from '../world/index.js';
import { contextsOf } from './classify/index.js';
import { demandAt } from './demand.js';
import { figuresIn } from './figures.js';
import { type Frame, frameOf } from './frame.js';
import { type Lacking, withImplied } from './implied.js';
import { learnedMatch } from './learned.js';
import { inClass } from './lexicon.js';
import { completed, lacks, linkedMatch, linksIn, tells } from './linked.js';
import { type Match, matchesOf } from './match.js';
import { modalityOf, type Told } from './modality.js';
import { cameoFor, cameoInfo, ploverScore, quadOf, rootInfo } from './ontology.js';
import { LOCATIVE, Parties } from './parties.js';
import { settingOf } from './setting.js';
import { Sides } from './sides.js';
import { Tree } from './tree.js';
import type { Event, EventDate, Modality, Party, Root } from './types.js';
import { Dates } from './when.js';

export interface CodeInput {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly places: readonly PlaceMention[];
  readonly times: readonly TimeExpression[];
  /** ISO date of the report, when known. */
  readonly reported?: string;
  /** ISO date that no report can lie after: how long ago something was where no date is known. */
  readonly today?: string;
}

/** Days after which an act is history to a report. */
const HISTORY = 730;

/** Cooperation told in the future is an AGREE, a future retreat a CONCEDE (PLOVER manual, AGREE and RETREAT). */
const FUTURE: Partial<Record<Root, Root>> = {
  CONSULT: 'AGREE',
  SUPPORT: 'AGREE',
  COOPERATE: 'AGREE',
  AID: 'AGREE',
  RETREAT: 'CONCEDE',
};

/** A hostile act that its own actor says is to come is a THREATEN: a root and an auxiliary mode make one category. */
const HOSTILE_FUTURE: Partial<Record<Root, Root>> = {
  PROTEST: 'THREATEN',
  SANCTION: 'THREATEN',
  COERCE: 'THREATEN',
  ASSAULT: 'THREATEN',
};

/** The acts that the body of a report tells, one for each predicate that says so; see the ledger for joining them. */
export function codeEvents(input: CodeInput): Event[] {
  return new Coder(input).run();
}

class Coder {
  private readonly tree: Tree;
  private readonly parties: Parties;
  private readonly sides: Sides;
  private readonly dates: Dates;
  private readonly consumed = new Set<number>();
  private readonly coded = new Set<number>();
  /** Predicates of which the lexicon says that they tell no act. */
  private readonly idle = new Set<number>();
  /** Acts that name nobody to whom they are done. */
  private readonly lacking = new Map<Event, Lacking>();

  constructor(private readonly input: CodeInput) {
    this.tree = new Tree(input.document);
    this.parties = new Parties(this.tree, input.mentions, input.places);
    this.sides = new Sides(this.tree, this.parties);
    this.dates = new Dates(this.tree, input.times, input.reported);
  }

  run(): Event[] {
    const events: Event[] = [];
    const { document } = this.input;
    const hasBody = document.report.parts.some((p) => p.kind === 'paragraph' || p.kind === 'item');
    for (const sentence of document.sentences) {
      const kind = document.report.parts[sentence.part]!.kind;
      if (hasBody ? kind !== 'paragraph' && kind !== 'item' : kind !== 'headline') continue;
      if (this.tree.token(sentence.last - 1).text === '?') continue;
      if (settingOf(this.tree, sentence)) continue;
      const told: Event[] = [];
      for (const index of this.outermostFirst(sentence.first, sentence.last)) {
        const event = this.codeAt(index);
        if (event) told.push(event);
      }
      events.push(...this.withLinks(told, sentence.first, sentence.last));
    }
    return withImplied(events, this.input.mentions, document, (event) => this.lacking.get(event)).map(
      (event, i) => ({
        ...event,
        id: `${document.report.id}-${i + 1}`,
      }),
    );
  }

  /** What the lexicon tells of a sentence, and what the learned link sees beyond it: another recipient, another act. */
  private withLinks(told: readonly Event[], first: number, last: number): Event[] {
    const events = [...told];
    for (const link of linksIn(this.tree, this.parties, first, last)) {
      if (this.idle.has(link.predicate) || events.some((event) => tells(event, link))) continue;
      const at = events.findIndex((event) => lacks(event, link, this.wordSpan(link.predicate)));
      if (at >= 0) {
        events[at] = completed(events[at]!, link);
        continue;
      }
      const match = linkedMatch(this.tree, link);
      const event = match && this.build(match);
      if (event) events.push(event);
    }
    return events;
  }

  /** Governing predicates come before what hangs from them, so that an act can claim its complements. */
  private outermostFirst(first: number, last: number): number[] {
    const depth = (index: number): number => {
      let n = 0;
      for (let at = this.tree.head(index); at >= 0 && n < 200; at = this.tree.head(at)) n++;
      return n;
    };
    const found: { index: number; depth: number }[] = [];
    for (let i = first; i < last; i++) {
      const pos = this.tree.token(i).pos;
      const name = pos === 'NOUN' && i > first && /^\p{Lu}/u.test(this.tree.token(i).text);
      if (!name && (pos === 'VERB' || pos === 'NOUN' || pos === 'ADJ'))
        found.push({ index: i, depth: depth(i) });
    }
    return found.sort((a, b) => a.depth - b.depth || a.index - b.index).map((f) => f.index);
  }

  private codeAt(index: number): Event | undefined {
    if (this.consumed.has(index)) return undefined;
    const demand = demandAt(this.tree, index);
    const asked = demand && this.build(demand);
    if (asked) {
      this.consume(demand);
      return asked;
    }
    const frame = frameOf(this.tree, index);
    if (!frame) return undefined;
    const readings = matchesOf(this.tree, frame);
    if (readings.length === 0) {
      const learned = learnedMatch(this.tree, this.parties, frame);
      return learned && this.told(learned);
    }
    if (!readings[0]!.reading.root) {
      if (readings[0]!.reading.conditions.length > 0) this.idle.add(index);
      if (frame.pos === 'VERB' && readings[0]!.reading.conditions.length > 0)
        for (const o of frame.objects) this.consumed.add(o);
      return undefined;
    }
    return this.told(readings[0]!) ?? this.toldOtherwise(readings);
  }

  /** The act of a match, which then claims its complements. */
  private told(match: Match): Event | undefined {
    const event = this.build(match);
    if (event && !this.lacking.get(event)?.needs) this.consume(match);
    return event;
  }

  /** A less specific reading of the same root may name its sides by other words. */
  private toldOtherwise([first, ...others]: readonly Match[]): Event | undefined {
    for (const match of others) {
      if (match.reading.root !== first!.reading.root) continue;
      const event = this.told(match);
      if (event) return event;
    }
    return undefined;
  }

  /** Complements of a coded act tell no act of their own; nor does its object when the pattern named it. */
  private consume(match: Match): void {
    for (const index of match.consumed) this.consumed.add(index);
    if (match.reading.conditions.some((c) => c.kind === 'object' && c.lemmas)) {
      for (const object of match.frame.objects) this.consumed.add(object);
    }
  }

  private build(match: Match): Event | undefined {
    const { frame, reading } = match;
    const sides = this.sides.of(match);
    if (!sides) return undefined;
    const told = modalityOf(this.tree, frame);
    const lasting = frame.pos === 'NOUN' && inClass('lasting', frame.lemma) ? 'ongoing' : undefined;
    const modality = told.modality === 'done' ? (reading.modality ?? lasting ?? 'done') : told.modality;
    if (
      match.clause === undefined &&
      this.inQuote(frame.index) &&
      modality !== 'done' &&
      modality !== 'ongoing'
    )
      return undefined;
    const { root, by } = this.rootFor(reading.root!, modality, told);
    const clause = match.clause ?? frame.index;
    const span = this.tree.spanOf(clause, (child) => child !== frame.index && this.tree.isAside(child));
    const { first, last } = this.tree.extent(frame.index, (child) => this.tree.isAside(child));
    const date = this.dates.of(frame.index, this.coded);
    this.coded.add(frame.index);
    const trigger = this.triggerOf(frame);
    const contexts = contextsOf(this.input.document.report.text.slice(span.start, span.end));
    const modes = root === reading.root && reading.mode ? [reading.mode] : [];
    const cameo =
      root === reading.root && reading.cameo ? reading.cameo : cameoFor(root, modes[0], contexts[0]);
    const place = this.placeOf(frame.index, first, last);
    const event: Event = {
      id: '',
      actors: sides.actors,
      recipients: sides.recipients,
      reciprocal: reading.roles.reciprocal,
      root,
      quad: quadOf(root),
      plover: ploverScore(root),
      goldstein: cameoInfo(cameo)?.goldstein ?? rootInfo(root).goldstein,
      cameo,
      modes,
      contexts,
      modality: this.settled(
        root === 'REJECT' && told.refused ? 'done' : ofDeed(root, modality, frame),
        date,
      ),
      dates: [date],
      ...(place ? { place } : {}),
      figures: this.figuresOf(frame.index),
      ...this.objectOf(frame),
      evidence: [span],
      trigger,
      background: this.isBackground(frame),
      confidence: confidence(reading.weight, sides.actors, sides.recipients, frame.pos === 'NOUN'),
      reasons: [
        { rule: reading.row, span: trigger, note: `${reading.root} ${told.modality}` },
        ...(told.by === undefined
          ? []
          : [{ rule: `modality ${told.modality}`, span: this.wordSpan(told.by) }]),
        ...(by ? [{ rule: by, span: trigger }] : []),
      ],
    };
    if (event.recipients.length === 0) {
      const nouns = [...frame.objects, ...frame.obliques.map((o) => o.index)];
      this.lacking.set(event, { needs: sides.needs, about: nouns.map((i) => this.tree.token(i).lemma) });
    }
    return event;
  }

  /** An open start ("since last year") means that it goes on; what ended years before the report is history. */
  private settled(modality: Modality, { interval }: EventDate): Modality {
    if (!/^(?:done|planned|offered|demanded|threatened)$/.test(modality) || !interval) return modality;
    if (modality === 'done' && typeof interval.start === 'string' && interval.end === null) return 'ongoing';
    const now = this.input.reported ?? this.input.today;
    return now && interval.end && (Date.parse(now) - Date.parse(interval.end)) / 86_400_000 > HISTORY
      ? 'historical'
      : modality;
  }

  private rootFor(root: Root, modality: Modality, { refused, by }: Told): { root: Root; by?: string } {
    if (refused && quadOf(root) <= 2) return { root: 'REJECT', by: `refused ${root} is REJECT` };
    const ahead = modality === 'planned' || modality === 'offered';
    const willed = by !== undefined && inClass('will', this.tree.token(by).lemma);
    const future = ahead ? (FUTURE[root] ?? (willed ? HOSTILE_FUTURE[root] : undefined)) : undefined;
    return future ? { root: future, by: `future ${root} is ${future}` } : { root };
  }

  /** Figures of an act and of the verbs joined to it without a subject of their own: "killed 12 and wounded 40". */
  private figuresOf(index: number): Event['figures'] {
    const other = (child: number): boolean => this.tree.isAside(child) && this.tree.has(child, 'nsubj');
    const { first, last } = this.tree.extent(index, other);
    return figuresIn(this.tree, first, last, (i) => this.dates.covers(i));
  }

  private isBackground(frame: Frame): boolean {
    if (frame.pos === 'NOUN') return this.tree.is(frame.index, 'nmod', 'obl', 'compound', 'nmod:poss');
    if (this.tree.is(frame.index, 'acl:relcl', 'advcl', 'acl')) return true;
    return this.tree.withRelation(frame.index, 'aux').some((i) => this.tree.token(i).lower === 'had');
  }

  private inQuote(index: number): boolean {
    const token = this.tree.token(index);
    return this.input.document.quoted.some(
      (q) => contains(q.inner, token) && q.inner.end - q.inner.start > 30,
    );
  }

  private triggerOf(frame: Frame): Span {
    return this.wordSpan(frame.index);
  }

  private wordSpan(index: number): Span {
    const { start, end } = this.tree.token(index);
    return { start, end };
  }

  /** A town or state in a clause of place: "in Pyongyang". Towns come before states. */
  private placeOf(act: number, first: number, last: number): Event['place'] {
    const near = (index: number): boolean => [1, 2].some((up) => this.tree.ancestor(index, up) === act);
    const found = this.parties
      .placesIn(first, last)
      .filter(({ index }) => LOCATIVE.has(this.tree.caseOf(index)) && near(index));
    const place = (found.find(({ place: p }) => !p.reason.startsWith('state')) ?? found[0])?.place;
    return place && { name: place.name, ...(place.state ? { state: place.state } : {}), span: place.span };
  }

  private objectOf(frame: Frame): { object?: Span } {
    const object =
      frame.pos === 'NOUN' ? frame.obliques.find((o) => o.preposition === 'of')?.index : frame.objects[0];
    return object === undefined || this.parties.mentionAt(object)
      ? {}
      : { object: this.tree.spanOf(object, (child) => this.tree.is(child, 'case')) };
  }
}

/** What is agreed, asked or threatened is said, and not done: the modality is that of the deed. */
function ofDeed(root: Root, modality: Modality, { lemma }: Frame): Modality {
  if (modality === 'planned' && root === 'AGREE' && inClass('offering', lemma)) return 'offered';
  if (modality === 'planned' && root === 'THREATEN') return 'threatened';
  if (modality !== 'done') return modality;
  if (root === 'AGREE') return inClass('offering', lemma) ? 'offered' : 'planned';
  return SAID[root] ?? 'done';
}

/** The modality of the deed where only words have been. */
const SAID: Partial<Record<Root, Modality>> = { REQUEST: 'demanded', THREATEN: 'threatened' };

function confidence(
  weight: number,
  actors: readonly Party[],
  recipients: readonly Party[],
  noun: boolean,
): number {
  const known = recipients.length > 0 || actors.length > 1 ? 1 : 0.8;
  return Math.round(100 * weight * known * (noun ? 0.85 : 1)) / 100;
}
