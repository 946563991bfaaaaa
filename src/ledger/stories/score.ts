import type { Root } from '../../code/index.js';
import { figuresGround } from './figures.js';
import { datesGround } from './moment.js';
import { realityOf, rootsApart } from './roots.js';
import { personsGround, sharedCodes, sidesGround } from './sides.js';
import type { Ground, Join, Telling } from './types.js';
import { busyness, weightOf } from './weights.js';
import { coverage, likeness } from './wording.js';
import { namesState } from './words.js';

/** Without anything else, two tellings of like sides and root are more likely of two acts: the more so, the busier the sides. */
const PRIOR = { seldom: -0.8, busy: -2.4 };
/** Likeness of wording at which it speaks neither for nor against, and points for each step above it. */
const WORDING = { neutral: 0.15, slope: 6, least: -0.8, most: 3 };
/** What is said of one meeting or strike is said of all: there the wording cannot say more than this for it. */
const FORMULAIC = 1.2;
/** The same with two roots: one sentence often tells a meeting and what came of it. */
const OTHER_ROOT = 0.6;
const FORMULAS = new Set<Root>(['CONSULT', 'ASSAULT', 'MOBILIZE']);
/** Words that are uttered over and over; only a day tells one such act from the next. */
const UTTERED = new Set<Root>(['SUPPORT', 'ACCUSE', 'REQUEST', 'AGREE', 'COOPERATE', 'REJECT', 'THREATEN']);

/** Score from which two tellings hang together, so that they are looked at when either's story changes. */
export const HANGS = 0.5;

/** For each telling of a story but the first, the strongest join that ties it to another one, where there is one. */
export function bestJoins(tellings: readonly Telling[]): Join[] {
  return tellings.slice(1).flatMap((telling) => bestJoin(telling, tellings) ?? []);
}

/** The strongest join of a telling to any of others; undefined where it can be joined to none. */
export function bestJoin(telling: Telling, others: readonly Telling[]): Join | undefined {
  const all = others.flatMap((other) => weigh(telling, other) ?? []);
  return all.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1))[0];
}

/**
 * Weighs whether two tellings of different reports are of one act, in log odds: above 0 they more likely are. Undefined
 * where they cannot be. The weights were set on the open half of bench/stories; `npm run bench stories` measures them.
 */
export function weigh(a: Telling, b: Telling): Join | undefined {
  if (a.report === b.report) return undefined;
  // In one order always: the score of a pair depends on the pair alone.
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const grounds = groundsOf(first, second);
  if (!grounds) return undefined;
  const score = grounds.reduce((sum, ground) => sum + ground.points, 0);
  return { a: first.id, b: second.id, score: Math.round(score * 100) / 100, grounds };
}

function groundsOf(a: Telling, b: Telling): Ground[] | undefined {
  const modality = modalityGround(a, b);
  const date = datesGround(a, b);
  const others = modality && date && groundsBut(a, b);
  if (!others) return undefined;
  const grounds = [...others, date, ...utteredGround(a, b), modality];
  return [...grounds, ...bareGround(a, b, grounds)].filter(tells);
}

/** What tells one act from another of the same sides, kind and day. */
const PARTICULAR = new Set<Ground['about']>(['persons', 'place', 'figures', 'wording']);
/** Points of particulars from which they are more than chance, and what each that they lack costs the busiest states. */
const BARE = { enough: 0.8, cost: 2 };
/** Points of a day that both state. */
const SAME_DAY = 2;

/** States that are in the news daily do much of one kind on one day: there something particular must be shared, too. */
function bareGround(a: Telling, b: Telling, grounds: readonly Ground[]): Ground[] {
  if (grounds.some((g) => g.about === 'date' && g.points >= SAME_DAY)) return [];
  const particular = grounds.filter((g) => PARTICULAR.has(g.about) && g.points > 0);
  const lacking = BARE.enough - particular.reduce((sum, g) => sum + g.points, 0);
  if (lacking <= 0) return [];
  const codes = sharedCodes(a, b);
  const points = Math.round(-lacking * BARE.cost * busyness(codes) * 100) / 100;
  return [
    { about: 'prior', points, note: `little particular, of ${codes.join(' and ')}, often in the news` },
  ];
}

/** The grounds that hold whether or not the two are equally real, and on whatever day: all but modality and date. */
export function groundsBut(a: Telling, b: Telling, root = rootsApart(a.root, b.root)): Ground[] | undefined {
  const sides = root && sidesGround(a, b);
  if (!root || !sides) return undefined;
  return [
    priorGround(a, b),
    sides,
    ...personsGround(a, b),
    { about: 'root' as const, points: root.points, note: root.why || `both ${a.root}` },
    ...codeGround(a, b),
    ...placeGround(a, b),
    ...namesGround(a, b),
    ...figuresGround(a, b),
    wordingGround(a, b),
  ].filter(tells);
}

