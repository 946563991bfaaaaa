import type { Span } from '../base/index.js';
import { isNoun } from './cues.js';
import { isTime, type Phrase, phraseAfter, phraseBefore } from './phrase.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';

/** A clause told in somebody's words. Token positions; `content` holds one stretch or two around the cue. */
export interface Reported {
  readonly cue: number;
  readonly content: readonly (readonly [number, number])[];
  readonly subject: Phrase | undefined;
  /** Explicit "that", or a clause without it, or the cue after its clause. */
  readonly by: 'that' | 'bare' | 'trailing';
}

const QUESTION = /^(?:whether|how|why|what|where|who|if|when)$/;
const REACH = 24;

/** The clauses that reporting verbs of a unit report. */
export function reportedClauses(surface: Surface, speakers: Speakers, unit: Unit): Reported[] {
  const out: Reported[] = [];
  for (let i = unit.first; i < unit.last; i++) {
    if (!surface.outer(unit, i)) continue;
    const found = reportedBy(surface, speakers, unit, i);
    if (found) out.push(found);
  }
  return out;
}

function reportedBy(surface: Surface, speakers: Speakers, unit: Unit, at: number): Reported | undefined {
  const cue = surface.cueAt(at);
  const gerundSubject = surface.token(at).xpos === 'VBG' && surface.cueAt(at - 1)?.clause;
  if (!cue || gerundSubject || cue.kind === 'turn' || surface.isNegated(at)) return undefined;
  const quotedAs = isQuotedAs(surface, at);
  if (surface.isPassive(at) && !quotedAs) return undefined;
  if (isAside(surface, unit, at)) return undefined;
  const start = contentStart(surface, unit, at);
  if (start) {
    while (start.at < unit.last && /^[,:;—–-]$/.test(surface.outer(unit, start.at)?.text ?? '')) start.at++;
    const end = withinRelative(surface, unit, at, start.at, contentEnd(surface, unit, start.at, at));
    const subject = speakers.subjectOf(unit, at);
    // "to determine whether": nobody has said it yet; "was quick to say that" has.
    const infinitive = surface.outer(unit, at - 1)?.xpos === 'TO';
    if (infinitive && (start.by === 'bare' || cue.kind !== 'say')) return undefined;
    if (end > start.at && subject) return { cue: at, content: [[start.at, end]], subject, by: start.by };
    return undefined;
  }
  return cue.kind === 'quote' ? undefined : trailing(surface, unit, at);
}

/** "The chancellor, who said the pipeline was private, faced protests": the clause ends with its relative clause. */
function withinRelative(surface: Surface, unit: Unit, cue: number, start: number, end: number): number {
  if (!/^W/.test(surface.outer(unit, cue - 1)?.xpos ?? '')) return end;
  for (let at = start; at < end - 1; at++)
    if (surface.outer(unit, at)?.text === ',' && /^(?:VB[DZPN]|MD)/.test(surface.token(at + 1).xpos))
      return at;
  return end;
}

/** "X was quoted as saying that" */
function isQuotedAs(surface: Surface, at: number): boolean {
  return (
    at >= 2 && surface.token(at - 1).lower === 'as' && /^(?:quoted|cited)$/.test(surface.token(at - 2).lower)
  );
}

/** "as reported by KCNA", "as he said": words passed on. */
function isAside(surface: Surface, unit: Unit, at: number): boolean {
  const before = surface.outer(unit, at - 1);
  return before?.lower === 'as' && surface.token(at).xpos !== 'VBG';
}

/** Where the clause begins that follows a reporting verb; undefined when none follows. */
function contentStart(
  surface: Surface,
  unit: Unit,
  cue: number,
): { at: number; readonly by: 'that' | 'bare' } | undefined {
  const verb = surface.cueAt(cue)!;
  for (let at = cue + 1; at < Math.min(unit.last, cue + REACH); at++) {
    const token = surface.token(at);
    const within = surface.markOf(at) >= 0;
    if (within) break;
    if (token.lower === 'that' && opensClause(surface, unit, at, cue)) return { at: at + 1, by: 'that' };
    if (
      QUESTION.test(token.lower) &&
      at - cue <= 6 &&
      (verb.kind === 'say' || (verb.kind === 'think' && verb.bare))
    ) {
      if (/^(?:if|when|where|who)$/.test(token.lower) && at > cue + 2) break;
      return { at, by: 'that' };
    }
    if (/^(?:VBD|VBZ|VBP|MD)/.test(token.xpos) || /^[;:.]$/.test(token.text)) break;
    if (token.xpos === 'VBG' && at > cue + 1 && surface.cueAt(at)) return undefined;
    if (token.text === ',' && (at > cue + 1 || !commaAside(surface, unit, at))) break;
    if (/^(?:while|because|although|but)$/.test(token.lower)) break;
  }
  if (verb.kind === 'quote') return undefined;
  const at = afterAdverbials(surface, unit, cue);
  return bareClause(surface, unit, cue, at) ? { at, by: 'bare' } : undefined;
}

