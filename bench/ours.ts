/**
 * How many of our own sentences (data/training) are read end to end: whether an event joins the marked source to the marked
 * target, and under the root of its label. The learned models were trained on these sentences, so read the figures as an upper
 * bound for these and as a measure of what the rules and rows cover; other events of a sentence are not judged. Every second
 * sentence is kept: its errors are not looked at. Option: --errors prints what is missed of the open half, a line each, by
 * cause (tab-separated: cause, file and line, root, modality, sentence, our events).
 */
import { readFileSync } from 'node:fs';
import type { Span } from '../src/base/index.js';
import { type Event, GOLD15, type Party, read } from '../src/index.js';

export const about = 'our own training sentences read end to end: what the coder covers, by cause';

type Cause =
  | 'right'
  | 'root'
  | 'nothing'
  | 'no actors'
  | 'no source'
  | 'no target'
  | 'other sides'
  | 'act where none'
  | 'none';

interface Sentence {
  readonly where: string;
  readonly root: string;
  readonly modality: string;
  readonly text: string;
  readonly marked: string;
  readonly source: Span;
  readonly target: Span;
}

export async function run(): Promise<void> {
  const errors = process.argv.includes('--errors');
  const halves: Record<string, Record<string, number>> = { open: {}, kept: {} };
  const roots: Record<string, { all: number; pair: number; right: number }> = {};
  for (const file of ['pairs.tsv', 'codebook.tsv']) {
    for (const [at, sentence] of sentencesOf(file).entries()) {
      const half = at % 2 === 0 ? 'open' : 'kept';
      const { events, cause } = judged(sentence);
      const tally = halves[half]!;
      tally[cause] = (tally[cause] ?? 0) + 1;
      if (sentence.root !== 'NONE') {
        roots[sentence.root] ??= { all: 0, pair: 0, right: 0 };
        const counts = roots[sentence.root]!;
        counts.all++;
        if (cause === 'root' || cause === 'right') counts.pair++;
        if (cause === 'right') counts.right++;
      }
      if (errors && half === 'open' && cause !== 'right' && cause !== 'none') {
        const { where, root, modality, marked } = sentence;
        console.log([cause, where, root, modality, marked, events.map(shown).join(' ;; ')].join('\t'));
      }
    }
  }
  for (const [half, tally] of Object.entries(halves)) {
    const acts = Object.entries(tally).reduce(
      (sum, [cause, n]) => (cause === 'none' || cause === 'act where none' ? sum : sum + n),
      0,
    );
    const right = tally.right ?? 0;
    console.log(
      `${half}: ${acts} acts, pair and root right ${(right / acts).toFixed(3)}, pair ${((right + (tally.root ?? 0)) / acts).toFixed(3)}`,
      tally,
    );
  }
  console.table(roots);
}

function sentencesOf(file: string): Sentence[] {
  const lines = readFileSync(new URL(`../data/training/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.slice(1).map((line, at) => {
    const [root, modality] = line.split('\t') as [string, string];
    const marked = line.slice(line.lastIndexOf('\t') + 1);
    const plain = file === 'codebook.tsv' ? '' : modality;
    const text = marked.replace(/<\/?[st]>/g, '');
    const [source, target] = [spanOf(marked, 's'), spanOf(marked, 't')];
    return { where: `${file}:${at + 2}`, root, modality: plain, text, marked, source, target };
  });
}

/** The characters between the marks of a side, counted in the sentence without any marks. */
function spanOf(marked: string, side: 's' | 't'): Span {
  const offset = (mark: string): number =>
    marked.slice(0, marked.indexOf(mark)).replace(/<\/?[st]>/g, '').length;
  return { start: offset(`<${side}>`), end: offset(`</${side}>`) };
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function judged({ root, text, source, target }: Sentence): { events: readonly Event[]; cause: Cause } {
  const { events, mentions } = read(text);
  const at = (parties: readonly Party[], span: Span): boolean => parties.some((p) => meets(p.span, span));
  const pairs = events.filter(({ actors, recipients, reciprocal }) => {
    const all = [...actors, ...recipients];
    return reciprocal ? at(all, source) && at(all, target) : at(actors, source) && at(recipients, target);
  });
  const known = (span: Span): boolean => mentions.some((m) => meets(m, span) && m.resolution.actor);
  const cause = (): Cause => {
    if (root === 'NONE') return pairs.length > 0 ? 'act where none' : 'none';
    if (pairs.some((event) => GOLD15[event.root] === root)) return 'right';
    if (pairs.length > 0) return 'root';
    if (!known(source)) return known(target) ? 'no source' : 'no actors';
    if (!known(target)) return 'no target';
    return events.length > 0 ? 'other sides' : 'nothing';
  };
  return { events, cause: cause() };
}

function shown({ actors, recipients, root, modality, reciprocal, reasons }: Event): string {
  const side = (parties: readonly Party[]): string => parties.map(({ text }) => text).join(' + ') || '-';
  return `${side(actors)} ${reciprocal ? '<>' : '>'} ${side(recipients)}: ${root} ${modality} (${reasons[0]!.rule})`;
}
