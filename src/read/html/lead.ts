import { letters } from '../same.js';
import { type El, textOf } from './dom.js';
import { namedLead } from './names.js';

/** A lead is a sentence or a few. */
const LEAST = 50;
const MOST = 900;

/**
 * The opening sentence that some sites set between title and text, outside of the text's own element. Only what stands
 * behind the title, ends as a sentence and is not said again in the text.
 */
export function findLead(root: El, first: El | undefined, title: string | undefined): El | undefined {
  if (!first || !title) return undefined;
  const state = { titled: false, done: false, wanted: letters(title) };
  const found = search(root, first, state);
  if (!found) return undefined;
  const start = letters(textOf(found)).slice(0, 60);
  return letters(textOf(first)).includes(start) ? undefined : found;
}

function search(
  el: El,
  first: El,
  state: { titled: boolean; done: boolean; wanted: string },
): El | undefined {
  for (const kid of el.kids) {
    if (typeof kid === 'string' || kid.note!.cut) continue;
    if (kid === first) state.done = true;
    if (state.done) return undefined;
    if (/^h[12]$/.test(kid.tag) && letters(textOf(kid)) === state.wanted) state.titled = true;
    else if (state.titled && isLead(kid)) return kid;
    const found = search(kid, first, state);
    if (found || state.done) return found;
  }
  return undefined;
}

function isLead(el: El): boolean {
  const note = el.note!;
  if (note.len < LEAST || note.len > MOST || note.links > note.len * 0.3 || !namedLead(el)) return false;
  return (
    /[.!?…。।؟”"][”"’)]?$/u.test(textOf(el)) &&
    !el.kids.some((kid) => typeof kid !== 'string' && kid.tag === 'h1')
  );
}
