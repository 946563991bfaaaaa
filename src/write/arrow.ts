import { CSV_COLUMNS, csvValues } from './csv.js';
import type { PloverRecord } from './plover.js';

/** Columns that hold numbers; all others are text, so that codes keep their zeros. */
const NUMBERS: ReadonlySet<string> = new Set([
  'quad_code',
  'event_scale',
  'goldstein',
  'start',
  'end',
  'confidence',
]);
/** Records in one batch of the stream. */
const BATCH = 10_000;
/** Bytes of the mark at the end of a stream. */
const END = 8;

/** Records as an Arrow IPC stream: the columns of the CSV table, in the same order. */
export async function* arrowStream(records: AsyncIterable<PloverRecord>): AsyncGenerator<Uint8Array> {
  const table = await arrowTable();
  const empty = table([]);
  const head = empty.length - END;
  yield empty.subarray(0, head);
  let rows: (readonly unknown[])[] = [];
  for await (const record of records) {
    rows.push(csvValues(record));
    if (rows.length < BATCH) continue;
    yield table(rows).subarray(head, -END);
    rows = [];
  }
  if (rows.length > 0) yield table(rows).subarray(head, -END);
  yield empty.subarray(head);
}

/** Makes a whole stream of some rows: the schema, one batch if there are rows, the end. */
async function arrowTable(): Promise<(rows: readonly (readonly unknown[])[]) => Uint8Array> {
  // Loaded only when Arrow is wanted.
  const arrow = await import('apache-arrow');
  const fields = CSV_COLUMNS.map(
    (name) => new arrow.Field(name, NUMBERS.has(name) ? new arrow.Float64() : new arrow.Utf8(), true),
  );
  const schema = new arrow.Schema(fields);
  return (rows) => {
    const children = fields.map(({ type, name }, at) => {
      const cells = rows.map((row) => cellOf(row[at], NUMBERS.has(name)));
      return arrow.vectorFromArray(cells, type).data[0]!;
    });
    const data = arrow.makeData({
      type: new arrow.Struct(fields),
      length: rows.length,
      nullCount: 0,
      children,
    });
    const batches = rows.length === 0 ? [] : [new arrow.RecordBatch(schema, data)];
    return arrow.tableToIPC(new arrow.Table(schema, batches), 'stream');
  };
}

function cellOf(value: unknown, number: boolean): unknown {
  if (value === null || value === undefined || value === '') return null;
  return number ? Number(value) : String(value);
}
