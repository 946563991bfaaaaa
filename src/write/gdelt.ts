import { cameoFor } from '../code/index.js';
import type { StoredParty, ToldEvent } from '../ledger/index.js';
import { fipsOfState, stateOfCode } from '../world/index.js';

/** Types of an actor that a row has room for. */
const TYPES = 3;

/**
 * Rows in the 61 columns of GDELT 2.0, without a header; one for each ordered pair of source and target. The event's id
 * stands first, as text, and is the same in all rows of one event. An act that nothing dates has the day of its report.
 */
export function gdeltRows(event: ToldEvent): string {
  const day = event.date_start ?? event.date_end ?? event.reported;
  if (day === null) return '';
  return pairs(event)
    .map(([source, target]) => `${rowOf(event, day, source, target).map(clean).join('\t')}\n`)
    .join('');
}

type Cell = string | number | null | undefined;

const clean = (cell: Cell): string => String(cell ?? '').replace(/[\t\r\n]+/g, ' ');

function pairs(event: ToldEvent): [StoredParty | undefined, StoredParty | undefined][] {
  const { actors, recipients } = event;
  if (event.reciprocal && recipients.length === 0)
    return actors.flatMap((a, i) =>
      actors.flatMap((b, k): [StoredParty, StoredParty][] => (i === k ? [] : [[a, b]])),
    );
  const [from, to] = [actors, recipients].map((side) => (side.length > 0 ? side : [undefined]));
  return from!.flatMap((a) =>
    to!.flatMap((b): [StoredParty | undefined, StoredParty | undefined][] =>
      event.reciprocal
        ? [
            [a, b],
            [b, a],
          ]
        : [[a, b]],
    ),
  );
}

function rowOf(event: ToldEvent, day: string, source?: StoredParty, target?: StoredParty): Cell[] {
  const [year, month, date] = day.split('-') as [string, string, string];
  const code = event.cameo ?? (event.root ? cameoFor(event.root, event.modes[0], event.contexts[0]) : '');
  return [
    event.id,
    ...[year + month + date, year + month, year],
    (Number(year) + ((Number(month) - 1) * 30 + Number(date)) / 365).toFixed(4),
    ...actor(source),
    ...actor(target),
    event.background ? 0 : 1,
    ...[code, code.slice(0, 3), code.slice(0, 2)],
    ...[event.quad, event.goldstein],
    ...[event.mentions ?? 1, event.sources ?? 1, event.articles ?? 1],
    '',
    ...Array<Cell>(16).fill(''),
    ...[event.place ? (event.latitude === null ? '' : 4) : 0, event.place],
    event.place_state ? fipsOfState(event.place_state) : '',
    ...['', '', event.latitude, event.longitude, ''],
    `${(event.reported ?? day).replaceAll('-', '')}000000`,
    event.url,
  ];
}

function actor(party?: StoredParty): Cell[] {
  if (!party) return Array<Cell>(10).fill('');
  const { code, sectors, name } = party;
  const isState = code !== null && stateOfCode(code) !== undefined;
  const types = [...(code && !isState && code.length === 3 && !isGroup(code) ? [code] : []), ...sectors];
  return [
    `${code ?? ''}${sectors.join('')}`,
    name?.toUpperCase() ?? party.text?.toUpperCase(),
    isState ? code : '',
    code !== null && isGroup(code) ? GROUPS[code] : '',
    ...['', '', ''],
    ...[...types, '', '', ''].slice(0, TYPES),
  ];
}

/** PLOVER's codes that CAMEO has as known groups, and theirs. */
const GROUPS: Readonly<Record<string, string>> = { UNO: 'UNO', EUR: 'EEC' };
const isGroup = (code: string): boolean => code in GROUPS;
