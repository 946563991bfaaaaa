import { stringify } from 'csv-stringify/sync';
import type { TSchema } from 'typebox';

interface Column {
  readonly name: string;
  readonly cell: (row: unknown) => string | number | null;
}

/** A schema as JSON has it: only what the columns of a table follow from. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape | readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

/** A table of rows of one schema: a column for each plain field, `pair_1_code` for one within; lists stand in one cell. */
export class Table {
  private readonly columns: readonly Column[];

  constructor(schema: TSchema) {
    this.columns = columnsOf(schema as Shape, '', (row) => row);
  }

  header(): string {
    return stringify([this.columns.map(({ name }) => name)]);
  }

  /** Lines of the table. Text that a spreadsheet would take for a formula is marked as text. */
  rows(rows: readonly unknown[]): string {
    return stringify(
      rows.map((row) => this.columns.map(({ cell }) => cell(row))),
      { escape_formulas: true },
    );
  }
}

type Get = (row: unknown) => unknown;

function columnsOf(shape: Shape, name: string, get: Get): Column[] {
  const known = shape.anyOf?.find((one) => one.type === 'object' || one.type === 'array') ?? shape;
  const below = (key: string | number): Get => {
    return (row) => {
      const value = get(row);
      return value === null || value === undefined ? null : (value as Record<string | number, unknown>)[key];
    };
  };
  const named = (key: string): string => (name ? `${name}_${key}` : key);
  if (known.properties)
    return Object.entries(known.properties).flatMap(([key, one]) => columnsOf(one, named(key), below(key)));
  if (Array.isArray(known.items))
    return known.items.flatMap((one: Shape, at) => columnsOf(one, named(String(at + 1)), below(at)));
  return [{ name, cell: (row) => cellOf(get(row)) }];
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(cellOf).join('|');
  if (typeof value !== 'object') return String(value);
  // Of an object in a list its code or words stand for it.
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of ['code', 'says', 'text', 'sentence', 'report', 'event'])
    if (fields[key]) return cellOf(fields[key]);
  return '';
}
