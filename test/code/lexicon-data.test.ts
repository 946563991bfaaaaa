import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataPath, readTable } from '../../src/base/index.js';
import { cameoInfo, isRoot, modesOf, readPair } from '../../src/code/index.js';

const classes = new Set(readTable('plover/word-classes.tsv').map((row) => row.class!.replace(/^@/, '')));
const rows = readdirSync(dataPath('plover/predicates')).flatMap((file) =>
  readTable(`plover/predicates/${file}`).map((row) => ({ file, ...row }) as Record<string, string>),
);
const name = (row: Record<string, string>): string => `${row.file}: ${row.lemma} ${row.pos} ${row.with}`;

describe('the predicate lexicon', () => {
  it('holds more than four thousand rows, each with a source', () => {
    expect(rows.length).toBeGreaterThan(4000);
    expect(rows.filter((row) => !row.source).map(name)).toEqual([]);
  });

  it('knows only verbs, nouns and adjectives, roots, modes and CAMEO codes of the codebook', () => {
    const wrong = rows.filter((row) => {
      if (!['VERB', 'NOUN', 'ADJ'].includes(row.pos!)) return true;
      if (row.root === '-') return false;
      if (!isRoot(row.root!) || !cameoInfo(row.cameo!)) return true;
      return row.mode !== '' && !modesOf(row.root!).includes(row.mode!);
    });
    expect(wrong.map(name)).toEqual([]);
  });

  it('gives each row the root to which its CAMEO code maps, but where the PLOVER manual moves the act', () => {
    const moved = new Map([
      ['055', 'CONCEDE'], // "Expressions of regret or remorse … should be coded as CONCEDE"
      ['0831', 'RETREAT'], // "RETREAT also covers resignations of government officials"
      ['0871', 'CONCEDE'], // "declarations (but not implementations) of ceasefires and withdrawals" are CONCEDE
      ['0874', 'CONCEDE'],
    ]);
    const wrong = rows.filter(
      ({ root, cameo }) => root !== '-' && root !== cameoInfo(cameo!)?.root && root !== moved.get(cameo!),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  it('refers only to word classes that exist', () => {
    const used = rows.flatMap((row) =>
      [...row.with!.matchAll(/@([a-z_]+)/g)].map((m) => [name(row), m[1]!] as const),
    );
    expect(used.filter(([, wanted]) => !classes.has(wanted))).toEqual([]);
  });

  it('writes conditions and roles in its own grammar', () => {
    const condition = /^(?:!obj|(?:obj|subj|adj|to|case):[^:]*|that:|ing:|prep:[^:]+|pobj:[^:]+:[^:]+)$/;
    const roles = /^[a-z_,]*(?:<>|>)[a-z_,]*$/;
    const wrong = rows.filter((row) => {
      const conditions = row.with!.split(' ').filter(Boolean);
      return (
        !conditions.every((text) => condition.test(text)) || (row.root !== '-' && !roles.test(row.roles!))
      );
    });
    expect(wrong.map(name)).toEqual([]);
  });

  it('reads no pattern twice within a file', () => {
    const keys = rows.map(name);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('has an example sentence of its own for each row, with a source, and nobody marked where no act is told', () => {
    for (const row of rows) {
      if (row.root === '-') {
        expect(row.example, name(row)).toMatch(/^[^<>]{15,}[.!"]$/);
        continue;
      }
      const { text, source, target } = readPair(row.example!, { open: true });
      expect(text, name(row)).toMatch(/^[^<>]{15,}[.!"]$/);
      expect([source.length, Math.min(target.length, 1)], name(row)).toEqual([1, target.length]);
    }
    const examples = rows.map((row) => row.example!.replace(/<.*?>/g, ''));
    expect(examples.filter((one, i) => examples.indexOf(one) !== i)).toEqual([]);
  });
});
