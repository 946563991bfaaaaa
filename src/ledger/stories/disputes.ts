import { isoOf } from '../../base/index.js';
import type { Figure } from '../../code/index.js';
import { comparable, figuresApart } from './figures.js';
import { realityOf } from './roots.js';
import { weigh } from './score.js';
import { codesOf } from './sides.js';
import type { Dispute, DisputeSide, Story, Telling, Voice } from './types.js';
import { voiceOf } from './voices.js';

/** So many reports must tell one side after the last that told another, for the question to count as settled. */
const SETTLERS = 2;

/** Score that two tellings must have without the question on which they differ: else they rather tell of two acts. */
const SURE = 2;

/**
 * Where the reports of one story do not agree: on its day, a figure, who did it, whether it happened. Each side comes
 * with all who tell it, as far as they surely tell of the act that another side tells of. A difference within one report
 * alone is that report's own (`disagreements`).
 */
export function disputes(story: Story, tellings: readonly Telling[]): Dispute[] {
  const plans = tellings.every((t) => realityOf(t.modality) === 'plan');
  const found = [
    dates(tellings),
    ...figures(tellings),
    doers(tellings),
    ...(plans ? [] : [happened(tellings)]),
  ];
  return found.flatMap((all) => {
    const one = { ...all, sides: surely(all, tellings) };
    if (one.sides.length < 2) return [];
    const reports = new Set(one.sides.flatMap((side) => side.voices.map((v) => v.report)));
    if (reports.size < 2) return [];
    const settled = settledBy(one.sides);
    return [{ story: story.id, ...one, ...(settled ? { settled } : {}) }];
  });
}

type Found = Pick<Dispute, 'about' | 'of' | 'sides'>;

const GROUND = { date: 'date', figure: 'figures', actor: 'sides', modality: 'modality' } as const;

/** The sides with those voices that surely tell of the act of which a voice of another side tells. */
function surely({ about, sides }: Found, tellings: readonly Telling[]): DisputeSide[] {
  const byId = new Map(tellings.map((t) => [t.id, t]));
  const sure = (a: Voice, b: Voice): boolean => {
    const join = weigh(byId.get(a.telling)!, byId.get(b.telling)!);
    // What speaks for one act in spite of the question, as a toll that says it rose, still counts.
    const others =
      join?.grounds.filter((ground) => ground.about !== GROUND[about] || ground.points > 0) ?? [];
    return others.reduce((sum, ground) => sum + ground.points, 0) >= SURE;
  };
  const kept = sides.map((side) => ({
    ...side,
    voices: side.voices.filter((voice) =>
      sides.some((other) => other !== side && other.voices.some((one) => sure(voice, one))),
    ),
  }));
  return kept.filter((side) => side.voices.length > 0);
}

