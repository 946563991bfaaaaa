import { isNoun } from './cues.js';
import { headOf, isHyphened, isTime, LONGEST, NOMINAL, type Phrase } from './phrase.js';
import type { Surface, Unit } from './surface.js';

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
    if (NOMINAL.test(token.xpos) || isHyphened(surface, at)) {
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

/** A word of time that is part of a name: "the Washington Post", "the Sunday Times", "Sydney Morning Herald". */
function inName(surface: Surface, at: number): boolean {
  const token = surface.token(at);
  const [before, after] = [surface.document.tokens[at - 1], surface.document.tokens[at + 1]];
  if (!/^\p{Lu}/u.test(token.text)) return false;
  return /^NNP/.test(after?.xpos ?? '') && /^(?:NNP|DT)/.test(before?.xpos ?? '') && !isTime(after!);
}
