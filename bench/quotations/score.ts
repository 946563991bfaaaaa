import type { Span } from '../../src/base/index.js';
import { type Quotation, read, type Source } from '../../src/index.js';
import type { Item, Label } from './labels.js';

const KINDS = ['direct', 'partial', 'mixed', 'indirect'] as const;

class Tally {
  wanted = 0;
  found = 0;
  right = 0;
  met = 0;
  kind = 0;
  speaker = 0;
  chain = 0;

  row(): Record<string, number> {
    const share = (a: number, b: number): number => Math.round((1000 * a) / b) / 1000;
    return {
      labels: this.wanted,
      precision: share(this.right, this.found),
      recall: share(this.met, this.wanted),
      F1: share(2 * this.right * this.met, this.right * this.wanted + this.met * this.found),
      'kind right': share(this.kind, this.met),
      'speaker right': share(this.speaker, this.met),
      'chain right': share(this.chain, this.met),
    };
  }
}

/**
 * Scores found quotations against labels by kind. Found: more than half of the words are common, seen from both sides.
 * Precision goes by the kind found, all else by the kind labelled; speaker and chain are those of the found ones.
 */
export function score(items: readonly Item[], errors: boolean): Record<string, Record<string, number>> {
  const tallies = new Map([...KINDS, 'all' as const].map((kind) => [kind, new Tally()]));
  for (const { id, text, labels } of items) {
    const found = told(read(text).quotations);
    const open = new Set(found);
    const show = (what: string, spans: readonly Span[], more = ''): void => {
      const words = spans.map((s) => text.slice(s.start, s.end)).join(' … ');
      if (errors) console.log(`${id} ${what} | ${words}${more && ` | ${more}`}`);
    };
    for (const label of labels) {
      const one = [...open].find((q) => same(q.content, label.content));
      if (one) open.delete(one);
      else show(`missed ${label.kind}`, label.content);
      const rightKind = one?.kind === label.kind;
      const rightSpeaker = !!one && speaks(one.speaker, label.speakers);
      const rightChain = !!one && passed(one, label);
      if (one && !rightKind) show(`${one.kind}, not ${label.kind}`, label.content);
      if (one && !rightSpeaker)
        show(`speaker, not ${label.speakers.join('/')}`, label.content, nameOf(one.speaker));
      if (one && !rightChain) show('chain', label.content, viaOf(one).map(nameOf).join(' < '));
      for (const key of [label.kind, 'all'] as const) {
        const tally = tallies.get(key)!;
        tally.wanted++;
        if (!one) continue;
        tally.met++;
        if (rightKind) tally.kind++;
        if (rightSpeaker) tally.speaker++;
        if (rightChain) tally.chain++;
      }
    }
    for (const quotation of found) {
      if (open.has(quotation)) show(`wrong ${quotation.kind}`, quotation.content, nameOf(quotation.speaker));
      for (const key of [quotation.kind, 'all'] as const) {
        const tally = tallies.get(key)!;
        tally.found++;
        if (!open.has(quotation)) tally.right++;
      }
    }
  }
  return Object.fromEntries([...tallies].map(([kind, tally]) => [kind, tally.row()]));
}

/** Words in marks within a clause of the same speaker are told by the clause. */
function told(quotations: readonly Quotation[]): Quotation[] {
  return quotations.filter(
    (q) => q.within === undefined || quotations[q.within]!.speaker?.span?.start !== q.speaker?.span?.start,
  );
}

function same(found: readonly Span[], label: readonly Span[]): boolean {
  const length = (spans: readonly Span[]): number => spans.reduce((sum, s) => sum + s.end - s.start, 0);
  const common = found.reduce(
    (sum, f) =>
      sum + label.reduce((n, l) => n + Math.max(0, Math.min(f.end, l.end) - Math.max(f.start, l.start)), 0),
    0,
  );
  return common > length(found) / 2 && common > length(label) / 2;
}

const nameOf = (source: Source | undefined): string =>
  source ? `${source.text} → ${source.stands?.text ?? ''} → ${source.actor?.name ?? ''}` : 'nobody';

/**
 * A proper name has to stand in what the speaker is called, or in the actor; of a description ("port official") all words
 * have to, the last of them as its head.
 */
function speaks(source: Source | undefined, labels: readonly string[]): boolean {
  if (!source) return false;
  const said = source.stands?.text ?? source.text;
  const all = words(`${said} ${source.actor?.kind === 'person' ? source.actor.name : ''}`);
  const first = words(said.split(/,|\b(?:of|for|at|in|from|who|with|near|on|by|familiar|close|to)\b/)[0]!);
  // "three people briefed on the matter"
  const head = first.findLast((word) => !/(?:ed|ing|known)$/.test(word));
  return labels.some((label) => {
    const wanted = words(label);
    const named = /\p{Lu}/u.test(label.split(' ').at(-1)!);
    return wanted.every((word) => all.includes(word)) && (named || head === wanted.at(-1));
  });
}

const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}|['’]s\b/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}-]+/gu) ?? [];

const viaOf = (quotation: Quotation): Source[] => quotation.chain.filter((source) => source.span);

function passed(quotation: Quotation, label: Label): boolean {
  const via = viaOf(quotation);
  return (
    via.length === label.via.length &&
    label.via.every((name, i) => words(name).every((word) => words(via[i]!.text).includes(word)))
  );
}
