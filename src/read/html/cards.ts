import { type El, textOf } from './dom.js';
import { namedBody } from './names.js';

/** Fewer cards than this are no listing. */
const LEAST = 3;

/** Children that are teasers of other stories: three or more of the same make, each with its linked headline. */
export function cards(parent: El): El[] {
  if (parent.kids.length < LEAST) return [];
  const groups = new Map<string, El[]>();
  for (const kid of parent.kids) {
    if (typeof kid === 'string' || kid.note!.cut || kid.tag === 'p' || kid.kids.length === 0) continue;
    const make = `${kid.tag} ${(kid.attrs.class ?? '').replace(/[\w-]*\d[\w-]*/g, '')}`;
    const group = groups.get(make);
    if (group) group.push(kid);
    else groups.set(make, [kid]);
  }
  const inBody = namedBody(parent);
  const found: El[] = [];
  for (const group of groups.values()) {
    if (group.length < LEAST) continue;
    // Within the article itself, a section under a linked heading is no teaser unless it is little but the link.
    const teasers = group.filter((el) => isCard(el) && (!inBody || el.note!.links > el.note!.len * 0.5));
    if (teasers.length >= LEAST && teasers.length >= group.length * 0.7) found.push(...teasers);
  }
  return found;
}

function isCard(el: El): boolean {
  const { len, links, points } = el.note!;
  if (len < 20 || len > 900 || points > 6 || links < 15) return false;
  return headline(el, false) && (links > len * 0.6 || hasHeading(el));
}

function hasHeading(el: El): boolean {
  return el.kids.some((kid) => typeof kid !== 'string' && (/^h[1-6]$/.test(kid.tag) || hasHeading(kid)));
}

/** A link to another page that is a heading, holds one or is most of the card. */
function headline(el: El, inHeading: boolean): boolean {
  for (const kid of el.kids) {
    if (typeof kid === 'string') continue;
    const heading = inHeading || /^h[1-6]$/.test(kid.tag);
    if (kid.tag === 'a' && kid.attrs.href && !kid.attrs.href.startsWith('#')) {
      if ((heading || hasHeading(kid) || kid.note!.len > el.note!.len * 0.5) && textOf(kid).length >= 12)
        return true;
    }
    if (headline(kid, heading)) return true;
  }
  return false;
}
