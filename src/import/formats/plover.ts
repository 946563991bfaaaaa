import { codeOfCountry, sectorsOf, sideOfString } from '../actors.js';
import { actOfPlover, RowError } from '../codes.js';
import { dayOf, placeOf } from '../days.js';
import type { Losses } from '../losses.js';
import type { ImportedEvent, Side } from '../types.js';
import { UNTOLD } from './layout.js';

type Json = Record<string, unknown>;

/** Whether a line of JSON is a PLOVER record: it has an actor and an event by a root code. */
export function isPlover(line: string): boolean {
  try {
    const value = JSON.parse(line) as Json;
    return 'actor' in value && 'event' in value && typeof texts(value.event)[0] === 'string';
  } catch {
    return false;
  }
}

/**
 * An event of a line of PLOVER JSONL, as the manual has it (sides and events as text, object or lists of these) or as
 * `rapport read --jsonl` writes it.
 * @throws RowError when it cannot be read.
 */
export function ploverEvent(text: string, line: number, losses: Losses): ImportedEvent {
  const record = parse(text);
  const roots = texts(record.event);
  if (roots.length > 1) losses.note('event', roots.slice(1).join(', '), 'further event codes of one record');
  const start = dayOf(texts(record.date)[0] ?? '');
  const end = texts(record.enddate)[0];
  const cite = (record.cite_info ?? {}) as Json;
  const location = (Array.isArray(record.event_loc) ? record.event_loc[0] : record.event_loc) as
    | Json
    | undefined;
  const score = typeof record.event_scale === 'number' ? record.event_scale : null;
  const act = actOfPlover(roots[0] ?? '', texts(record.mode), texts(record.context), score, losses);
  const cameo = texts(record.cameo)[0];
  return {
    line,
    sourceId: texts(record.id)[0] ?? null,
    start,
    end: end ? dayOf(end) : start,
    reported: texts(record.reported)[0] ? dayOf(texts(record.reported)[0]!) : null,
    actors: sidesOf(record.actor, losses),
    recipients: sidesOf(record.recipient, losses),
    act: {
      ...act,
      ...(cameo && /^\d{2,4}$/.test(cameo) ? { cameo } : {}),
      ...(typeof record.goldstein === 'number' ? { goldstein: record.goldstein } : {}),
    },
    where: placeOf(
      texts(location?.name ?? location?.placename)[0] ?? null,
      codeOfCountry(texts(location?.country)[0] ?? '', losses),
      texts(location?.lat)[0],
      texts(location?.lon)[0],
    ),
    url: texts(cite.url ?? record.link)[0] ?? null,
    outlet: texts(cite.publication)[0] ?? null,
    confidence: typeof record.confidence === 'number' ? record.confidence : null,
    told: UNTOLD,
  };
}

function parse(text: string): Json {
  try {
    const value = JSON.parse(text) as unknown;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Json;
  } catch (error) {
    throw new RowError(`no JSON: ${(error as Error).message.slice(0, 80)}`);
  }
  throw new RowError('no record');
}

/** Text, number, or a list of these, as texts. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(texts) : [];
}

function sidesOf(value: unknown, losses: Losses): Side[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => sidesOf(one, losses));
  if (typeof value === 'string') return value === '' ? [] : [sideOfString(value, '', losses)];
  if (typeof value !== 'object') throw new RowError('a side that is neither text nor object');
  const side = value as Json;
  const code = texts(side.code ?? side.actor)[0] ?? '';
  const name = texts(side.entity_text ?? side.actor_text ?? side.identifier_text)[0] ?? '';
  const sectors = sectorsOf('cameo', [...texts(side.sector), ...texts(side.sector_code)], losses);
  const own = code === '' ? { code: null, sectors: [] } : ours(code, losses);
  return [
    { code: own.code, sectors: sectors.length > 0 ? sectors : own.sectors, name: name || code || null },
  ];
}

/** Codes of PLOVER itself are ours; those of CAMEO are mapped. */
function ours(code: string, losses: Losses): Pick<Side, 'code' | 'sectors'> {
  return OWN.has(code) ? { code, sectors: [] } : sideOfString(code, '', losses);
}

/** Codes of PLOVER for actors of no state that mean something else, or nothing, in CAMEO. */
const OWN: ReadonlySet<string> = new Set(['UNO', 'EUR', 'IGO', 'NGO', 'MNC', 'IMG']);
