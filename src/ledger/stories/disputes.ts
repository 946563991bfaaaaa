import { isoOf } from '../../base/index.js';
import type { Figure } from '../../code/index.js';
import { comparable, figuresApart } from './figures.js';
import { realityOf } from './roots.js';
import { codesOf } from './sides.js';
import type { Dispute, DisputeSide, Story, Telling, Voice } from './types.js';
import { voiceOf } from './voices.js';

/** So many reports must tell one side after the last that told another, for the question to count as settled. */
const SETTLERS = 2;

/**
 * Where the reports of one story do not agree: on its day, a figure, who did it, whether it happened. Each side comes
 * with all who tell it. A difference within one report alone is that report's own (`disagreements`).
 */
export function disputes(story: Story, tellings: readonly Telling[]): Dispute[] {
  const plans = tellings.every((t) => realityOf(t.modality) === 'plan');
  const found = [
    dates(tellings),
    ...figures(tellings),
    doers(tellings),
    ...(plans ? [] : [happened(tellings)]),
  ];
  return found.flatMap((one) => {
    if (!one || one.sides.length < 2) return [];
    const reports = new Set(one.sides.flatMap((side) => side.voices.map((v) => v.report)));
    if (reports.size < 2) return [];
    const settled = settledBy(one.sides);
    return [{ story: story.id, ...one, ...(settled ? { settled } : {}) }];
  });
}

type Found = Pick<Dispute, 'about' | 'of' | 'sides'>;

function dates(tellings: readonly Telling[]): Found {
  const sides = new Map<number, Voice[]>();
  for (const telling of tellings)
    for (const { from, to, stated, evidence } of telling.windows)
      if (stated && from === to)
        push(sides, from, voiceOf(telling, [...telling.evidence.slice(0, 1), ...evidence]));
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

/** One question for each kind of figure; a telling stands for the largest it gives: "26, including four children". */
function figures(tellings: readonly Telling[]): Found[] {
  const kinds = new Map<string, Told[]>();
  for (const telling of tellings) {
    const own = new Map<string, Figure>();
    for (const figure of telling.figures) {
      if (figure.kind === 'other' || figure.kind === 'money') continue;
      const most = own.get(figure.kind);
      if (!most || figure.low > most.low) own.set(figure.kind, figure);
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

function happened(tellings: readonly Telling[]): Found {
  const sides = new Map<string, Voice[]>();
  for (const telling of tellings)
    push(sides, realityOf(telling.modality) === 'denial' ? 'denied' : 'happened', voiceOf(telling));
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
