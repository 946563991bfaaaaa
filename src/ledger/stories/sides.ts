import type { Root } from '../../code/index.js';
import type { Ground, Telling, TellingSide } from './types.js';
import { weightOf } from './weights.js';
import { namesState } from './words.js';

/** Codes of the known parties of a side. */
export function codesOf(sides: readonly TellingSide[]): Set<string> {
  return new Set(sides.flatMap((side) => (side.code ? [side.code] : [])));
}

/** Signing a formal agreement, in CAMEO. */
const SIGNS = '057';

/**
 * Whether an act of this telling is done by both sides together, so that who is named first says nothing: talks, what is
 * told as reciprocal, a signature. Praise or a promise has a direction.
 */
export function together(telling: Telling): boolean {
  return telling.reciprocal || telling.root === 'CONSULT' || telling.cameo.startsWith(SIGNS);
}

/** Acts of which the same two can be told with the roles exchanged: who gave and who got, not who struck whom. */
const MUTUAL = new Set<Root>(['AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE']);
/** What it costs that two reports tell the same two in exchanged roles. */
const EXCHANGED = { mutual: -1, other: -2.8 };

/**
 * How well the sides fit: by state, as one report names the minister and another the capital. A side left open by one
 * report contradicts nothing; two different doers may still be a dispute over who did it.
 */
export function sidesGround(a: Telling, b: Telling): Ground | undefined {
  if (together(a) || together(b)) return bothGround(a, b);
  const actors = overlap(codesOf(a.actors), codesOf(b.actors));
  const recipients = overlap(codesOf(a.recipients), codesOf(b.recipients));
  if (actors === 'apart' && recipients !== 'same') return exchangedGround(a, b);
  if (actors === 'apart') {
    // Only the target, the place and the words are left to tell that it is one act.
    const points = namesOther(a, b, 'actors') ? -1.4 : -2.2;
    return { about: 'sides', points, note: `done by ${names(a.actors)} or by ${names(b.actors)}` };
  }
  if (recipients === 'apart') {
    if (actors !== 'same') return undefined;
    const points = namesOther(a, b, 'recipients') ? -1.2 : -1.8;
    return { about: 'sides', points, note: `towards ${names(a.recipients)} or ${names(b.recipients)}` };
  }
  if (actors === 'open' && recipients === 'open')
    return { about: 'sides', points: -1.2, note: 'sides left open' };
  const points = pointsOf(actors, a, b, 'actors') + pointsOf(recipients, a, b, 'recipients');
  const open = actors === 'open' || recipients === 'open' ? ', one side left open' : '';
  return { about: 'sides', points: round(points), note: `${sharedCodes(a, b).join(', ')}${open}` };
}

type Overlap = 'same' | 'partly' | 'apart' | 'open';
type Side = 'actors' | 'recipients';

/** Points of a side that both tellings name alike, each with others besides, or that one of them leaves open. */
const FIT: Readonly<Record<Exclude<Overlap, 'apart'>, number>> = { same: 0.7, partly: -0.9, open: -0.4 };
/** The same where the sentence that leaves a side open names that state, or names another instead. */
const OPEN_BUT = { named: 0.2, other: -1 };
/** So many states in common are one group, whoever else is named. */
const GROUP = 3;

function pointsOf(overlap: Exclude<Overlap, 'apart'>, a: Telling, b: Telling, side: Side): number {
  if (overlap !== 'open') return FIT[overlap];
  if (namesOther(a, b, side)) return OPEN_BUT.named;
  return namesAnother(a, b) && namesAnother(b, a) ? OPEN_BUT.other : FIT.open;
}

/** Whether a telling's sentence names the state that the other one has on a side. */
function namesOther(a: Telling, b: Telling, side: Side): boolean {
  const [x, y] = [codesOf(a[side]), codesOf(b[side])];
  return [...x].some((code) => b.states.includes(code)) || [...y].some((code) => a.states.includes(code));
}

/** Whether a state is a side of a telling, or named in its sentence. */
function has(telling: Telling, code: string): boolean {
  return telling.states.includes(code) || codesOf([...telling.actors, ...telling.recipients]).has(code);
}

/** Whether a telling is about a state besides its sides that the other one does not know. */
function namesAnother(a: Telling, b: Telling): boolean {
  const [ours, theirs] = [a, b].map(
    (t) => new Set([...codesOf([...t.actors, ...t.recipients]), ...t.states]),
  );
  return [...ours!].some((code) => !theirs!.has(code));
}

/** "Ukraine received howitzers from Denmark", "Denmark sent howitzers to Ukraine"; a coder takes one for the other, too. */
function exchangedGround(a: Telling, b: Telling): Ground | undefined {
  const common = sharedCodes(a, b);
  const fewest = Math.min(...[a, b].map((t) => codesOf([...t.actors, ...t.recipients]).size));
  if (common.length === 0 || common.length < fewest) return undefined;
  const points = MUTUAL.has(a.root) && MUTUAL.has(b.root) ? EXCHANGED.mutual : EXCHANGED.other;
  return { about: 'sides', points, note: `${common.join(', ')}, in exchanged roles` };
}

