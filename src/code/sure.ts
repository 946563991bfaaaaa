import { actorOfState } from '../world/index.js';
import { areBoth } from './lacking.js';
import { isOfNoOffice, isPrivate } from './private.js';
import type { Event, Party, Root } from './types.js';

/** Acts that are whole without anybody to whom they are done: who stirs or protests may do so towards nobody told. */
const ALONE: ReadonlySet<Root> = new Set<Root>(['MOBILIZE', 'PROTEST']);
/** Modes of leaving something, which nobody need suffer: a post, a position. */
const LEAVING: ReadonlySet<string> = new Set(['resign', 'withdraw']);
/** What is done for each other, when several do it and nobody else is named. */
const MUTUAL: ReadonlySet<Root> = new Set<Root>(['AGREE', 'CONSULT', 'COOPERATE']);
/** What "both countries" do to each other when nobody else is named. */
const BETWEEN: ReadonlySet<Root> = new Set<Root>(['SANCTION', 'RETREAT', 'CONCEDE']);
/** The arms of one government, whose talks with each other are no relation. */
const GOVERNING: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD', 'ELI']);

/**
 * The events of a report that are told surely enough to be coded, with what several do together made mutual, and what a sentence
 * tells twice in other words joined. An act whose other side cannot be told is left out: of 22 such acts read by
 * eye four were right. Keeps the order; `sentenceAt` gives the sentence of a character.
 */
export function surelyTold(events: readonly Event[], sentenceAt: (offset: number) => number): Event[] {
  const told = new Map<string, Event>();
  for (const event of events.map(madeMutual)) {
    if (isGuess(event) || isTowardsNobody(event) || isPrivateLife(event) || isWithinGovernment(event))
      continue;
    if (isMarch(event) || isAsked(event) || isFarOff(event)) continue;
    const key = `${sentenceAt(event.trigger.start)} ${keyOf(event)}`;
    const same = told.get(key);
    told.set(key, same ? joined(same, event) : event);
  }
  return [...told.values()];
}

/** What only might be, read by the learned models alone or off a noun. */
const isGuess = ({ modality, reasons }: Event): boolean =>
  modality === 'hypothetical' && /^learned| NOUN/.test(reasons[0]!.rule);

/** What has not been done by or to somebody of whom it cannot be told of which state they are. */
const isFarOff = ({ modality, actors, recipients, quad }: Event): boolean =>
  [actors, recipients].some((side) => side.length > 0 && side.every(({ actor }) => !actor)) &&
  (/^(?:hypothetical|denied|historical)$/.test(modality) || (modality === 'planned' && quad > 1));

/** "Putin and Erdogan agreed to stay in touch": with each other. */
function madeMutual(event: Event): Event {
  const { actors, recipients, reciprocal, root, reasons } = event;
  const { rule } = reasons[0]!;
  const mutual = MUTUAL.has(root) || (recipients.length === 0 && BETWEEN.has(root) && areBoth(actors));
  if (reciprocal || !mutual || / NOUN/.test(rule) || codesOf(actors).size < 2) return event;
  // "agreed to conclude the Pacific Partnership": what they agree on is no side.
  const topics = / agree VERB/.test(rule) && recipients.every(({ actor }) => actor?.kind === 'organization');
  const open = recipients.every(({ actor }) => !actor);
  return open || topics ? { ...event, recipients: [], reciprocal: true } : event;
}

function isTowardsNobody({ actors, recipients, reciprocal, root, modes }: Event): boolean {
  if (recipients.length > 0 || (reciprocal && actors.length > 1)) return false;
  if (root === 'RETREAT') return !modes.some((mode) => LEAVING.has(mode)) || actors.every(isPrivate);
  return !ALONE.has(root);
}

/** What private people do for, with or to each other; across a border only violence counts. Charities force nobody. */
function isPrivateLife({ actors, recipients, root, quad }: Event): boolean {
  if (root !== 'PROTEST' && quad === 4 && actors.every(({ actor }) => actor?.sectors.includes('NGO')))
    return true;
  // A medium may blame; what else of conflict a sentence gives it, it tells of others: "CNN: troops opened fire on a crowd".
  if (quad > 2 && root !== 'ACCUSE' && actors.every(({ actor }) => actor?.sectors.includes('MED')))
    return true;
  if (root === 'PROTEST' || !actors.every(isOfNoOffice)) return false;
  if (quad <= 2 || (quad === 4 && root !== 'ASSAULT')) return true;
  const abroad = recipients.some(
    ({ actor }) => actor && actorOfState(actor.code) && !codesOf(actors).has(actor.code),
  );
  return recipients.every(isOfNoOffice) && !(root === 'ASSAULT' && abroad);
}

/** A deed that somebody is asked to do is told by the asking. */
const isAsked = ({ modality, root }: Event): boolean => modality === 'demanded' && root !== 'REQUEST';

/** Troops who come somewhere pay no visit. */
const isMarch = ({ modes, actors }: Event): boolean =>
  modes.includes('visit') &&
  actors.every(({ actor }) => actor?.kind === 'generic' && actor.sectors.includes('MIL'));

function isWithinGovernment({ actors, recipients, reciprocal }: Event): boolean {
  const all = [...actors, ...recipients];
  if (!reciprocal || codesOf(all).size > 1) return false;
  return all.every(({ actor }) => actor?.sectors.every((sector) => GOVERNING.has(sector)));
}

const codesOf = (parties: readonly Party[]): Set<string> =>
  new Set(parties.map(({ actor }) => actor?.code ?? ''));

/** What an event tells, without its words. */
function keyOf({ root, modality, actors, recipients, reciprocal }: Event): string {
  const side = (parties: readonly Party[]): string =>
    [...new Set(parties.map(({ actor, text }) => actor?.code ?? text))].sort().join('+');
  const sides = reciprocal ? side([...actors, ...recipients]) : `${side(actors)} > ${side(recipients)}`;
  return `${root} ${modality} ${sides}`;
}

/** "Two were killed and five injured": one act, with the figures and the words of both. */
function joined(event: Event, other: Event): Event {
  const figures = other.figures.filter(({ span }) => event.figures.every((f) => f.span.start !== span.start));
  const evidence = other.evidence.filter(({ start }) => event.evidence.every((span) => span.start !== start));
  return {
    ...event,
    figures: [...event.figures, ...figures],
    evidence: [...event.evidence, ...evidence],
  };
}
