import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../src/stages.js';

/** The order of the house, as CONTRIBUTING.md draws it. */
const ORDER = [
  'base',
  'read',
  'language',
  'time',
  'world',
  'code',
  'source',
  'import',
  'ledger',
  'relate',
  'answer',
  'stages',
  'write',
  'worker',
  'serve',
  'cli',
];

const root = new URL('../../src', import.meta.url).pathname;

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : name.endsWith('.ts') ? [path] : [];
  });
}

function room(path: string): string {
  return relative(root, path).split(sep)[0]!.replace(/\.ts$/, '');
}

const imports = sources(root).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)].map((match) => ({
    file: relative(root, file),
    from: room(file),
    target: relative(root, join(file, '..', match[1]!)),
    to: room(join(file, '..', match[1]!.replace(/\.js$/, '.ts'))),
  })),
);

describe('the house', () => {
  it('has rooms only in the order that is drawn', () => {
    const rooms = new Set(sources(root).map(room));
    rooms.delete('index');
    expect([...rooms].sort()).toEqual([...ORDER].sort());
  });

  it('imports only backwards along the flow', () => {
    const forward = imports.filter((i) => i.from !== 'index' && ORDER.indexOf(i.to) > ORDER.indexOf(i.from));
    expect(forward).toEqual([]);
  });

  it('enters a room only through its door', () => {
    const sideways = imports.filter(
      (i) => i.from !== i.to && !/^[a-z]+\/index\.js$|^stages\.js$/.test(i.target),
    );
    expect(sideways).toEqual([]);
  });
});

describe('the stages', () => {
  it('each need only what earlier ones give', () => {
    const given = new Set<string>(['report']);
    for (const stage of STAGES) {
      expect([stage.name, stage.needs.filter((need) => !given.has(need))]).toEqual([stage.name, []]);
      for (const field of stage.gives) given.add(field);
    }
  });
});
