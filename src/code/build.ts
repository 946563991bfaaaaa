import { contains, type Span } from '../base/index.js';
import { contextsOf } from './classify/index.js';
import { figuresIn } from './figures.js';
import type { Frame } from './frame.js';
import { modalityOfDeed, rootAsTold } from './future.js';
import type { Lacking } from './lacking.js';
import { inClass } from './lexicon.js';
import { isLight, type Match } from './match.js';
import { isFearedUndone, modalityOf } from './modality.js';
import { cameoFor, cameoInfo, ploverScore, quadOf, rootInfo } from './ontology.js';
import { LOCATIVE, type Parties } from './parties.js';
import { Sides } from './sides.js';
import type { Tree } from './tree.js';
import type { Event, EventDate, Modality, Party, Root } from './types.js';
import type { Dates } from './when.js';

/** Verbs that answer what was asked or offered before, and what it may be called: "Japan accepted". */
const ANSWER = /^(?:accept|refuse|decline|demur|comply|consent|concur|oblige|balk)$/;
const ANSWERED = ['offer', 'demand'];
/** Roots of what is said, which lies before the report whatever day it speaks of. */
const SAID: ReadonlySet<Root> = new Set<Root>(['REQUEST', 'ACCUSE', 'REJECT']);

/** Days after which an act is history to a report. */
const HISTORY = 730;

/** Makes events of matches: sides, root, modality, date, place, figures and reasons. */
export class Builder {
  /** Acts that name nobody to whom they are done. */
  readonly lacking = new Map<Event, Lacking>();
  private readonly coded = new Set<number>();
  private readonly sides: Sides;

