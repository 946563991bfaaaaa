import { actorOf } from './actors.js';
import { contextOf } from './context.js';
import { resolvePhrase } from './describe.js';
import { type Chunk, chunksOf, lexicon } from './lexicon.js';
import { rowsOf } from './tables.js';
import type { Actor, Resolution, WhoOptions } from './types.js';
import { wordsOf } from './words.js';

let current: { readonly day: number; readonly iso: string } | undefined;

/** Today by the machine's clock, ISO. */
export function today(): string {
  const day = Math.floor(Date.now() / 86_400_000);
  if (current?.day !== day) current = { day, iso: new Date().toISOString().slice(0, 10) };
  return current.iso;
}

/** Who an expression means at a date: "four Saudi soldiers", "the Russian foreign minister", "Mr. Kim". */
export function who(text: string, options: WhoOptions = {}): Resolution {
  const clean = text.trim().slice(0, 2000);
  const words = wordsOf(clean);
  if (words.length === 0) return { candidates: [], reason: 'no words to resolve' };
  const context = contextOf(options.at ?? today(), options.context);
  const loose = !/\p{Lu}/u.test(clean);
  return resolvePhrase(
    words,
    loose ? sure(chunksOf(words, true)) : chunksOf(words),
    0,
    words.length,
    context,
    true,
  );
}

/** In small letters only an unmistakable name is one: "russia", not "turkey sandwiches". */
function sure(chunks: readonly Chunk[]): Chunk[] {
  return chunks
    .map((chunk) => ({ ...chunk, entries: chunk.entries.filter((entry) => !entry.ambiguous) }))
    .filter((chunk) => chunk.entries.length > 0);
}

/** A mention's words resolved at another date: the act may lie years before the report. */
export function resolveMention(text: string, at: string, context?: string): Resolution {
  return who(text, { at, ...(context ? { context } : {}) });
}

let domains: Map<string, Actor> | undefined;

/** The outlet of a name ("KCNA") or of an internet domain ("www.tass.com"); undefined when it is not known. */
export function outletOf(nameOrDomain: string, at = today()): Actor | undefined {
  domains ??= new Map(
    rowsOf('outlets')
      .filter((row) => row.domain)
      .map((row) => [
        row.domain!.toLowerCase(),
        actorOf({ kind: 'outlet', table: 'outlets', row, form: 'name', ambiguous: false }, at),
      ]),
  );
  let host = nameOrDomain
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .split('/')[0]!;
  for (;;) {
    const found = domains.get(host);
    if (found) return found;
    const dot = host.indexOf('.');
    if (dot < 0) break;
    host = host.slice(dot + 1);
  }
  const words = wordsOf(nameOrDomain);
  if (words.length === 0) return undefined;
  const match = lexicon()
    .matches(words, 0, true)
    .find((m) => m.end === words.length);
  const entry = match?.values.find((value) => value.kind === 'outlet');
  return entry ? actorOf(entry, at) : undefined;
}

/** Who owns an outlet, by its id (`outlet:kcna`): the state, the public, a party or private hands. */
export function ownershipOf(outlet: string): string | undefined {
  return rowsOf('outlets').find((row) => `outlet:${row.id}` === outlet)?.ownership || undefined;
}
