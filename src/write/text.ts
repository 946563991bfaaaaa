import picocolors from 'picocolors';
import type { Line } from '../answer/index.js';
import { slice } from '../base/index.js';
import type { ReadingJson } from './json.js';
import { Page, shortened } from './page.js';

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
  const page = new Page(options.width);
  page.put(c.bold(brief.question?.text ?? report.title ?? report.origin));
  page.put(
    c.dim(
      [report.outlet, `reported on ${date.date ?? 'an unknown day'} (${date.basis})`, report.origin]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  page.lay();
  page.put(`${c.cyan('→')} ${brief.answer.text}`);
  const section = (name: string, lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    page.lay();
    page.put(c.bold(name));
    for (const line of lines) {
      page.put(`• ${line.text}`, '  ');
      const first = line.evidence[0];
      if (first)
        page.put(
          c.dim(`“${shortened(slice(report.text, first), SHOWN)}” [${first.start}–${first.end}]`),
          '    ',
        );
    }
  };
  section('What happened', brief.synopsis);
  section('To take away', brief.takeaways);
  return page.text();
}
