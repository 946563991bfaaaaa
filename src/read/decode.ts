import chardet from 'chardet';
import iconv from 'iconv-lite';

export interface Decoded {
  readonly text: string;
  /** The encoding used, in the name iconv-lite knows. */
  readonly encoding: string;
}

const SAMPLE = 64 * 1024;
/** As browsers do, ISO 8859-1 and ASCII labels mean windows-1252; GB2312 and GBK its superset. */
const ALIAS: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-9': 'windows-1254',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  'utf-16': 'utf-16le',
  unicode: 'utf-8',
};

/**
 * Bytes to text: byte order mark, then the label of the transport, then valid UTF-8, then the label in the page itself, then
 * a guess from the bytes, and windows-1252 last. Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decode(bytes: Uint8Array, label?: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = fromMark(buffer) ?? fromZeros(buffer) ?? chosen(buffer, label);
  if (encoding === 'utf-8') return { text: stripMark(buffer.toString('utf8')), encoding };
  return { text: stripMark(iconv.decode(buffer, encoding)), encoding };
}

function chosen(buffer: Buffer, label: string | undefined): string {
  if (isUtf8(buffer)) return 'utf-8';
  return known(label) ?? known(inPage(buffer)) ?? known(guess(buffer)) ?? 'windows-1252';
}

function fromMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes[2] === 0 && bytes[3] === 0 && bytes.length >= 4 ? 'utf-32le' : 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: in Latin script, nearly every second byte is zero. */
function fromZeros(bytes: Buffer): string | undefined {
  const end = Math.min(bytes.length, 4096) & ~1;
  if (end < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = end / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return mostlyUtf8(bytes);
  }
}

/** A page in UTF-8 with a few broken bytes (a cut character, a pasted Latin-1 word) is still UTF-8. */
function mostlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let at = 1;
    while (at <= more && ((bytes[i + at] ?? 0) & 0xc0) === 0x80) at++;
    if (more > 0 && byte < 0xf5 && at > more) {
      good++;
      i += more;
    } else bad++;
  }
  return good > 20 * bad;
}

const META =
  /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,40})|<\?xml[^>]{0,80}?encoding=["']([\w-]{2,40})/i;

function inPage(buffer: Buffer): string | undefined {
  const head = buffer.subarray(0, 4096).toString('latin1');
  const match = META.exec(head);
  return match?.[1] ?? match?.[2];
}

function guess(buffer: Buffer): string | undefined {
  const head = buffer.subarray(0, SAMPLE);
  const best = chardet.analyse(densest(buffer, head))[0];
  return best && best.confidence >= 10 ? best.name : undefined;
}

/** The stretch to guess from: the head, or where the first byte beyond ASCII stands if the head is all ASCII. */
function densest(buffer: Buffer, head: Buffer): Buffer {
  if (head.some((byte) => byte >= 0x80)) return head;
  const first = buffer.findIndex((byte) => byte >= 0x80);
  return first < 0 ? head : buffer.subarray(first, first + SAMPLE);
}

function known(label: string | undefined): string | undefined {
  if (!label) return undefined;
  const lower = label.trim().toLowerCase();
  const name = ALIAS[lower] ?? lower;
  // A page that was decodable as ASCII says "utf-16" in its own markup only by mistake.
  if (name.startsWith('utf-')) return name === 'utf-8' ? undefined : name;
  return iconv.encodingExists(name) ? name : undefined;
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
