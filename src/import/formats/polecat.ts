import { codeOfBody, codeOfCountry, sectorsOf } from '../actors.js';
import { actOfPlover } from '../codes.js';
import { dayOf, numberOf, placeOf } from '../days.js';
import type { Losses } from '../losses.js';
import type { Side } from '../types.js';
import { columnOf, type Layout, textOf, UNTOLD } from './layout.js';

/** POLECAT, the tables that NGEC makes: PLOVER roots, modes and contexts; countries by their codes. */
export function polecat(header: readonly string[], delimiter: string): Layout {
  const at = (name: string): number => columnOf(header, name);
  const cellOf = (cells: readonly string[], name: number): string | null =>
    name < 0 ? null : textOf(cells[name]);
  const names = {
    id: at('Event ID'),
    day: at('Event Date'),
    root: at('Event Type'),
    mode: at('Event Mode'),
    score: at('Intensity'),
    contexts: at('Contexts'),
    country: at('Country'),
    latitude: at('Latitude'),
    longitude: at('Longitude'),
    outlet: at('Source'),
    published: at('Publication Date'),
  };
  const places = ['Placename', 'City', 'District', 'Province'].map(at);
  const sides = ['Actor', 'Recipient'].map((side) => [
    at(`${side} Name`),
    at(`${side} Country`),
    at(`Primary ${side} Sector`),
    at(`${side} Sectors`),
  ]) as [number[], number[]];
  return {
    ...{ format: 'polecat', coder: 'POLECAT', delimiter, quoted: delimiter !== '\t', header: true },
    widths: [header.length],
    event: (cells, line, losses) => {
      const start = dayOf(cellOf(cells, names.day) ?? '');
      const published = cellOf(cells, names.published);
      return {
        line,
        sourceId: cellOf(cells, names.id),
        start,
        end: start,
        reported: published ? dayOf(published) : null,
        actors: sideOf(cells, sides[0], losses),
        recipients: sideOf(cells, sides[1], losses),
        act: actOfPlover(
          cellOf(cells, names.root) ?? '',
          listOf(cellOf(cells, names.mode)),
          listOf(cellOf(cells, names.contexts)),
          numberOf(cells[names.score], 'Intensity'),
          losses,
        ),
        where: placeOf(
          places.map((name) => cellOf(cells, name)).find((one) => one !== null) ?? null,
          codeOfCountry(cellOf(cells, names.country) ?? '', losses),
          cells[names.latitude],
          cells[names.longitude],
        ),
        url: null,
        outlet: cellOf(cells, names.outlet),
        confidence: null,
        told: UNTOLD,
      };
    },
  };
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[;,|]/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}

/** Several actors of one side stand in one cell, cut by semicolons, each with its country and sectors. */
function sideOf(
  cells: readonly string[],
  [name, country, primary, sectors]: number[],
  losses: Losses,
): Side[] {
  const parts = (at: number | undefined): string[] =>
    (textOf(cells[at ?? -1]) ?? '').split(';').map((one) => one.trim());
  const [names, countries] = [parts(name), parts(country)];
  const own = [...parts(primary), ...parts(sectors)]
    .flatMap((one) => one.split(','))
    .filter((one) => one !== '');
  if (names.every((one) => one === '') && countries.every((one) => one === '')) return [];
  const several = countries.length > 1 && countries.length === names.length;
  const pairs = several ? countries.map((one, i) => [one, names[i]!]) : [[countries[0]!, names.join('; ')]];
  return pairs.map(([of, called]) => {
    const code = of ? codeOfCountry(of, losses) : codeOfBody(called!);
    if (!of && !code) losses.note('actor', called!, 'of no country, and no organization that we know');
    return { code, sectors: several ? [] : sectorsOf('polecat', own, losses), name: called || of || null };
  });
}
