import type { Surface, Unit } from './surface.js';

/** Tokens of a reported clause at most. */
const LONGEST = 400;

/** One past the last token of a reported clause: the unit's end, unless another attribution begins before. */
export function contentEnd(surface: Surface, unit: Unit, start: number, cue: number): number {
  const limit = Math.min(unit.last, start + LONGEST);
  for (let at = start + 1; at < limit; at++) {
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
  return trimEnd(surface, start, limit);
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
export function attributionWithin(surface: Surface, unit: Unit, from: number): boolean {
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
  if (!token || !/^(?:VBD|VBZ|VBG)/.test(token.xpos) || token.xpos !== surface.token(cue).xpos) return false;
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
