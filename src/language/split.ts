import type { Span } from '../base/index.js';
import { abbreviation } from './abbreviations.js';

/** Capitalized, these begin a sentence far more often than they stand within one. */
const STARTER =
  /^(?:The|A|An|This|That|These|Those|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|There|Here|In|On|At|By|For|From|After|Before|Since|During|But|And|However|Although|While|When|If|As|With|Some|Many|Several|Both|What|Who|Why|How|Where|Meanwhile|Earlier|Later|Last|No|Not|One|Two|Also|So|Yet|Then|According|Despite|Under)$/;
/** Last characters of tokens that may end a sentence. */
const CLOSING: ReadonlySet<string> = new Set('.!?。！？…');
const ENDS = /^(?:[.!?。！？]|[.!?]{2,}|…+|\.{2,})$/;
const CLOSES = /^(?:["”’'»)\]]|['"]{2})$/;
/** Numbers of notes, as encyclopedias put them behind the sentence they belong to. */
const NOTES = /^(?:\s?\[\d{1,3}\])+(?=\s|$)/;
const OPENS = /^["“‘'«([\-–—•]$/;

/** Cuts the tokens of a stretch of text into sentences. Linear in their number. */
export function splitSentences(text: string, tokens: readonly Span[]): Span[][] {
  const out: Span[][] = [];
  let begun = 0;
  for (let i = 0; i < tokens.length; i++) {
    const last = endAt(text, tokens, begun, i);
    if (last === undefined) continue;
    out.push(tokens.slice(begun, last + 1));
    begun = last + 1;
    i = last;
  }
  if (begun < tokens.length) out.push(tokens.slice(begun));
  return out;
}

/** The last token of the sentence that ends with token `i` and the closing marks behind it; undefined where it goes on. */
function endAt(text: string, tokens: readonly Span[], begun: number, i: number): number | undefined {
  const { start, end } = tokens[i]!;
  const next = tokens[i + 1];
  if (next && next.start - end > 1 && /\n\s*\n/.test(text.slice(end, next.start).slice(0, 40))) return i;
  if (!CLOSING.has(text[end - 1]!)) return undefined;
  const form = text.slice(start, end);
  const mark = ENDS.test(form);
  if (!mark && !(form.endsWith('.') && form.length > 1)) return undefined;
  let last = i;
  while (last + 1 < tokens.length && joined(tokens, last) && CLOSES.test(formOf(text, tokens[last + 1])))
    last++;
  last +=
    NOTES.exec(text.slice(tokens[last]!.end, tokens[last]!.end + 60))?.[0].match(/[[\]]|\d+/g)?.length ?? 0;
  if (last + 1 >= tokens.length) return last;
  if (joined(tokens, last) && !/[.!?]["”]$/.test(text.slice(tokens[i]!.start, tokens[last]!.end)))
    return undefined;
  if (form === '.' && i - begun < 2 && /^[\d.]+$/.test(formOf(text, tokens[begun]))) return undefined;
  const closed = last > i;
  const after = following(text, tokens, last + 1);
  if (!mark) return endsWithAbbreviation(form, after, closed) ? last : undefined;
  return goesOn(formOf(text, tokens[last + 1]), after, closed) ? undefined : last;
}

/** After a full mark a sentence goes on with a small letter, with a mark that cannot begin one, and after an unfinished one. */
function goesOn(next: string, after: string, closed: boolean): boolean {
  if (/^\p{Ll}/u.test(after)) return !/^(?:i[A-Z]|e[A-Z])/.test(after);
  if (/^[,;:%)\]”’»]/.test(after)) return true;
  return closed && /^[—–-]+$/.test(next);
}

function endsWithAbbreviation(form: string, after: string, closed: boolean): boolean {
  const kind = abbreviation(form);
  if (kind === 'before') return false;
  if (kind === 'number') return !/^\d/.test(after) && STARTER.test(after);
  if (/^\p{Lu}\.$/u.test(form)) return closed && STARTER.test(after);
  if (/^(?:[ap]\.m|etc|al|Jr|Inc|Ltd|Corp)\.$/i.test(form))
    return (
      /^[\p{Lu}"“]/u.test(after) &&
      (closed || !/^(?:on|EST|GMT|ET|PT|UTC|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(after))
    );
  return STARTER.test(after);
}

/** The first word behind marks that open. */
function following(text: string, tokens: readonly Span[], from: number): string {
  let at = from;
  while (at + 1 < tokens.length && at < from + 3 && OPENS.test(formOf(text, tokens[at]))) at++;
  return formOf(text, tokens[at]);
}

const formOf = (text: string, token: Span | undefined): string =>
  token ? text.slice(token.start, token.end) : '';

const joined = (tokens: readonly Span[], i: number): boolean => tokens[i]!.end === tokens[i + 1]!.start;
