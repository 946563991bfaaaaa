/**
 * Builds data/language/names.tsv: words that occur in names, with the kinds of names they occur in. From data/world and
 * from the lexicon of the npm package compromise (MIT): `npm install --prefix DIR compromise efrt`, then
 * `npx tsx scripts/train/names.ts DIR`.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { dataPath, readTable } from '../../src/base/index.js';
import { rankOf } from '../../src/language/parser/index.js';

const folder = process.argv[2];
if (!folder) throw new Error('give the folder in which compromise and efrt are installed');
const load = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(`${folder}/node_modules/${file}`).href)) as Record<string, unknown>;
const { unpack } = (await load('efrt/src/index.js')) as { unpack(packed: string): Record<string, unknown> };
const packed = (await load('compromise/src/2-two/preTagger/model/lexicon/_data.js')).default as Record<
  string,
  string
>;

type Class = 'male' | 'female' | 'family' | 'state' | 'place' | 'body';
const found = new Map<string, { classes: Set<Class>; sources: Set<string> }>();

/** Words this frequent stand in names of many kinds and outside names. */
const TOO_COMMON = 1500;

function add(name: string, kind: Class, source: string): void {
  const words = name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .split(/[\s-]+/);
  for (const word of words) {
    if (!/^\p{L}[\p{L}\p{M}.'’]+$/u.test(word)) continue;
    if (words.length > 1 && (rankOf(word) ?? Number.POSITIVE_INFINITY) < TOO_COMMON) continue;
    const row = found.get(word) ?? { classes: new Set(), sources: new Set() };
    found.set(word, row);
    row.classes.add(kind);
    row.sources.add(source);
  }
}

const LISTS: Record<string, Class> = {
  ...{ MaleName: 'male', FemaleName: 'female', LastName: 'family', Country: 'state' },
  ...{ City: 'place', Region: 'place', Place: 'place', Organization: 'body', SportsTeam: 'body' },
};
for (const [list, kind] of Object.entries(LISTS))
  for (const name of Object.keys(unpack(packed[list]!))) add(name, kind, 'compromise (MIT)');

const split = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);
for (const row of readTable('world/states.tsv')) add(row.name!, 'state', row.source!);
for (const row of readTable('world/state-names.tsv'))
  if (row.type === 'name') add(row.name!, 'state', row.source!);
for (const row of readTable('world/places.tsv'))
  for (const name of [row.name!, ...split(row.aliases)]) add(name, 'place', row.source!);
for (const file of ['organizations', 'groups', 'outlets'])
  for (const row of readTable(`world/${file}.tsv`))
    for (const name of [row.name!, ...split(row.aliases), ...split(row.abbreviations)])
      add(name, 'body', row.source!);
for (const row of readTable('world/persons.tsv')) {
  for (const name of split(row.family)) add(name, 'family', row.source!);
  const given = row.name!.split(' ')[0]!;
  if (row.gender && given !== row.family) add(given, row.gender === 'f' ? 'female' : 'male', row.source!);
}

const lines = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, { classes, sources }]) =>
    [
      word,
      [...classes].sort().join('|'),
      [...sources]
        .map((s) => s.split(';')[0])
        .slice(0, 2)
        .join('; '),
    ].join('\t'),
  );
writeFileSync(dataPath('language/names.tsv'), `word\tclasses\tsource\n${lines.join('\n')}\n`);
console.log(`${lines.length} words`);
