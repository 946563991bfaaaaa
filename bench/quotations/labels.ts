import { readFileSync } from 'node:fs';
import type { Span } from '../../src/base/index.js';
import type { Quotation } from '../../src/index.js';

/** A quotation as labelled by reading. */
export interface Label {
  readonly content: readonly Span[];
  readonly cue?: Span;
  readonly kind: Quotation['kind'];
  /** Names or heads of which each is right. */
  readonly speakers: readonly string[];
  /** Through whom the words came, nearest to the speaker first. */
  readonly via: readonly string[];
}

export interface Item {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

/** The reports of a file of labels (bench/quotations/README.md gives the format). Throws an Error on a label without words. */
export function readLabels(name: string): Item[] {
  const file = readFileSync(new URL(name, import.meta.url), 'utf8');
  return file.split(/^# /m).slice(1).map(itemOf);
}

function itemOf(block: string): Item {
  const [title, ...lines] = block.trimEnd().split('\n');
  const id = title!.split(' ')[0]!;
  const marked = lines.filter((line) => !line.startsWith('= ')).join('\n');
  const { text, parts } = unmark(marked.trim());
  const labels = lines
    .filter((line) => line.startsWith('= '))
    .map((line): Label => {
      const [head, speakers, via] = line.slice(2).split('; ');
      const [number, kind] = head!.split(' ');
      const content = parts.get(`q${number}`);
      if (!content) throw new Error(`${id}: no words are marked {q${number}:…}`);
      const cue = parts.get(`c${number}`)?.[0];
      return {
        content,
        kind: kind as Label['kind'],
        speakers: speakers!.split('/'),
        via: via ? via.replace(/^via /, '').split(' < ') : [],
        ...(cue ? { cue } : {}),
      };
    });
  return { id, text, labels };
}

/** `{q1:words}`: the text without the marks, and where the words stand. */
function unmark(marked: string): { text: string; parts: Map<string, Span[]> } {
  const parts = new Map<string, Span[]>();
  const open: { key: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; ) {
    const opening = /^\{([scqv]\d):/.exec(marked.slice(at, at + 5));
    if (opening) {
      open.push({ key: opening[1]!, start: text.length });
      at += opening[0].length;
    } else if (marked[at] === '}' && open.length > 0) {
      const { key, start } = open.pop()!;
      parts.set(key, [...(parts.get(key) ?? []), { start, end: text.length }]);
      at++;
    } else text += marked[at++];
  }
  return { text, parts };
}
