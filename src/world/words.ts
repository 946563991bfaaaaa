import { remembered, type Span } from '../base/index.js';

/** One word of a text as names are compared: folded, without dots or apostrophes. */
export interface Word extends Span {
  /** Lower case, without diacritics, dots, apostrophes and the possessive ending. */
  readonly key: string;
  readonly text: string;
  readonly capital: boolean; // begins with a capital letter
  readonly caps: boolean; // has no small letter, and at least two capitals
  readonly possessive: boolean;
  /** What stands before the word: nothing that ends a name (a blank, a hyphen), or something that does. */
  readonly joined: boolean;
  readonly hyphen: boolean; // a hyphen, dash or slash without blanks stands before the word
  readonly comma: boolean; // a comma stands before the word
}

const WORD =
  /(?:\p{Lu}\.){2,}|(?:\p{L}\p{M}*|\p{N})(?:[\p{L}\p{M}\p{N}]|[’'ʻʼ`](?=\p{L})|[.,](?=\p{N})|&(?=\p{L}))*/gu;
const POSSESSIVE = /[’'ʼ`]s$/i;
const GAP = /^(?:[ \t\u00a0\u202f]{1,3}|[ \t]?\n[ \t]?|[-‐‑–—/]|\.[ \t\u00a0]|[ ]?&[ ]?)$/;
const ABBREVIATED =
  /^(?:mr|mrs|ms|dr|gen|lt|col|sgt|capt|maj|adm|sen|rep|gov|st|prof|rev|sec|amb|brig|cmdr|messrs|u|s|k|jr|sr|mt|ft|no|[a-z])$/;

/** The words of a stretch of text, in one pass. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const out: Word[] = [];
  const stretch = from === 0 && to === text.length ? text : text.slice(from, to);
  let before: Word | undefined;
  let skipped: number | undefined;
  for (const match of stretch.matchAll(WORD)) {
    const start = from + match.index;
    let form = match[0];
    // "US$5 million" names a currency.
    if (text[start + form.length] === '$' && /^\p{Lu}{1,3}$/u.test(form)) continue;
    const owned = POSSESSIVE.test(form);
    if (owned) form = form.slice(0, -2);
    const end = start + form.length;
    const bare = !owned && /[sxzS]$/.test(form) && /^[’'](?!\p{L})/u.test(text.slice(end, end + 2));
    const gap = before
      ? text.slice(skipped ?? (before.possessive ? afterPossessive(text, before.end) : before.end), start)
      : '';
    // "Antony J. Blinken" is looked up as "Antony Blinken".
    if (
      before?.capital &&
      /^\p{Lu}$/u.test(form) &&
      /^\. \p{Lu}/u.test(text.slice(end, end + 3)) &&
      gap === ' '
    ) {
      skipped = end + 1;
      continue;
    }
    // "Joseph Biden Jr." is looked up as "Joseph Biden": who of a family is meant, the time tells.
    if (before?.capital && /^[JS]r$/.test(form) && /^,? $/.test(gap)) {
      skipped = text[end] === '.' ? end + 1 : end;
      continue;
    }
    skipped = undefined;
    const blank = gap === ' ';
    const { text: same, key, capital, caps } = formOf(form);
    const word: Word = {
      start,
      end,
      text: same,
      key,
      capital,
      caps,
      possessive: owned || bare,
      joined:
        blank ||
        (!!before && gap.length < 5 && GAP.test(gap) && (gap[0] !== '.' || ABBREVIATED.test(before.key))),
      hyphen: !blank && /^[-‐‑–—/]$/.test(gap),
      comma: !blank && /^,\s/.test(gap),
    };
    out.push(word);
    before = word;
  }
  return out;
}

function afterPossessive(text: string, end: number): number {
  const ending = /^[’'ʼ`](?:s\b)?/i.exec(text.slice(end, end + 3));
  return end + (ending ? ending[0].length : 0);
}

const FOLDS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'e',
};

/** What the letters of a word tell by themselves. */
type Form = Pick<Word, 'text' | 'key' | 'capital' | 'caps'>;

const LIMIT = 50_000;

const formOf = remembered(LIMIT, (text): Form => {
  const capital = /^\p{Lu}/u.test(text);
  const caps = /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return { text, key: keyOf(text), capital, caps };
});

/** The form in which a word is looked up. */
function keyOf(form: string): string {
  const plain = form.toLowerCase().replace(/[.’'ʻʼ`‘]/g, '');
  if (/^[a-z0-9]*$/.test(plain)) return plain;
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıßæœðþə]/g, (letter) => FOLDS[letter]!);
}

/** What a name's entry in the index needs of its words. */
export type NameWord = Pick<Word, 'key' | 'capital' | 'caps' | 'text'>;

/** The words of a name; plain names, which most are, take the short way. */
export function nameWords(name: string): readonly NameWord[] {
  if (!/^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/.test(name)) return wordsOf(name);
  return name.split(/[ -]/).map((part) => {
    const key = part.toLowerCase();
    const first = part.charCodeAt(0);
    return {
      key,
      text: part,
      capital: first >= 65 && first <= 90,
      caps: part.length > 1 && /^[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*$/.test(part),
    };
  });
}

/** The keys of a name's words; remembered, because names come again and again. */
export const keysOf = remembered(LIMIT, (name): readonly string[] => nameWords(name).map((word) => word.key));