/** Days on which tellings put the act that each give one day alone; another window that fits gainsays nothing. */
function dates(tellings: readonly Telling[]): Found {
  const sides = new Map<number, Voice[]>();
  for (const telling of tellings) {
    const [window, ...others] = telling.windows;
    if (!window?.stated || window.from !== window.to || others.length > 0) continue;
    push(sides, window.from, voiceOf(telling, [...telling.evidence.slice(0, 1), ...window.evidence]));
  }
  const days = [...sides.keys()];
  // A call is on two days by the clocks of two capitals, and a visit lasts.
  if (tellings[0]!.root === 'CONSULT' && Math.max(...days) - Math.min(...days) <= 1)
    return { about: 'date', sides: [] };
  return {
    about: 'date',
    sides: [...sides].sort(([a], [b]) => a - b).map(([day, voices]) => ({ says: isoOf(day), voices })),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Told {
  readonly telling: Telling;
  readonly figure: Figure;
}

const PART = /^(?:others?|more)\b/;

/** One question for each kind of figure; a telling stands for the largest it gives: "26, including four children". */
function figures(tellings: readonly Telling[]): Found[] {
  const kinds = new Map<string, Told[]>();
  for (const telling of tellings) {
    const own = new Map<string, Figure>();
    for (const figure of telling.figures) {
      if (figure.kind === 'other' || figure.kind === 'money') continue;
      const most = own.get(figure.kind);
      // "Eleven people and 65 others": the others are counted beside the first, or are of another kind.
      if (!most || (figure.low > most.low && !PART.test(figure.unit))) own.set(figure.kind, figure);
    }
    for (const [kind, figure] of own) push(kinds, kind, { telling, figure });
  }
  return [...kinds].map(([kind, told]) => ({ about: 'figure', of: kind, sides: figureSides(told) }));
}

/** Figures whose bounds meet are one side: "at least 12" and "14". */
function figureSides(told: readonly Told[]): DisputeSide[] {
  const sides: Told[][] = [];
  for (const one of [...told].sort(
    (a, b) => a.figure.low - b.figure.low || (a.figure.high ?? 0) - (b.figure.high ?? 0),
  )) {
    const side = sides.find((s) =>
      s.every((other) => comparable(other.figure, one.figure) && !figuresApart(other.figure, one.figure)),
    );
    if (side) side.push(one);
    else sides.push([one]);
  }
  return sides.map((side) => ({
    says: [
      ...new Set(side.map(({ figure }) => `${bound(figure)}${figure.value} ${figure.unit}`.trim())),
    ].join(', '),
    voices: side.map(({ telling, figure }) => voiceOf(telling, [figure.span])),
  }));
}

function bound({ value, low, high }: Figure): string {
  if (high === null) return 'at least ';
  return high > value || low < value ? 'about ' : '';
}

/** Two sides that name different doers; a report that names none takes no side. */
function doers(tellings: readonly Telling[]): Found {
  const sides = new Map<string, Voice[]>();
  for (const telling of tellings) {
    if (telling.reciprocal) return { about: 'actor', sides: [] };
    const codes = [...codesOf(telling.actors)].sort();
    if (codes.length > 0) push(sides, codes.join('+'), voiceOf(telling));
  }
  const names = [...sides.keys()];
  // "France" and "France and Germany" do not gainsay each other.
  const apart = names.filter((name) =>
    names.some((other) => !name.split('+').some((code) => other.split('+').includes(code))),
  );
  return { about: 'actor', sides: apart.sort().map((name) => ({ says: name, voices: sides.get(name)! })) };
}

/** Without such a word in the sentence, an act is rather opposed or forbidden than denied. */
const DENIES =
  /^(?:not|no|never|none|nobody|nor|neither|den(?:y|ial)|refute|false|untrue|fabricat.*|baseless)$|n['’]t$/;

/** One side has it that the act happened, the other denies it in so many words. */
function happened(tellings: readonly Telling[]): Found {
  const sides = new Map<string, Voice[]>();
  for (const telling of tellings)
    if (realityOf(telling.modality) !== 'denial') push(sides, 'happened', voiceOf(telling));
    else if (telling.words.some((word) => DENIES.test(word))) push(sides, 'denied', voiceOf(telling));
  return { about: 'modality', sides: [...sides].sort().map(([says, voices]) => ({ says, voices })) };
}

/** The side that later reports alone tell, after the last report of every other. */
function settledBy(sides: readonly DisputeSide[]): Dispute['settled'] {
  const last = (side: DisputeSide): number =>
    Math.max(...side.voices.map((v) => v.reported ?? Number.NEGATIVE_INFINITY));
  const ordered = [...sides].sort((a, b) => last(b) - last(a));
  const since = last(ordered[1]!);
  const later = ordered[0]!.voices.filter((v) => v.reported !== null && v.reported > since);
  if (new Set(later.map((v) => v.report)).size < SETTLERS) return undefined;
  return {
    says: ordered[0]!.says,
    since: Math.min(...later.map((v) => v.reported!)),
    tellings: later.map((v) => v.telling),
  };
}
