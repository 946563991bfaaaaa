import { type El, walk } from './dom.js';
import { namedBody } from './names.js';
import { standing } from './score.js';

/** The elements that together hold the article, in the order of the page; none where nothing looks like one. */
export function choose(root: El): El[] {
  const top = best(root);
  if (!top) return [];
  let chosen: El[] = [top];
  let at = top;
  const frame = framed(top);
  if (frame) {
    chosen = [frame];
    at = frame;
  }
  for (let level = 0; level < 4; level++) {
    const parent = at.parent;
    if (!parent?.note || parent.tag === '#root' || at.tag === 'body' || at.tag === 'main') break;
    if (at.tag === 'article' && at.note!.points > parent.note.points * 0.4) break;
    const joined = join(parent, at, top);
    if (joined.length > 1) chosen = merge(chosen, joined, at);
    at = parent;
  }
  return chosen;
}

function best(root: El): El | undefined {
  let top: El | undefined;
  let most = 0;
  walk(root, (el) => {
    if (el.note!.cut) return false;
    const value = standing(el);
    if (value > most) {
      most = value;
      top = el;
    }
    return undefined;
  });
  return top;
}

/** The element above that is named as the article's text, if it is no whole page. */
function framed(top: El): El | undefined {
  let found: El | undefined;
  for (let up: El | null = top.parent, level = 0; up?.note && level < 6; up = up.parent, level++) {
    if (up.tag === 'body' || up.note.points > top.note!.points * 2.5) break;
    if (namedBody(up) && up.note.links / Math.max(1, up.note.len) < 0.35) found = up;
  }
  return found;
}

/** The children of `parent` that go with `at`. */
function join(parent: El, at: El, top: El): El[] {
  const kids = parent.kids.filter((kid): kid is El => typeof kid !== 'string' && !kid.note!.cut);
  const headlines = kids.filter((kid) => /^h[1-3]$/.test(kid.tag)).length;
  return kids.filter((kid) => kid === at || belongs(kid, at, top, headlines > 2));
}

function belongs(kid: El, at: El, top: El, _listing: boolean): boolean {
  const note = kid.note!;
  const density = note.links / Math.max(1, note.len);
  if (density > 0.3 || note.points < 0.3) return false;
  const sameClass = !!kid.attrs.class && kid.attrs.class === at.attrs.class && kid.tag === at.tag;
  if (kid.tag === 'p' || kid.tag === 'blockquote')
    return note.points >= 0.6 || (density === 0 && note.points >= 0.3);
  if (kid.tag === 'article' && at.tag === 'article') return false;
  if (sameClass) return note.points > 0.5;
  return (
    namedBody(kid) ||
    (note.points >= top.note!.points * 0.2 && note.points / Math.max(1, note.len / 100) > 0.7)
  );
}

function merge(chosen: El[], joined: El[], at: El): El[] {
  return joined.flatMap((one) => (one === at ? chosen : [one]));
}
