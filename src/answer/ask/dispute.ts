import { dyadOf, type Ledger, type StoredEvent, type StoredFigure } from '../../ledger/index.js';
import { type Evidenced, withReports } from '../../relate/index.js';
import type { AnswerLine } from '../types.js';
import { figureText } from '../words.js';
import { figuresOf, whenText } from './told.js';

/** Disagreements that the ledger has found about the acts of two actors, each side with its reports. */
export async function disputed(ledger: Ledger, pair: readonly [string, string]): Promise<AnswerLine[]> {
  const rows = await ledger.database.all<{
    about: string;
    sides: readonly { says: string; event: string | null; evidence: readonly { text: string }[] }[];
  }>(
    `SELECT about, sides FROM disagreements
     WHERE list_has_any(list_transform(sides, side -> side.event),
       (SELECT coalesce(list(DISTINCT event), []) FROM pairs WHERE dyad = $1))
     ORDER BY id`,
    [dyadOf(...pair)],
  );
  const lines: AnswerLine[] = [];
  for (const { about, sides } of rows) {
    const ids = [...new Set(sides.flatMap((side) => side.event ?? []))];
    const events: StoredEvent[] = [];
    if (ids.length > 0) for await (const event of ledger.events({ ids })) events.push(event);
    lines.push({
      text: `On the ${about}: ${[...new Set(sides.map((side) => side.says))].join(' or ')}`,
      told: await withReports(ledger, events),
    });
  }
  return lines;
}

/** Figures of one kind that events of one kind and direction give, where their bounds do not meet. */
export function figuresThatDiffer(all: readonly Evidenced[]): AnswerLine[] {
  const groups = new Map<string, { figure: StoredFigure; told: Evidenced }[]>();
  for (const told of all)
    for (const figure of figuresOf(told)) {
      const codes = (parties: StoredEvent['actors']): string =>
        [...new Set(parties.map((p) => p.code))].join('+');
      const key = `${codes(told.event.actors)} → ${codes(told.event.recipients)}, ${told.event.root}, ${figure.kind}`;
      groups.set(key, [...(groups.get(key) ?? []), { figure, told }]);
    }
  return [...groups].flatMap(([key, figures]) => {
    if (!figures.some((a) => figures.some((b) => apart(a.figure, b.figure)))) return [];
    const ordered = [...figures].sort((a, b) => (reported(a.told) < reported(b.told) ? -1 : 1));
    const says = ordered.map(
      ({ figure, told }) =>
        `${figureText(figure)} (${whenText(told)}; ${told.report?.outlet ?? told.report?.title ?? told.event.coder}, ${reported(told)})`,
    );
    return [{ text: `${key}: ${[...new Set(says)].join('; ')}`, told: ordered.map(({ told }) => told) }];
  });
}

function reported({ event, report }: Evidenced): string {
  return report?.day ?? event.reported ?? '';
}

function apart(a: StoredFigure, b: StoredFigure): boolean {
  return (a.high ?? Number.POSITIVE_INFINITY) < b.low || (b.high ?? Number.POSITIVE_INFINITY) < a.low;
}
