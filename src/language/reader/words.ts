import type { Arrays, Table } from '../parser/arrays.js';
import type { Layer } from '../parser/gru.js';
import { loaded } from '../parser/index.js';
import type { Kernel, Matrix } from '../parser/kernel.js';
import type { Input } from './inputs.js';

/** Places in the rows of a word: what the word alone tells comes before its senses, its fine tag and its relation. */
const FORM = 1;
const FINE = 7;
const RELATION = 8;
/** Words whose half is kept, so that a frequent word costs one look-up. */
const KEPT = 8_000;

/**
 * The input half of the first layer: what a word is, what it hangs from and what hangs from it. The input of a word is a list
 * of vectors out of tables, one behind the other; the half of each is worked out once for each row, and these are added up.
 */
export class Words {
  private readonly tables: readonly Table[];
  private readonly senses: Part;
  private readonly fine: Part;
  private readonly relation: Part;
  private readonly marker: Part;
  private readonly determiner: Part;
  private readonly governor: Part;
  private readonly governorFine: Part;
  private readonly kept = new Map<string, Float32Array>();
  private readonly keptSenses = new WeakMap<readonly number[], Float32Array>();
  private readonly nothing: Float32Array;
  private readonly halves: Halves;

  constructor(arrays: Arrays, prefix: string, kernel: Kernel, layer: Layer<Matrix>) {
    const table = (name: string): Table => arrays.table(`${prefix}${name}_weight`);
    const vectors = loaded().table('vector');
    const named = ['form', 'affix_0', 'affix_1', 'affix_2', 'affix_3', 'names'].map(table);
    this.tables = [vectors, ...named];
    this.halves = new Halves(kernel, layer);
    this.nothing = new Float32Array(this.halves.bias.length);
    let at = this.tables.reduce((sum, { width }) => sum + width, 0);
    const part = (from: Table): Part => {
      const made = new Part(this.halves, from, at);
      at += from.width;
      return made;
    };
    const [form, fine] = [named[0]!, table('fine')];
    this.senses = part(table('senses'));
    this.fine = part(fine);
    this.relation = part(table('relation'));
    this.marker = part(form);
    this.determiner = part(form);
    const smaller = arrays.matrix(`${prefix}governor_weight`);
    const governed = arrays.rows(`${prefix}governor_weight`);
    this.governor = new Part(this.halves, vectors, at, smaller, governed);
    at += governed;
    this.governorFine = part(fine);
  }

  /** Works out the halves of a sentence; what is given back writes them to their two places, `3·size` numbers a word. */
  gates(inputs: readonly Input[]): (f: Float32Array, forwards: number, backwards: number) => void {
    const { length } = this.halves.bias;
    const all = new Float32Array(inputs.length * length);
    inputs.forEach((input, i) => {
      addUp(this.halvesOf(inputs, input), all, i * length, length);
    });
    const half = length / 2;
    return (f, forwards, backwards) => {
      for (let i = 0; i < inputs.length; i++) {
        const from = i * length;
        f.set(all.subarray(from, from + half), forwards + i * half);
        f.set(all.subarray(from + half, from + length), backwards + i * half);
      }
    };
  }

  /** The half of what the word alone tells, with the bias. */
  private word({ text, rows }: Input): Float32Array {
    let half = this.kept.get(text);
    if (half) return half;
    if (this.kept.size > KEPT) this.kept.clear();
    let at = 0;
    half = this.halves.of((x) => {
      for (const [k, table] of this.tables.entries()) {
        copyRow(table, rows[k]!, x, at);
        at += table.width;
      }
    });
    const { bias } = this.halves;
    for (let k = 0; k < half.length; k++) half[k]! += bias[k]!;
    this.kept.set(text, half);
    return half;
  }

