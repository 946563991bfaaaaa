import { type Document, kindOfHead, type Token } from '../language/index.js';
import type { Report } from '../read/index.js';
import type { Context } from './context.js';
import { chunksOf } from './lexicon.js';
import { resolveName } from './names.js';
import { sovereignOf } from './states.js';
import type { Actor, Resolution } from './types.js';
import { wordsOf } from './words.js';

/** Bodies that a report calls by their bare names at home: "police", "the interior ministry", "the army". */
const BODIES = new Set(['GOV', 'COP', 'JUD', 'LEG', 'MIL', 'SPY']);
/** People that it calls so, counted or not: "teachers", "some 3,200 dockworkers". */
const PEOPLE = new Set(['LAB', 'EDU', 'HLH', 'AGR', 'OPP']);
/** Who may be of anywhere. */
const ANYBODY =
  /^(?:man|woman|person|people|child|son|daughter|family|victim|civilian|refugee|migrant|member|sailor)$/;

/**
 * The state that a report is written from: that of its dateline, where the text names it too or names no other state twice. A
 * report from Geneva on a war elsewhere has none.
 */
export function homeOf({ dateline, text }: Report, context: Context): string | undefined {
  if (!dateline?.place) return undefined;
  for (const { entries } of chunksOf(
    wordsOf(capitalized(text.slice(dateline.place.start, dateline.place.end))),
  )) {
    const places = entries.filter(({ kind }) => kind === 'state' || kind === 'place' || kind === 'metonym');
    const code = places.length > 0 ? resolveName(places, context).actor?.code : undefined;
    if (!code) continue;
    const home = sovereignOf(code);
    const others = [...context.states].some(([state, count]) => state !== home && count > 1);
    return context.states.has(home) || !others ? home : undefined;
  }
  return undefined;
}

/** "NAIROBI" as names are written. */
const capitalized = (text: string): string =>
  text === text.toUpperCase()
    ? text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase())
    : text;

/**
 * Somebody of no named state, as one of the state that the report is written from; undefined for who may be anybody's: "an
 * envoy", "21 sailors", "the government in Mogadishu". `words` are those of the phrase, `next` the one behind it.
 */
export function atHome(
  { actor, candidates }: Resolution,
  home: string | undefined,
  words: readonly string[],
  document: Document,
  head: Token,
  next: string | undefined,
): Resolution | undefined {
  const [candidate] = candidates;
  if (actor || !home || candidates.length !== 1 || candidate!.kind !== 'generic' || candidate!.code)
    return undefined;
  if (/^(?:in|of|from|for|on|at)$/.test(next ?? '')) return undefined;
  const has = (sectors: ReadonlySet<string>): boolean =>
    candidate!.sectors.some((sector) => sectors.has(sector));
  const bare = words[0] === 'the' || (/S$/.test(head.xpos) ? words.length < 3 : head.lower === 'police');
  const several = /S$/.test(head.xpos);
  const citizens =
    candidate!.sectors.includes('CVL') && several && words.length < 3 && !ANYBODY.test(head.lemma);
  if (!(has(PEOPLE) && several) && !(has(BODIES) && bare) && !citizens) return undefined;
  if (!/^(?:person|organization)$/.test(kindOfHead(document, head) ?? '')) return undefined;
  const { sectors, name } = candidate!;
  const own: Actor = { ...candidate!, code: home, id: `generic:${home}/${sectors.join('+')}/${name}` };
  return { actor: own, candidates: [own], reason: 'of the state of the dateline: no other is named' };
}
