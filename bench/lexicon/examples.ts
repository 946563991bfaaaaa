import { readdirSync } from 'node:fs';
import { dataPath, overlaps, readTable, type Span } from '../../src/base/index.js';
import { readPair } from '../../src/code/index.js';
import { type Event, type Party, read } from '../../src/index.js';

/** A row of the predicate lexicon with the file it stands in. */
export interface Row {
  readonly file: string;
  readonly lemma: string;
  readonly pos: string;
  readonly with: string;
  readonly root: string; // '-' where the row tells no act
  readonly example: string; // with the source as <s>…</s> and the target as <t>…</t>
}

/**
 * How an example is read: `right` with its row's root, source and target; `root` with these two and another root; `sides` with
 * its root between others; `other` something else; `nothing` no event. For a row that tells no act, `right` is no event and
 * `told` any.
 */
export type Outcome = 'right' | 'root' | 'sides' | 'other' | 'nothing' | 'told';

export interface Checked {
  readonly row: Row;
  readonly outcome: Outcome;
  /** Whether the row itself made the event, and not another one or the learned model. */
  readonly byRow: boolean;
  /** Whether any row made it: what is learned has seen the examples, rows have not. */
  readonly byRows: boolean;
  readonly events: readonly Event[];
}

/** A day after all that the examples tell. */
export const TODAY = '2025-12-31';

/** All rows of the predicate lexicon. */
export function lexiconRows(): Row[] {
  return readdirSync(dataPath('plover/predicates'))
    .sort()
    .flatMap((file) =>
      readTable(`plover/predicates/${file}`).map((row) => ({ ...row, file }) as unknown as Row),
    );
}

/** What names a row in lists of failures, and in the reasons of events. */
export const nameOf = ({ file, lemma, pos, with: conditions }: Row): string =>
  `predicates/${file}: ${lemma} ${pos} ${conditions}`.trim();

/** Reads the example of a row as a report of its own and compares what is told with what the row and the marks say. */
export function checkExample(row: Row): Checked {
  const { text, source, target } =
    row.root === '-' ? { text: row.example, source: [], target: [] } : readPair(row.example, { open: true });
  const { events } = read(text, { today: TODAY });
  const own = (event: Event): boolean => event.reasons[0]?.rule === nameOf(row);
  const rows = (event: Event): boolean => event.reasons[0]?.rule.startsWith('predicates/') ?? false;
  if (row.root === '-') {
    const outcome = events.length > 0 ? 'told' : 'right';
    return { row, events, byRow: false, byRows: !events.some(rows), outcome };
  }
  const between = events.filter((event) => isBetween(event, source, target));
  const right = between.filter((event) => event.root === row.root);
  return {
    ...{ row, events, byRow: right.some(own), byRows: right.some(rows) },
    outcome: outcomeOf(row, events, between, right),
  };
}

function outcomeOf(
  row: Row,
  events: readonly Event[],
  between: readonly Event[],
  right: readonly Event[],
): Outcome {
  if (right.length > 0) return 'right';
  if (events.length === 0) return 'nothing';
  if (between.length > 0) return 'root';
  return events.some((event) => event.root === row.root) ? 'sides' : 'other';
}

/** Whether an event is told of the marked source towards the marked target; what is done together has no order. */
function isBetween(event: Event, source: readonly Span[], target: readonly Span[]): boolean {
  const has = (parties: readonly Party[], spans: readonly Span[]): boolean =>
    spans.length === 0 || parties.some((party) => spans.some((span) => overlaps(party.span, span)));
  if (!event.reciprocal) return has(event.actors, source) && has(event.recipients, target);
  const both = [...event.actors, ...event.recipients];
  return has(both, source) && has(both, target);
}
