import type { Token } from '../language/index.js';
import { headOf, isHyphened, isTime, LONGEST, NOMINAL, type Phrase } from './phrase.js';
import type { Surface, Unit } from './surface.js';

const STOP = /^(?:VBD|VBZ|VBP|VB$|MD|W|TO|RP|UH)/;

/** The noun phrase that ends before a reporting verb ("The ministry on Monday also |said"); undefined if none does. */
export function phraseBefore(surface: Surface, unit: Unit, cue: number): Phrase | undefined {
  let end = skipAdverbs(surface, unit, cue - 1);
  end = skipTimeBack(surface, unit, end);
  end = skipAdverbs(surface, unit, end);
  const token = surface.outer(unit, end);
  if (!token) return undefined;
  if (token.text === ',') return withApposition(surface, unit, cue, end);
  if (/^(?:WP|WDT)/.test(token.xpos) || (token.lower === 'that' && token.deprel.startsWith('nsubj')))
    return antecedent(surface, unit, end);
  return NOMINAL.test(token.xpos) ||
    isHyphened(surface, end) ||
    /^VB[NG]|^RB|^JJ/.test(token.xpos) ||
    /^d['’]\p{L}/u.test(token.lower)
    ? plain(surface, unit, cue, end)
    : undefined;
}

function skipAdverbs(surface: Surface, unit: Unit, from: number): number {
  let at = from;
  for (let token = surface.outer(unit, at); token; token = surface.outer(unit, --at)) {
    const helper =
      token.pos === 'AUX' ||
      /^(?:MD|RB)/.test(token.xpos) ||
      /^(?:also|then|later|both|too)$/.test(token.lower);
    if (!helper || (isTime(token) && !/^(?:later|earlier)$/.test(token.lower))) break;
  }
  return at;
}

/** Steps back over "late on Monday", "on 4 May", "this week", when a noun phrase is left before it. */
function skipTimeBack(surface: Surface, unit: Unit, from: number): number {
  const token = surface.outer(unit, from);
  if (!token || !(isTime(token) || /^\d{4}$/.test(token.text))) return from;
  let at = from;
  for (let t = surface.outer(unit, at); t; t = surface.outer(unit, --at)) {
    if (!(isTime(t) || t.xpos === 'CD' || /^(?:on|in|at|of|the|,)$/.test(t.lower))) break;
    if (t.lower === 'the' || (t.text === ',' && at < from - 1)) break;
  }
  const left = surface.outer(unit, at);
  return left && (NOMINAL.test(left.xpos) || left.text === ',') ? at : from;
}

function antecedent(surface: Surface, unit: Unit, relative: number): Phrase | undefined {
  let end = relative - 1;
  if (surface.outer(unit, end)?.text === ',') end--;
  return surface.outer(unit, end) ? plain(surface, unit, relative, end) : undefined;
}

/** "X, the head of Y, |said" takes in what stands between the commas; "X, on Monday, |said" does not. */
function withApposition(surface: Surface, unit: Unit, cue: number, comma: number): Phrase | undefined {
  const head = subjectOf(surface, unit, cue);
  let last = comma;
  let opening = commaBefore(surface, unit, comma);
  if (opening <= unit.first) {
    const single = plain(surface, unit, cue, comma - 1);
    return single?.first === unit.first ? single : undefined;
  }
  for (let steps = 0; opening > unit.first && steps < 4; steps++) {
    const inner = surface.token(opening + 1);
    const aside = /^(?:IN|RB|TO|VBG|CC)/.test(inner.xpos) && inner.lower !== 'the';
    if (aside) last = opening;
    const name = plain(surface, unit, cue, opening - 1);
    if (!name) return undefined;
    const before = surface.outer(unit, name.first - 1);
    const goesOn = before?.text === ',' && (head < 0 || head < name.first) && name.last - name.first < 25;
    const further = goesOn ? commaBefore(surface, unit, opening) : -1;
    const listed =
      further > unit.first && further === name.first - 1 && looksLikeName(surface, unit, further - 1);
    if (!listed)
      return hasVerb(surface, unit, opening + 1, comma) && !aside && !relative(inner)
        ? undefined
        : { first: name.first, last, head: name.head };
    opening = further;
  }
  return undefined;
}

function relative(token: Token): boolean {
  return /^(?:WP|WDT)/.test(token.xpos) || token.lower === 'whose';
}

/** Whether the words before a comma are a noun phrase from the start of their clause: no "Speaking in Paris," */
function looksLikeName(surface: Surface, unit: Unit, index: number): boolean {
  const token = surface.outer(unit, index);
  if (!token || !/^NN|^CD/.test(token.xpos) || hasVerb(surface, unit, unit.first, index)) return false;
  let first = index;
  while (first > unit.first && surface.outer(unit, first - 1) && surface.token(first - 1).text !== ',')
    first--;
  return !/^(?:VB|IN|RB|TO|CC)/.test(surface.token(first).xpos);
}

function hasVerb(surface: Surface, unit: Unit, from: number, to: number): boolean {
  for (let i = Math.max(from, to - LONGEST); i < to; i++) {
    const token = surface.outer(unit, i);
    if (token && /^(?:VBD|VBZ|VBP|MD)/.test(token.xpos)) return true;
  }
  return false;
}

function commaBefore(surface: Surface, unit: Unit, from: number): number {
  for (let at = from - 1; at > Math.max(unit.first, from - 40); at--) {
    const token = surface.outer(unit, at);
    if (!token || /^[;:.]$/.test(token.text)) return -1;
    if (token.text === ',') return at;
  }
  return -1;
}

/** The subject that the tree gives to a verb, left of it; -1 if none. */
function subjectOf(surface: Surface, unit: Unit, cue: number): number {
  const found = surface.tree.withRelation(cue, 'nsubj').filter((i) => i < cue && surface.outer(unit, i));
  return found.at(-1) ?? -1;
}

/** The phrase that ends with a token: back to the boundary of its clause, or to the noun after a verb's object. */
function plain(surface: Surface, unit: Unit, cue: number, end: number): Phrase | undefined {
  let left = end;
  let boundary: Token | undefined;
  for (; left >= unit.first && end - left < LONGEST; left--) {
    const token = surface.outer(unit, left);
    boundary = token;
    if (!token || breaks(surface, token)) break;
  }
  const start = left + 1;
  if (start > end) return undefined;
  const subject = subjectOf(surface, unit, cue);
  if (subject >= start && subject <= end && NOMINAL.test(surface.token(subject).xpos)) {
    let first = Math.max(surface.tree.extent(subject).first, start);
    while (
      first > start &&
      !/^(?:DT|PRP)/.test(surface.token(first).xpos) &&
      joinsLeft(surface.token(first - 1))
    )
      first--;
    return lead(surface, { first, last: end + 1, head: subject });
  }
  // "A former inmate who spoke to the radio |said": the relative clause belongs to the subject.
  const relatives =
    subject >= unit.first && subject < start ? surface.tree.withRelation(subject, 'acl:relcl') : [];
  if (relatives.some((clause) => surface.tree.under(end, clause))) {
    const { first } = surface.tree.extent(subject);
    return lead(surface, { first, last: end + 1, head: subject });
  }
  const afterVerb = boundary !== undefined && STOP.test(boundary.xpos) && left >= unit.first;
  return afterVerb || /^IN/.test(surface.token(start).xpos)
    ? base(surface, unit, start, end)
    : lead(surface, { first: start, last: end + 1, head: headOf(surface, start, end + 1) });
}

/** A word that stands in one noun phrase with the noun after it. */
function joinsLeft(token: Token): boolean {
  return /^(?:NN|JJ|CD|DT|POS|PRP\$|HYPH)/.test(token.xpos) && !isTime(token);
}

/** A dash between spaces, not the hyphen of "secretary-general". */
function isDash(surface: Surface, token: Token): boolean {
  return surface.document.tokens[token.index - 1]?.end !== token.start;
}

function breaks(surface: Surface, token: Token): boolean {
  // "the chargé d’affaires" is French, whatever the tag.
  if (/^d['’]\p{L}/u.test(token.lower) || isHyphened(surface, token.index)) return false;
  if (/^(?:,|;|:|\.|—|–|-LRB-|-RRB-|``|''|"|\(|\)|“|”|…)$/.test(token.text) && token.pos === 'PUNCT')
    return true;
  if (STOP.test(token.xpos)) return true;
  if (/^-+$/.test(token.text) && isDash(surface, token)) return true;
  return (
    token.deprel === 'mark' ||
    (/^(?:because|although|while|after|before|if|unless|since|than|that)$/.test(token.lower) &&
      token.xpos === 'IN')
  );
}

/** Without "But", "Meanwhile" at its head. */
function lead(surface: Surface, phrase: Phrase): Phrase | undefined {
  let { first } = phrase;
  while (first < phrase.head && /^(?:CC|RB|UH)/.test(surface.token(first).xpos)) first++;
  const head = surface.token(phrase.head);
  return NOMINAL.test(head.xpos) || head.pos === 'ADJ' ? { ...phrase, first } : undefined;
}

/** The last noun phrase of a stretch, with what "of" adds to it. */
function base(surface: Surface, unit: Unit, start: number, end: number): Phrase | undefined {
  let first = end;
  while (first > start) {
    const before = surface.outer(unit, first - 1);
    const determined = /^(?:DT|PRP\$)/.test(surface.token(first).xpos);
    const led = /^VB[NG]$/.test(before?.xpos ?? '') && surface.tree.is(first - 1, 'amod');
    if (!before || (!led && !/^(?:NN|JJ|CD|DT|POS|PRP\$|HYPH)/.test(before.xpos) && before.lower !== 'of'))
      break;
    if (determined && before.lower !== 'of') break;
    first--;
  }
  if (!NOMINAL.test(surface.token(end).xpos)) return undefined;
  return { first, last: end + 1, head: headOf(surface, first, end + 1) };
}
