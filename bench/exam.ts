/**
 * Our own examination: sentences labelled twice without sight of each other's labels, the disagreements settled in writing
 * (bench/exam/README.md). Options: --errors prints the sentences that are not read as settled.
 */
import { readFileSync } from 'node:fs';
import { type Event, type Root, read } from '../src/index.js';

export const about = 'our own examination: 300 sentences labelled twice, read alone';

/** An event as the labels give it; a list names readings of which each is right. */
interface Label {
  readonly source: string | readonly string[];
  readonly root: Root;
  readonly target: string | readonly string[];
  readonly modality: string | readonly string[];
  readonly reciprocal?: boolean;
  /** Neither missed when absent nor wrong when found. */
  readonly optional?: boolean;
}

/** The errors of these have been looked at; the others show what has been mended blindly. */
const LOOKED_AT = 'x150';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly first: readonly Label[];
  readonly second: readonly Label[];
  readonly settled?: readonly Label[];
}

/** What we found, as the labels would give it. */
interface Found {
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
  if (actor.kind === 'organization') return actor.sectors.includes('NGO') ? 'NGO' : 'IGO';
  if (actor.code === 'IMG') return 'NON';
  return actor.kind === 'group' || actor.sectors.includes('REB') ? `${actor.code}/NON` : actor.code;
}

function found(events: readonly Event[]): Found[] {
  const all = events.flatMap((event) => {
    const { root, modality, reciprocal } = event;
    const [first, ...others] = event.actors;
    if (reciprocal && event.recipients.length === 0)
      return others.map((other) => ({
        ...{ source: coded(first), root, target: coded(other), modality, reciprocal },
      }));
    const targets = event.recipients.length > 0 ? event.recipients : [undefined];
    return event.actors.flatMap((actor) =>
      targets.map((target) => ({
        ...{ source: coded(actor), root, target: coded(target), modality, reciprocal },
      })),
    );
  });
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = `${one.source} ${one.root} ${one.target}`;
    return !seen.has(key) && seen.add(key);
  });
}

const allows = (label: string | readonly string[], value: string): boolean =>
  value.split('/').some((one) => (typeof label === 'string' ? label === one : label.includes(one)));

/** Whether both sides are those of the label; what is done together has no direction. */
function sides(label: Label, one: Found): boolean {
  const fits = (source: string, target: string): boolean =>
    allows(label.source, source) &&
    (allows(label.target, target) || (target === '?' && allows(label.target, '-')));
  return (
    fits(one.source, one.target) || (!!(label.reciprocal || one.reciprocal) && fits(one.target, one.source))
  );
}

export async function run(): Promise<void> {
  const items = readFileSync(new URL('./exam/sentences.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Item);
  agreement(items);
  const count = {
    wanted: 0,
    found: 0,
    right: 0,
    pairs: 0,
    roots: 0,
    modality: 0,
    traps: 0,
    seen: 0,
    perSentence: 0,
  };
  const byRoot = new Map<string, [number, number]>();
  for (const { id, text, first, settled } of items) {
    const labels = settled ?? first;
    const ours = found(read(text).events);
    count.perSentence += ours.length;
    if (labels.length === 0) {
      count.traps++;
      if (ours.length > 0) count.seen++;
    }
    const open = new Set(labels);
    const take = (fits: (label: Label, one: Found) => boolean): [Label, Found][] =>
      ours.flatMap((one) => {
        const label = [...open].find((l) => fits(l, one));
        if (label) open.delete(label);
        return label ? [[label, one] as [Label, Found]] : [];
      });
    const right = take((label, one) => label.root === one.root && sides(label, one));
    const wanted = labels.filter((label) => !label.optional);
    const counted = right.filter(([label]) => !label.optional);
    count.wanted += wanted.length;
    count.right += counted.length;
    count.found += ours.length - right.filter(([label]) => label.optional).length;
    count.modality += counted.filter(([label, one]) => allows(label.modality, one.modality)).length;
    const rest = ours.filter((one) => !right.some(([, o]) => o === one));
    const same = rest.filter((one) => [...open].some((label) => sides(label, one) && open.delete(label)));
    count.pairs += counted.length + same.length;
    for (const label of wanted) {
      const row = byRoot.get(label.root) ?? [0, 0];
      byRoot.set(label.root, [row[0] + (counted.some(([l]) => l === label) ? 1 : 0), row[1] + 1]);
    }
    if (
      process.argv.includes('--errors') &&
      id <= LOOKED_AT &&
      (rest.length > 0 || counted.length < wanted.length)
    ) {
      const say = (l: Label | Found): string => `${l.source} ${l.root} ${l.target} ${l.modality}`;
      console.log(
        `${text}\n  settled ${labels.map(say).join('; ') || 'no event'}\n  ours    ${ours.map(say).join('; ') || 'nothing'}\n`,
      );
    }
  }
  const share = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(3));
  const f1 = (right: number): string => share(2 * right, count.wanted + count.found);
  console.log(
    `${items.length} sentences, ${count.wanted} events, ${share(count.perSentence, items.length)} of ours a sentence`,
  );
  console.log(
    `source, root, target  precision ${share(count.right, count.found)}  recall ${share(count.right, count.wanted)}  F1 ${f1(count.right)}`,
  );
  console.log(
    `source and target     precision ${share(count.pairs, count.found)}  recall ${share(count.pairs, count.wanted)}  F1 ${f1(count.pairs)}`,
  );
  console.log(
    `modality of the right ones ${share(count.modality, count.right)}; an event in ${count.seen} of ${count.traps} sentences without one`,
  );
  console.log(
    `recall by root: ${[...byRoot]
      .sort()
      .map(([root, [right, all]]) => `${root} ${right}/${all}`)
      .join(', ')}`,
  );
}

/** Prints how far the two labellers agree: F1 of triples, and Cohen's kappa of root and modality where both see an act. */
function agreement(items: readonly Item[]): void {
  const key = (l: Label): string =>
    `${[l.source, l.target].sort().join(' ')} ${l.reciprocal ? '' : l.source}`;
  let both = 0;
  let all = 0;
  const roots: [string, string][] = [];
  const modalities: [string, string][] = [];
  const seen: [string, string][] = [];
  for (const { first, second } of items) {
    all += first.length + second.length;
    seen.push([String(first.length > 0), String(second.length > 0)]);
    const open = [...second];
    for (const a of first) {
      const at = open.findIndex(
        (b) => b.root === a.root && sides(a, { ...b, reciprocal: !!b.reciprocal } as Found),
      );
      const other = at >= 0 ? at : open.findIndex((b) => key(a) === key(b));
      if (other < 0) continue;
      const [b] = open.splice(other, 1);
      if (at >= 0) both += 2;
      roots.push([a.root, b!.root]);
      modalities.push([String(a.modality), String(b!.modality)]);
    }
  }
  console.log(
    `agreement of the two labellers: triples F1 ${(both / all).toFixed(3)}; kappa of root ${kappa(roots).toFixed(3)}, of modality ${kappa(modalities).toFixed(3)}, of whether there is an act ${kappa(seen).toFixed(3)}`,
  );
}

/** Cohen (1960): agreement beyond chance. */
function kappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (test: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(test).length / pairs.length;
  const observed = share(([a, b]) => a === b);
  const names = new Set(pairs.flat());
  const chance = [...names].reduce(
    (sum, name) => sum + share(([a]) => a === name) * share(([, b]) => b === name),
    0,
  );
  return (observed - chance) / (1 - chance);
}