/** A comma that opens an aside closed by another before "that": "said, in a statement, that". */
function commaAside(surface: Surface, unit: Unit, comma: number): boolean {
  for (let at = comma + 1; at < Math.min(unit.last, comma + 14); at++) {
    if (surface.token(at).text === ',') return surface.outer(unit, at + 1)?.lower === 'that';
    if (surface.token(at).lower === 'that') return true;
  }
  return false;
}

function opensClause(surface: Surface, unit: Unit, that: number, cue: number): boolean {
  const next = surface.outer(unit, that + 1);
  if (!next && surface.markOf(that + 1) < 0) return false;
  if (that === cue + 1) {
    // "said that day", "called that “…”": a determiner or pronoun.
    const token = surface.token(that);
    if (token.xpos === 'DT' && token.deprel === 'det' && !finiteAfter(surface, unit, that + 2)) return false;
    return finiteAfter(surface, unit, that + 1);
  }
  const before = surface.token(that - 1);
  // "reported an attack that killed": a relative clause of the noun, unless the noun is one spoken to or a venue.
  if (/^(?:VBD|VBZ|VBP|MD|VBN)/.test(next?.xpos ?? '')) return false;
  if (/^NN|^PRP/.test(before.xpos)) {
    const verb = surface.cueAt(cue)!;
    const adverbial = isTime(before) || isNoun(before.lemma, 'venue') || isNoun(before.lower, 'venue');
    const preposition =
      surface.outer(unit, cue + 1)?.pos === 'ADP' || surface.outer(unit, cue + 1)?.text === ',';
    if (!adverbial && !preposition && !verb.audience && surface.token(that).deprel !== 'mark') return false;
  }
  return finiteAfter(surface, unit, that + 1);
}

function finiteAfter(surface: Surface, unit: Unit, from: number): boolean {
  for (let at = from; at < Math.min(unit.last, from + 40); at++)
    if (/^(?:VBD|VBZ|VBP|MD|VB)$/.test(surface.token(at).xpos)) return true;
  return false;
}

