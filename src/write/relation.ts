import picocolors from 'picocolors';
import { signed } from '../answer/index.js';
import type { Estimate, Evidenced, Point, Regime, Relation, Shift } from '../relate/index.js';
import { Page, shortened } from './page.js';
import type { TextOptions } from './text.js';

const BARS = '▁▂▃▄▅▆▇█';
const LABEL = 10;
/** Characters of a sentence shown behind a shift before it is cut. */
const SHOWN = 140;

/** A relation with names for its codes and the acts behind each shift. */
export interface RelationView {
  readonly relation: Relation;
  readonly names: readonly [string, string];
  readonly behind: ReadonlyMap<Shift, readonly Evidenced[]>;
}

/** A relation for the terminal: the series, words and deeds apart, and its shifts with what is behind them. */
export function relationText(view: RelationView, options: TextOptions): string {
  const { relation, names } = view;
  const c = picocolors.createColors(options.colour);
  const page = new Page(options.width);
  page.put(
    `${c.bold(names.join(' and '))} (${relation.pair.join(', ')}) · ${relation.since} to ${relation.until}`,
  );
  page.put(c.dim(wholeText(relation)));
  page.lay('', ...drawing(relation, options.width, c), '');
  if (relation.unknown) page.put(`No shift can be told: ${relation.unknown}.`);
  else page.put(c.bold(headline(relation)));
  for (const shift of relation.shifts) {
    const colour = COLOURS[shift.towards];
    page.put(`${c[colour]('▲')} ${shiftText(shift)}`, '  ');
    page.put(c.dim(regimeChange(shift)), '    ');
    for (const told of view.behind.get(shift) ?? []) page.put(c.dim(`· ${toldText(told)}`), '    ');
  }
  return page.text();
}

const COLOURS = { cooperation: 'green', conflict: 'red', more: 'yellow', less: 'yellow' } as const;

function wholeText({ whole, volumeKnown, cluster }: Relation): string {
  const volume = volumeKnown
    ? 'corrected for how much is reported at all'
    : 'too little else is reported to correct for how much is reported at all';
  const together = cluster >= 1.5 ? `; about ${cluster.toFixed(1)} come together` : '';
  return `${whole.acts} acts, index ${estimate(whole.index)} of -10 to 10; ${volume}${together}`;
}

function headline({ shifts, level }: Relation): string {
  const n = shifts.length;
  const count = n === 0 ? 'No shift' : n === 1 ? 'One shift' : `${n} shifts`;
  return `${count} (told up to a false-alarm rate of ${percent(level)} for the whole time)`;
}

/** "2006-07-12 (2006-06-18 to 2006-07-12), towards conflict: 43 times as many acts, index -4.2 → -6.0". */
export function shiftText(shift: Shift): string {
  const when = shift.earliest === shift.latest ? '' : ` (${shift.earliest} to ${shift.latest})`;
  const index = `index ${signed(shift.before.index.value)} → ${signed(shift.after.index.value)}`;
  return `${shift.day}${when}, towards ${shift.towards}: ${timesText(shift.times)}, ${index}; false-alarm rate ${percent(shift.falseAlarm)}`;
}

function timesText(times: number | null): string {
  if (times === null) return 'first acts reported';
  if (times === 0) return 'no acts any more';
  if (times >= 1.15) return `${number(times)} times as many acts`;
  return times > 0.87 ? 'about as many acts' : `one in ${number(1 / times)} of the acts`;
}

function regimeChange({ before, after }: Shift): string {
  const of = (regime: Regime): string =>
    `${number(regime.rate.value)} acts in 30 days (words ${regime.words.cooperation}+ ${regime.words.conflict}−, deeds ${regime.deeds.cooperation}+ ${regime.deeds.conflict}− from ${regime.start})`;
  return `${of(before)} → ${of(after)}`;
}

