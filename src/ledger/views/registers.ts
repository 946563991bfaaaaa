import type { Database } from '../store/database.js';
import { Where } from '../store/query.js';
import type { StoredAgreement, StoredMaterialAct, StoredQuotation } from '../store/story-types.js';
import type { Amount } from '../store/types.js';
import { type Paging, pageOf, type ViewPage } from './ask.js';

export interface RegistersWanted {
  readonly between?: readonly [string, string?];
  readonly from?: string;
  readonly to?: string;
}

interface Entry {
  readonly story: string;
  readonly day: string | null;
}

export type AgreementLine = Entry & Pick<StoredAgreement, 'name' | 'parties' | 'stage' | 'place'>;

export interface MaterialLine extends Entry, Pick<StoredMaterialAct, 'kind' | 'from' | 'to' | 'modality'> {
  readonly figures: readonly Amount[];
}

export interface QuotationLine extends Omit<StoredQuotation, 'reported' | 'outlet'> {
  readonly id: string;
  readonly day: string | null;
}

const QUOTATION = `q.report || '-q' || lpad(q.n::VARCHAR, 5, '0')`;
const AGREEMENT = `concat_ws(' ', x.story, x.stage, x."name")`;
const MATERIAL = `concat_ws(' ', x.story, x.kind)`;
const DAY = `coalesce(x.days[1], s.first_reported, DATE '0001-01-01')`;
const SHOWN = 'coalesce(x.days[1], s.first_reported)::VARCHAR AS day';

function filtered(wanted: RegistersWanted, among: string): Where {
  return new Where()
    .and(among, wanted.between?.[0])
    .and(among, wanted.between?.[1])
    .and(`${DAY} >= ?::DATE`, wanted.from)
    .and(`${DAY} <= ?::DATE`, wanted.to);
}

/** Agreements with their stages, the latest first. */
export function agreementLines(
  database: Database,
  wanted: RegistersWanted,
  paging: Paging,
): Promise<ViewPage<AgreementLine>> {
  return pageOf(
    database,
    {
      columns: `x.story, x."name", x.parties, x.stage, x.place, ${SHOWN}`,
      from: 'agreements x JOIN stories s ON s.id = x.story',
      beside: `JOIN agreements x ON ${AGREEMENT} = found.key1 JOIN stories s ON s.id = x.story`,
      where: filtered(wanted, 'list_contains(x.parties, ?)'),
      keys: [
        [DAY, 'DATE'],
        [AGREEMENT, 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** Aid, arms, troops, sanctions and trade with their figures, the latest first. */
export function materialLines(
  database: Database,
  wanted: RegistersWanted,
  paging: Paging,
): Promise<ViewPage<MaterialLine>> {
  return pageOf(
    database,
    {
      columns: `x.story, x.kind, x."from", x."to", x.modality, coalesce(x.figures, []) AS figures, ${SHOWN}`,
      from: 'material_acts x JOIN stories s ON s.id = x.story',
      beside: `JOIN material_acts x ON ${MATERIAL} = found.key1 JOIN stories s ON s.id = x.story`,
      where: filtered(wanted, 'list_contains(list_concat(x."from", x."to"), ?)'),
      keys: [
        [DAY, 'DATE'],
        [MATERIAL, 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** Words in quotation marks by speaker, the latest first; a quotation in copies of one text stands once. */
export function quotationLines(
  database: Database,
  wanted: RegistersWanted,
  paging: Paging,
): Promise<ViewPage<QuotationLine>> {
  const where = new Where()
    .and(
      'code IN ?',
      wanted.between?.filter((code) => code !== undefined),
    )
    .and('day >= ?::DATE', wanted.from)
    .and('day <= ?::DATE', wanted.to);
  return pageOf(
    database,
    {
      columns: `found.key1 AS id, q.report, r.day::VARCHAR AS day, coalesce(q.speaker.name, q.speaker.text) AS speaker,
        q.speaker.code AS code, q.kind, q.content`,
      from: `(SELECT ${QUOTATION} AS id, r.day, q.speaker.code AS code
        FROM quotations q JOIN reports r ON r.id = q.report LEFT JOIN copies c ON c.report = r.id
        WHERE q.kind <> 'indirect' AND q.speaker IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY coalesce(c.first, r.id), list_transform(q.content, lambda s: s."text") ORDER BY r.day, r.id, q.n) = 1)`,
      beside: `JOIN quotations q ON ${QUOTATION} = found.key1 JOIN reports r ON r.id = q.report`,
      where,
      keys: [
        [`coalesce(day, DATE '0001-01-01')`, 'DATE'],
        ['id', 'VARCHAR'],
      ],
    },
    paging,
  );
}
