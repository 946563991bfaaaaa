import type { Span } from '../../base/index.js';
import type { Document, Token } from '../../language/index.js';
import { type Actor, findMentions, who } from '../../world/index.js';

/** An actor that a question names, and where. */
export interface Named extends Span {
  readonly actor: Actor;
}

/** Most words of a name or an office: "the Russian deputy foreign minister". */
const LONGEST = 6;

/**
 * The actors that a question names, one for each code, in order; and what looks like a name but stays open. A question
 * is short and may be in small letters, so that words outside the mentions found are looked up one by one, too.
 */
export function actorsIn(
  document: Document,
  at: string,
): { actors: readonly Named[]; open: readonly string[] } {
  const { text } = document.report;
  const mentions = findMentions(document, { at }).filter((m) => m.form !== 'pronoun');
  const found: Named[] = mentions.flatMap(({ start, end, resolution: { actor } }) =>
    actor && actor.kind !== 'generic' && actor.kind !== 'outlet'
      ? [offered(document, { start, end, actor }, at)]
      : [],
  );
  const open: string[] = [];
  const free = (token: Token): boolean => !found.some((f) => f.start <= token.start && token.end <= f.end);
  for (let i = 0; i < document.tokens.length; ) {
    const token = document.tokens[i]!;
    const run = free(token) && /\p{L}/u.test(token.text) ? longestName(document, i, free, at) : undefined;
    if (run) found.push(run.named);
    else if (free(token) && token.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(token.text)) {
      const { actor, candidates, reason } = who(token.text, { at, context: text });
      if (!actor && candidates.length > 0) open.push(openText(token.text, candidates, reason));
    }
    i = run ? run.next : i + 1;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const codes = new Set<string>();
  const actors = found.filter(({ actor }) => !codes.has(actor.code) && codes.add(actor.code));
  return { actors, open };
}

/** "Russian" in "the Russian foreign minister": the office with the fewest words around it, where there is one. */
function offered(document: Document, named: Named, at: string): Named {
  const { text } = document.report;
  const first = document.tokens.findIndex((t) => t.start <= named.start && named.start < t.end);
  const last = document.tokens.findIndex((t) => t.start < named.end && named.end <= t.end);
  if (first < 0 || last < 0 || named.actor.kind === 'person') return named;
  for (let end = last + 1; end < Math.min(document.tokens.length, first + LONGEST); end++) {
    if (!/\p{L}/u.test(document.tokens[end]!.text) || document.tokens[end]!.pos !== 'NOUN') continue;
    const span = { start: document.tokens[first]!.start, end: document.tokens[end]!.end };
    const { actor } = who(text.slice(span.start, span.end), { at });
    if (actor?.kind === 'person' && actor.code === named.actor.code) return { ...span, actor };
  }
  return named;
}

function longestName(
  document: Document,
  from: number,
  free: (token: Token) => boolean,
  at: string,
): { named: Named; next: number } | undefined {
  const { tokens, report } = document;
  for (let to = Math.min(tokens.length, from + 4); to > from; to--) {
    const run = tokens.slice(from, to);
    if (!run.every((t) => free(t) && /[\p{L}-]/u.test(t.text))) continue;
    if (!run.every((t) => ['PROPN', 'NOUN', 'ADJ', 'PUNCT', 'X'].includes(t.pos))) continue;
    const span = { start: run[0]!.start, end: run.at(-1)!.end };
    const { actor } = who(report.text.slice(span.start, span.end), { at });
    if (actor && actor.kind !== 'generic' && actor.kind !== 'outlet')
      return { named: { ...span, actor }, next: to };
  }
  return undefined;
}

function openText(text: string, candidates: readonly Actor[], reason: string): string {
  const names = [...new Set(candidates.map((c) => `${c.name} (${c.code})`))].slice(0, 4);
  return `“${text}” stays open (${reason}): ${names.join(', ')}`;
}
