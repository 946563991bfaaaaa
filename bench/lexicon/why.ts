import { overlaps, type Span } from '../../src/base/index.js';
import { frameOf, readPair, Tree } from '../../src/code/index.js';
import { matchFrame } from '../../src/code/match.js';
import { type Reading, read } from '../../src/index.js';
import { nameOf, type Row, TODAY } from './examples.js';

/**
 * The first thing that goes wrong on the way from an example to its event: nobody known by the words of the source or target
 * (`source`, `target`); the word is no predicate with the row's lemma and part of speech (`predicate`); another row holds
 * (`row`); no row holds (`conditions`); the parties stand in none of the row's slots (`slots`).
 */
export type Cause = 'source' | 'target' | 'predicate' | 'row' | 'conditions' | 'slots';

/** Why an example does not come out right, with what was found instead. */
export function whyNot(row: Row): { readonly cause: Cause; readonly note: string } {
  const { text, source, target } = readPair(row.example, { open: true });
  const reading = read(text, { today: TODAY });
  if (!isKnown(reading, source)) return { cause: 'source', note: '' };
  if (target.length > 0 && !isKnown(reading, target)) return { cause: 'target', note: '' };
  const tree = new Tree(reading.document);
  const frames = reading.document.tokens.flatMap((token) => frameOf(tree, token.index) ?? []);
  const own = frames.filter(
    ({ lemma, index, pos }) =>
      pos === row.pos && [lemma, tree.token(index).lemma, tree.token(index).lower].includes(row.lemma),
  );
  if (own.length === 0) return { cause: 'predicate', note: tagsOf(tree, row.lemma) };
  const matches = own.map((frame) => matchFrame(tree, frame)?.reading.row);
  if (matches.includes(nameOf(row)))
    return { cause: 'slots', note: relationsOf(tree, [...source, ...target]) };
  const other = matches.find(Boolean);
  return other ? { cause: 'row', note: other } : { cause: 'conditions', note: '' };
}

function isKnown({ mentions, places }: Reading, spans: readonly Span[]): boolean {
  return spans.some(
    (span) =>
      mentions.some((m) => overlaps(m, span) && (m.resolution.actor || m.refersTo !== undefined)) ||
      places.some((p) => overlaps(p.span, span) && p.state),
  );
}

/** How the words that look like a predicate were read: `derided=derid/VERB`. */
function tagsOf(tree: Tree, lemma: string): string {
  const stem = lemma.split(' ')[0]!.slice(0, 3);
  return tree.document.tokens
    .filter((token) => token.lower.startsWith(stem))
    .map((token) => `${token.text}=${token.lemma}/${token.pos}/${token.deprel}`)
    .join(' ');
}

/** From what the parties hang: `nmod of truce`. */
function relationsOf(tree: Tree, spans: readonly Span[]): string {
  return spans
    .map((span) => {
      const inside = tree.document.tokens.filter((token) => overlaps(token, span));
      const head = inside.find((t) => t.head < 0 || !inside.some((other) => other.index === t.head));
      return head
        ? `${head.text}: ${head.deprel} of ${head.head < 0 ? '—' : tree.token(head.head).text}`
        : '';
    })
    .join(', ');
}
