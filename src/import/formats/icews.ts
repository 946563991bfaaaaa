import { codeOfBody, codeOfCountry, sectorsOf } from '../actors.js';
import { actOfCameo } from '../codes.js';
import { dayOf, numberOf, placeOf } from '../days.js';
import type { Losses } from '../losses.js';
import type { Side } from '../types.js';
import { columnOf, type Layout, textOf, UNTOLD } from './layout.js';

/**
 * ICEWS coded event data: countries as names, its Intensity is Goldstein's scale. One story can give one event twice,
 * with the same id: both rows are kept.
 */
export function icews(header: readonly string[]): Layout {
  const at = (name: string): number => columnOf(header, name);
  const [source, target] = ['Source', 'Target'].map((side) =>
    ['Name', 'Sectors', 'Country'].map((field) => at(`${side} ${field}`)),
  ) as [number[], number[]];
  const [id, day, code, scale, publisher] = [
    'Event ID',
    'Event Date',
    'CAMEO Code',
    'Intensity',
    'Publisher',
  ].map(at) as [number, number, number, number, number];
  const [city, district, province, country, latitude, longitude] = [
    'City',
    'District',
    'Province',
    'Country',
    'Latitude',
    'Longitude',
  ].map(at) as [number, number, number, number, number, number];
  return {
    ...{ format: 'icews', coder: 'ICEWS', delimiter: '\t', quoted: false, header: true },
    widths: [header.length],
    codeAt: code,
    event: (cells, line, losses) => {
      const start = dayOf(cells[day]!);
      return {
        line,
        sourceId: textOf(cells[id]),
        start,
        end: start,
        actors: sideOf(cells, source, losses),
        recipients: sideOf(cells, target, losses),
        reported: null,
        act: actOfCameo(cells[code]!, numberOf(cells[scale], 'Intensity'), losses),
        where: placeOf(
          textOf(cells[city]) ?? textOf(cells[district]) ?? textOf(cells[province]) ?? textOf(cells[country]),
          codeOfCountry(cells[country]!.trim(), losses),
          cells[latitude],
          cells[longitude],
        ),
        url: null,
        outlet: textOf(cells[publisher]),
        confidence: null,
        told: UNTOLD,
      };
    },
  };
}

function sideOf(cells: readonly string[], places: readonly number[], losses: Losses): Side[] {
  const [name, sectors, country] = places.map((at) => textOf(cells[at])) as [
    string | null,
    string | null,
    string | null,
  ];
  if (!name && !country) return [];
  const code = country ? codeOfCountry(country, losses) : codeOfBody(name!);
  if (!country && !code) losses.note('actor', name!, 'of no country, and no organization that we know');
  return [{ code, sectors: sectorsOf('icews', sectors?.split(',') ?? [], losses), name: name ?? country }];
}
