import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Answer } from '../answer/index.js';
import type { Evidenced } from '../relate/index.js';
import type { TextOptions } from './text.js';

/** Characters of a sentence, and reports behind a line, that are shown. */
const SHOWN = 160;
const REPORTS = 3;

/** An answer for the terminal: the verdict, and each line with the words and reports that carry it. */
export function answerText(answer: Answer, options: TextOptions): string {
  const c = picocolors.createColors(options.colour);
  const out: string[] = [];
  const put = (text: string, indent = ''): void => {
    const width = Math.max(20, options.width - indent.length);
    for (const line of wrapAnsi(text, width, { hard: true }).split('\n')) out.push(indent + line);
  };
  put(c.bold(answer.asked.text));
  put(`${answer.known ? c.cyan('→') : c.yellow('?')} ${answer.verdict}`);
  for (const section of answer.sections) {
    out.push('');
    put(c.bold(section.title));
    for (const line of section.lines) {
      put(`• ${line.text}`, '  ');
      const [first, ...rest] = line.told;
      if (first) put(c.dim(sourceText(first)), '    ');
      if (rest.length > 0) put(c.dim(`also: ${alsoText(rest)}`), '    ');
    }
  }
  for (const open of answer.asked.open) put(c.dim(`note: ${open}`));
  return `${out.join('\n')}\n`;
}

/** The words, their characters and the report: “Kim … met …” [120–171] · Sample Wire, 2025-09-03 · sample-prk-15. */
function sourceText({ event, report }: Evidenced): string {
  const span = event.evidence[0];
  const words = span ? `“${cut(span.text)}” [${span.start}–${span.end}] · ` : '';
  if (!report) return `${words}${event.coder}, row ${event.line}${event.url ? ` · ${event.url}` : ''}`;
  const where = report.url ?? report.given_id;
  return `${words}${[report.outlet ?? report.title, report.day].filter(Boolean).join(', ')} · ${where}`;
}

function alsoText(told: readonly Evidenced[]): string {
  const names = told.map(({ event, report }) =>
    report
      ? [report.outlet ?? report.title, report.day].filter(Boolean).join(', ') || report.given_id
      : `${event.coder}, row ${event.line}`,
  );
  const distinct = [...new Set(names)];
  const more = distinct.length - REPORTS;
  return distinct.slice(0, REPORTS).join('; ') + (more > 0 ? ` and ${more} more` : '');
}

function cut(words: string): string {
  const clean = words.replace(/\s+/g, ' ');
  return clean.length <= SHOWN ? clean : `${clean.slice(0, SHOWN - 1)}…`;
}
