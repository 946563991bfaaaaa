import { slice } from '../base/index.js';
import { type Event, inClass } from '../code/index.js';
import type { Agreement, MaterialAct, Registers } from './types.js';

/** The agreements and material acts among the events of a report. */
export function registersOf(text: string, events: readonly Event[]): Registers {
  return {
    agreements: events.flatMap((event) => agreementOf(text, event)),
    material: events.flatMap(materialOf),
  };
}

function agreementOf(text: string, event: Event): Agreement[] {
  if (event.root !== 'SUPPORT' && event.root !== 'AGREE') return [];
  if (!event.object || event.modality === 'denied' || event.modality === 'hypothetical') return [];
  const name = slice(text, event.object);
  if (
    !name
      .split(/[^\p{L}-]+/u)
      .some((word) => inClass('agreement', word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')))
  )
    return [];
  const interval = event.dates[0]?.interval;
  return [
    {
      event: event.id,
      name: name.replace(/^(?:a|an|the)\s+/i, ''),
      parties: [...event.actors, ...event.recipients],
      ...(interval ? { interval } : {}),
      ...(event.place ? { place: event.place.name } : {}),
      stage: stageOf(event),
      evidence: event.evidence,
    },
  ];
}

function stageOf(event: Event): Agreement['stage'] {
  if (event.root === 'AGREE') return 'agreed';
  return event.reasons.some((reason) => /ratif/.test(reason.rule)) ? 'ratified' : 'signed';
}

function materialOf(event: Event): MaterialAct[] {
  const kind = kindOf(event);
  if (!kind || event.modality === 'denied' || event.modality === 'hypothetical') return [];
  const interval = event.dates[0]?.interval;
  return [
    {
      event: event.id,
      kind,
      from: event.actors,
      to: event.recipients,
      ...(interval ? { interval } : {}),
      figures: event.figures,
      evidence: event.evidence,
    },
  ];
}

function kindOf(event: Event): MaterialAct['kind'] | undefined {
  if (event.root === 'SANCTION') return 'sanctions';
  if (event.root === 'COOPERATE' && event.contexts.includes('economic')) return 'trade';
  if (event.root !== 'AID') return undefined;
  if (
    event.figures.some((f) => f.kind === 'troops') ||
    event.reasons.some((r) => /troops|deploy/.test(r.rule))
  )
    return 'troops';
  if (
    event.figures.some((f) => f.kind === 'weapons') ||
    event.reasons.some((r) => /weapons|arm/.test(r.rule))
  )
    return 'arms';
  return 'aid';
}