function priorGround(a: Telling, b: Telling): Ground {
  const codes = sharedCodes(a, b);
  const points = PRIOR.seldom + (PRIOR.busy - PRIOR.seldom) * busyness(codes);
  return {
    about: 'prior',
    points: Math.round(points * 100) / 100,
    note: `two reports about ${codes.join(', ') || 'somebody'}`,
  };
}

function tells(ground: Ground): boolean {
  return ground.points !== 0 || ground.about === 'root';
}

/** A plan is never its own carrying out; a denial tells of the act that it denies. */
function modalityGround(a: Telling, b: Telling): Ground | undefined {
  const [x, y] = [realityOf(a.modality), realityOf(b.modality)];
  if ((x === 'plan') !== (y === 'plan')) {
    // To promise is an act by itself: one report says "will", another "promised".
    if (a.root !== 'AGREE' || b.root !== 'AGREE' || x === 'denial' || y === 'denial') return undefined;
    return { about: 'modality', points: -1.8, note: `${a.modality} and ${b.modality}` };
  }
  if (x !== y) return { about: 'modality', points: -0.3, note: 'told by one, denied by the other' };
  if (x === 'plan' && a.modality !== b.modality)
    return { about: 'modality', points: -0.5, note: `${a.modality} and ${b.modality}` };
  return { about: 'modality', points: 0, note: `both ${x}` };
}

/** Praise and endorsement, in CAMEO. */
const PRAISE = '051';

/** The finer codes: those of coders differ more easily than roots, so they weigh little. */
function codeGround(a: Telling, b: Telling): Ground[] {
  const out: Ground[] = [];
  if (a.root !== b.root) return out;
  if (!a.cameo.endsWith('0') && !b.cameo.endsWith('0')) {
    const same = a.cameo.startsWith(b.cameo) || b.cameo.startsWith(a.cameo);
    // That both are praise tells nothing.
    out.push({
      about: 'code',
      points: same ? (a.cameo.startsWith(PRAISE) ? 0 : 0.5) : -0.4,
      note: `CAMEO ${a.cameo} and ${b.cameo}`,
    });
  }
  if (a.root === 'SUPPORT' && ratifies(a) !== ratifies(b))
    out.push({ about: 'code', points: -2.5, note: 'a ratification and what comes before it' });
  if (a.root === 'CONSULT' && ((calls(a) && meets(b)) || (calls(b) && meets(a))))
    out.push({ about: 'code', points: -4, note: 'a call and a meeting' });
  else if (a.modes.length > 0 && b.modes.length > 0) {
    const same = a.modes.some((mode) => b.modes.includes(mode));
    out.push({
      about: 'code',
      points: same ? 0.4 : -0.5,
      note: same ? `both ${a.modes.find((mode) => b.modes.includes(mode))}` : `${a.modes} and ${b.modes}`,
    });
  }
  return out;
}

/** Days after which words are news no more: who tells them undated then tells of words uttered again. */
const UTTERED_DAYS = 4;

function bothUttered(a: Telling, b: Telling): boolean {
  return UTTERED.has(a.root) && UTTERED.has(b.root);
}

/** Whether words are the same words again: they are the act itself, so that a day and two sides do not tell it. */
function utteredGround(a: Telling, b: Telling): Ground[] {
  if (!bothUttered(a, b)) return [];
  return [...repeatedGround(a, b), ...subjectGround(a, b)];
}

/** "Support for Moldova's sovereignty", "support for Ukraine's": the same words, about others. */
function subjectGround(a: Telling, b: Telling): Ground[] {
  const [x, y] = [
    a.states.filter((code) => !b.states.includes(code)),
    b.states.filter((code) => !a.states.includes(code)),
  ];
  if (x.length === 0 || y.length === 0) return [];
  return [{ about: 'sides', points: -1.2, note: `about ${x.join(', ')} or about ${y.join(', ')}` }];
}

function repeatedGround(a: Telling, b: Telling): Ground[] {
  const stated = [a, b].filter((t) => t.windows.some((w) => w.stated)).length;
  if (stated === 2) return [];
  // An office tells of each of its acts once.
  if (a.outlet !== undefined && a.outlet === b.outlet && a.reported === b.reported)
    return [{ about: 'date', points: -1.6, note: `two texts of ${a.outlet} of one day` }];
  if (stated === 0)
    return [{ about: 'date', points: -0.8, note: 'words without a day may be uttered twice' }];
  const days = Math.abs((a.reported ?? 0) - (b.reported ?? 0));
  if (days < UTTERED_DAYS) return [];
  return [{ about: 'date', points: -1.8, note: `words told again ${days} days apart, the day told by one` }];
}