  /** `now`: ISO date of the report, or that no report can lie after. */
  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
    private readonly dates: Dates,
    private readonly now: string | undefined,
  ) {
    this.sides = new Sides(tree, parties);
  }

  /** Whether a match names somebody known to whom its act is done. */
  namesRecipient(match: Match): boolean {
    return (this.sides.of(match)?.recipients.length ?? 0) > 0;
  }

  /** The event of a match; undefined where it has no sides, or tells in a quotation what is not done. */
  build(match: Match): Event | undefined {
    const { frame, reading } = match;
    if (isStanding(this.tree, frame) || isSimulated(this.tree, frame.index)) return undefined;
    const sides = this.sides.of(match);
    if (!sides) return undefined;
    const told = modalityOf(this.tree, frame);
    if (isFearedUndone(this.tree, frame.index, told) || isAim(this.tree, match)) return undefined;
    // What somebody can do, they have not done: "how both can work together".
    const modal = told.by === undefined ? '' : this.tree.token(told.by).lower;
    if (modal === 'can' || modal === 'able') return undefined;
    // "should encourage others": what somebody ought to ask has not been asked.
    if (reading.root === 'REQUEST' && match.clause === undefined && /^(?:should|must)$/.test(modal))
      return undefined;
    const lasting = frame.pos === 'NOUN' && inClass('lasting', frame.lemma) ? 'ongoing' : undefined;
    const tense = told.modality === 'done' ? (reading.modality ?? lasting ?? 'done') : told.modality;
    if (match.clause === undefined && this.inQuote(frame.index) && tense !== 'done' && tense !== 'ongoing')
      return undefined;
    const { root, modality, by } = rootAsTold(
      this.tree,
      { root: reading.root!, frame, together: sides.reciprocal },
      tense,
      told,
    );
    // "Clashes erupted between settlers and villagers": the verb's clause tells it.
    const erupts = reading.roles.reciprocal && frame.pos === 'NOUN' && this.tree.is(frame.index, 'nsubj');
    const clause = match.clause ?? (erupts ? this.tree.head(frame.index) : frame.index);
    const span = this.tree.spanOf(clause, (child) => child !== frame.index && this.tree.isAside(child));
    const { first, last } = this.tree.extent(frame.index, (child) => this.tree.isAside(child));
    const date = this.dates.of(frame.index, this.coded, SAID.has(root) && modality !== 'planned');
    this.coded.add(frame.index);
    const trigger = wordSpan(this.tree, frame.index);
    const contexts = contextsOf(this.tree.document.report.text.slice(span.start, span.end));
    const modes = root === reading.root && reading.mode ? [reading.mode] : [];
    const cameo =
      root === reading.root && reading.cameo ? reading.cameo : cameoFor(root, modes[0], contexts[0]);
    const place = this.placeOf(frame.index, first, last);
    const event: Event = {
      id: '',
      actors: sides.actors.map((party) => this.parties.inWords(party)),
      recipients: sides.recipients.map((party) => this.parties.inWords(party)),
      reciprocal: sides.reciprocal,
      root,
      quad: quadOf(root),
      plover: ploverScore(root),
      goldstein: cameoInfo(cameo)?.goldstein ?? rootInfo(root).goldstein,
      cameo,
      modes,
      contexts,
      modality: this.settled(
        root === 'REJECT' && told.refused ? 'done' : modalityOfDeed(root, modality, frame),
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
          : [{ rule: `modality ${told.modality}`, span: wordSpan(this.tree, told.by) }]),
        ...(by ? [{ rule: by, span: trigger }] : []),
        ...sides.inferred,
      ],
    };
    this.sides.custody.note(event, frame.index);
    if (event.recipients.length === 0) {
      const lemma = (index: number): string => this.tree.token(index).lemma;
      const said = [...frame.objects, ...frame.obliques.map((o) => o.index)].filter(
        (i) => !this.dates.covers(i),
      );
      // "expressed support for a pause": what the noun of a pattern is about.
      const about = frame.objects
        .filter((o) => isOfPattern(match, lemma(o)))
        .flatMap((o) => this.tree.withRelation(o, 'nmod'));
      const own = [...said, ...about].filter(
        (i) => !isOfPattern(match, lemma(i)) && !this.parties.mentionAt(i),
      );
      this.lacking.set(event, {
        needs: sides.needs,
        atHome: sides.atHome === true,
        named:
          sides.open ||
          match.clause !== undefined ||
          (root === 'REQUEST' && frame.clauses.some((clause) => this.tree.has(clause, 'nsubj'))),
        aside: frame.pos !== 'VERB' || /^(?:acl|advcl|amod)$/.test(this.tree.token(frame.index).deprel),
        finite: /^VB[DZP]$/.test(this.tree.token(frame.index).xpos) || this.tree.has(frame.index, 'aux'),
        about: said.length === 0 && ANSWER.test(frame.lemma) ? ANSWERED : said.map(lemma),
        own: frame.infinitives.length > 0 || frame.clauses.length > 0 ? [] : own.map(lemma),
      });
    }
    return event;
  }

  /** An open start ("since last year") means that it goes on; what ended years before the report is history. */
  private settled(modality: Modality, { interval }: EventDate): Modality {
    if (!/^(?:done|planned|offered|demanded|threatened)$/.test(modality) || !interval) return modality;
    if (modality === 'done' && typeof interval.start === 'string' && interval.end === null) return 'ongoing';
    const now = this.now;
    return now && interval.end && (Date.parse(now) - Date.parse(interval.end)) / 86_400_000 > HISTORY
      ? 'historical'
      : modality;
  }

  /** Figures of an act and of the verbs joined to it without a subject of their own: "killed 12 and wounded 40". */
  private figuresOf(index: number): Event['figures'] {
    const other = (child: number): boolean => this.tree.isAside(child) && this.tree.has(child, 'nsubj');
    const { first, last } = this.tree.extent(index, other);
    return figuresIn(this.tree, first, last, (i) => this.dates.covers(i));
  }

  private isBackground(frame: Frame): boolean {
    const { tree } = this;
    const at = frame.index;
    if (frame.pos === 'NOUN') {
      // What people are killed in or by is the news itself; what they are killed after need not be.
      if (tree.is(at, 'obl') && WITHIN.has(tree.caseOf(at)) && this.isMain(tree.head(at))) return false;
      // "The death toll from Israel's strikes rises": what people still die of goes on.
      if (tree.is(at, 'nmod') && inClass('toll', tree.token(tree.head(at)).lemma)) return false;
      return tree.is(at, 'nmod', 'obl', 'compound', 'nmod:poss');
    }
    if (tree.is(at, 'acl:relcl', 'acl')) return true;
    if (tree.is(at, 'advcl')) return !this.isOfTheSameTime(at);
    return tree.withRelation(at, 'aux').some((i) => tree.token(i).lower === 'had');
  }

  /** The verb of the sentence, or one joined to it: "are killed and 29 injured". */
  private isMain(verb: number): boolean {
    const { tree } = this;
    return tree.is(tree.is(verb, 'conj') ? tree.head(verb) : verb, 'root');
  }

  /** "while Mali shells Gao", "killing eight": a clause of the present, or one that goes on with what is told. */
  private isOfTheSameTime(clause: number): boolean {
    const mark = this.tree.markOf(clause);
    const { xpos } = this.tree.token(clause);
    return SAME_TIME.has(mark) || /^VB[ZP]$/.test(xpos) || (mark === '' && xpos === 'VBG');
  }

  private inQuote(index: number): boolean {
    const token = this.tree.token(index);
    return this.tree.document.quoted.some(
      (q) => contains(q.inner, token) && q.inner.end - q.inner.start > 30,
    );
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

const WITHIN: ReadonlySet<string> = new Set(['in', 'during', 'by']);
const SAME_TIME: ReadonlySet<string> = new Set(['as', 'while', 'whereas']);

/** Whether a noun speaks of how two stand to each other ("the partnership between Chad and Mali") and not of what they do, or of what is remembered. */
function isStanding(tree: Tree, { index, lemma, pos }: Frame): boolean {
  if (pos !== 'NOUN') return false;
  if (tree.is(index, 'nmod') && inClass('memory', tree.token(tree.head(index)).lemma)) return true;
  if (!inClass('standing', lemma)) return false;
  return !(tree.is(index, 'obj') && isLight(tree, tree.head(index)));
}

/** "discussed boosting trade", "efforts to deepen ties": how two want to stand to each other is not yet so. */
function isAim(tree: Tree, { frame, reading }: Match): boolean {
  const { pos, ownSubject, index } = frame;
  if (reading.root !== 'COOPERATE' || pos !== 'VERB' || ownSubject) return false;
  const { xpos } = tree.token(index);
  return xpos === 'VBG' || (xpos === 'VB' && !tree.is(index, 'xcomp'));
}

/** "exercises simulating submarines attacking the island": what is only played. */
function isSimulated(tree: Tree, act: number): boolean {
  for (let at = tree.head(act), steps = 0; at >= 0 && steps < 4; at = tree.head(at), steps++)
    if (/^(?:simulate|rehearse|re-enact|reenact|mimic)$/.test(tree.token(at).lemma)) return true;
  return false;
}

/** Whether a noun is a part of the predicate: the "sanctions" of "impose sanctions". */
function isOfPattern({ reading }: Match, lemma: string): boolean {
  return reading.conditions.some((c) => 'lemmas' in c && c.lemmas?.has(lemma));
}

/** The characters of a word. */
export function wordSpan(tree: Tree, index: number): Span {
  const { start, end } = tree.token(index);
  return { start, end };
}

function confidence(
  weight: number,
  actors: readonly Party[],
  recipients: readonly Party[],
  noun: boolean,
): number {
  const known = recipients.length > 0 || actors.length > 1 ? 1 : 0.8;
  return Math.round(100 * weight * known * (noun ? 0.85 : 1)) / 100;
}
