import { QuoteType, Tokenizer } from 'htmlparser2';

/** An element of a parsed page. Depth never exceeds `MAX_DEPTH`, so recursion over it is safe. */
export interface El {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  kids: Node[];
  parent: El | null;
  /** What scoring found out about the element; see score.ts. */
  note?: Note;
}

/** Measures of an element and all below it. */
export interface Note {
  /** Characters of text, and those of them inside links. */
  len: number;
  links: number;
  /** Points of the paragraphs below: about one for every hundred characters of prose. */
  points: number;
  /** Points as a candidate: near paragraphs count more than distant ones. */
  rank: number;
  /** Direct text of the element, that of inline children included. */
  own: number;
  ownLinks: number;
  cut: boolean;
  /** Whether the heading that is the title stands below. */
  titled: boolean;
  /** Whether the page itself says that the article's text stands below. */
  bodied: boolean;
}

export type Node = El | string;

const MAX_DEPTH = 200;
const VOID = words('area base br col embed hr img input link meta param source track wbr keygen frame');
const CLOSES_P = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul',
);
export const INLINE = words(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var',
);
const TABLE = words('table thead tbody tfoot tr td th caption');
const SCOPE = words('table td th caption object button html body');
/** Opening the key closes an open element of the values, as long as none of the walls stands between. */
const IMPLIED: Record<string, { shut: Set<string>; wall: Set<string> }> = {
  li: { shut: words('li'), wall: words('ul ol menu table td th') },
  dt: { shut: words('dt dd'), wall: words('dl table td th') },
  dd: { shut: words('dt dd'), wall: words('dl table td th') },
  tr: { shut: words('tr td th'), wall: words('table') },
  td: { shut: words('td th'), wall: words('tr table') },
  th: { shut: words('td th'), wall: words('tr table') },
  tbody: { shut: words('thead tbody tfoot tr td th'), wall: words('table') },
  tfoot: { shut: words('thead tbody tfoot tr td th'), wall: words('table') },
  option: { shut: words('option'), wall: words('select') },
  a: { shut: words('a'), wall: words('p div li td th table section article') },
};

/** A set of the space-separated words. */
export function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** Parses any string as HTML, in time linear in its length; broken markup is mended, never refused. */
export function parseHtml(html: string): El {
  const builder = new Builder();
  let name = '';
  let attrs: Record<string, string> = {};
  let attr = '';
  let value = '';
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (code) => builder.text(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attrs = {};
      },
      onattribname: (start, end) => {
        attr = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: (quote: QuoteType) => {
        if (!(attr in attrs)) attrs[attr] = quote === QuoteType.NoValue ? '' : value;
      },
      onopentagend: () => builder.open(name, attrs),
      onselfclosingtag: () => builder.open(name, attrs),
      onclosetag: (start, end) => builder.close(html.slice(start, end).toLowerCase()),
      oncdata: (start, end) => builder.text(html.slice(start, end)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return builder.root;
}

class Builder {
  readonly root: El = { tag: '#root', attrs: {}, kids: [], parent: null };
  private readonly stack: El[] = [this.root];
  /** Elements opened beyond the depth limit: their content goes to the deepest element kept. */
  private overflow = 0;

  private get top(): El {
    return this.stack[this.stack.length - 1] as El;
  }

  text(text: string): void {
    const kids = this.top.kids;
    const last = kids.length - 1;
    if (typeof kids[last] === 'string') kids[last] += text;
    else kids.push(text);
  }

  open(tag: string, attrs: Record<string, string>): void {
    if (tag === 'body') this.shut('head', words('body'));
    if ((tag === 'body' || tag === 'html') && this.stack.some((el) => el.tag === tag)) return;
    if (CLOSES_P.has(tag)) this.shut('p', SCOPE);
    const implied = IMPLIED[tag];
    if (implied) this.shutAny(implied.shut, implied.wall);
    const el: El = { tag, attrs, kids: [], parent: this.top };
    this.top.kids.push(el);
    if (VOID.has(tag)) return;
    if (this.stack.length >= MAX_DEPTH) this.overflow++;
    else this.stack.push(el);
  }

  close(tag: string): void {
    if (tag === 'br') this.open('br', {});
    if (tag === 'br' || tag === 'html' || tag === 'body') return;
    if (this.overflow > 0) {
      this.overflow--;
      return;
    }
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = (this.stack[at] as El).tag;
      if (open === tag) {
        this.stack.length = at;
        return;
      }
      if (INLINE.has(tag) && !INLINE.has(open)) return;
      if (SCOPE.has(open) && !TABLE.has(tag)) return;
    }
  }

  private shut(tag: string, wall: Set<string>): void {
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = (this.stack[at] as El).tag;
      if (open === tag) {
        this.stack.length = at;
        return;
      }
      if (wall.has(open)) return;
    }
  }

  private shutAny(shut: Set<string>, wall: Set<string>): void {
    let cut = -1;
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = (this.stack[at] as El).tag;
      if (wall.has(open)) break;
      if (shut.has(open)) cut = at;
    }
    if (cut > 0) this.stack.length = cut;
  }
}

/** Every element below `root` (and itself) in document order. */
export function* elements(root: El): Generator<El> {
  yield root;
  for (const kid of root.kids) if (typeof kid !== 'string') yield* elements(kid);
}

/** Calls `visit` for every element in document order; a visit that gives false skips what is below. */
export function walk(root: El, visit: (el: El) => boolean | undefined): void {
  if (visit(root) === false) return;
  for (const kid of root.kids) if (typeof kid !== 'string') walk(kid, visit);
}

/** All text below an element, white space squeezed. */
export function textOf(node: Node): string {
  const pieces: string[] = [];
  gather(node, pieces);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

function gather(node: Node, pieces: string[]): void {
  if (typeof node === 'string') pieces.push(node);
  else if (node.tag === 'br') pieces.push(' ');
  else for (const kid of node.kids) gather(kid, pieces);
}