/** Points of the same place: a town seldom in the news, a capital, and a whole land or territory. */
const PLACE = { rare: 1.3, least: 0.3, land: 0.3 };
/** Weights of a town's name from which it is hardly particular, and from which it is rare. */
const TOWN = { common: 4, rare: 6.5 };

function placeGround(a: Telling, b: Telling): Ground[] {
  if (!a.place || !b.place) return [];
  const [x, y] = [a.place.name.toLowerCase(), b.place.name.toLowerCase()];
  if (x === y) return [{ about: 'place', points: placePoints(x), note: `both in ${a.place.name}` }];
  if (x.includes(y) || y.includes(x)) {
    const points = Math.min(0.8, placePoints(x.length < y.length ? x : y));
    return [{ about: 'place', points, note: `${a.place.name}, ${b.place.name}` }];
  }
  // A town lies in its land: that two reports name one each is no difference.
  if (isLand(x) !== isLand(y)) return [];
  const apart = a.place.state && b.place.state && a.place.state !== b.place.state;
  return [{ about: 'place', points: apart ? -1.5 : -1, note: `${a.place.name} and ${b.place.name}` }];
}

function isLand(name: string): boolean {
  return name.split(/[^\p{L}]+/u).every((word) => word.length < 3 || namesState(word));
}

function placePoints(name: string): number {
  if (isLand(name)) return PLACE.land;
  const weight = Math.max(...name.split(/[^\p{L}]+/u).map(weightOf));
  const rare = Math.max(0, Math.min(1, (weight - TOWN.common) / (TOWN.rare - TOWN.common)));
  return Math.round((PLACE.least + (PLACE.rare - PLACE.least) * rare) * 100) / 100;
}

/** Signed, ratified, in force: each is an act of its own. */
function ratifies({ words }: Telling): boolean {
  return words.includes('ratify') || words.includes('ratification');
}

function calls(telling: Telling): boolean {
  return (
    telling.modes.includes('phone') || telling.words.includes('telephone') || telling.words.includes('phone')
  );
}

/** "Spoke with" may be either. */
function meets(telling: Telling): boolean {
  return telling.modes.includes('visit') || (telling.words.includes('meet') && !calls(telling));
}

/** Acts that are where they are: two towns in two sentences are two of them, whatever else they share. */
const PLACED = new Set<Root>(['ASSAULT', 'MOBILIZE', 'COERCE']);

function namesGround(a: Telling, b: Telling): Ground[] {
  if (a.names.length === 0 || b.names.length === 0) return [];
  const common = a.names.filter((name) => b.names.includes(name));
  if (common.length > 0 && a.place && b.place) return [];
  if (common.length > 0)
    return [
      { about: 'names', points: Math.min(0.8, 0.4 * common.length), note: common.slice(0, 4).join(', ') },
    ];
  if (!PLACED.has(a.root) || !PLACED.has(b.root)) return [];
  return [{ about: 'names', points: -1.8, note: `${a.names.slice(0, 2)} and ${b.names.slice(0, 2)}` }];
}

/** Sentences of so many words tell several acts: there the words in common may be those of another one. */
const LONG = 16;
/** Share of the clause of one telling that the other's long sentence must hold, for the words to be of this act. */
const OWN = 0.3;

function wordingGround(a: Telling, b: Telling): Ground {
  const { share, common } = likeness(a.words, b.words);
  const most = a.root !== b.root ? OTHER_ROOT : FORMULAS.has(a.root) ? FORMULAIC : WORDING.most;
  const plain = Math.max(WORDING.least, Math.min(most, (share - WORDING.neutral) * WORDING.slope));
  const points = Math.round(ownPoints(a, b, plain) * 100) / 100;
  const note = common.length > 0 ? `share ${common.slice(0, 6).join(', ')}` : 'share no word';
  return { about: 'wording', points, note };
}

/** What the words of two sentences count for, where they are those of the act and of no other in the sentences. */
function ownPoints(a: Telling, b: Telling, plain: number): number {
  // Of what is itself uttered, other words are another utterance.
  if (plain < 0) return bothUttered(a, b) ? 1.5 * plain : plain;
  if (Math.min(a.words.length, b.words.length) < LONG) return plain;
  return Math.min(coverage(a.clause, b.words), coverage(b.clause, a.words)) < OWN ? 0 : plain;
}
