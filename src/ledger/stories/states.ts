import { readTable } from '../../base/index.js';

/** Kinds of names that stand for a state in a sentence of news; nicknames and names of the past do not. */
const KINDS = new Set([
  'name',
  'official',
  'short',
  'abbreviation',
  'adjective',
  'demonym',
  'demonym_plural',
  'capital',
]);

let names: Map<string, { readonly name: string; readonly code: string }[]> | undefined;

let codes: Set<string> | undefined;

/** Whether a code is that of a state. */
export function isState(code: string): boolean {
  codes ??= new Set(readTable('world/state-names.tsv').map((row) => row.code!));
  return codes.has(code);
}

/** Codes of the states that a text names, by their names, their peoples or their capitals. Sorted, distinct. */
export function statesNamed(text: string): string[] {
  names ??= load();
  const found = new Set<string>();
  let past = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (match.index < past) continue;
    // The longest name wins: "South Korea" names no other Korea.
    const named = names.get(match[0])?.find(({ name }) => stands(text, match.index, name));
    if (!named) continue;
    found.add(named.code);
    past = match.index + named.name.length;
  }
  return [...found].sort();
}

function stands(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

/** Names by their first word, the longest first. */
function load(): NonNullable<typeof names> {
  const out: NonNullable<typeof names> = new Map();
  for (const { name, code, type } of readTable('world/state-names.tsv')) {
    const first = KINDS.has(type!) && /^[\p{L}\p{N}]+/u.exec(name!)?.[0];
    if (!first || first === 'the') continue;
    const list = out.get(first) ?? [];
    out.set(first, list);
    list.push({ name: name!, code: code! });
  }
  for (const list of out.values()) list.sort((a, b) => b.name.length - a.name.length);
  return out;
}
