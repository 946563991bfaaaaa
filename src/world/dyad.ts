import type { Document, Token } from '../language/index.js';
import { headWithin } from './shapes.js';
import { isState } from './states.js';
import type { Draft, Told } from './told.js';
import type { Actor } from './types.js';

/** Verbs of what two do with each other: "met", "held talks". */
const MUTUAL =
  /^(?:meet|speak|talk|hold|have|host|receive|welcome|call|telephone|phone|visit|sign|negotiate|consult|confer|chat|converse|discuss|conclude)$/;

/** The two who do something with each other in the main clause of a sentence ("Moyo met with Sall"), told before a character. */
export function dyadOf(told: Told, sentence: number, before: number): Actor[] {
  const { out, document } = told;
  const { tokens } = document;
  let one: Actor | undefined;
  const others = new Map<string, Actor>();
  for (const i of told.of(sentence)) {
    const mention = out[i]!;
    const { actor } = mention.resolution;
    if (mention.end > before || mention.inside !== undefined) continue;
    if (!actor?.code || mention.resolution.together) continue;
    const head = topOf(tokens, headWithin(document, mention));
    const verb = tokens[head.head];
    if (head.deprel.startsWith('nsubj') && isMutual(verb)) one = actor;
    else if (isWith(tokens, head, mention)) others.set(actor.code, actor);
  }
  const [other] = others.values();
  return one && other && others.size === 1 && one.code !== other.code ? [one, other] : [];
}

const isMutual = (verb: Token | undefined): boolean =>
  verb !== undefined && MUTUAL.test(verb.lemma) && /^(?:root|conj|ccomp|parataxis)/.test(verb.deprel);

/** A name stands for the title before it. */
function topOf(tokens: readonly Token[], token: Token): Token {
  let at = token;
  for (let steps = 0; steps < 4 && /^(?:appos|flat)/.test(at.deprel) && at.head >= 0; steps++)
    at = tokens[at.head]!;
  return at;
}

/** Whether somebody is whom such a verb has for its object, or with whom it is done, or its object is ("held talks with"). */
function isWith(tokens: readonly Token[], head: Token, mention: Draft): boolean {
  const above = tokens[head.head];
  if (!above) return false;
  if (/^(?:obj|iobj)/.test(head.deprel)) return isMutual(above);
  if (!/^(?:obl|nmod)/.test(head.deprel)) return false;
  let preposition = '';
  for (let i = head.index - 1; i >= 0 && tokens[i]!.sentence === mention.sentence && i > head.index - 12; i--)
    if (tokens[i]!.head === head.index && tokens[i]!.deprel === 'case') preposition = tokens[i]!.lower;
  if (!/^(?:with|to)$/.test(preposition)) return false;
  return (
    isMutual(above) || (preposition === 'with' && above.deprel === 'obj' && isMutual(tokens[above.head]))
  );
}

/** Two joined by "and" who do something in a sentence, or are told there as both; in the sentence of `token` in any part of it. */
export function joinedIn(told: Told, sentence: number, token: Token): Actor[] {
  const { out, document } = told;
  const { text } = document.report;
  for (const i of told.of(sentence)) {
    const { resolution, end } = out[i]!;
    if (end > token.start) continue;
    if (resolution.together?.length === 2) return [...resolution.together];
    const before = out[i - 1];
    const one = before?.resolution.actor;
    const other = resolution.actor;
    if (!before || !one || !other || one.code === other.code || !isOfState(one) || !isOfState(other))
      continue;
    if (!/^,? and (?:the )?$/.test(text.slice(before.end, out[i]!.start))) continue;
    if (sentence < token.sentence && !isAgent(document, before)) continue;
    // "Togo, Mali and Chad": three.
    const third = out[i - 2];
    const listed = third?.resolution.actor && /^,? (?:the )?$/.test(text.slice(third.end, before.start));
    return listed ? [] : [one, other];
  }
  return [];
}

/** Who acts, or between whom something is; not "in Iraq and Syria". */
function isAgent(document: Document, mention: Draft): boolean {
  const { deprel } = headWithin(document, mention);
  const before = document.report.text.slice(Math.max(0, mention.start - 20), mention.start);
  return deprel.startsWith('nsubj') || /\b(?:between|by|of)(?: the)? $/.test(before);
}

/** Whether somebody is a state, or stands for it. */
export function isOfState({ code, sectors, kind }: Actor): boolean {
  return isState(code) && !sectors.includes('PRE') && kind !== 'outlet' && kind !== 'group';
}
