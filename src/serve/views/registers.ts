import {
  agreementLines,
  eventsOfStories,
  type Ledger,
  materialLines,
  type Paging,
  quotationLines,
  type RegistersWanted,
} from '../../ledger/index.js';
import type { RegisterRow, Told } from '../schema/index.js';
import type { Rows, ViewContext } from './context.js';
import { reportsById } from './reports.js';
import { actorRef, eventsById, figureOf, toldOf } from './told.js';

export type RegisterName = 'agreements' | 'material' | 'quotations';

const EMPTY = {
  name: null,
  stage: null,
  materialKind: null,
  figures: [],
  speaker: null,
  quote: null,
  place: null,
  story: null,
};

/** One register over all reports, the latest first. */
export function registerRows(
  context: ViewContext,
  register: RegisterName,
  wanted: RegistersWanted,
  paging: Paging,
): Promise<Rows<RegisterRow>> {
  return ROWS[register](context, wanted, paging);
}

/** Tellings shown of an entry. */
const TOLD = 5;

/** Who tells the acts of a page's entries, by story. */
async function tellers(
  ledger: Ledger,
  rows: readonly { readonly story: string }[],
): Promise<(story: string) => Told[]> {
  const ids = await eventsOfStories(
    ledger.database,
    rows.map((row) => row.story),
    TOLD,
  );
  const events = await eventsById(ledger, [...ids.values()].flat());
  return (story) => (ids.get(story) ?? []).flatMap((id) => (events.has(id) ? [toldOf(events.get(id)!)] : []));
}

type Read = (context: ViewContext, wanted: RegistersWanted, paging: Paging) => Promise<Rows<RegisterRow>>;

const agreements: Read = async ({ ledger }, wanted, paging) => {
  const page = await agreementLines(ledger.database, wanted, paging);
  const toldOfStory = await tellers(ledger, page.rows);
  const items = page.rows.map((row): RegisterRow => {
    const parties = row.parties.map(actorRef);
    return {
      ...EMPTY,
      kind: 'agreement',
      text: `${row.name}, ${row.stage} by ${parties.map((one) => one.name).join(' and ') || 'parties not named'}`,
      parties,
      name: row.name,
      stage: row.stage,
      day: row.day,
      place: row.place,
      story: row.story,
      told: toldOfStory(row.story),
    };
  });
  return { items, page };
};

const material: Read = async ({ ledger }, wanted, paging) => {
  const page = await materialLines(ledger.database, wanted, paging);
  const toldOfStory = await tellers(ledger, page.rows);
  const items = page.rows.map((row): RegisterRow => {
    const [from, to] = [row.from.map(actorRef), row.to.map(actorRef)];
    const names = (side: typeof from): string => side.map((one) => one.name).join(' and ');
    const figures = row.figures.map((figure) => figureOf(figure));
    const what = figures.length > 0 ? `: ${[...new Set(figures.map((one) => one.text))].join(', ')}` : '';
    return {
      ...EMPTY,
      kind: 'material',
      text: `${row.kind} by ${names(from) || 'somebody'}${to.length > 0 ? ` to ${names(to)}` : ''} (${row.modality})${what}`,
      parties: [...from, ...to],
      materialKind: row.kind,
      figures,
      day: row.day,
      story: row.story,
      told: toldOfStory(row.story),
    };
  });
  return { items, page };
};

const quotations: Read = async ({ ledger }, wanted, paging) => {
  const page = await quotationLines(ledger.database, wanted, paging);
  const reports = await reportsById(
    ledger,
    page.rows.map((row) => row.report),
  );
  const items = page.rows.map((row): RegisterRow => {
    const quote = row.content.map((span) => span.text).join(' … ');
    const report = reports.get(row.report);
    const [first, last] = [row.content[0], row.content.at(-1)];
    return {
      ...EMPTY,
      kind: 'quotation',
      text: `${row.speaker}: “${quote}”`,
      parties: row.code ? [actorRef(row.code)] : [],
      speaker: row.speaker,
      quote,
      day: row.day,
      told:
        report && first && last
          ? [
              {
                event: row.id,
                report: row.report,
                outlet: report.outlet,
                outletState: report.outlet_state,
                reported: report.day,
                title: report.title,
                sentence: {
                  text: report.text.slice(first.start, last.end),
                  start: first.start,
                  end: last.end,
                },
                marks: row.content.map(({ start, end }) => ({
                  start: start - first.start,
                  end: end - first.start,
                  kind: 'evidence' as const,
                })),
                url: report.url,
              },
            ]
          : [],
    };
  });
  return { items, page };
};

const ROWS: Readonly<Record<RegisterName, Read>> = { agreements, material, quotations };