  /** The halves of all that a word's input is made of. */
  private halvesOf(inputs: readonly Input[], input: Input): Float32Array[] {
    const [marker, determiner, head] = [inputs[input.marker], inputs[input.determiner], inputs[input.head]];
    return [
      this.word(input),
      this.sense(input.senses),
      this.fine.of(input.rows[FINE]!),
      this.relation.of(input.rows[RELATION]!),
      marker ? this.marker.of(marker.rows[FORM]!) : this.nothing,
      determiner ? this.determiner.of(determiner.rows[FORM]!) : this.nothing,
      head ? this.governor.of(head.rows[0]!) : this.nothing,
      head ? this.governorFine.of(head.rows[FINE]!) : this.nothing,
    ];
  }

  /** The half of all senses of a noun; there are few different lists of them. */
  private sense(rows: readonly number[]): Float32Array {
    let half = rows.length === 0 ? this.nothing : this.keptSenses.get(rows);
    if (half) return half;
    half = new Float32Array(this.nothing.length);
    for (const row of rows)
      this.senses.of(row).forEach((sum, k) => {
        half![k]! += sum;
      });
    this.keptSenses.set(rows, half);
    return half;
  }
}

/** Writes the sum of eight lists to a place: in one pass, because it is the dearest step of all. */
function addUp(lists: readonly Float32Array[], out: Float32Array, at: number, length: number): void {
  const [a, b, c, d, e, f, g, h] = lists as [
    ...[Float32Array, Float32Array, Float32Array, Float32Array],
    ...[Float32Array, Float32Array, Float32Array, Float32Array],
  ];
  for (let k = 0; k < length; k++)
    out[at + k] = a[k]! + b[k]! + c[k]! + d[k]! + e[k]! + f[k]! + g[k]! + h[k]!;
}

/** Products of the first layer's weights with an input vector. */
class Halves {
  /** Of both directions, forwards first. */
  readonly bias: Float32Array;

  constructor(
    private readonly kernel: Kernel,
    private readonly layer: Layer<Matrix>,
  ) {
    const rows = 3 * layer.ahead.size;
    this.bias = new Float32Array(2 * rows);
    [layer.ahead, layer.back].forEach(({ input }, i) => {
      this.bias.set(kernel.floats.subarray(input.bias, input.bias + rows), i * rows);
    });
  }

  /** The product without the bias, of an input that is zero but for what `fill` writes. */
  of(fill: (x: Float32Array) => void): Float32Array {
    const kernel = this.kernel;
    const { ahead, back } = this.layer;
    const x = new Float32Array(ahead.input.width);
    fill(x);
    const rows = 3 * ahead.size;
    kernel.begin(x.length + 2 * rows + 3 * 16);
    const input = kernel.space(x.length);
    const output = kernel.space(2 * rows);
    kernel.floats.set(x, input);
    kernel.affine(ahead.input, input, 1, output);
    kernel.affine(back.input, input, 1, output + rows);
    return kernel.floats.slice(output, output + 2 * rows).map((sum, k) => sum - this.bias[k]!);
  }
}

/** The halves of one table's rows, each worked out when first asked for. */
class Part {
  private readonly kept = new Map<number, Float32Array>();

  /** With `smaller`, a matrix of `rows` rows, the row of the table goes through it first. */
  constructor(
    private readonly halves: Halves,
    private readonly table: Table,
    private readonly at: number,
    private readonly smaller?: Float32Array,
    private readonly rows = 0,
  ) {}

  of(row: number): Float32Array {
    let half = this.kept.get(row);
    if (half) return half;
    if (this.kept.size > KEPT) this.kept.clear();
    half = this.halves.of((x) => {
      if (!this.smaller) return copyRow(this.table, row, x, this.at);
      const whole = new Float32Array(this.table.width);
      copyRow(this.table, row, whole, 0);
      for (let k = 0; k < this.rows; k++)
        for (let i = 0; i < whole.length; i++)
          x[this.at + k]! += whole[i]! * this.smaller[k * whole.length + i]!;
    });
    this.kept.set(row, half);
    return half;
  }
}

function copyRow({ width, cells, scales }: Table, row: number, out: Float32Array, at: number): void {
  const scale = scales[row]!;
  for (let k = 0; k < width; k++) out[at + k] = cells[row * width + k]! * scale;
}
