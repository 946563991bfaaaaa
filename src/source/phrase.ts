import type { Token } from '../language/index.js';
import { isNoun } from './cues.js';
import type { Surface, Unit } from './surface.js';

/** A noun phrase: tokens from `first` to `last`, one past the end, and its head. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

const NOMINAL = /^(?:NN|PRP|CD|DT|JJ|POS|EX|FW|\$|HYPH)/;
const STOP = /^(?:VBD|VBZ|VBP|VB$|MD|W|TO|RP|UH)/;
const LONGEST = 60;

export function isTime(token: Token): boolean {
  return isNoun(token.lower, 'time') || isNoun(token.lemma, 'time');
}

/** A word of time that is part of a name: "the Washington Post", "the Sunday Times", "Sydney Morning Herald". */
function inName(surface: Surface, at: number): boolean {
  const token = surface.token(at);
  const [before, after] = [surface.document.tokens[at - 1], surface.document.tokens[at + 1]];
  if (!/^\p{Lu}/u.test(token.text)) return false;
  return /^NNP/.test(after?.xpos ?? '') && /^(?:NNP|DT)/.test(before?.xpos ?? '') && !isTime(after!);
}

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
  return NOMINAL.test(token.xpos) || /^VB[NG]|^RB|^JJ/.test(token.xpos)
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
  if (subject >= start && subject <= end) {
    let first = Math.max(surface.tree.extent(subject).first, start);
    while (
      first > start &&
      !/^(?:DT|PRP)/.test(surface.token(first).xpos) &&
      joinsLeft(surface.token(first - 1))
    )
      first--;
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

/** The head noun: the last noun of the first run of nouns. */
export function headOf(surface: Surface, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const token = surface.token(i);
    const next = i + 1 < last ? surface.token(i + 1) : undefined;
    if (/^(?:NN|PRP$|CD)/.test(token.xpos) && !(next && /^(?:NN|POS|HYPH)/.test(next.xpos))) return i;
  }
  return last - 1;
}

/**
 * The noun phrase that starts at a token ("said |a spokesman for the ministry in Tehran"); undefined if none does.
 * Appositions are taken in unless asked not to.
 */
export function phraseAfter(
  surface: Surface,
  unit: Unit,
  start: number,
  appositions = true,
): Phrase | undefined {
  const opening = surface.outer(unit, start);
  if (!opening || !/^(?:NN|PRP|DT|JJ|CD|WP)/.test(opening.xpos)) return undefined;
  let last = nominalEnd(surface, unit, start);
  if (last <= start) return undefined;
  const head = headOf(surface, start, last);
  last = bracketEnd(surface, unit, last);
  for (let steps = 0; appositions && steps < 4; steps++) {
    const longer = appositionEnd(surface, unit, last);
    if (longer <= last) break;
    last = longer;
  }
  return { first: start, last, head };
}

/** Past "(KCNA)" after a name. */
function bracketEnd(surface: Surface, unit: Unit, last: number): number {
  if (surface.outer(unit, last)?.text !== '(') return last;
  for (let at = last + 1; at < last + 8; at++) {
    const token = surface.outer(unit, at);
    if (!token) return last;
    if (token.text === ')') return at + 1;
  }
  return last;
}

function nominalEnd(surface: Surface, unit: Unit, start: number): number {
  let at = start;
  for (
    let token = surface.outer(unit, at);
    token && at - start < LONGEST;
    token = surface.outer(unit, ++at)
  ) {
    if (NOMINAL.test(token.xpos)) {
      if (
        at > start &&
        isTime(token) &&
        !inName(surface, at) &&
        /^NN/.test(token.xpos) &&
        /^NN|^PRP$/.test(surface.token(at - 1).xpos)
      )
        break;
      if (
        at > start &&
        /^(?:DT|PRP)/.test(token.xpos) &&
        !/^(?:IN|CC|,|DT|PDT)/.test(surface.token(at - 1).xpos)
      )
        break;
      continue;
    }
    const next = surface.outer(unit, at + 1);
    if (token.xpos === 'CC' && next && /^(?:NN|DT|JJ|CD|PRP\$)/.test(next.xpos)) continue;
    if (/^(?:IN|TO)/.test(token.xpos) && joinsNoun(surface, unit, at)) continue;
    if (/^VB[NG]$/.test(token.xpos) && /^(?:amod|acl|compound)/.test(token.deprel) && next && at > start)
      continue;
    break;
  }
  let last = at;
  while (last > start && /^(?:IN|CC|TO|VB)/.test(surface.token(last - 1).xpos)) last--;
  return last;
}

/** Whether a preposition goes on with the noun ("for the ministry", "in Tehran") and not with the verb ("in a statement"). */
function joinsNoun(surface: Surface, unit: Unit, at: number): boolean {
  const word = surface.token(at).lower;
  if (word === 'by') return /^NN/.test(surface.token(at - 1).xpos);
  if (!/^(?:of|for|from|at|in|with|to|on|near|behind|inside|within|familiar)$/.test(word)) return false;
  for (let i = at + 1; i < at + 8; i++) {
    const token = surface.outer(unit, i);
    if (!token || token.pos === 'PUNCT' || /^(?:IN|VB|TO)/.test(token.xpos)) break;
    if (isTime(token)) return false;
    if (word !== 'of' && word !== 'for' && isNoun(token.lower, 'venue')) return false;
  }
  return word !== 'to' && word !== 'on' ? true : surface.tree.is(surface.token(at).head, 'nmod');
}

/** The end of ", a spokesman for Y" after a phrase; the same place when no apposition follows. */
function appositionEnd(surface: Surface, unit: Unit, last: number): number {
  if (surface.outer(unit, last)?.text !== ',') return last;
  const opening = surface.outer(unit, last + 1);
  if (!opening || !/^(?:DT|NN|JJ|CD|PRP\$)/.test(opening.xpos) || isTime(opening)) return last;
  // Two names in a row are two parties: "according to Reuters, Iran, …".
  const named = opening.xpos.startsWith('NNP') && surface.outer(unit, last - 1)?.xpos.startsWith('NNP');
  if (named) return last;
  const end = nominalEnd(surface, unit, last + 1);
  const after = surface.outer(unit, end);
  const closed = !after ? end >= unit.last || surface.markOf(end) >= 0 : /^[,.;]$/.test(after.text);
  return closed && end > last + 1 ? end : last;
}
