import picocolors from 'picocolors';
import type { Answer } from '../answer/index.js';
import type { Evidenced } from '../relate/index.js';
import { Page, shortened } from './page.js';
import type { TextOptions } from './text.js';

/** Characters of a sentence, and reports behind a line, that are shown. */
const SHOWN = 160;
const REPORTS = 3;

/** An answer for the terminal: the verdict, and each line with the words and reports that carry it. */
export function answerText(answer: Answer, options: TextOptions): string {
  const c = picocolors.createColors(options.colour);
  const page = new Page(options.width);
  page.put(c.bold(answer.asked.text));
  page.put(`${answer.known ? c.cyan('→') : c.yellow('?')} ${answer.verdict}`);
  for (const section of answer.sections) {
    page.lay();
    page.put(c.bold(section.title));
    for (const line of section.lines) {
      page.put(`• ${line.text}`, '  ');
      const [first, ...rest] = line.told;
      if (first) page.put(c.dim(sourceText(first)), '    ');
      if (rest.length > 0) page.put(c.dim(`also: ${alsoText(rest)}`), '    ');
    }
  }
  for (const open of answer.asked.open) page.put(c.dim(`note: ${open}`));
  return page.text();
}

/** The words, their characters and the report: “Kim … met …” [120–171] · Sample Wire, 2025-09-03 · sample-prk-15. */
function sourceText({ event, report }: Evidenced): string {
  const span = event.evidence[0];
  const words = span ? `“${shortened(span.text, SHOWN)}” [${span.start}–${span.end}] · ` : '';
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
