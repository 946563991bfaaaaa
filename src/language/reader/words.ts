import type { Arrays, Table } from '../parser/arrays.js';
import { loaded } from '../parser/index.js';
import type { Input } from './inputs.js';

/** Places in the rows of a word; its senses come before its fine tag. */
const FORM = 1;
const FINE = 7;

/** Writes the input vectors of words: what they are, and what they hang from and what hangs from them. */
export class Words {
  private readonly tables: readonly Table[];
  private readonly senses: Table;
  private readonly governor: Float32Array;
  private readonly governed: number;
  /** Numbers of a word's vector. */
  readonly width: number;

  constructor(arrays: Arrays, prefix: string) {
    const table = (name: string): Table => arrays.table(`${prefix}${name}_weight`);
    this.tables = [
      loaded().table('vector'),
      ...['form', 'affix_0', 'affix_1', 'affix_2', 'affix_3', 'names', 'fine', 'relation'].map(table),
    ];
    this.senses = table('senses');
    this.governor = arrays.matrix(`${prefix}governor_weight`);
    this.governed = arrays.rows(`${prefix}governor_weight`);
    const own = this.tables.reduce((sum, { width }) => sum + width, 0) + this.senses.width;
    this.width = own + 2 * this.tables[FORM]!.width + this.governed + this.tables[FINE]!.width;
  }

  /** Writes the vector of each word to `out`, one behind the other, from `at` on. */
  write(inputs: readonly Input[], out: Float32Array, at: number): void {
    inputs.forEach((input, i) => {
      let to = at + i * this.width;
      const add = (table: Table, row: number | undefined): void => {
        if (row === undefined) out.fill(0, to, to + table.width);
        else copyRow(table, row, out, to);
        to += table.width;
      };
      for (const [k, table] of this.tables.entries()) {
        if (k === FINE) {
          out.fill(0, to, to + this.senses.width);
          for (const row of input.senses) addRow(this.senses, row, out, to);
          to += this.senses.width;
        }
        add(table, input.rows[k]!);
      }
      for (const link of [input.marker, input.determiner]) add(this.tables[FORM]!, inputs[link]?.rows[FORM]);
      const head = inputs[input.head];
      this.govern(head, out, to);
      to += this.governed;
      add(this.tables[FINE]!, head?.rows[FINE]);
    });
  }

  /** The word vector of a governor, made smaller. */
  private govern(head: Input | undefined, out: Float32Array, at: number): void {
    const [table] = this.tables;
    const { width, cells, scales } = table!;
    const row = head?.rows[0];
    for (let k = 0; k < this.governed; k++) {
      let sum = 0;
      if (row !== undefined)
        for (let i = 0; i < width; i++) sum += cells[row * width + i]! * this.governor[k * width + i]!;
      out[at + k] = row === undefined ? 0 : sum * scales[row]!;
    }
  }
}

function copyRow({ width, cells, scales }: Table, row: number, out: Float32Array, at: number): void {
  const scale = scales[row]!;
  for (let k = 0; k < width; k++) out[at + k] = cells[row * width + k]! * scale;
}

function addRow({ width, cells, scales }: Table, row: number, out: Float32Array, at: number): void {
  const scale = scales[row]!;
  for (let k = 0; k < width; k++) out[at + k]! += cells[row * width + k]! * scale;
}
