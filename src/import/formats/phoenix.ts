import { codeOfCountry, sideOfString } from '../actors.js';
import { actOfCameo } from '../codes.js';
import { dayOf, numberOf, placeOf } from '../days.js';
import { columnOf, type Layout, textOf, UNTOLD } from './layout.js';

/** Columns of the daily files, which have no header. */
export const PHOENIX_COLUMNS =
  'EventID Date Year Month Day Source SrcActor SrcAgent SOthAgent Target TgtActor TgtAgent TOthAgent CAMEO RootCode QuadClass Goldstein Issues Lat Lon LocationName StateName CountryCode SentenceID URLs NewsSources'.split(
    ' ',
  );

/** Phoenix events: the daily files (26 columns, no header), the historical ones, and copies that spreadsheets made. */
export function phoenix(columns: readonly string[], header: boolean, delimiter: string): Layout {
  const at = (...names: string[]): number => columnOf(columns, ...names);
  const places = {
    id: at('EventID', 'GID', 'eid'),
    day: at('Date', 'story_date'),
    source: at('Source'),
    target: at('Target'),
    code: at('CAMEO', 'code', 'EventCode'),
    root: at('RootCode', 'root_code', 'EventRootCode'),
    scale: at('Goldstein', 'GoldsteinScore'),
    lat: at('Lat', 'latitude'),
    lon: at('Lon', 'longitude'),
    place: at('Geoname', 'LocationName', 'placename'),
    country: at('CountryCode', 'countryname'),
    url: at('URL', 'URLs'),
    outlet: at('sourcetxt', 'NewsSources'),
  };
  return {
    ...{ format: 'phoenix', coder: 'Phoenix', delimiter, quoted: delimiter === ',', header },
    widths: [columns.length],
    codeAt: places.code,
    ...(places.root >= 0 ? { rootAt: places.root } : {}),
    event: (cells, line, losses) => {
      const cell = (place: number): string => (place < 0 ? '' : (cells[place] ?? ''));
      const start = dayOf(cell(places.day));
      const side = (whole: string) => (textOf(whole) ? [sideOfString(whole.trim(), '', losses)] : []);
      return {
        line,
        sourceId: textOf(cell(places.id)),
        start,
        end: start,
        actors: side(cell(places.source)),
        recipients: side(cell(places.target)),
        reported: null,
        act: actOfCameo(cell(places.code), numberOf(cell(places.scale), 'Goldstein'), losses),
        where: placeOf(
          textOf(cell(places.place)),
          codeOfCountry(cell(places.country).trim(), losses),
          cell(places.lat),
          cell(places.lon),
        ),
        url: textOf(cell(places.url)),
        outlet: textOf(cell(places.outlet)),
        confidence: null,
        told: UNTOLD,
      };
    },
  };
}
