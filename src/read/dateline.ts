import type { Span } from '../base/index.js';
import type { Dateline } from './types.js';

/** No dateline is longer; nothing beyond is looked at. */
const REACH = 160;

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May\\.?|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY =
  '(?:Mon(?:day)?|Tues?(?:day)?|Wed(?:nesday)?|Thu(?:rs)?(?:day)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?!\\d)';
const YEAR = '(?:,?\\s(?:19|20)\\d\\d(?!\\d))?';
const CALENDAR = `(?:${MONTH}\\s${DAY}${YEAR}|${DAY}\\s${MONTH}(?![a-z])${YEAR}|(?:19|20)\\d\\d-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d)`;
const DATE = new RegExp(`(?:${WEEKDAY}\\.?,?\\s)?${CALENDAR}|${WEEKDAY}(?=[\\s,.(—–-])`, 'iy');
/** A date at the head of a paragraph that runs on without a mark: "Thursday, May 7, 2015 On Tuesday, …". */
const FULL_DATE = new RegExp(`${WEEKDAY},\\s(?:${MONTH}\\s${DAY},|${DAY}\\s${MONTH})\\s(?:19|20)\\d\\d`, 'y');

const WORD = /(?:\p{Lu}[\p{L}\p{M}’'-]*\.?(?:\p{Lu}\.)*)/uy;
/** Small words inside a place name: "Rio de Janeiro", "Isle of Man", "Frankfurt am Main". */
const JOINER =
  /(?:of|de|da|do|del|della|la|le|el|al|am|an|der|den|upon|on|sur|the|bin|and|und|y|et)(?=\s\p{Lu})/uy;
const AGENCY_NAME = /[\p{L}\d][\p{L}\d .&/,’'-]{1,40}/u;
const SEPARATOR = /\s{0,3}(?:(?:--|[—–―]|:)(?:\s|(?=["“‘(\p{Lu}]))|-\s)/uy;
const STOP = /\.\s/y;
/** Openings of a paragraph that look like a place before a dash or colon and are none. */
const NO_PLACE =
  /^(?:analysis|advertisement|background|breaking|by|caption|correction|editor|editorial|exclusive|explainer|fact ?check|factbox|file|graphic|image|interview|key|listen|live|moderator|more|news|note|opinion|photo|podcast|q|a|question|answer|read|related|see|source|sources|summary|timeline|update|updated|video|watch|why|what|who|how|when|where|but|and|in|on|at|from|for|as|if|by|after|during|following|before|since|under|amid|despite|today|yesterday|tomorrow|it|this|that|these|those|we|i|he|she|they|our|your|their|his|her|the|mr|mrs|ms|dr|president|minister|secretary|spokesperson)\b/i;
/** Agencies that open a report without parentheses or whose single name could be taken for a place. */
const AGENCIES =
  /^(?:AP|AFP|ANI|ANSA|APA|AZERTAC|BBC|Bernama|Bloomberg|CNA|CNBC|CNN|DPA|EFE|IANS|Interfax|IRNA|ISNA|KCNA|KUNA|Kyodo|NNA|PAP|PTI|QNA|Reuters|RIA|SANA|SPA|TASS|UNB|UPI|WAM|Xinhua|Yonhap)(?:$|[\s/-])/i;

interface Reader {
  readonly text: string;
  readonly end: number;
  at: number;
}

/**
 * The dateline at the head of the paragraph `span`, or nothing. A place alone must be set off by a dash or be in capitals
 * before a colon; with a date or an agency the looser forms of the wires are taken too. `strict` drops "Place: …".
 */
export function findDateline(text: string, span: Span, strict = false): Dateline | undefined {
  const reader: Reader = { text, end: Math.min(span.end, span.start + REACH), at: span.start };
  skip(reader, /[\s—–-]{0,4}/y);
  const start = span.start;
  const full = match(reader, FULL_DATE);
  if (full) return nextIsSentence(text, full.end) ? { span: full, date: full } : undefined;
  return bracketed(reader, start) ?? plain(reader, start, strict);
}

/** "(AP) —", "(New York) –", "(Bangkok, January 5, 2024) –". */
function bracketed(reader: Reader, start: number): Dateline | undefined {
  if (reader.text[reader.at] !== '(') return undefined;
  const close = reader.text.indexOf(')', reader.at);
  if (close < 0 || close > reader.end || close - reader.at > 60) return undefined;
  const inner = { start: reader.at + 1, end: close };
  const body = reader.text.slice(inner.start, inner.end);
  const after: Reader = { ...reader, at: close + 1 };
  const mark = match(after, SEPARATOR);
  if (AGENCIES.test(body))
    return { span: { start, end: mark ? trimEnd(reader.text, mark.end) : close + 1 }, agency: inner };
  if (!mark) return undefined;
  const head: Reader = { text: reader.text, end: close, at: inner.start };
  const place = readPlace(head);
  if (!place) return undefined;
  skip(head, /,\s/y);
  const date = match(head, DATE);
  if (head.at !== close) return undefined;
  return { span: { start, end: trimEnd(reader.text, mark.end) }, place, ...(date ? { date } : {}) };
}

function plain(reader: Reader, start: number, strict: boolean): Dateline | undefined {
  const text = reader.text;
  let place: Span | undefined;
  let date = match(reader, DATE);
  if (!date) {
    place = readPlace(reader);
    if (!place) return undefined;
    const before = reader.at;
    const apart = skip(reader, /(?:[.,]\s{0,3}|\s{1,3})[—–|-]\s|[.,]\s{1,3}/y);
    const name = text.slice(place.start, place.end);
    if (apart || (name === name.toUpperCase() && skip(reader, /\s/y))) date = match(reader, DATE);
    if (!date) reader.at = before;
  }
  const agency = readAgency(reader);
  let end = agency ? agency.end : (date?.end ?? place?.end ?? start);
  reader.at = end;
  const mark = match(reader, SEPARATOR);
  if (mark) end = trimEnd(text, mark.end);
  else if ((agency || date) && match(reader, STOP)) end = reader.at - 1;
  if (!accepted(text, { place, date, agency: agency?.name, mark, end }, strict)) return undefined;
  return {
    span: { start, end },
    ...(place && !(agency === undefined && AGENCIES.test(text.slice(place.start, place.end)))
      ? { place }
      : {}),
    ...(date ? { date } : {}),
    ...(agency ? { agency: agency.name } : bareAgency(text, place)),
  };
}

interface Found {
  readonly place: Span | undefined;
  readonly date: Span | undefined;
  readonly agency: Span | undefined;
  readonly mark: Span | undefined;
  readonly end: number;
}

function accepted(text: string, found: Found, strict: boolean): boolean {
  const { place, date, agency, mark, end } = found;
  if (!/\S/.test(text.slice(end, end + 40))) return false;
  const name = place ? text.slice(place.start, place.end) : '';
  if (NO_PLACE.test(name)) return false;
  const capitals = name === name.toUpperCase();
  const count = name.split(/\s+/).length;
  if (agency) return agencyFits(text.slice(agency.start, agency.end), found, count);
  if (!place) return false;
  if (date) return (mark !== undefined || text[end - 1] === '.') && (capitals || nextIsSentence(text, end));
  if (!mark || !nextIsSentence(text, end)) return false;
  // A speaker, not a place: "Putin: I think".
  if (SPEECH.test(text.slice(end, end + 12))) return false;
  const colon = text.slice(mark.start, mark.end).includes(':');
  const listed = /[,/]/.test(name);
  if (colon) return !strict && name.length > 1 && count <= (listed ? 4 : 2);
  if (text[mark.start] === '-' && text[mark.start + 1] !== '-') return false;
  if (capitals) return name.length > 1 && count <= 6;
  return /\s/.test(text[mark.start] ?? '') && count <= (listed ? 5 : 3);
}

const SPEECH = /^\s{0,3}(?:I|We|You|My|Our|Your|Yes|No|Thank|Thanks|Well|Please|Let)\b/;

/** Beside a date or before a dash any name will do; else "National Reform Council (NRC)" would be a dateline. */
function agencyFits(agency: string, { place, date, mark }: Found, count: number): boolean {
  if (!place && !date) return false;
  if (AGENCIES.test(agency)) return true;
  if (date) return true;
  return mark !== undefined && count <= 4 && /\p{Lu}/u.test(agency);
}

/** "CNN — …": the name before the dash is an agency, not a place. */
function bareAgency(text: string, place: Span | undefined): { agency?: Span } {
  return place && AGENCIES.test(text.slice(place.start, place.end)) ? { agency: place } : {};
}

/** Places joined by "/", "and" or a comma and a region: "GENEVA/NEW YORK", "BAKU, Azerbaijan", "New Delhi [India]". */
function readPlace(reader: Reader): Span | undefined {
  const start = reader.at;
  let end = start;
  for (let count = 0; count < 9; count++) {
    if (isDate(reader)) break;
    const word = match(reader, WORD) ?? match(reader, JOINER);
    if (!word) break;
    end = word.end;
    if (skip(reader, /\s?\/\s?(?=\p{Lu})/uy) || skip(reader, /\s(?=\p{L})/uy)) continue;
    if (skip(reader, /,\s(?=\p{Lu})/uy)) continue;
    const country = match(reader, /\s?\[[\p{L} ]{2,30}\]/uy);
    if (country) end = country.end;
    break;
  }
  while (end > start && /[\s,]/.test(reader.text[end - 1] ?? '')) end--;
  // "MOSCOW. June 3 (Interfax)": the full stop ends the place; "Washington, D.C." and "St. Louis" keep theirs.
  if (reader.text[end - 1] === '.' && /\p{L}{4}\.$/u.test(reader.text.slice(start, end))) end--;
  reader.at = end;
  return end > start ? { start, end } : undefined;
}

function isDate(reader: Reader): boolean {
  DATE.lastIndex = reader.at;
  return DATE.test(reader.text);
}

const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '/': '/' };

/** "(Reuters)", "/TASS/", "[Xinhua]", ", AZERTAC —" after place and date. */
function readAgency(reader: Reader): { name: Span; end: number } | undefined {
  const kept = reader.at;
  skip(reader, /[.,]?\s{0,3}(?:[—–|-]{1,2}\s{1,2})?/y);
  const close = BRACKETS[reader.text[reader.at] ?? ''];
  if (close) {
    const until = reader.text.indexOf(close, reader.at + 1);
    const name = { start: reader.at + 1, end: until };
    const words = until > 0 && until <= reader.end ? reader.text.slice(name.start, until) : '';
    if (words.length <= 45 && AGENCY_NAME.exec(words)?.[0] === words && !words.includes(', ')) {
      return { name, end: until + 1 };
    }
  } else if (AGENCIES.test(reader.text.slice(reader.at, reader.at + 20))) {
    const name = match(reader, WORD);
    if (name && SEPARATOR.test(at(SEPARATOR, reader))) return { name, end: name.end };
  }
  reader.at = kept;
  return undefined;
}

function at(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at;
  return reader.text;
}

function nextIsSentence(text: string, from: number): boolean {
  return /^\s{0,3}["“‘'«([]?[\p{Lu}\p{Lo}\d]/u.test(text.slice(from, from + 6));
}

function trimEnd(text: string, end: number): number {
  let last = end;
  while (/\s/.test(text[last - 1] ?? '')) last--;
  return last;
}

function match(reader: Reader, pattern: RegExp): Span | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found || found.index !== reader.at || found.index + found[0].length > reader.end + 1) return undefined;
  reader.at = found.index + found[0].length;
  return { start: found.index, end: reader.at };
}

function skip(reader: Reader, pattern: RegExp): boolean {
  const found = match(reader, pattern);
  return found !== undefined && found.end > found.start;
}
