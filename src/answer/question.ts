import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import type { Question } from './types.js';

/** What the headline asks, and about which two actors: the first two of different codes that it names. */
export function questionOf(
  document: Document,
  mentions: readonly Mention[],
  titleMentions: readonly Mention[],
): Question | undefined {
  const { report } = document;
  const part = report.parts.find((p) => p.kind === 'headline');
  const text = part ? report.text.slice(part.span.start, part.span.end) : report.title;
  if (!text) return undefined;
  const named = part
    ? mentions.filter((m) => m.start >= part.span.start && m.end <= part.span.end)
    : titleMentions;
  const codes = [...new Set(named.map((m) => m.resolution.actor?.code).filter((code) => code !== undefined))];
  const [first, second] = codes;
  return { text, asked: /\?\s*$/.test(text), ...(first && second ? { dyad: [first, second] } : {}) };
}
