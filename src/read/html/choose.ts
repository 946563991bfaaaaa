import { type El, walk } from './dom.js';
import { namedBody, namedSummary } from './names.js';
import { standing } from './score.js';

/** The elements that together hold the article, in the order of the page; none where nothing looks like one. */
export function choose(root: El): El[] {
  const first = best(root);
  if (!first) return [];
  const scope = titledArticle(root, first);
  const top = (scope && best(scope)) || first;
  const frame = framed(top);
  let at = frame ?? top;
  let chosen: El[] = [at];
  for (let level = 0; level < 4; level++) {
    const parent = at.parent;
    if (!parent?.note || parent.tag === '#root' || at.tag === 'body' || at.tag === 'main' || at === scope)
      break;
    if (at.tag === 'article' && at.note!.points > parent.note.points * 0.4) break;
    const joined = join(parent, at, top);
    if (joined.length > 1) chosen = wholly(parent, joined) ? [parent] : merge(chosen, joined, at);
    at = parent;
  }
  return chosen;
}

/** Whether nearly all of the parent's prose is in the children joined, so that its headings and short lines go along. */
function wholly(parent: El, joined: readonly El[]): boolean {
  if (/^(?:body|html|main|#root)$/.test(parent.tag)) return false;
  const points = joined.reduce((sum, one) => sum + one.note!.points, 0);
  const { len, links } = parent.note!;
  return points >= parent.note!.points * 0.85 && links < len * 0.3;
}

/** The `article` under the page's title, where the most prose stands in another: a page of several. */
function titledArticle(root: El, top: El): El | undefined {
  if (top.note!.titled || !root.note!.titled) return undefined;
  let found: El | undefined;
  walk(root, (el) => {
    if (found || el.note!.cut || !el.note!.titled) return false;
    if (el.tag === 'article' || /article/i.test(el.attrs.itemtype ?? '')) found = el;
    return undefined;
  });
  return found && found.note!.points >= 0.8 && !within(top, found) ? found : undefined;
}

function within(el: El, outer: El): boolean {
  for (let up: El | null = el; up; up = up.parent) if (up === outer) return true;
  return false;
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
  return kids.filter((kid) => kid === at || belongs(kid, at, top));
}

function belongs(kid: El, at: El, top: El): boolean {
  const note = kid.note!;
  const density = note.links / Math.max(1, note.len);
  if (density > 0.3) return false;
  if (namedSummary(kid) && note.len > 40 && note.len < 2500) return true;
  if (note.points < 0.3) return false;
  if (kid.tag === 'p' || kid.tag === 'blockquote') return note.points >= 0.6 || density === 0;
  // Several stories on a page each have their own title; the entries of a live report have not.
  if (kid.tag === 'article' && (at.note!.titled || hasTitle(kid))) return false;
  if (kid.tag === at.tag && kid.attrs.class && kid.attrs.class === at.attrs.class) return note.points > 0.5;
  return (
    namedBody(kid) ||
    (note.points >= top.note!.points * 0.2 && note.points / Math.max(1, note.len / 100) > 0.7)
  );
}

function hasTitle(el: El): boolean {
  return el.kids.some((kid) => typeof kid !== 'string' && (kid.tag === 'h1' || hasTitle(kid)));
}

function merge(chosen: El[], joined: El[], at: El): El[] {
  return joined.flatMap((one) => (one === at ? chosen : [one]));
}
