import { RowError } from './codes.js';
import type { Where } from './types.js';

const DAY = 86_400_000;
const known = new Map<string, number>();

/**
 * Days since 1970-01-01 of `YYYYMMDD`, `YYYY-MM-DD` or either with a time behind it. Other orders of day and month are
 * not guessed.
 * @throws RowError when it is no such day.
 */
export function dayOf(text: string): number {
  const day = text.trim().slice(0, 10);
  let found = known.get(day);
  if (found === undefined) {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})/.exec(day);
    const at = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
    // Date.UTC lets the 31st of June be the first of July, and the 13th month the next January.
    const real = match && new Date(at).toISOString().slice(0, 10) === match.slice(1).join('-');
    if (!real) throw new RowError(day === '' ? 'no date' : `no date as YYYYMMDD or YYYY-MM-DD: ${day}`);
    found = at / DAY;
    known.set(day, found);
  }
  return found;
}

/** A number, or null where the cell is empty or `NA`. @throws RowError when it is none. */
export function numberOf(cell: string | undefined, what: string): number | null {
  const text = cell?.trim() ?? '';
  if (text === '' || text === 'NA' || text === 'NULL') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RowError(`${what} is no number: ${text.slice(0, 40)}`);
  return value;
}

/** A place; coordinates that lie nowhere on earth are left out: a wrong place does not make the act unreadable. */
export function placeOf(
  name: string | null,
  state: string | null,
  latitude: string | undefined,
  longitude: string | undefined,
): Where {
  const [a, b] = [Number(latitude), Number(longitude)];
  const there = !!latitude?.trim() && !!longitude?.trim() && Math.abs(a) <= 90 && Math.abs(b) <= 180;
  if (name === null && state === null && !there) return NOWHERE;
  return { name, state, latitude: there ? a : null, longitude: there ? b : null };
}

const NOWHERE: Where = { name: null, state: null, latitude: null, longitude: null };
