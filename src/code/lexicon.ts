import { readdirSync } from 'node:fs';
import { dataPath, readTable } from '../base/index.js';
import type { Modality, Root } from './types.js';

/** One condition on a frame; every condition of a row must hold. */
export type Condition =
  | {
      kind: 'object' | 'subject' | 'modifier' | 'infinitive' | 'case';
      lemmas: ReadonlySet<string> | undefined;
    }
  | { kind: 'preposition'; prepositions: ReadonlySet<string>; lemmas: ReadonlySet<string> | undefined }
  | { kind: 'intransitive' | 'clause' | 'gerund' };

/** Slots of a frame that name one side of an event, in order of preference. */
export interface Roles {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly reciprocal: boolean;
}

/** One reading of a predicate. Without a root, the pattern tells no event. */
export interface Reading {
  readonly row: string;
  readonly lemma: string;
  readonly pos: 'VERB' | 'NOUN' | 'ADJ';
  readonly conditions: readonly Condition[];
  readonly root?: Root;
  readonly mode?: string;
  readonly cameo?: string;
  readonly roles: Roles;
  readonly modality?: Modality;
  readonly weight: number;
}

interface Lexicon {
  /** By part of speech, then by lemma. */
  readonly readings: ReadonlyMap<string, ReadonlyMap<string, readonly Reading[]>>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

let loaded: Lexicon | undefined;
const NONE: readonly Reading[] = [];

/** The readings of a predicate, most specific first. */
export function readingsOf(lemma: string, pos: string): readonly Reading[] {
  return (
    lexicon()
      .readings.get(pos === 'PROPN' ? 'NOUN' : pos)
      ?.get(lemma) ?? NONE
  );
}

/** The verbs of the lexicon that a form may be of, where its lemma is misread: "derided" is of "deride". */
export function verbsOf(form: string): string[] {
  const stem = form.replace(/(?:ed|ing|es|s)$/, '');
  if (stem === form) return [];
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...doubled, stem.replace(/i$/, 'y')].filter(
    (verb) => readingsOf(verb, 'VERB').length > 0,
  );
}

/** Whether a lemma belongs to a word class of the lexicon. */
export function inClass(name: string, lemma: string): boolean {
  return lexicon().classes.get(name)?.has(lemma) ?? false;
}

function lexicon(): Lexicon {
  loaded ??= load();
  return loaded;
}

function load(): Lexicon {
  const classes = new Map<string, Set<string>>();
  for (const row of readTable('plover/word-classes.tsv')) {
    const name = row.class!.replace(/^@/, '');
    const members = classes.get(name) ?? new Set();
    members.add(row.lemma!);
    classes.set(name, members);
  }
  const readings = new Map<string, Map<string, Reading[]>>();
  for (const file of readdirSync(dataPath('plover/predicates')).sort()) {
    for (const row of readTable(`plover/predicates/${file}`)) {
      const ofPos = readings.get(row.pos!) ?? new Map<string, Reading[]>();
      readings.set(row.pos!, ofPos);
      const list = ofPos.get(row.lemma!) ?? [];
      ofPos.set(row.lemma!, list);
      list.push(readingOf(row, file, classes));
    }
  }
  for (const ofPos of readings.values())
    for (const list of ofPos.values())
      list.sort((a, b) => specificity(b) - specificity(a) || b.weight - a.weight);
  return { readings, classes };
}

function readingOf(row: Record<string, string>, file: string, classes: Map<string, Set<string>>): Reading {
  const conditions = row
    .with!.split(' ')
    .filter(Boolean)
    .map((text) => conditionOf(text, classes));
  return {
    row: `predicates/${file}: ${row.lemma} ${row.pos} ${row.with}`.trim(),
    lemma: row.lemma!,
    pos: row.pos as Reading['pos'],
    conditions,
    ...(row.root === '-' ? {} : { root: row.root as Root }),
    ...(row.mode ? { mode: row.mode } : {}),
    ...(row.cameo ? { cameo: row.cameo } : {}),
    roles: rolesOf(row.roles ?? ''),
    ...(row.modality ? { modality: row.modality as Modality } : {}),
    weight: Number(row.weight || 0.5),
  };
}

/** A listed object says more than a preposition, and a preposition with its object more than one without. */
function specificity(reading: Reading): number {
  return reading.conditions.reduce(
    (sum, c) => sum + ('lemmas' in c && c.lemmas ? 3 : c.kind === 'intransitive' ? 1 : 2),
    0,
  );
}

function conditionOf(text: string, classes: Map<string, Set<string>>): Condition {
  if (text === '!obj') return { kind: 'intransitive' };
  const [head = '', ...rest] = text.split(':');
  const words = (list: string | undefined): ReadonlySet<string> | undefined => {
    if (!list) return undefined;
    const out = new Set<string>();
    for (const word of list.split(',')) {
      if (word.startsWith('@')) for (const member of classes.get(word.slice(1)) ?? []) out.add(member);
      else out.add(word);
    }
    return out;
  };
  switch (head) {
    case 'obj':
      return { kind: 'object', lemmas: words(rest[0]) };
    case 'subj':
      return { kind: 'subject', lemmas: words(rest[0]) };
    case 'adj':
      return { kind: 'modifier', lemmas: words(rest[0]) };
    case 'to':
      return { kind: 'infinitive', lemmas: words(rest[0]) };
    case 'case':
      return { kind: 'case', lemmas: words(rest[0]) };
    case 'that':
      return { kind: 'clause' };
    case 'ing':
      return { kind: 'gerund' };
    case 'prep':
      return { kind: 'preposition', prepositions: new Set(splitPrepositions(rest[0])), lemmas: undefined };
    case 'pobj':
      return {
        kind: 'preposition',
        prepositions: new Set(splitPrepositions(rest[0])),
        lemmas: words(rest[1]),
      };
    default:
      throw new Error(`data/plover/predicates: unknown condition "${text}"`);
  }
}

/** Prepositions of several words are written with an underscore: `out_of`. */
function splitPrepositions(list = ''): string[] {
  return list.split(',').map((text) => text.replaceAll('_', ' '));
}

function rolesOf(text: string): Roles {
  const reciprocal = text.includes('<>');
  const [actors = '', recipients = ''] = text.split(reciprocal ? '<>' : '>');
  const slots = (list: string): string[] =>
    list
      .split(',')
      .filter(Boolean)
      .map((slot) => slot.replaceAll('_', ' '));
  return { actors: slots(actors), recipients: slots(recipients), reciprocal };
}