/** Past "on Monday", "in a statement", "reporters", "late on Sunday". */
function afterAdverbials(surface: Surface, unit: Unit, cue: number): number {
  let at = cue + 1;
  const verb = surface.cueAt(cue)!;
  if (surface.outer(unit, at)?.xpos === 'RP') at++;
  if (verb.lemma.includes(' ')) at = cue + 2;
  if (verb.audience) {
    const told = phraseAfter(surface, unit, at);
    const next = told && surface.outer(unit, told.last);
    if (told && next && !/^(?:VBD|VBZ|VBP|MD)/.test(next.xpos)) at = told.last;
    else if (told && verb.lemma === 'tell' && /^PRP$|^NNS?$/.test(surface.token(at).xpos)) at++;
  }
  for (let steps = 0; steps < 4; steps++) {
    const next = skipAdverbial(surface, unit, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function skipAdverbial(surface: Surface, unit: Unit, from: number): number {
  const token = surface.outer(unit, from);
  if (!token) return from;
  if (token.xpos === 'RB' && !/^(?:there|not|only|just|even)$/.test(token.lower)) return from + 1;
  if (isTime(token) && /^NN|^JJ|^RB|^DT/.test(token.xpos)) {
    let at = from;
    while (surface.outer(unit, at) && (isTime(surface.token(at)) || surface.token(at).xpos === 'CD')) at++;
    return at;
  }
  if (!/^(?:IN|TO)/.test(token.xpos)) return from;
  for (let at = from + 1; at < from + 10; at++) {
    const next = surface.outer(unit, at);
    if (!next || next.pos === 'PUNCT' || /^(?:VBD|VBZ|VBP|MD|PRP$)/.test(next.xpos)) return from;
    if (
      isTime(next) ||
      isNoun(next.lemma, 'venue') ||
      /^(?:reporters|journalists|condition)$/.test(next.lower)
    ) {
      let end = at + 1;
      while (surface.outer(unit, end) && (isTime(surface.token(end)) || surface.token(end).xpos === 'CD'))
        end++;
      return end;
    }
  }
  return from;
}

/** Whether a clause with its own subject and finite verb begins at a token. */
function bareClause(surface: Surface, unit: Unit, cue: number, at: number): boolean {
  const opening = surface.outer(unit, at);
  if (!opening || !/^(?:NN|PRP|DT|JJ|CD|EX|VBG|RB|IN|\$|PDT|WP|POS)/.test(opening.xpos)) return false;
  const verb = surface.cueAt(cue)!;
  const leads = /^(?:all|only|there|about|around|nearly|some|at|over|more|up)$/.test(opening.lower);
  const gerund = verb.clause && opening.xpos === 'VBG' && at === cue + 1;
  if (/^(?:IN|VBG|RB)/.test(opening.xpos) && !leads && !gerund) return false;
  // "…, said Ahmed, a farmer": the subject follows.
  const turned = surface.markOf(cue - 1) >= 0 || surface.outer(unit, cue - 1)?.text === ',';
  if (turned && !phraseBefore(surface, unit, cue)) return false;
  if (!verb.bare)
    return surface.tree.withRelation(cue, 'ccomp').some((i) => i > cue && !isInfinitive(surface, i));
  for (let i = at + 1; i < Math.min(unit.last, at + 40); i++) {
    const token = surface.token(i);
    if (token.text === ',' && verb.clause) continue;
    if (/^[,;:]$/.test(token.text) && surface.tree.withRelation(cue, 'ccomp').every((c) => c < i))
      return false;
    if (token.xpos === 'CC' && /^VB/.test(surface.token(i + 1)?.xpos ?? '')) return false;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos))
      return !/^(?:WP|WDT)/.test(surface.token(i - 1).xpos) || i - at > 3;
    // "said the troops withdrew": the tagger may take the verb for a participle.
    if (verb.clause && /^VB[NP]?$/.test(token.xpos)) return true;
  }
  return surface.tree.withRelation(cue, 'ccomp').some((i) => i > cue && !isInfinitive(surface, i));
}

function isInfinitive(surface: Surface, index: number): boolean {
  return surface.tree.markOf(index) === 'to';
}

/** One past the last token of a reported clause: the unit's end, unless another attribution begins before. */
export function contentEnd(surface: Surface, unit: Unit, start: number, cue: number): number {
  for (let at = start + 1; at < unit.last; at++) {
    const token = surface.outer(unit, at);
    if (!token) {
      if (closesWithComma(surface, at) && opensAttribution(surface, unit, at + 1)) return at + 1;
      continue;
    }
    if (token.text === ';') return at;
    if (token.lower === 'as' && passesOn(surface, unit, at)) return at;
    if (token.text === ',' && opensAttribution(surface, unit, at + 1)) return at;
    if (token.xpos === 'CC' && opensCoordinate(surface, unit, at + 1, cue))
      return surface.token(at - 1).text === ',' ? at - 1 : at;
    if (/^(?:while|whereas)$/.test(token.lower) && attributionWithin(surface, unit, at + 1))
      return surface.token(at - 1).text === ',' ? at - 1 : at;
    if (token.lower === 'according' && surface.outer(unit, at + 1)?.lower === 'to') return at;
  }
  return trimEnd(surface, start, unit.last);
}

/** "…,” as reported": the comma stands within the marks. */
function closesWithComma(surface: Surface, at: number): boolean {
  const mark = surface.marks[surface.markOf(at)];
  return (
    mark !== undefined &&
    at === mark.last - 1 &&
    /,\s*$/.test(surface.document.report.text.slice(mark.inner.start, mark.inner.end).slice(-3))
  );
}

/** "as reported by KCNA", "as the ministry said" */
function passesOn(surface: Surface, unit: Unit, at: number): boolean {
  return (
    surface.outer(unit, at + 1)?.xpos === 'VBN' &&
    surface.cueAt(at + 1) !== undefined &&
    surface.outer(unit, at + 2)?.lower === 'by'
  );
}

/** ", adding that", ", according to", ", as reported by", ", but X said", ", state media reported". */
function opensAttribution(surface: Surface, unit: Unit, at: number): boolean {
  const token = surface.outer(unit, at);
  if (!token) return false;
  if (token.xpos === 'VBG' && (surface.cueAt(at) || /^(?:cite|quote|describe|call|refer)$/.test(token.lemma)))
    return true;
  if (token.lower === 'according') return true;
  if (token.lower === 'as' && /^VBN/.test(surface.outer(unit, at + 1)?.xpos ?? ''))
    return surface.cueAt(at + 1) !== undefined;
  if (/^(?:but|and|while|though|although|whereas)$/.test(token.lower))
    return attributionWithin(surface, unit, at + 1);
  return attributionWithin(surface, unit, at);
}

/** A noun phrase of few words and a reporting verb of its own. */
function attributionWithin(surface: Surface, unit: Unit, from: number): boolean {
  for (let at = from; at < from + 14; at++) {
    const token = surface.outer(unit, at);
    if (!token || token.text === ',' || token.pos === 'SCONJ') return false;
    if (/^(?:VBD|VBZ|VBP|VBN)/.test(token.xpos) && token.pos !== 'AUX') {
      const cue = surface.cueAt(at);
      return cue !== undefined && cue.kind !== 'quote' && at > from && !surface.isPassive(at);
    }
    if (/^(?:MD|TO|VB|W)/.test(token.xpos) && token.pos !== 'AUX') return false;
  }
  return false;
}

/** "said X and called for Y": a second reporting verb of the same tense and no subject of its own. */
function opensCoordinate(surface: Surface, unit: Unit, from: number, cue: number): boolean {
  let at = from;
  while (/^RB/.test(surface.outer(unit, at)?.xpos ?? '')) at++;
  const token = surface.outer(unit, at);
  if (!token || !/^(?:VBD|VBZ)/.test(token.xpos) || token.xpos !== surface.token(cue).xpos) return false;
  return surface.cueAt(at) !== undefined;
}

export function trimEnd(surface: Surface, first: number, last: number): number {
  let end = last;
  while (
    end > first &&
    /^[.,;:?!"”’»)\]—–-]+$/.test(surface.token(end - 1).text) &&
    surface.markOf(end - 1) < 0
  )
    end--;
  return end;
}

/** "…, the ministry said.", "…, said a spokesman.", "The convoy, the Red Cross said, had been waiting." */
function trailing(surface: Surface, unit: Unit, cue: number): Reported | undefined {
  const inverted =
    surface.outer(unit, cue - 1)?.text === ',' ? phraseAfter(surface, unit, cue + 1) : undefined;
  const subject = inverted ?? phraseBefore(surface, unit, cue);
  if (!subject) return undefined;
  const comma = inverted ? cue - 1 : subject.first - 1;
  if (surface.outer(unit, comma)?.text !== ',') return undefined;
  const first = openingOf(surface, unit, comma);
  if (first >= comma) return undefined;
  const follows = afterPlainAdverbials(surface, unit, Math.max(cue + 1, inverted?.last ?? 0));
  if (surface.markOf(follows) >= 0 || surface.outer(unit, follows)?.text === ':') return undefined;
  const resume = resumes(surface, unit, follows);
  const finite = hasOuterFinite(surface, unit, first, comma);
  if (!finite && (resume < 0 || comma - first > 12)) return undefined;
  if (resume < 0) return { cue, content: [[first, comma]], subject, by: 'trailing' };
  const end = contentEnd(surface, unit, resume, cue);
  return {
    cue,
    content: [
      [first, comma],
      [resume, end],
    ],
    subject,
    by: 'trailing',
  };
}

/** Where what is told before a trailing cue begins: after "But", and after another cue's own comma or "but". */
function openingOf(surface: Surface, unit: Unit, comma: number): number {
  let first = unit.first;
  for (let at = comma - 1; at >= Math.max(unit.first, comma - 80); at--) {
    if (surface.outer(unit, at)?.text === ';') {
      first = at + 1;
      break;
    }
  }
  if (surface.outer(unit, first)?.xpos === 'CC') first++;
  return first;
}

function hasOuterFinite(surface: Surface, unit: Unit, first: number, last: number): boolean {
  for (let i = Math.max(first, last - 120); i < last; i++)
    if (surface.outer(unit, i) && /^(?:VBD|VBZ|VBP|MD)/.test(surface.token(i).xpos)) return true;
  return false;
}

/** The token after the comma that ends "the Red Cross said", when the clause goes on there; -1 when it does not. */
function resumes(surface: Surface, unit: Unit, at: number): number {
  if (surface.outer(unit, at)?.text !== ',') return -1;
  const next = surface.outer(unit, at + 1);
  if (!next) return -1;
  if (/^(?:VBD|VBZ|VBP|MD)/.test(next.xpos)) return at + 1;
  if (next.xpos === 'CC' && finiteAfter(surface, unit, at + 2) && !attributionWithin(surface, unit, at + 2))
    return at + 1;
  return -1;
}

function afterPlainAdverbials(surface: Surface, unit: Unit, from: number): number {
  let at = from;
  for (let steps = 0; steps < 4; steps++) {
    const next = skipAdverbial(surface, unit, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Token positions as characters. */
export function spanOfTokens(surface: Surface, first: number, last: number): Span {
  return { start: surface.token(first).start, end: surface.token(last - 1).end };
}
