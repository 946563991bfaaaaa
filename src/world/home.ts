import { type Document, isPeople, kindOfHead, type Token } from '../language/index.js';
import type { Report } from '../read/index.js';
import type { Context } from './context.js';
import { type Chunk, chunksOf } from './lexicon.js';
import { resolveName } from './names.js';
import { sovereignOf } from './states.js';
import type { Actor, Resolution } from './types.js';
import { wordsOf } from './words.js';

/** Bodies that a report calls by their bare names at home: "police", "the interior ministry", "the army". */
const BODIES = new Set(['GOV', 'COP', 'JUD', 'LEG', 'MIL', 'SPY']);
/** Bodies that are called by the house they sit in. */
const HOUSES = new Set(['GOV', 'JUD', 'LEG']);
/** People that it calls so, counted or not: "teachers", "some 3,200 dockworkers". */
const PEOPLE = new Set(['LAB', 'EDU', 'HLH', 'AGR', 'OPP']);
/** Whom a state may send abroad. */
const ARMED = new Set(['MIL']);
/** Who fights their own state. */
const REBELS = new Set(['REB']);
/** Who else is of the only state that a report and a sentence tell of. */
const OTHERS = new Set(['PTY', 'MED', 'SOC', 'ELI', 'CRM']);
/** Who is often of another state than where they are. */
const STRAY =
  /^(?:refugee|migrant|sailor|envoy|mediator|diplomat|ambassador|counterpart|tourist|observer|monitor|hostage|captive|peacekeeper)$/;
/** Who may be of anywhere. */
const ANYBODY =
  /^(?:man|woman|person|people|child|son|daughter|family|victim|civilian|refugee|migrant|member|sailor)$/;

/** The state that bare words of a report belong to ("police", "the ministry"), and why. */
export interface Home {
  readonly code: string;
  readonly reason: string;
}

/**
 * The state that a report is written from: that of its dateline, where the text names it too or names no other state twice; else
 * the only one that it names. A report from Geneva on a war elsewhere has none. `groups` are the states of the armed groups named,
 * which name theirs.
 */
export function homeOf(
  { dateline, text }: Report,
  context: Context,
  groups: ReadonlySet<string>,
): Home | undefined {
  const [only, second] = [...context.states.keys()];
  const code = only ?? onlyAdjective(text);
  const sole = code && !second ? { code, reason: SOLE } : undefined;
  if (!dateline?.place) return sole;
  for (const { entries } of chunksOf(
    wordsOf(capitalized(text.slice(dateline.place.start, dateline.place.end))),
  )) {
    const places = entries.filter(({ kind }) => kind === 'state' || kind === 'place' || kind === 'metonym');
    const code = places.length > 0 ? resolveName(places, context).actor?.code : undefined;
    if (!code) continue;
    const home = sovereignOf(code);
    const others = [...context.states].some(([state, count]) => state !== home && count > 1);
    return context.states.has(home) || groups.has(home) || !others
      ? { code: home, reason: DATED }
      : undefined;
  }
  return undefined;
}

/** The state of the only adjective of one in a text that names none otherwise: "Irish" may be of the North, too, but of whom else? */
function onlyAdjective(text: string): string | undefined {
  const codes = new Set<string>();
  for (const { entries } of chunksOf(wordsOf(text))) {
    for (const { kind, form, row } of entries)
      if (kind === 'state' && form === 'adjective' && row.code) codes.add(sovereignOf(row.code));
  }
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Whether a stretch of words names a state other than the home of its report, or a place in one. */
export function isAbroad(chunks: readonly Chunk[], home: Home | undefined, context: Context): boolean {
  return chunks.some(({ entries }) => {
    const places = entries.filter(({ kind }) => kind === 'state' || kind === 'place');
    const code = places.length > 0 ? resolveName(places, context).actor?.code : undefined;
    return code !== undefined && sovereignOf(code) !== home?.code;
  });
}

/** "NAIROBI" as names are written. */
const capitalized = (text: string): string =>
  text === text.toUpperCase()
    ? text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase())
    : text;

