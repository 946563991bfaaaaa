import { RapportError } from '../../base/index.js';
import { isoDate, type Report, readReports, reportFromHtml, reportFromText } from '../../read/index.js';
import { Refusal } from '../problems.js';
import { MOST_TEXT, type ReportInput } from '../schema/index.js';

/** Milliseconds that an address has to give its page. */
const TIMEOUT = 15_000;

/** The report in what was sent, or at the address. @throws Refusal, RapportError where it holds none */
export async function reportOf(input: ReportInput, mayFetch: boolean): Promise<Report> {
  const given = (['text', 'html', 'url'] as const).filter((field) => input[field] !== undefined);
  if (given.length !== 1)
    throw new Refusal('BAD_REQUEST', 'give one of text, html and url', given[1] ?? 'text');
  return checked(await found(input, mayFetch));
}

async function found(input: ReportInput, mayFetch: boolean): Promise<Report> {
  const meta = metaOf(input);
  if (input.text !== undefined) return reportFromText(input.text, { ...meta, origin: 'text' });
  if (input.html !== undefined) return reportFromHtml(input.html, { ...meta, origin: 'html' });
  if (!mayFetch) throw new Refusal('FETCH_OFF', undefined, 'url');
  // Anything else that the readers take (files, directories, `-`) is none of a request's business.
  if (!/^https?:\/\//i.test(input.url!))
    throw new Refusal('BAD_REQUEST', 'url: begin with http:// or https://', 'url');
  for await (const result of readReports([input.url!], { timeoutMs: TIMEOUT, maxBytes: 4 * MOST_TEXT })) {
    if (!result.ok) throw result.error;
    return { ...result.report, ...meta };
  }
  throw new RapportError('INPUT_EMPTY', input.url!, 'no report');
}

function metaOf(input: ReportInput): { outlet?: string; published?: string } {
  const published = isoDate(input.published);
  if (input.published !== undefined && !published)
    throw new Refusal('BAD_REQUEST', 'published: give an ISO 8601 day or time', 'published');
  return { ...(input.name ? { outlet: input.name } : {}), ...(published ? { published } : {}) };
}

function checked(report: Report): Report {
  if (report.text.trim() === '')
    throw new RapportError('INPUT_EMPTY', report.origin, 'nothing but white space');
  if (report.text.length > MOST_TEXT)
    throw new Refusal('BODY_TOO_LARGE', `the text is longer than ${MOST_TEXT} characters`);
  return report;
}
