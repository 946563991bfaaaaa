import { afterAdverbials, finiteAfter } from './adverbials.js';
import { phraseAfter } from './after.js';
import { phraseBefore } from './before.js';
import { isNoun } from './cues.js';
import { contentEnd } from './ends.js';
import { isTime, type Phrase } from './phrase.js';
import type { Speakers } from './speakers.js';
import type { Surface, Unit } from './surface.js';
import { trailing } from './trailing.js';

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
  if (isAside(surface, unit, at) || isPassedOn(surface, unit, at)) return undefined;
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

/** "drivers quoted by a lawyer", "quoted an official as saying", "quoting a relative": whose words it are, another word tells. */
function isPassedOn(surface: Surface, unit: Unit, at: number): boolean {
  const { xpos, lemma } = surface.token(at);
  if (
    xpos === 'VBN' &&
    surface.outer(unit, at + 1)?.lower === 'by' &&
    surface.outer(unit, at - 1)?.lower !== 'as'
  )
    return true;
  if (lemma !== 'quote' && lemma !== 'cite') return false;
  if (xpos === 'VBG') return true;
  for (let i = at + 1; i < Math.min(unit.last, at + 30); i++)
    if (surface.outer(unit, i)?.lower === 'as' && surface.outer(unit, i + 1)?.xpos === 'VBG') return true;
  return false;
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
    if (token.text === ',' && !commaAside(surface, unit, at)) break;
    if (/^(?:while|because|although|but)$/.test(token.lower)) break;
  }
  if (verb.kind === 'quote' || (verb.kind === 'think' && !verb.bare)) return undefined;
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

/** "found no evidence that the vote was rigged": the clause is the noun's. */
function hangsFromNoun(surface: Surface, that: number, cue: number): boolean {
  const { tree } = surface;
  const clause = tree.head(that);
  const noun = clause > that && tree.is(clause, 'acl') ? tree.head(clause) : -1;
  if (noun <= cue || noun >= that) return false;
  const token = surface.token(noun);
  return (
    token.pos === 'NOUN' && !isTime(token) && !isNoun(token.lemma, 'venue') && !surface.cueAt(cue)!.audience
  );
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
  if (hangsFromNoun(surface, that, cue)) return false;
  // "an audit of that money"
  if (/^(?:IN|TO)/.test(before.xpos) && surface.token(that).deprel === 'det') return false;
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

/** Whether a clause with its own subject and finite verb begins at a token. */
function bareClause(surface: Surface, unit: Unit, cue: number, at: number): boolean {
  const opening = surface.outer(unit, at);
  if (!opening && surface.cueAt(cue)!.bare) return opensWithMarks(surface, unit, at);
  if (!opening || !/^(?:NN|PRP|DT|JJ|CC|CD|EX|VBG|RB|IN|\$|PDT|WP|POS)/.test(opening.xpos)) return false;
  const verb = surface.cueAt(cue)!;
  const leads =
    /^(?:all|only|neither|either|both|none|no|each|there|about|around|nearly|some|at|over|more|up|most|many|few|both|almost)$/.test(
      opening.lower,
    );
  const gerund = verb.clause && opening.xpos === 'VBG' && at === cue + 1;
  if (/^(?:IN|CC|VBG|RB)/.test(opening.xpos) && !leads && !gerund) return false;
  // "…, said Ahmed, a farmer": the subject follows.
  const comma = surface.markOf(cue - 1) >= 0 || surface.outer(unit, cue - 1)?.text === ',';
  const turned = comma && surface.token(cue).xpos !== 'VBG';
  if (turned && !phraseBefore(surface, unit, cue)) return false;
  if (turned && isInserted(surface, unit, at)) return false;
  if (!verb.bare)
    return surface.tree.withRelation(cue, 'ccomp').some((i) => i > cue && !isInfinitive(surface, i));
  for (let i = at + 1; i < Math.min(unit.last, at + 40); i++) {
    const token = surface.token(i);
    if (token.text === ',' && verb.clause) continue;
    // "conceded a penalty which he had caused"
    if (/^(?:WP|WDT)/.test(token.xpos) && !verb.clause) return false;
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

/** "Museums, said Mauer, are required": the one who speaks stands between commas, the clause around. */
function isInserted(surface: Surface, unit: Unit, at: number): boolean {
  const who = phraseAfter(surface, unit, at, false);
  return (
    who !== undefined &&
    surface.outer(unit, who.last)?.text === ',' &&
    /^(?:VB[DZP]|MD)/.test(surface.outer(unit, who.last + 1)?.xpos ?? '')
  );
}

/** 'said “rumours” had doubled the count': the marks hold the subject of the clause. */
function opensWithMarks(surface: Surface, unit: Unit, at: number): boolean {
  const mark = surface.marks[surface.markOf(at)];
  if (
    mark?.first !== at ||
    /[,.?!]\s*$/.test(surface.document.report.text.slice(mark.inner.start, mark.inner.end))
  )
    return false;
  return /^(?:VBD|VBZ|VBP|MD)/.test(surface.outer(unit, mark.last)?.xpos ?? '');
}

function isInfinitive(surface: Surface, index: number): boolean {
  return surface.tree.markOf(index) === 'to';
}
