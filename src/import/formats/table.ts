import { RapportError } from '../../base/index.js';
import { isRoot } from '../../code/index.js';
import { codeOfBody, codeOfCountry, sideOfString } from '../actors.js';
import { actOfCameo, actOfPlover } from '../codes.js';
import { dayOf, numberOf, placeOf } from '../days.js';
import type { Losses } from '../losses.js';
import type { Act, Side } from '../types.js';
import { columnOf, type Layout, textOf, UNTOLD } from './layout.js';

/** Our fields, and under which names of columns a table is recognised without `--map`. */
const TABLE_FIELDS = {
  date: ['date'],
  source: ['source'],
  target: ['target'],
  code: ['code', 'cameo', 'event_code', 'root'],
  id: ['id', 'event_id'],
  source_name: ['source_name'],
  target_name: ['target_name'],
  goldstein: ['goldstein'],
  mode: ['mode'],
  context: ['context'],
  reported: ['reported', 'published'],
  place: ['place'],
  place_state: ['place_state'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon'],
  url: ['url'],
  outlet: ['outlet'],
} as const;

export type TableField = keyof typeof TABLE_FIELDS;
const NEEDED: readonly TableField[] = ['date', 'source', 'target', 'code'];

/** Where the fields stand by the names of a header alone; undefined where one that is needed is not named. */
export function tableColumns(header: readonly string[]): Record<string, number> | undefined {
  const places = Object.fromEntries(
    Object.entries(TABLE_FIELDS).map(([field, names]) => [field, columnOf(header, ...names)]),
  );
  return NEEDED.every((field) => places[field]! >= 0) ? places : undefined;
}

/**
 * Where the fields stand by what the user says of them: names of columns, or their numbers from 1.
 * @throws RapportError `IMPORT_MAP`
 */
export function mappedColumns(
  name: string,
  header: readonly string[],
  map: Readonly<Record<string, string>>,
): { places: Record<string, number>; named: boolean } {
  const places: Record<string, number> = {};
  let named = false;
  for (const [field, column] of Object.entries(map)) {
    if (!(field in TABLE_FIELDS))
      throw new RapportError(
        'IMPORT_MAP',
        name,
        `no field ${field}; there are ${Object.keys(TABLE_FIELDS).join(', ')}`,
      );
    const exact = header.indexOf(column);
    const at = exact >= 0 ? exact : /^\d+$/.test(column) ? Number(column) - 1 : columnOf(header, column);
    if (at < 0 || at >= header.length)
      throw new RapportError(
        'IMPORT_MAP',
        name,
        `no column ${column}; there are ${header.join(', ').slice(0, 300)}`,
      );
    if (!/^\d+$/.test(column) || exact >= 0) named = true;
    places[field] = at;
  }
  const missing = NEEDED.filter((field) => !(field in places));
  if (missing.length > 0) throw new RapportError('IMPORT_MAP', name, `no column for ${missing.join(', ')}`);
  return { places, named };
}

/** Any table: a day, two sides by codes or names, and an act by a CAMEO code or a PLOVER root. */
export function table(
  places: Readonly<Record<string, number>>,
  header: boolean,
  width: number,
  delimiter: string,
  coder: string,
): Layout {
  return {
    ...{ format: 'table', coder, delimiter, quoted: true, header, widths: [width], codeAt: places.code! },
    event: (cells, line, losses) => {
      const cell = (field: TableField): string => cells[places[field] ?? -1]?.trim() ?? '';
      const start = dayOf(cell('date'));
      const reported = textOf(cell('reported'));
      return {
        line,
        sourceId: textOf(cell('id')),
        start,
        end: start,
        reported: reported ? dayOf(reported) : null,
        actors: sideOf(cell('source'), cell('source_name'), losses),
        recipients: sideOf(cell('target'), cell('target_name'), losses),
        act: actOf(
          cell('code'),
          cell('mode'),
          cell('context'),
          numberOf(cell('goldstein'), 'goldstein'),
          losses,
        ),
        where: placeOf(
          textOf(cell('place')),
          codeOfCountry(cell('place_state'), losses),
          cell('latitude'),
          cell('longitude'),
        ),
        url: textOf(cell('url')),
        outlet: textOf(cell('outlet')),
        confidence: null,
        told: UNTOLD,
      };
    },
  };
}

function actOf(code: string, mode: string, context: string, scale: number | null, losses: Losses): Act {
  if (!isRoot(code.toUpperCase()) && !/^[A-Za-z]/.test(code)) return actOfCameo(code, scale, losses);
  const act = actOfPlover(code, mode.split('|'), context.split('|').filter(Boolean), null, losses);
  return { ...act, goldstein: scale ?? act.goldstein };
}

/** A side by codes of three letters each, or by the name of a country or an organization. */
function sideOf(text: string, name: string, losses: Losses): Side[] {
  if (textOf(text) === null) return textOf(name) === null ? [] : [{ code: null, sectors: [], name }];
  if (/^[A-Z]{3}(?:[A-Za-z]{3})*$/.test(text)) return [sideOfString(text, name, losses)];
  const body = codeOfBody(text);
  return [{ code: body ?? codeOfCountry(text, losses), sectors: [], name: name || text }];
}
