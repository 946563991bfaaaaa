import { contains } from '../base/index.js';
import type { Document, Quoted } from '../language/index.js';
import { hasTitle } from './cues.js';

const NAMING = new Set('call dub name title entitle know codename nickname christen label'.split(' '));

/** A pair of marks that encloses words said, with the tokens it covers (marks included). */
export interface Mark extends Quoted {
  readonly first: number;
  readonly last: number; // one past the last token
  readonly part: number;
  readonly index: number;
}

/**
 * The pairs of marks that enclose words said. A name in marks is none: a “comprehensive partnership” treaty,
 * operation “Iron Sword”, the so-called “line of control”, a film titled “Red Tide”; nor are marks within marks.
 */
export function findMarks(document: Document, inBody: (part: number) => boolean): Mark[] {
  const { tokens, sentences } = document;
  const out: Mark[] = [];
  let at = 0;
  for (const quoted of quotedIn(document)) {
    while (at < tokens.length && tokens[at]!.end <= quoted.start) at++;
    let last = at;
    while (last < tokens.length && tokens[last]!.start < quoted.end) last++;
    if (at >= last || /^\s*$/.test(document.report.text.slice(quoted.inner.start, quoted.inner.end)))
      continue;
    const part = sentences[tokens[at]!.sentence]!.part;
    const outer = out.at(-1);
    if (!inBody(part) || (outer && contains(outer, quoted))) continue;
    const mark = { ...quoted, first: at, last, part, index: out.length };
    if (!isName(document, mark)) out.push(mark);
  }
  return out;
}

/** The pairs that typography shows; in headlines also 'such'. */
function quotedIn(document: Document): readonly Quoted[] {
  const { parts, text } = document.report;
  const more = parts
    .filter(({ kind }) => kind === 'headline')
    .flatMap(({ span }): Quoted[] =>
      [...text.slice(span.start, span.end).matchAll(/(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/gu)].map(
        (match) => {
          const start = span.start + match.index;
          const end = start + match[0].length;
          return { start, end, inner: { start: start + 1, end: end - 1 } };
        },
      ),
    );
  return more.length === 0
    ? document.quoted
    : [...document.quoted, ...more].sort((a, b) => a.start - b.start);
}

function isName(document: Document, mark: Mark): boolean {
  const { tokens, report } = document;
  const words = report.text.slice(mark.inner.start, mark.inner.end).trim().split(/\s+/);
  if (words.length > 8 || /[,?!]$/.test(words.at(-1)!)) return false;
  const sentence = document.sentences[tokens[mark.first]!.sentence]!;
  const before = mark.first > sentence.first ? tokens[mark.first - 1] : undefined;
  const after = mark.last < sentence.last ? tokens[mark.last] : undefined;
  if (after && /^NN/.test(after.xpos) && hasTitle(after.lemma)) return true;
  if (!before) return false;
  const leading = report.text.slice(Math.max(0, mark.start - 12), mark.start);
  if (/so[- ]called\W*$/i.test(leading)) return true;
  if (
    NAMING.has(before.lemma) &&
    /^VB[ND]$/.test(before.xpos) &&
    before.lemma !== 'call' &&
    !(before.lemma === 'label' && before.xpos === 'VBD')
  )
    return true;
  const naming = tokens[mark.first - 2];
  if (before.lower === 'as' && naming && naming.lemma === 'know') return true;
  if (before.lower === 'called' && !/^NNP?S?$|^PRP$|^WP$/.test(naming?.xpos ?? '')) return true;
  if (after && before.xpos === 'DT' && /^NN/.test(after.xpos) && words.every((word) => /^\p{Lu}/u.test(word)))
    return true;
  if (
    isTitled(words) &&
    (/^(?:DT|PRP\$|POS|NN|IN|CC)/.test(before.xpos) || /^(?:called|dubbed)$/.test(before.lower))
  )
    return true;
  const noun = /^NN/.test(before.xpos);
  const named =
    hasTitle(before.lemma) || isShipLike(before.lower) || (before.xpos === 'NN' && words.length > 1);
  return noun && named && words.every(isNameWord);
}

function isShipLike(word: string): boolean {
  return /(?:craft|ship|boat|cruiser|frigate|destroyer|carrier|tanker|missile|drone|rocket|satellite|fleet)$/.test(
    word,
  );
}

/** "Treaty of Friendship", "Why the River Moves": several words, all that matter with a capital. */
function isTitled(words: readonly string[]): boolean {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals >= 2 && words.every(isNameWord);
}

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|and|for|in|to|a|an|on|at|al)$/i.test(word);
}
