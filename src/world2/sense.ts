import type { Found } from './names.js';
import { type Named, world } from './tables.js';
import type { Actor, Resolution } from './types.js';

/** What surrounds a name and may settle what it stands for. */
export interface Surroundings {
  /** The whole text, or as much of it as there is. */
  readonly text: string;
  readonly day: string;
  /** The words right before and after the name. */
  readonly before: string;
  readonly after: string;
  /** Other names of the text that are not ambiguous, by the code of their actor. */
  readonly codes: ReadonlySet<string>;
}

const ORDER: readonly Named['type'][] = [
  'person',
  'state',
  'adjective',
  'metonym',
  'organization',
  'group',
  'capital',
  'outlet',
  'place',
];

/** Chooses among the readings of a name by its date, its surroundings and the kind of name; or leaves it open. */
export function settle(found: Found, around: Surroundings): Resolution {
  const inForce = found.readings.filter(
    (r) => (!r.start || r.start <= around.day) && (!r.end || r.type === 'state' || r.end >= around.day),
  );
  const readings = (inForce.length > 0 ? inForce : found.readings).slice();
  readings.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || b.weight - a.weight);
  const candidates = unique(readings.map((r) => r.actor));
  const bySense = settleBySense(found.text, candidates, around);
  if (bySense) return bySense;
  const personal = looksPersonal(found, around);
  if (personal) return { candidates, reason: `${personal}: it is a person's name` };
  const best = bestReading(readings, around);
  if (best) return { actor: best.actor, candidates, reason: best.reason };
  return {
    candidates,
    reason: `“${found.text}” may be ${candidates.map((c) => c.name).join(' or ')}, and nothing around it settles which`,
  };
}

function settleBySense(
  name: string,
  candidates: readonly Actor[],
  around: Surroundings,
): Resolution | undefined {
  const senses = world().senses.get(name);
  if (!senses) return undefined;
  const scored = senses.map((sense) => ({
    sense,
    cues: sense.cues.filter((cue) => hasWord(around.text, cue)),
  }));
  scored.sort((a, b) => b.cues.length - a.cues.length);
  const [best, second] = scored;
  if (best && best.cues.length > (second?.cues.length ?? 0)) {
    const reason = `“${best.cues.slice(0, 3).join('”, “')}” beside it`;
    if (best.sense.code === '-') return { candidates, reason: `no state: ${reason}` };
    const actor = candidates.find((c) => c.code === best.sense.code);
    if (actor) return { actor, candidates, reason };
  }
  const codes = new Set(senses.map((s) => s.code).filter((code) => code !== '-' && around.codes.has(code)));
  const [only] = codes;
  const actor = codes.size === 1 ? candidates.find((c) => c.code === only) : undefined;
  return actor && { actor, candidates, reason: 'the text names it elsewhere' };
}

/** Whole words only: "Ali" is not in "Alibaba". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
}

/** "Michael Jordan", "Jordan Peterson": a capitalised word of no office or state stands beside an ambiguous name. */
function looksPersonal(found: Found, around: Surroundings): string | undefined {
  if (!found.readings.some((r) => r.ambiguous) || /\s/.test(found.text)) return undefined;
  if (found.readings.some((r) => r.type === 'adjective' || r.type === 'person')) return undefined;
  const before = /(\p{Lu}\p{Ll}+)\s$/u.exec(around.before)?.[1];
  const isFirstName = before !== undefined && FIRST_NAMES.has(before);
  return isFirstName ? `“${before}” before it` : undefined;
}

const FIRST_NAMES = new Set(
  'Michael Jim John George Denzel Vernon Paul David James Robert William Chad Mark Tom Kevin Jack Alex Chris Brian Peter Mary Martin Booker Dinah Kerry Paris Hillary Eric Joe Ali Chris Nelson Kim Lee'.split(
    ' ',
  ),
);

function bestReading(
  readings: readonly Named[],
  around: Surroundings,
): { actor: Actor; reason: string } | undefined {
  const top = readings[0]!;
  const same = readings.filter((r) => r.type === top.type);
  const codes = new Set(same.map((r) => r.actor.code));
  const because = `${top.type} “${top.name}”`;
  if (codes.size === 1 || top.type === 'place') return { actor: top.actor, reason: because };
  const named = same.filter((r) => around.codes.has(r.actor.code));
  if (new Set(named.map((r) => r.actor.code)).size === 1)
    return { actor: named[0]!.actor, reason: `${because}, which the text names elsewhere` };
  return undefined;
}

function unique(actors: readonly Actor[]): Actor[] {
  return actors.filter((actor, i) => actors.findIndex((a) => a.id === actor.id) === i);
}
