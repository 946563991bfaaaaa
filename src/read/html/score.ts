import { letters } from '../same.js';
import { cards } from './cards.js';
import { type El, INLINE, type Note, textOf, words } from './dom.js';
import { isHidden, namedBody, naming } from './names.js';
import { weigh } from './weigh.js';

const GONE = words(
  'script style noscript template iframe object embed svg canvas audio video map select option datalist button input textarea progress meter dialog head link meta param source track picture img area base amp-ad amp-embed amp-sidebar amp-analytics amp-social-share amp-consent amp-video amp-iframe noembed frameset frame rp rt',
);
const ZONES = words('nav aside footer menu');
const ROLES = words('navigation complementary contentinfo search dialog alertdialog menu menubar toolbar');
const PARAGRAPHS = words('p blockquote pre');
const HOLDERS = words('div section article main td li dd dt center font span figcaption form body fieldset');

/** Measures every element below `root`, and marks as cut what cannot be the article. */
export function score(root: El, title: string | undefined): void {
  measure(root, false, { title: title ? letters(title) : '' });
  cutZones(root, root.note!.points);
  rank(root);
}

function blank(): Note {
  return {
    len: 0,
    links: 0,
    points: 0,
    rank: 0,
    own: 0,
    ownLinks: 0,
    cut: false,
    titled: false,
    bodied: false,
  };
}

/** Text lengths from below; `linked` is true inside of a link. */
function measure(el: El, linked: boolean, wanted: { title: string }): Note {
  const note = blank();
  el.note = note;
  if (GONE.has(el.tag)) {
    note.cut = true;
    return note;
  }
  const inLink = linked || (el.tag === 'a' && 'href' in el.attrs);
  let ends = 0;
  for (const kid of el.kids) {
    if (typeof kid === 'string') {
      const size = weigh(kid);
      note.len += size;
      note.own += size;
      if (inLink) {
        note.links += size;
        note.ownLinks += size;
      }
      if (size > 20) ends += stops(kid);
      continue;
    }
    const below = measure(kid, inLink, wanted);
    if (below.titled) note.titled = true;
    if (below.bodied) note.bodied = true;
    note.len += below.len;
    note.links += below.links;
    note.points += below.points;
    if (INLINE.has(kid.tag)) {
      note.own += below.own;
      note.ownLinks += below.ownLinks;
    }
  }
  // Only the first heading that says the title is the title; a teaser may say it again further down.
  if (wanted.title && /^h[1-4]$/.test(el.tag) && note.len < 400 && letters(textOf(el)) === wanted.title) {
    note.titled = true;
    wanted.title = '';
  }
  if (/\barticlebody\b/i.test(el.attrs.itemprop ?? '')) note.bodied = true;
  if (!INLINE.has(el.tag) && note.own >= 25) note.points += points(el, note, ends);
  return note;
}

function points(el: El, note: Note, ends: number): number {
  if (!PARAGRAPHS.has(el.tag) && !HOLDERS.has(el.tag)) return 0;
  const prose = 1 - note.ownLinks / Math.max(1, note.own);
  const sentences = ends > 0 ? 1 : 0.4;
  const list = el.tag === 'li' || el.tag === 'dd' || el.tag === 'dt' ? 0.5 : 1;
  return (note.own / 100) * prose * prose * sentences * list;
}

function stops(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 || code === 33 || code === 63) {
      const next = text.charCodeAt(i + 1);
      if (Number.isNaN(next) || next <= 34 || next === 0x201d || next === 0xa0 || next === 39) count++;
    } else if (code === 0x3002 || code === 0x964 || code === 0x6d4 || code === 0xff01 || code === 0x61f)
      count++;
    else if (code === 44 && i > 30) count += 0.34;
  }
  return count;
}

/** Marks zones that are not the article, unless most of the page's prose or its title stands in them. */
function cutZones(el: El, total: number): void {
  for (const card of cards(el)) if (!card.note!.titled && !card.note!.bodied) card.note!.cut = true;
  for (const kid of el.kids) {
    if (typeof kid === 'string' || kid.note!.cut) continue;
    const note = kid.note!;
    const limit = cutLimit(kid);
    if (limit > 0 && note.points <= total * limit && !note.titled && !note.bodied) {
      if (note.points > 1 && kid.tag === 'p') cutZones(kid, total);
      else {
        note.cut = true;
        continue;
      }
    }
    cutZones(kid, total);
  }
}

/** The share of the page's prose up to which the element is cut; 0 for never. */
function cutLimit(el: El): number {
  const note = el.note!;
  if (isHidden(el)) return el.tag === 'body' || el.tag === 'html' ? 0 : 0.5;
  if (ZONES.has(el.tag)) return 0.8;
  const role = el.attrs.role;
  if (role && ROLES.has(role.toLowerCase())) return 0.8;
  if (el.tag === 'form') return 0.3;
  if (el.tag === 'figure')
    return holds(el, /^(?:table|blockquote|p)$/) && !holds(el, /^figcaption$/) ? 0 : 0.4;
  if (el.tag === 'figcaption') return 0.4;
  if (el.tag === 'body' || el.tag === 'html' || el.tag === 'main' || el.tag === 'article') return 0;
  const name = naming(el);
  if (name === 'zone' && note.points >= 2 && namedBody(el)) return 0.1;
  if (name === 'comments') return 0.85;
  if (name === 'strong' && !/^(?:p|span|a|b|strong|em|i|h\d)$/.test(el.tag)) return 0.7;
  if (name === 'zone' || name === 'strong')
    return /^(?:p|span|a|b|strong|em|i|h\d)$/.test(el.tag) ? (note.len < 200 ? 0.3 : 0) : 0.4;
  if (name === 'small')
    return note.len < 240 && note.points < 1.6 && el.tag !== 'a' && !/^h\d$/.test(el.tag) ? 0.25 : 0;
  return 0;
}

function holds(el: El, tags: RegExp): boolean {
  return el.kids.some((kid) => typeof kid !== 'string' && (tags.test(kid.tag) || holds(kid, tags)));
}

/** Gives each element the points of the paragraphs close to it, and takes cut parts out of all measures. */
function rank(el: El): void {
  const note = el.note!;
  if (note.cut) return;
  let below = 0;
  for (const kid of el.kids) {
    if (typeof kid === 'string') continue;
    const inner = kid.note!;
    if (inner.cut) {
      note.len -= inner.len;
      note.links -= inner.links;
      below -= inner.points;
      continue;
    }
    const was = { ...inner };
    rank(kid);
    note.len += inner.len - was.len;
    note.links += inner.links - was.links;
    below += inner.points - was.points;
  }
  note.points = Math.max(0, note.points + below);
  credit(el);
}

/** Hands an element's own paragraph points to itself and the three elements above. */
function credit(el: El): void {
  const own = el.kids.reduce(
    (sum, kid) => sum - (typeof kid === 'string' || kid.note!.cut ? 0 : kid.note!.points),
    el.note!.points,
  );
  if (own < 0.25) return;
  let share = 1;
  let up: El | null = PARAGRAPHS.has(el.tag) || el.tag === 'li' ? el.parent : el;
  for (let level = 0; up && level < 4; level++) {
    if (up.note) up.note.rank += own * share;
    share = level === 0 ? 0.5 : share * 0.5;
    up = up.parent;
  }
}

/** The rank of an element after link density and names. */
export function standing(el: El): number {
  const note = el.note!;
  const density = note.links / Math.max(1, note.len);
  const factor = namedBody(el) ? 1.6 : el.tag === 'article' || el.tag === 'main' ? 1.2 : 1;
  return note.rank * (1 - density) * factor;
}
