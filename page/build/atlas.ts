import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

const NAME = 'virtual:atlas';
const require = createRequire(import.meta.url);

/** States that the atlas leaves without a number. The others of these belong to no state of ours. */
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: 'XKX' };

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function load(file: string): Atlas {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), 'utf8')) as Atlas;
  for (const shape of atlas.objects.countries.geometries) {
    const code =
      countries.numericToAlpha3(String(shape.id ?? '')) ??
      UNNUMBERED[(shape.properties as { name: string }).name];
    if (code) shape.id = code;
    else delete shape.id;
  }
  return atlas;
}

/**
 * The module `virtual:atlas`: the coarse map of world-atlas with actor codes for its numbers, and a point for each
 * state that is too small for it, taken from the finer map.
 */
export function atlas(): Plugin {
  return {
    name: 'atlas',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return;
      const coarse = load('countries-110m.json');
      const fine = load('countries-50m.json');
      const shown = new Set(coarse.objects.countries.geometries.map((shape) => shape.id));
      const features = feature(fine, fine.objects.countries) as FeatureCollection;
      const small = features.features
        .filter((state) => state.id && !shown.has(state.id))
        .sort((a, b) => geoArea(b) - geoArea(a))
        .map((state) => [state.id, ...geoCentroid(state).map((degrees) => Math.round(degrees * 10) / 10)]);
      const text = JSON.stringify(JSON.stringify({ topology: coarse, small }));
      return `export default JSON.parse(${text});`;
    },
  };
}
