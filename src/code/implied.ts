import type { Mention } from '../world/index.js';
import type { Event, Party } from './types.js';

/** What an implied recipient takes from the confidence of an event. */
const TRUST = 0.6;
/** Share of the names of other states and bodies that one must have to be meant where none is named. */
const MOST = 0.6;
const OFTEN = 3;

/**
 * Gives an act that names no recipient the other side of the report, where one is named far more than any third: "Seoul raised
 * the alert level" in a report of North Korean launches. The reason says so, and points to where that side was last named.
 */
export function withImplied(events: readonly Event[], mentions: readonly Mention[]): Event[] {
  return events.map((event) => {
    if (!mayLack(event)) return event;
    const code = event.actors[0]!.actor!.code;
    const other = otherSide(mentions, code, event.trigger.start);
    if (!other) return event;
    return {
      ...event,
      recipients: [other],
      confidence: Math.round(100 * event.confidence * TRUST) / 100,
      reasons: [
        ...event.reasons,
        { rule: 'recipient implied: the other side of the report', span: other.span },
      ],
    };
  });
}

/** One actor, towards nobody named, in an act that is mostly done towards somebody. */
function mayLack({ actors, recipients, reciprocal, root }: Event): boolean {
  if (reciprocal || recipients.length > 0 || actors.length !== 1 || !actors[0]!.actor?.code) return false;
  return root !== 'PROTEST' && root !== 'CONSULT' && root !== 'COOPERATE';
}

/** Whom a report names most beside an actor's own state, as last named before a place in the text; undefined where no one stands out. */
function otherSide(mentions: readonly Mention[], code: string, before: number): Party | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { resolution, inside, form } of mentions) {
    const actor = resolution.actor;
    if (!actor?.code || actor.code === code || inside !== undefined || form === 'pronoun') continue;
    counts.set(actor.code, (counts.get(actor.code) ?? 0) + 1);
    all++;
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < OFTEN || best[1] < MOST * all) return undefined;
  const named = mentions.filter((m) => m.resolution.actor?.code === best[0]);
  const last = named.findLast((m) => m.start < before) ?? named[0]!;
  const { text, start, end } = last;
  return { actor: last.resolution.actor!, text, span: { start, end } };
}
