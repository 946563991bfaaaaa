export type Format = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'feed' | 'binary' | 'empty';

const MAGIC = [
  '%PDF',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u007fELF',
  'Rar!',
  '7z\u00bc\u00af',
  'BZh',
  '\u00fd7zXZ',
  '(\u00b5/\u00fd',
  '\u00d0\u00cf\u0011\u00e0',
  'OggS',
  'RIFF',
  'ID3',
  '\u0000asm',
  'wOFF',
  'SQLite format',
];

/** Whether the first bytes are those of no text: a known mark, or zeros and control characters outside of UTF-16. */
export function isBinary(head: Buffer): boolean {
  const start = head.subarray(0, 16).toString('latin1');
  if (MAGIC.some((mark) => start.startsWith(mark))) return true;
  if (head.subarray(257, 262).toString('latin1') === 'ustar') return true;
  return false;
}

/** Whether decoded text is mostly control characters or undecodable, as the bytes of no text are. */
export function isGarbage(text: string): boolean {
  const end = Math.min(text.length, 8192);
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) ||
      code === 0xfffd ||
      code === 127
    )
      odd++;
  }
  return odd > end * 0.1;
}

const HTML_START =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|main|section|span|table|script|style|link|h[1-6]|center|font|base|nav|header|br|ul|ol|blockquote|b|i|strong|em|a|img|figure)\b/i;
const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/i;

/** The format of a text by what it holds; the extension only breaks ties. `head` is its beginning. */
export function sniff(head: string, name: string): Format {
  const text = head.replace(/^[\ufeff\s]+/, '');
  if (text === '') return 'empty';
  const extension = /\.([a-z0-9]+?)(?:\.gz)?$/i.exec(name.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? '';
  if (text[0] === '{' || text[0] === '[') {
    const json = sniffJson(text, extension);
    if (json) return json;
  }
  if (text[0] === '<') {
    const top = text.slice(0, 3000);
    const feed = FEED.exec(top);
    if (feed && !/<(?:html|body)[\s>]/i.test(top.slice(0, feed.index))) return 'feed';
    if (HTML_START.test(text) || text.startsWith('<?xml') || /<(?:html|body|head)[\s>]/i.test(text))
      return 'html';
    if (/^<[a-z!?]/i.test(text)) return 'html';
  }
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (/^(?:html?|xhtml)$/.test(extension) || /<html[\s>]/i.test(text.slice(0, 4000))) return 'html';
  if (extension === 'json') return 'json';
  if (/^(?:md|markdown|mdown)$/.test(extension) || isMarkdown(text)) return 'markdown';
  return 'text';
}

/** JSON or JSONL, or neither for a text that only opens with a bracket. */
function sniffJson(text: string, extension: string): Format | undefined {
  const stop = text.indexOf('\n');
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (text[0] === '[') {
    return /^\[\s*(?:\{\s*"|\])/.test(text) || extension === 'json' ? 'json' : undefined;
  }
  if (!/^\{\s*(?:"|\})/.test(text) && extension !== 'json') return undefined;
  // A line longer than the head: read as lines, which also reads a single object.
  if (stop < 0) return 'jsonl';
  const line = text.slice(0, stop).trim();
  if (/\}\s*$/.test(line) && line.length > 2) return 'jsonl';
  const next = text.slice(stop + 1).trimStart();
  return next.startsWith('{"') && line.length > 20 ? 'jsonl' : 'json';
}

function isMarkdown(text: string): boolean {
  if (/^---\s*\n[\s\S]{0,4000}?\n---\s*\n/.test(text)) return true;
  const head = text.slice(0, 8000);
  const marks =
    Number(/^#{1,3} \S/m.test(head)) +
    Number(/\[[^\]\n]{1,200}\]\(https?:[^)\s]{1,400}\)/.test(head)) +
    Number(/(?:^|\s)\*\*[^*\n]{1,200}\*\*/m.test(head));
  return marks >= 2 || /^# \S/.test(text);
}