/**
 * Somebody of no named state, as one of the state that the report is written from; undefined for who may be anybody's: "an
 * envoy", "21 sailors", "the government in Mogadishu". `words` are those of the phrase, `named` whether a
 * name that no file knows is one of them.
 */
export function atHome(
  { actor, candidates }: Resolution,
  home: Home | undefined,
  abroad: () => boolean,
  words: readonly string[],
  document: Document,
  head: Token,
  named: boolean,
): Resolution | undefined {
  const [candidate] = candidates;
  if (actor || !home || candidates.length !== 1 || candidate!.kind !== 'generic' || candidate!.code)
    return undefined;
  if (isOfName(document, head)) return undefined;
  const several = /S$/.test(head.xpos);
  const has = (sectors: ReadonlySet<string>): boolean =>
    candidate!.sectors.some((sector) => sectors.has(sector));
  // "accused Eritrea of sending soldiers": of whoever sends them.
  if (several && has(ARMED) && words[0] !== 'the' && /^obj/.test(head.deprel) && abroad()) return undefined;
  const bare = words[0] === 'the' || (/S$/.test(head.xpos) ? words.length < 3 : head.lower === 'police');
  const citizens =
    candidate!.sectors.includes('CVL') && several && words.length < 3 && !ANYBODY.test(head.lemma);
  const alone =
    ((has(REBELS) && several) ||
      has(BODIES) ||
      has(PEOPLE) ||
      candidate!.sectors.includes('CVL') ||
      (has(OTHERS) && !named)) &&
    !STRAY.test(head.lemma) &&
    !abroad();
  if (!(has(PEOPLE) && several) && !(has(BODIES) && bare) && !citizens && !alone) return undefined;
  if (isPeople(head)) return ofHome(candidate!, home);
  // "marched on the parliament": the house stands for those in it.
  const kind = kindOfHead(document, head) ?? '';
  const house = kind === 'place' && has(HOUSES) && words[0] === 'the';
  return house || /^(?:person|organization)$/.test(kind) ? ofHome(candidate!, home) : undefined;
}

/** "The government in Mogadishu", "a fan of Arsenal": whose somebody is is told by a name, known or not. */
function isOfName({ tokens }: Document, head: Token): boolean {
  for (let i = head.index + 1; i < head.index + 12 && tokens[i]?.sentence === head.sentence; i++) {
    const { head: above, deprel, pos } = tokens[i]!;
    if (above === head.index && deprel.startsWith('nmod') && pos === 'PROPN') return true;
  }
  return false;
}

const SOLE = 'of the only state that the report names';
const DATED = 'of the state of the dateline: no other is named';

/** Whether somebody is of the home of the report because no words say of which state they are. */
export const isOfHome = ({ reason }: Resolution): boolean => reason === SOLE || reason === DATED;

/** Somebody of no named state, as one of the home of the report. */
export function ofHome(somebody: Actor, { code, reason }: Home): Resolution {
  const { sectors, name } = somebody;
  const own: Actor = { ...somebody, code, id: `generic:${code}/${sectors.join('+')}/${name}` };
  return { actor: own, candidates: [own], reason };
}

/** A person of a title and no named state, as one of the home of the report: "President Rohan Persaud". */
export function titledOfHome(titled: Actor, { code, reason }: Home, name: string): Resolution {
  const { sectors, fact } = titled;
  const id = `name:${code}/${name}`;
  const person: Actor = { code, sectors, kind: 'person', name, id, office: titled.name, fact };
  return { actor: person, candidates: [person], reason };
}

/** Whether somebody serves a state: an office of its government, courts, parliament, police or army. */
export const servesState = ({ sectors }: Actor): boolean => sectors.some((sector) => BODIES.has(sector));
