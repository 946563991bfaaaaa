import type { StoredEvent, StoredParty } from './types.js';

/** The relation between two actors, whichever acts: both codes in order of the alphabet, `PRK-RUS`. */
export function dyadOf(a: string | null, b: string | null): string {
  return [a ?? '', b ?? ''].sort().join('-');
}

/** One row for every ordered pair of source and target codes of an event; what both do to each other has two. */
export function pairsOf(event: StoredEvent): object[] {
  const rows = new Map<string, object>();
  const add = (source: StoredParty | undefined, target: StoredParty | undefined): void => {
    const [from, to] = [source?.code ?? null, target?.code ?? null];
    if (from === null && to === null) return;
    const key = `${from}>${to}`;
    if (!rows.has(key)) rows.set(key, rowOf(event, source, target));
  };
  const { actors, recipients } = event;
  if (event.reciprocal && recipients.length === 0) {
    for (const [i, one] of actors.entries())
      for (const [k, other] of actors.entries()) if (i !== k) add(one, other);
  } else {
    for (const actor of actors.length > 0 ? actors : [undefined])
      for (const recipient of recipients.length > 0 ? recipients : [undefined]) {
        add(actor, recipient);
        if (event.reciprocal && recipient) add(recipient, actor);
      }
  }
  return [...rows.values()];
}

function rowOf(event: StoredEvent, source: StoredParty | undefined, target: StoredParty | undefined): object {
  return {
    event: event.id,
    report: event.report,
    import: event.import,
    dyad: dyadOf(source?.code ?? null, target?.code ?? null),
    // Acts that nothing dates count on the day of the report, and `basis` says so.
    day: event.date_start ?? event.date_end ?? event.reported,
    precision: event.date_precision,
    basis: event.date_basis,
    source: source?.code ?? null,
    source_sector: source?.sectors[0] ?? null,
    target: target?.code ?? null,
    target_sector: target?.sectors[0] ?? null,
    root: event.root,
    quad: event.quad,
    cameo: event.cameo,
    goldstein: event.goldstein,
    plover: event.plover,
    modality: event.modality,
    background: event.background,
    coder: event.coder,
  };
}
