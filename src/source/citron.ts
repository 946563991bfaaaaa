import { type Span, slice } from '../base/index.js';
import type { Report } from '../read/index.js';
import type { Quotation } from './types.js';

interface Text {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The quotations of one report in the shape of BBC Citron's JSON; spans go into the report's text. */
export interface CitronRecord {
  readonly report: string;
  readonly file: string;
  readonly quotes: readonly {
    readonly id: number;
    readonly type: Quotation['kind'];
    readonly cue: Text | null;
    readonly sources: readonly Text[];
    readonly contents: readonly Text[];
    /** The actor, or the fullest name in the report of one who is no known actor: then without a code. */
    readonly speaker: { readonly name: string; readonly code: string | null } | null;
    readonly chain: readonly string[];
    readonly confidence: number;
    /** Id of the clause around these words, where they stand in one. */
    readonly within?: number;
  }[];
}

/** Makes a line of `rapport quotes`. */
export function citron(report: Report, quotations: readonly Quotation[]): CitronRecord {
  const text = (spans: readonly Span[]): Text => ({
    text: spans.map((span) => slice(report.text, span)).join(' … '),
    spans: spans.map(({ start, end }) => ({ start, end })),
  });
  return {
    report: report.id,
    file: report.origin,
    quotes: quotations.map((quotation, id) => {
      const { speaker, cue } = quotation;
      return {
        id,
        type: quotation.kind,
        cue: cue ? text([cue]) : null,
        sources: speaker?.span ? [text([speaker.span])] : [],
        contents: [text(quotation.content)],
        speaker: speakerOf(speaker),
        chain: quotation.chain.map((source) => source.text),
        confidence: quotation.confidence,
        ...(quotation.within === undefined ? {} : { within: quotation.within }),
      };
    }),
  };
}

function speakerOf(source: Quotation['speaker']): CitronRecord['quotes'][number]['speaker'] {
  if (source?.actor) return { name: source.actor.name, code: source.actor.code };
  return source?.stands ? { name: source.stands.text, code: null } : null;
}
