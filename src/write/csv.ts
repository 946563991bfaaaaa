import { stringify } from 'csv-stringify/sync';
import type { PloverRecord } from './plover.js';

/** Columns of the table, in order. Lists are joined by `|`; codes are text, so that leading zeros stay. */
export const CSV_COLUMNS = [
  'id',
  'report',
  'date',
  'enddate',
  'date_precision',
  'date_basis',
  'reported',
  'actor',
  'actor_sector',
  'actor_text',
  'recipient',
  'recipient_sector',
  'recipient_text',
  'event',
  'quad_code',
  'event_scale',
  'goldstein',
  'cameo',
  'mode',
  'context',
  'modality',
  'event_loc',
  'figures',
  'claimed_by',
  'sources',
  'start',
  'end',
  'evidence',
  'confidence',
] as const;

/** The header line of the table. */
export function csvHeader(): string {
  return stringify([[...CSV_COLUMNS]]);
}

/** Records as lines of comma-separated values, without the header. */
export function csvRows(records: readonly PloverRecord[]): string {
  return stringify(records.map(csvValues));
}

/** The cells of one record, in the order of the columns. */
export function csvValues(record: PloverRecord): (string | number | null | undefined)[] {
  const list = (values: readonly (string | null | undefined)[]): string =>
    values.map((v) => v ?? '').join('|');
  const sectors = (side: PloverRecord['actor']): string => list(side.map((e) => e.sector?.join('+')));
  const evidence = record.evidence[0];
  const values: Record<(typeof CSV_COLUMNS)[number], string | number | null | undefined> = {
    id: record.id,
    report: record.report,
    date: record.date,
    enddate: record.enddate,
    date_precision: record.date_precision,
    date_basis: record.date_basis,
    reported: record.reported,
    actor: list(record.actor.map((e) => e.code)),
    actor_sector: sectors(record.actor),
    actor_text: list(record.actor.map((e) => e.entity_text)),
    recipient: list(record.recipient.map((e) => e.code)),
    recipient_sector: sectors(record.recipient),
    recipient_text: list(record.recipient.map((e) => e.entity_text)),
    event: list(record.event),
    quad_code: record.quad_code,
    event_scale: record.event_scale,
    goldstein: record.goldstein,
    cameo: record.cameo,
    mode: list(record.mode),
    context: list(record.context),
    modality: record.modality,
    event_loc: record.event_loc?.name,
    figures: list(record.figures.map((f) => `${f.value} ${f.unit}`)),
    claimed_by: record.claimed_by,
    sources: list(record.sources),
    start: evidence?.start,
    end: evidence?.end,
    evidence: evidence?.text,
    confidence: record.confidence,
  };
  return CSV_COLUMNS.map((column) => values[column]);
}
