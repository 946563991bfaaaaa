/** Wordings by which outlets mark what is not the report itself. All are anchored and bounded. */

export type HeadingKind = 'synopsis' | 'takeaways';

const SYNOPSIS =
  /^(?:the )?(?:synopsis|summary|executive summary|abstract|in brief|story summary|ai (?:generated )?summary|tl;?dr|the gist)\s*:?$/i;
const TAKEAWAYS =
  /^(?:(?:the |our |\d+ )?(?:key|main|top|quick) (?:takeaways?|points?|facts|findings|highlights|developments|insights|moments|messages)|takeaways?|highlights|(?:article|story|news|report) (?:highlights|at a glance)|at a glance|in short|bullet points|what you need to know|(?:things|what) to know|why it matters: key points|the key points|the main points|the latest: key points)\s*:?$/i;

/** Whether a line is the heading of the outlet's own summary, and of which kind. */
export function summaryHeading(line: string): HeadingKind | undefined {
  if (line.length > 60) return undefined;
  if (SYNOPSIS.test(line)) return 'synopsis';
  return TAKEAWAYS.test(line) ? 'takeaways' : undefined;
}

const CREDIT =
  /^[\s*_([—–-]{0,4}(?:(?:additional |further )?(?:reporting|writing|editing|report|compiled|translated|edited|written|reported|graphics?|production|research|fact-checking) by\s|with (?:additional )?(?:reporting|inputs?|files|assistance|agency|agencies)\b|(?:this|the) (?:story|article|report|piece|post|copy|version|headline|item)[^.]{0,60}(?:\bwas|\bhas been|\bis) (?:\w+ly )?(?:updated|corrected|amended|published|edited|produced|translated|generated|auto|republished|provided|first)|(?:correction|clarification|editor[’']?s['’]? note|editors[’'] note|note to (?:readers|editors)|update|disclaimer)\s?[:—–(-]|our standards:|source: |sources?: [^.]{0,80}$|©|\(c\) \d{4}|copyright |all rights reserved|for more information|the (?:associated press|canadian press|washington post) (?:contributed|is solely)|(?:the )?(?:associated press|ap|reuters|afp|bbc|cnn|bloomberg)(?:[’']s)? [^.]{0,120}contributed to this (?:report|story|article)|[^.]{0,160}\bcontributed (?:reporting|to this (?:report|story|article|dispatch))|reporting from [^.]{0,60}; ?editing)/i;

/** A credit, a correction note or a copyright line that stands as its own paragraph. */
export function isCredit(paragraph: string): boolean {
  if (paragraph.length > 700) return false;
  return (
    CREDIT.test(paragraph) ||
    /^[([](?:agencies|ap|afp|reuters|ani|ians|pti|xinhua|tass|with [^)]{1,40} inputs?)[)\]]$/i.test(paragraph)
  );
}

const PERSON = "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s(?:de|van|von|bin|al|el|der|la|da|di|du|ter|ben))?";
const NAMES = `${PERSON}(?:\\s${PERSON}){0,4}`;
const BYLINE = new RegExp(
  `^(?:by|from|story by|words by|posted by|written by|report by|reported by)[\\s:]{1,3}${NAMES}(?:(?:,|\\s?[&|/·•-]|\\sand|\\sin|\\sat|\\sfor|\\swith|\\sof)\\s{1,2}(?:the\\s)?${NAMES}){0,9}(?:[\\s,|·•(-].{0,60})?$`,
  'iu',
);
const BYLINE_CASE = /^(?:[Bb][Yy]|From|FROM|[A-Z][a-z]+ by|[A-Z]+ BY)[\s:]{1,3}\p{Lu}/u;
const STAMP =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|issued|created|date|release date|issued on|time)\b\s?(?:on|at|:|—|–|-)?\s?.{0,80}\d.{0,60})$/i;
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE_LINE = new RegExp(
  `^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s)?(?:${MONTHS}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s${MONTHS},?\\s\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})(?:[\\s,|·•T-].{0,40})?$`,
  'i',
);
const AGENCY_LINE =
  /^(?:(?:the )?associated press|reuters|agence france-presse|afp|ap|xinhua|tass|bbc news|cnn|bloomberg|staff (?:writer|reporter|report|correspondent)s?|news desk|web desk|[a-z ]{0,30} (?:correspondent|staff|news desk|web desk|bureau))$/i;
const MINUTES = /^\d{1,3}[ -]?min(?:ute)?s? read$/i;

/** A byline, a date of publication or an agency's name that stands as its own line above the body. */
export function isByline(line: string): boolean {
  if (line.length > 200) return false;
  if (BYLINE_CASE.test(line) && BYLINE.test(line) && !/[.!?]$/.test(line.replace(/\b\p{Lu}\.$/u, '')))
    return true;
  if (line.length > 120) return false;
  return DATE_LINE.test(line) || STAMP.test(line) || AGENCY_LINE.test(line) || MINUTES.test(line);
}

const CAPTION_HEAD =
  /^[([]?(?:file (?:photo|image|picture|pic)|file\s?[-–—:]|photo\s?[:—–]|photo (?:by|credit|courtesy)|photograph(?:y|er)?\s?(?:by|:)|image\s?(?:by|:|credit|source|caption|copyright)|picture\s?:|pictured\s?:|caption\s?:|credit\s?:|illustration\s?[:—–]|graphic\s?:|map\s?:|video\s?:|watch\s?:|media caption|\(?(?:ap|afp|reuters|epa) (?:photo|file|image))/i;
const CAPTION_TAIL =
  /(?:\((?:ap|afp|epa)? ?(?:photo|image|file|picture|pool|getty)[^()]{0,80}\)|\([^()]{0,60}(?:getty images|via (?:ap|reuters|afp|getty)|(?:afp|epa|ap|reuters)\s?[/-]|handout)[^()]{0,40}\)|\b(?:photo|image|picture|credit|photograph|courtesy)s?\s?(?:by|:|credit:|courtesy)[^.]{1,60}|(?:reuters|afp|epa|ap|getty images?|sputnik|xinhua|anadolu)\s?\/\s?[^.]{2,60}|getty images|file photo|\[(?:file|photo)[^\]]{0,60}\])\.?$/i;

/** The caption of a picture that stands as its own paragraph. */
export function isCaption(paragraph: string): boolean {
  if (paragraph.length > 400) return false;
  if (CAPTION_HEAD.test(paragraph)) return true;
  return CAPTION_TAIL.test(paragraph.slice(-140)) && paragraph.length < 320;
}
