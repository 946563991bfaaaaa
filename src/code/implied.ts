import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { CONTINUED, type Lacking, mayLack } from './lacking.js';
import { Context } from './otherside.js';
import type { Event, Party } from './types.js';

/** What an implied recipient takes from the confidence of an event. */
const TRUST = 0.6;

/**
 * Gives an act that names no recipient the one it is done to by what was told before: with whom the actor last dealt ("Riga
 * expelled two Belarusians. It also closed the crossing"), whoever did what it speaks of ("Rome and Tunis signed a pact. Algeria
 * condemned the deal"), who is named most beside the actor. The reason points to where that side was last named. An act that
 * `needs` a recipient and gets none is left out. Linear in events and mentions.
 */
export function withImplied(
  events: readonly Event[],
  mentions: readonly Mention[],
  document: Document,
  lacking: (event: Event) => Lacking | undefined,
): Event[] {
  let context: Context | undefined;
  const told: Event[] = [];
  const out = new Map<Event, Event>();
  for (const event of [...events].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const lacks = lacking(event);
    let whole = event;
    if (
      lacks &&
      !lacks.named &&
      !lacks.aside &&
      mayLack(event) &&
      (lacks.finite || !CONTINUED.has(event.root))
    ) {
      context ??= new Context(mentions, document);
      whole = completed(event, context.otherSide(event, told, lacks));
    }
    if (whole.recipients.length === 0 && lacks?.needs) continue;
    told.push(whole);
    out.set(event, whole);
  }
  return events.flatMap((event) => out.get(event) ?? []);
}

function completed(event: Event, recipients: readonly Party[]): Event {
  if (recipients.length === 0) return event;
  return {
    ...event,
    recipients,
    confidence: Math.round(100 * event.confidence * TRUST) / 100,
    reasons: [
      ...event.reasons,
      { rule: 'recipient implied by what was told before', span: recipients[0]!.span },
    ],
  };
}
