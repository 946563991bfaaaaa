import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Line } from '../answer/index.js';
import { type Span, slice } from '../base/index.js';
import type { ReadingJson } from './json.js';

export interface TextOptions {
  /** Columns of the terminal; lines are wrapped at them. */
  readonly width: number;
  readonly colour: boolean;
}

/** Characters of evidence shown behind a line before it is cut. */
const SHOWN = 160;

/** The brief of a reading for people: the answer, the acts, the registers, each with the words that carry it. */
export function briefText(reading: ReadingJson, options: TextOptions): string {
  const c = picocolors.createColors(options.colour);
  const { report, brief, date } = reading;
  const out: string[] = [];
  const put = (text: string, indent = ''): void => {
    const width = Math.max(20, options.width - indent.length);
    for (const line of wrapAnsi(text, width, { hard: true }).split('\n')) out.push(indent + line);
  };
  put(c.bold(brief.question?.text ?? report.title ?? report.origin));
  put(
    c.dim(
      [report.outlet, `reported on ${date.date ?? 'an unknown day'} (${date.basis})`, report.origin]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  out.push('');
  put(`${c.cyan('→')} ${brief.answer.text}`);
  const section = (name: string, lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    out.push('');
    put(c.bold(name));
    for (const line of lines) {
      put(`• ${line.text}`, '  ');
      const first = line.evidence[0];
      if (first) put(c.dim(`“${shown(report.text, first)}” [${first.start}–${first.end}]`), '    ');
    }
  };
  section('What happened', brief.synopsis);
  section('To take away', brief.takeaways);
  return `${out.join('\n')}\n`;
}

function shown(text: string, span: Span): string {
  const words = slice(text, span).replace(/\s+/g, ' ');
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN - 1)}…`;
}
