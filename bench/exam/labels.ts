import type { Event, Root } from '../../src/index.js';
import { jsonLines } from '../files/jsonl.js';

/** An event as the labels give it; a list names readings of which each is right. */
export interface Label {
  readonly source: string | readonly string[];
  readonly root: Root | readonly Root[];
  readonly target: string | readonly string[];
  readonly modality: string | readonly string[];
  readonly reciprocal?: boolean;
  /** Neither missed when absent nor wrong when found. */
  readonly optional?: boolean;
}

/** What we found, as the labels would give it. */
export interface Found {
  readonly event: Event;
  readonly source: string;
  readonly root: Root;
  readonly target: string;
  readonly modality: string;
  readonly reciprocal: boolean;
}

/**
 * The code of a party as the labels have it. An armed group or movement of one state is coded with it, the labels have it
 * without: "SDN/NON" stands for both.
 */
function coded(party: Event['actors'][number] | undefined): string {
  const actor = party?.actor;
  if (!party) return '-';
  if (!actor) return '?';
  if (/^(?:UNO|EUR|IGO)$/.test(actor.code)) return actor.sectors.includes('NGO') ? 'NGO' : 'IGO';
  if (actor.kind === 'organization') return actor.sectors.includes('NGO') ? 'NGO' : 'IGO';
  if (actor.code === 'IMG') return 'NON';
  return actor.kind === 'group' || actor.sectors.includes('REB') ? `${actor.code}/NON` : actor.code;
}

/** Every pair of sides of every event, each once a place. */
export function found(events: readonly Event[]): Found[] {
  const all = events.flatMap((event) => {
    const { root, modality, reciprocal } = event;
    const one = (source: Event['actors'][number] | undefined, target: typeof source): Found => ({
      ...{ event, source: coded(source), root, target: coded(target), modality, reciprocal },
    });
    const [first, ...others] = event.actors;
    if (reciprocal && event.recipients.length === 0) return others.map((other) => one(first, other));
    const targets = event.recipients.length > 0 ? event.recipients : [undefined];
    return event.actors.flatMap((actor) => targets.map((target) => one(actor, target)));
  });
  const seen = new Set<string>();
  return all.filter(({ event, source, root, target }) => {
    const key = `${event.evidence[0]!.start} ${source} ${root} ${target}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether a label, or one of its readings, is the value; "SDN/NON" is both. */
export const allows = (label: string | readonly string[], value: string): boolean =>
  value.split('/').some((one) => (typeof label === 'string' ? label === one : label.includes(one)));

/** Whether both sides are those of the label; what is done together has no direction, and an unknown target is none. */
export function sides(label: Label, one: Omit<Found, 'event'>): boolean {
  const open = (target: string): boolean =>
    (target === '?' && allows(label.target, '-')) || (target === '-' && allows(label.target, '?'));
  const fits = (source: string, target: string): boolean =>
    allows(label.source, source) && (allows(label.target, target) || open(target));
  const together = !!(label.reciprocal || one.reciprocal);
  return fits(one.source, one.target) || (together && fits(one.target, one.source));
}

/** Counts of what is wanted, found and right. */
export class Count {
  wanted = 0;
  found = 0;
  right = 0;

  toString(): string {
    return `precision ${share(this.right, this.found)}  recall ${share(this.right, this.wanted)}  F1 ${share(2 * this.right, this.wanted + this.found)}`;
  }
}

export const share = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(3));

/** Pairs each thing found with a label that fits it, no label twice. */
export function matched<L, F>(
  labels: readonly L[],
  all: readonly F[],
  fits: (label: L, one: F) => boolean,
): [L, F][] {
  const open = new Set(labels);
  return all.flatMap((one) => {
    const label = [...open].find((l) => fits(l, one));
    if (label !== undefined) open.delete(label);
    return label === undefined ? [] : [[label, one] as [L, F]];
  });
}

/** Cohen (1960): agreement beyond chance. */
export function kappa(pairs: readonly (readonly [string, string])[]): number {
  const part = (test: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(test).length / pairs.length;
  const observed = part(([a, b]) => a === b);
  const names = new Set(pairs.flat());
  const chance = [...names].reduce(
    (sum, name) => sum + part(([a]) => a === name) * part(([, b]) => b === name),
    0,
  );
  return (observed - chance) / (1 - chance);
}

/** How far two labellers agree on the events of one text: those both see, as pairs. */
function agreed<L extends Label>(
  first: readonly L[],
  second: readonly L[],
  near: (a: L, b: L) => boolean,
): { same: number; pairs: [L, L][] } {
  const exact = matched(first, second, (a, b) => near(a, b) && a.root === b.root && sides(a, asFound(b)));
  const rest = first.filter((a) => !exact.some(([x]) => x === a));
  const others = second.filter((b) => !exact.some(([, y]) => y === b));
  return {
    same: exact.length,
    pairs: [...exact, ...matched(rest, others, (a, b) => near(a, b) && sides(a, asFound(b)))],
  };
}

const asFound = (label: Label): Omit<Found, 'event'> => ({
  source: String(label.source),
  root: label.root as Root,
  target: String(label.target),
  modality: String(label.modality),
  reciprocal: !!label.reciprocal,
});

/** The lines of a file of labels beside this module. */
export function labelled<T>(name: string): T[] {
  return jsonLines(new URL(name, import.meta.url));
}

/** A label or an event of ours in a line. */
export const say = (one: Label | Found): string => `${one.source} ${one.root} ${one.target} ${one.modality}`;

/** F1 of the triples of two labellers, and kappa of root and modality where both see an act; `near` tells which may be the same. */
export function agreement<L extends Label>(
  items: readonly { readonly first: readonly L[]; readonly second: readonly L[] }[],
  near: (a: L, b: L) => boolean = () => true,
): string {
  let same = 0;
  let all = 0;
  const both: [L, L][] = [];
  for (const { first, second } of items) {
    const found = agreed(first, second, near);
    same += 2 * found.same;
    all += first.length + second.length;
    both.push(...found.pairs);
  }
  const of = (field: 'root' | 'modality'): string =>
    kappa(both.map(([a, b]) => [String(a[field]), String(b[field])])).toFixed(3);
  return `triples F1 ${share(same, all)}; kappa of root ${of('root')}, of modality ${of('modality')}`;
}
