import { readTable } from '../base/index.js';
import { nested, type Reach } from './reader/nest.js';
import { type Depth, greatest, isNumber, kindAt, readingOf } from './reader/read.js';
import { SENSES, sensesOf } from './reader/senses.js';
import type { Document, Mention, MentionKind, Token } from './types.js';

/** A mention with the logarithms of how likely each kind is, from the reader's first on; undefined for a number. */
interface Draft extends Reach {
  kinds: Float32Array | undefined;
}

/** The odds from which on a word heads a mention. */
const ODDS = 0;

/** Whether a common noun stands first of all for people or a body of them, by the word alone: no network is asked. */
export function isPeople({ lemma, lower }: Token): boolean {
  const [first] = sensesOf(lemma, lower);
  return first !== undefined && /^(?:person|organization|group)$/.test(SENSES[first] ?? '');
}

/** The kind of mention that a word heads, as its sentence alone tells; undefined where it heads none. */
export function kindOfHead(document: Document, { index, sentence }: Token): MentionKind | undefined {
  const draft = draftAt(document, sentence, index, 'kinds');
  return draft && kindOf(draft);
}

/**
 * All mentions of a document in the order of their beginnings, the longer first; `quick` by one network alone, which takes half
 * the time. Linear in its length.
 */
export function findMentions(document: Document, depth: 'quick' | 'full' = 'full'): Mention[] {
  const drafts = document.sentences.flatMap(({ index, first, last }) => {
    const found: Draft[] = [];
    for (let i = first; i < last; i++) {
      const draft = draftAt(document, index, i, depth);
      if (draft) found.push(draft);
    }
    return nested(found);
  });
  hearDocument(document.tokens, drafts);
  return drafts
    .map((draft) => mentionOf(document.tokens, draft))
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

const ITSELF = [0, 0] as const;

function draftAt(document: Document, sentence: number, head: number, depth: Depth): Draft | undefined {
  const reading = readingOf(document, sentence, depth);
  const at = head - document.sentences[sentence]!.first;
  const reach = depth === 'kinds' ? ITSELF : reading.reach[at];
  if (!reach) return undefined;
  const [none, ...some] = reading.scores[at]!;
  const likely = Math.log(some.reduce((sum, score) => sum + Math.exp(score), 0));
  const odds = likely - none!;
  if (odds <= ODDS && !isNumber(document.tokens[head]!)) return undefined;
  const kinds = odds > ODDS ? Float32Array.from(some, (score) => score - likely) : undefined;
  return { head, first: head - reach[0], last: head + reach[1], odds, kinds };
}

const kindOf = ({ kinds }: Draft): MentionKind => (kinds ? kindAt(1 + greatest(kinds)) : 'number');

function mentionOf(tokens: readonly Token[], draft: Draft): Mention {
  const { head, first, last } = draft;
  const { pos } = tokens[head]!;
  const form = pos === 'PRON' || pos === 'DET' ? 'pronoun' : pos === 'PROPN' ? 'name' : 'noun';
  return {
    ...{ start: tokens[first]!.start, end: tokens[last]!.end, form, head, first, last: last + 1 },
    kind: kindOf(draft),
    state: form === 'name' && isState(tokens, head),
  };
}

/** How much the other mentions of a name say of its kind, beside its own sentence. */
const HEARD = 0.8;

/** Mixes the kinds of each name with those that it has elsewhere in its document: one sentence alone tells too little of it. */
function hearDocument(tokens: readonly Token[], drafts: readonly Draft[]): void {
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { pos, lower } = tokens[draft.head]!;
    if (pos !== 'PROPN' || !draft.kinds) continue;
    const same = byName.get(lower);
    if (same) same.push(draft);
    else byName.set(lower, [draft]);
  }
  for (const same of byName.values()) {
    if (same.length < 2) continue;
    const mean = same[0]!.kinds!.map((_, k) =>
      Math.log(same.reduce((sum, { kinds }) => sum + Math.exp(kinds![k]!), 1e-6) / same.length),
    );
    for (const draft of same)
      draft.kinds = draft.kinds!.map((own, k) => (1 - HEARD) * own + HEARD * mean[k]!);
  }
}

let states: Set<string> | undefined;

/** Whether a name is that of a state: the head with the names before it. */
function isState(tokens: readonly Token[], head: number): boolean {
  states ??= new Set(readTable('world/states.tsv').map((row) => row.name!.toLowerCase()));
  let first = head;
  while (tokens[first - 1]?.head === head && tokens[first - 1]!.pos === 'PROPN') first--;
  const name = tokens.slice(first, head + 1).map((token) => token.lower);
  return states.has(name.join(' ')) || states.has(tokens[head]!.lower);
}