function bothGround(a: Telling, b: Telling): Ground | undefined {
  const x = codesOf([...a.actors, ...a.recipients]);
  const y = codesOf([...b.actors, ...b.recipients]);
  const common = [...x].filter((code) => y.has(code));
  if (common.length === 0) {
    if (x.size > 0 && y.size > 0) return undefined;
    return { about: 'sides', points: -1.2, note: 'sides left open' };
  }
  const least = Math.min(x.size, y.size);
  const most = Math.max(x.size, y.size);
  if (common.length === 1 && least > 1) return undefined;
  // "With Greece", and with somebody whom the coder takes for no state, though the sentence names another.
  const other = namesAnother(a, b) && namesAnother(b, a);
  if (common.length === 1 && (most > 1 || other)) {
    const named = [...x, ...y].every((code) => [a, b].every((t) => has(t, code)));
    const points = named ? OPEN_BUT.named : other ? 2 * OPEN_BUT.other : FIT.open;
    return { about: 'sides', points, note: `${common[0]}, the other side left open` };
  }
  const others = x.size > common.length && y.size > common.length;
  if (others && common.length < GROUP)
    return { about: 'sides', points: -2, note: `${common.sort().join(', ')}, but each with another side` };
  const points = 1.6 * (common.length / most) - (common.length === 1 ? 0.9 : 0);
  return { about: 'sides', points: round(points), note: common.sort().join(', ') };
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): Overlap {
  if (a.size === 0 || b.size === 0) return 'open';
  const common = [...a].filter((code) => b.has(code)).length;
  if (common === 0) return 'apart';
  // "The US and Ukraine", "the US and Russia": one side in common, and yet two acts.
  return common < Math.min(a.size, b.size, GROUP) ? 'partly' : 'same';
}

/** Two different persons of one state: at a meeting they make two meetings, elsewhere one may speak for the other. */
const OTHER_PERSON = { CONSULT: -7, other: -1.6 };
/** The same where one of the two is known by no more than a name. */
const OTHER_NAME = -2.5;

/** Weight from which a capitalised word is a name, and no title. */
const NAME = 5.5;

/** Persons, state by state: the same one speaks for one act, different ones against it. */
export function personsGround(a: Telling, b: Telling): Ground[] {
  const [x, y] = [personsOf(a), personsOf(b)];
  const out: Ground[] = othersGround(a, b);
  for (const [code, ours] of x) {
    const theirs = y.get(code);
    if (!theirs) continue;
    const common = ours.find((p) => theirs.some((q) => q.id === p.id));
    if (common) out.push({ about: 'persons', points: 0.5, note: common.text });
    else {
      const points = a.root === 'CONSULT' && b.root === 'CONSULT' ? OTHER_PERSON.CONSULT : OTHER_PERSON.other;
      out.push({ about: 'persons', points, note: `${ours[0]!.text} is not ${theirs[0]!.text}` });
    }
  }
  return out;
}

/** At a meeting, whoever stands for a state under another name, though nobody knows who that is. */
function othersGround(a: Telling, b: Telling): Ground[] {
  if (a.root !== 'CONSULT' || b.root !== 'CONSULT') return [];
  const [x, y] = [namedOf(a), namedOf(b)];
  return [...x].flatMap(([code, ours]) => {
    const theirs = y.get(code);
    if (!theirs || (ours.known && theirs.known)) return [];
    if (ours.names.some((name) => theirs.names.includes(name))) return [];
    return [{ about: 'persons' as const, points: OTHER_NAME, note: `${ours.text} is not ${theirs.text}` }];
  });
}

interface Named {
  readonly text: string;
  readonly names: readonly string[];
  /** Whether a person was made out. */
  readonly known: boolean;
}

/** By state, the first side whose words hold a rare capitalised word, which is somebody's name. */
function namedOf(telling: Telling): Map<string, Named> {
  const out = new Map<string, Named>();
  for (const { code, id, text } of [...telling.actors, ...telling.recipients]) {
    if (!code || out.has(code)) continue;
    const words = text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
    const names = words
      .map((word) => word.toLowerCase())
      .filter((word) => weightOf(word) >= NAME && !namesState(word));
    if (names.length > 0) out.set(code, { text, names, known: id?.startsWith('person:') === true });
  }
  return out;
}

function personsOf(telling: Telling): Map<string, TellingSide[]> {
  const out = new Map<string, TellingSide[]>();
  for (const side of [...telling.actors, ...telling.recipients])
    if (side.id?.startsWith('person:') && side.code)
      out.set(side.code, [...(out.get(side.code) ?? []), side]);
  return out;
}

/** Codes of those who are a side of both tellings, whichever. */
export function sharedCodes(a: Telling, b: Telling): string[] {
  const y = codesOf([...b.actors, ...b.recipients]);
  return [...codesOf([...a.actors, ...a.recipients])].filter((code) => y.has(code)).sort();
}

function names(sides: readonly TellingSide[]): string {
  return [...codesOf(sides)].sort().join('+') || '?';
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
