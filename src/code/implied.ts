import { firstNotBefore } from '../base/index.js';
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
  const named = new Named(mentions);
  return events.map((event) => {
    if (!mayLack(event)) return event;
    const other = named.otherSide(event.actors[0]!.actor!.code, event.trigger.start);
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

/** Whom a report names, by their codes, counted once. */
class Named {
  private readonly counts = new Map<string, number>();
  private readonly byCode = new Map<string, Mention[]>();
  private readonly ranked: readonly (readonly [string, number])[];
  private all = 0;

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      const code = mention.resolution.actor?.code;
      if (!code) continue;
      const list = this.byCode.get(code);
      if (list) list.push(mention);
      else this.byCode.set(code, [mention]);
      if (mention.inside !== undefined || mention.form === 'pronoun') continue;
      this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
      this.all++;
    }
    this.ranked = [...this.counts].sort((a, b) => b[1] - a[1]);
  }

  /** Who is named most beside a code, as last named before a place in the text; undefined where no one stands out. */
  otherSide(code: string, before: number): Party | undefined {
    const best = this.ranked.find(([other]) => other !== code);
    const others = this.all - (this.counts.get(code) ?? 0);
    if (!best || best[1] < OFTEN || best[1] < MOST * others) return undefined;
    const named = this.byCode.get(best[0])!;
    const next = firstNotBefore(0, named.length, (i) => named[i]!.start < before);
    const { text, start, end, resolution } = named[Math.max(0, next - 1)]!;
    return { actor: resolution.actor!, text, span: { start, end } };
  }
}