/** One act with its day, its words and who reports it. */
export function toldText({ event, report }: Evidenced): string {
  const day = event.date_start ?? event.date_end ?? `by ${event.reported}`;
  const words = event.evidence[0]?.text;
  const where = report
    ? `${report.outlet ?? report.title ?? report.origin}, ${report.day ?? 'undated'}${event.evidence[0] ? ` [${event.evidence[0].start}–${event.evidence[0].end}]` : ''}`
    : `${event.coder}, row ${event.line}`;
  const codes = (parties: typeof event.actors): string => [...new Set(parties.map((p) => p.code))].join('+');
  const sides = [codes(event.actors), codes(event.recipients)]
    .filter(Boolean)
    .join(event.reciprocal ? ' ↔ ' : ' → ');
  return `${day} ${sides} ${event.root}${words ? ` “${shortened(words, SHOWN)}”` : ''} (${where})`;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/** Rows of bars: words and deeds, each apart for cooperation and conflict; the index; where the shifts are. */
function drawing(relation: Relation, width: number, c: Colours): string[] {
  const columns = Math.max(10, width - LABEL - 8);
  const groups = grouped(relation.points, columns);
  const sum = (of: (p: Point) => number) => groups.map((g) => g.reduce((s, p) => s + of(p), 0));
  const words = [sum((p) => p.words.cooperation), sum((p) => p.words.conflict)] as const;
  const deeds = [sum((p) => p.deeds.cooperation), sum((p) => p.deeds.conflict)] as const;
  const most = (rows: readonly (readonly number[])[]): number => Math.max(1, ...rows.flat());
  const row = (label: string, values: readonly number[], top: number, colour: 'green' | 'red'): string =>
    `${label.padEnd(LABEL)}${c[colour](values.map((v) => bar(v / top)).join(''))} ${Math.max(...values)}`;
  return [
    `${''.padEnd(LABEL)}${c.dim(axis(groups))}`,
    row('words +', words[0], most(words), 'green'),
    row('words −', words[1], most(words), 'red'),
    row('deeds +', deeds[0], most(deeds), 'green'),
    row('deeds −', deeds[1], most(deeds), 'red'),
    `${'index'.padEnd(LABEL)}${indexRow(groups, c)} -10 to 10`,
    `${'shifts'.padEnd(LABEL)}${marks(groups, relation.shifts, c)}`,
  ];
}

/** As many groups of neighbouring points as there are columns, each of the same number of points. */
function grouped(points: readonly Point[], columns: number): Point[][] {
  const size = Math.max(1, Math.ceil(points.length / columns));
  const groups: Point[][] = [];
  for (let i = 0; i < points.length; i += size) groups.push(points.slice(i, i + size));
  return groups;
}

function bar(share: number): string {
  return share <= 0 ? ' ' : BARS[Math.min(7, Math.floor(share * 7.999))]!;
}

function indexRow(groups: readonly Point[][], c: Colours): string {
  return groups
    .map((group) => {
      const acts = group.reduce((s, p) => s + p.acts, 0);
      if (acts === 0) return c.dim('·');
      const value = group.reduce((s, p) => s + p.index.value * p.acts, 0) / acts;
      return c[value >= 0 ? 'green' : 'red'](BARS[Math.min(7, Math.floor(((value + 10) / 20) * 7.999))]!);
    })
    .join('');
}

function marks(groups: readonly Point[][], shifts: readonly Shift[], c: Colours): string {
  return groups
    .map((group) => {
      const shift = shifts.find((s) => group[0]!.start <= s.day && s.day <= group.at(-1)!.end);
      return shift ? c[COLOURS[shift.towards]]('▲') : ' ';
    })
    .join('');
}

/** The years, or the months where there is room, each written where it begins. */
function axis(groups: readonly Point[][]): string {
  let text = '';
  let last = '';
  groups.forEach((group, i) => {
    const year = group[0]!.start.slice(0, 4);
    if (year !== last && text.length <= i && groups.length - i >= 4) text = `${text.padEnd(i)}${year} `;
    last = year;
  });
  return text.trimEnd();
}

function estimate({ value, low, high }: Estimate): string {
  return `${signed(value)} (${signed(low)} to ${signed(high)})`;
}

function number(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toPrecision(2).replace(/\.0$/, '');
}

function percent(share: number): string {
  if (share < 0.0001) return 'below 0.01 %';
  return `${Number((share * 100).toPrecision(2))} %`;
}
