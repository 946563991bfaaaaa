import { findEntities, findMentions, type Mention, type MentionKind } from '../../src/language/index.js';
import { Coreference } from './coreference.js';
import { readGiven, readRaw, sentencesOf } from './ours.js';
import { RawScore } from './raw.js';
import { type Document, type GoldMention, goldMentions } from './treebank.js';
import { readByWink } from './wink.js';

/** Tags and trees with the treebank's own words, every token counted. */
export function withGoldTokens(documents: readonly Document[]): string {
  let n = 0;
  let tags = 0;
  let arcs = 0;
  let labelled = 0;
  for (const document of documents) {
    const { tokens, sentences } = readGiven(document);
    document.sentences.forEach((gold, s) => {
      const { first } = sentences[s]!;
      gold.forEach((word, i) => {
        const token = tokens[first + i]!;
        const right = (token.head < 0 ? -1 : token.head - first) === word.head;
        n++;
        if (token.pos === word.upos) tags++;
        if (right) arcs++;
        if (right && token.deprel === word.deprel) labelled++;
      });
    });
  }
  const share = (k: number): string => (k / n).toFixed(3);
  return `UPOS ${share(tags)}  UAS ${share(arcs)}  LAS ${share(labelled)}`;
}

/** From raw text, by us and by wink-nlp. */
export function fromRawText(documents: readonly Document[]): { ours: string; wink: string } {
  const ours = new RawScore();
  const wink = new RawScore();
  for (const document of documents) {
    ours.add(document, sentencesOf(readRaw(document.name, document.text)));
    wink.add(document, readByWink(document.text));
  }
  return { ours: ours.toString(), wink: wink.toString() };
}

/** Kinds of mention as the treebank calls them. */
const OURS: Readonly<Record<string, MentionKind>> = { time: 'date' };
const CLASSES = ['person', 'organization', 'place', 'date', 'event'] as const;

/** F1 of mentions by kind: of whole spans, of heads alone, and of names: the proper nouns around the head. */
export function ofMentions(documents: readonly Document[]): string[] {
  const rows = new Map<string, number[]>();
  const count = (kind: string, column: number): void => {
    for (const row of /^(?:person|organization|place)$/.test(kind) ? [kind, 'these three'] : [kind]) {
      const counts = rows.get(row) ?? new Array<number>(9).fill(0);
      counts[column]! += 1;
      rows.set(row, counts);
    }
  };
  for (const document of documents) {
    const gold = goldMentions(document).map((m) => ({ ...m, kind: OURS[m.kind] ?? m.kind }));
    const read = readGiven(document);
    const found = findMentions(read);
    tally(
      gold,
      found,
      (m) => `${m.first}:${m.last}`,
      (m) => `${m.first}:${m.last - 1}`,
      (kind, k) => count(kind, k),
    );
    tally(gold, found, headOfGold, headOf, (kind, k) => count(kind, 3 + k));
    const words = document.sentences.flat();
    const names = found.filter((m) => m.form === 'name');
    tally(
      gold.filter((m) => m.named),
      names,
      (m) => nameAround(m.head, m.first, m.last, (at) => words[at]!.upos === 'PROPN'),
      (m) => nameAround(m.head, m.first, m.last - 1, (at) => read.tokens[at]!.pos === 'PROPN'),
      (kind, k) => count(kind, 6 + k),
    );
  }
  return ['person', 'organization', 'place', 'these three', ...CLASSES.slice(3)].map((kind) => {
    const c = rows.get(kind)!;
    const f1 = (at: number): string => ((2 * c[at]!) / (c[at + 1]! + c[at + 2]!)).toFixed(3);
    return `${kind.padEnd(14)} spans ${f1(0)}  heads ${f1(3)}  names ${f1(6)}  (${c[1]} mentions, ${c[7]} names)`;
  });
}

/** First and last of the proper nouns in a row that hold the head. */
function nameAround(head: number, first: number, last: number, proper: (at: number) => boolean): string {
  let low = head;
  let high = head;
  while (low > first && proper(low - 1)) low--;
  while (high < last && proper(high + 1)) high++;
  return `${low}:${high}`;
}

const headOf = (m: Mention): string => `${m.head}`;
const headOfGold = (m: GoldMention): string => `${m.head}`;

/** Calls `count` with 0 for each mention that is right, 1 for each of the treebank and 2 for each found. */
function tally(
  gold: readonly GoldMention[],
  found: readonly Mention[],
  keyOfGold: (m: GoldMention) => string,
  keyOf: (m: Mention) => string,
  count: (kind: string, column: number) => void,
): void {
  const wanted = new Set(gold.map((m) => `${m.kind} ${keyOfGold(m)}`));
  for (const key of wanted) count(key.split(' ')[0]!, 1);
  for (const key of new Set(found.map((m) => `${m.kind} ${keyOf(m)}`))) {
    const kind = key.split(' ')[0]!;
    count(kind, 2);
    if (wanted.has(key)) count(kind, 0);
  }
}

/** Coreference of all mentions, exact spans, without singletons. */
export function ofCoreference(documents: readonly Document[]): string {
  const score = new Coreference();
  for (const document of documents) {
    const gold = new Map<string, string[]>();
    for (const m of goldMentions(document)) {
      const mentions = gold.get(m.entity);
      if (mentions) mentions.push(`${m.first}:${m.last}`);
      else gold.set(m.entity, [`${m.first}:${m.last}`]);
    }
    const found = findEntities(readGiven(document)).map(({ mentions }) =>
      mentions.map((m) => `${m.first}:${m.last - 1}`),
    );
    score.add([...gold.values()], found);
  }
  const { muc, b3, ceaf, conll } = score.scores();
  return `CoNLL F1 ${conll.toFixed(3)}  (MUC ${muc.f1.toFixed(3)}, B³ ${b3.f1.toFixed(3)}, CEAFe ${ceaf.f1.toFixed(3)})`;
}
