import { sovereignOf } from './states.js';
import { rowsOf } from './tables.js';

let states: ReadonlySet<string> | undefined;
let toFips: ReadonlyMap<string, string> | undefined;
let byFips: ReadonlyMap<string, string> | undefined;
let byCameo: ReadonlyMap<string, string> | undefined;

/** The code under which a state's acts count, by its ISO 3166 alpha-3 code; undefined when there is no such state. */
export function stateOfCode(code: string): string | undefined {
  states ??= new Set(rowsOf('states').map((row) => row.code!));
  return states.has(code) ? sovereignOf(code) : undefined;
}

/** The state of a FIPS 10-4 code, as GDELT writes places. */
export function stateOfFips(fips: string): string | undefined {
  byFips ??= new Map(rowsOf('states').flatMap((row) => (row.fips ? [[row.fips, row.code!]] : [])));
  return byFips.get(fips);
}

/** The FIPS 10-4 code of a state. */
export function fipsOfState(code: string): string | undefined {
  toFips ??= new Map(rowsOf('states').flatMap((row) => (row.fips ? [[row.code!, row.fips]] : [])));
  return toFips.get(code);
}

/**
 * PLOVER's code of the organizations that CAMEO codes in three letters (NAT: IGO); undefined where there is none or
 * where they differ in PLOVER's code.
 */
export function codeOfCameoBody(cameo: string): string | undefined {
  if (!byCameo) {
    const codes = new Map<string, Set<string>>();
    for (const row of rowsOf('organizations'))
      if (row.cameo) codes.set(row.cameo, (codes.get(row.cameo) ?? new Set()).add(row.code!));
    byCameo = new Map(
      [...codes].flatMap(([key, found]) => (found.size === 1 ? [[key, [...found][0]!]] : [])),
    );
  }
  return byCameo.get(cameo);
}
