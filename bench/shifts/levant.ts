import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { cameoInfo, type DayCount, quadOf, type Relation, relationOf } from '../../src/index.js';

const FOLDER = new URL('../../../shared/data/history/', import.meta.url).pathname;
const FILE = `${FOLDER}keds-levant.cameo.csv.gz`;

/** Breaks that the history's README names: the dyad, the month, and where it went. */
export const KNOWN = [
  { pair: ['ISR', 'LBN'], month: '1982-06', towards: 'conflict' },
  { pair: ['ISR', 'LBN'], month: '2006-07', towards: 'conflict' },
  { pair: ['ISR', 'PSE'], month: '2000-10', towards: 'conflict' },
  { pair: ['ISR', 'JOR'], month: '1994-07', towards: 'cooperation' },
] as const;

/** States that the history codes by more than one name. */
const SAME: Readonly<Record<string, string>> = { PAL: 'PSE', LEB: 'LBN' };

/** The history of the Levant as counts, or nothing where the file is absent. */
function levantCounts(): DayCount[] | undefined {
  if (!existsSync(FILE)) return undefined;
  const rows: { date: string; source: string; target: string; code: string }[] = parse(
    gunzipSync(readFileSync(FILE)),
    { columns: true },
  );
  return rows.flatMap(({ date, source, target, code }) => {
    const [from, to] = [stateOf(source), stateOf(target)];
    const info = infoOf(code);
    if (from === to || !info?.root) return [];
    const at = quadOf(info.root) - 1;
    const only = (value: number) =>
      [0, 1, 2, 3].map((k) => (k === at ? value : 0)) as unknown as DayCount['quads'];
    return [{ day: date, source: from, target: to, quads: only(1), goldstein: only(info.goldstein) }];
  });
}

/** The relations of the dyads whose breaks are known. */
export function levant(): Relation[] {
  const counts = levantCounts();
  if (!counts) return [];
  const perDay = new Map<string, number>();
  for (const { day } of counts) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const volume = [...perDay].map(([day, count]) => ({ day, count }));
  const pairs = new Map(KNOWN.map(({ pair }) => [pair.join('-'), pair]));
  return [...pairs.values()].map((pair) => relationOf({ pair, counts, volume }));
}

/** One code in a hundred has no value of its own and is read as the code it belongs to. */
function infoOf(code: string): ReturnType<typeof cameoInfo> {
  for (let length = code.length; length >= 2; length--) {
    const info = cameoInfo(code.slice(0, length));
    if (info) return info;
  }
  return undefined;
}

function stateOf(code: string): string {
  const state = code.slice(0, 3);
  return SAME[state] ?? state;
}
