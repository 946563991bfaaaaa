/** The longest stretch without white space that the tokenizer is given; longer ones are no words. */
const LONGEST_RUN = 60;
/** The same for white space, which it handles no better. */
const LONGEST_BLANK = 4;
const STAND_IN = 'Xrun';

/**
 * A copy of a text in which overlong runs of white space and of anything else are replaced by a short stand-in, so that a
 * tokenizer whose cost is not linear in the length of a word never sees one.
 */
export interface Shadow {
  readonly text: string;
  /** Offset in the original of an offset in the copy; offsets within a stand-in map to its start. */
  original(offset: number): number;
}

/** Makes the shadow of `text`. Linear in its length. */
export function shadowOf(text: string): Shadow {
  const cuts: { at: number; shift: number }[] = [];
  let out = '';
  let from = 0;
  let shift = 0;
  for (const run of text.matchAll(/\S+|\s+/g)) {
    const blank = /\s/.test(run[0][0]!);
    if (run[0].length <= (blank ? LONGEST_BLANK : LONGEST_RUN)) continue;
    const standIn = blank ? ' ' : STAND_IN;
    out += text.slice(from, run.index) + standIn;
    from = run.index + run[0].length;
    shift += run[0].length - standIn.length;
    cuts.push({ at: out.length, shift });
  }
  if (cuts.length === 0) return { text, original: (offset) => offset };
  out += text.slice(from);
  return { text: out, original: (offset) => offset + shiftAt(cuts, offset) };
}

/** The shift in force at an offset: that of the last cut at or before it (binary search). */
function shiftAt(cuts: { at: number; shift: number }[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : cuts[low - 1]!.shift;
}
