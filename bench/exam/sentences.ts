import { read } from '../../src/index.js';
import {
  agreement,
  allows,
  Count,
  found,
  kappa,
  type Label,
  labelled,
  matched,
  say,
  share,
  sides,
} from './labels.js';

/** The errors of these have been looked at; the others show what has been mended blindly. */
const LOOKED_AT = 'x150';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly first: readonly Label[];
  readonly second: readonly Label[];
  readonly settled?: readonly Label[];
}

/** Prints how the sentences are read, each alone; with `errors`, those that are not read as settled. */
export function examineSentences(errors: boolean): void {
  const items = labelled<Item>('sentences.jsonl');
  const act = items.map(({ first, second }): [string, string] => [
    String(first.length > 0),
    String(second.length > 0),
  ]);
  console.log(
    `two labellers of the sentences: ${agreement(items)}, of whether there is an act ${kappa(act).toFixed(3)}`,
  );
  for (const [name, part] of [
    ['all', items],
    ['never looked at', items.filter(({ id }) => id > LOOKED_AT)],
  ] as const)
    score(name, part, errors && name === 'all');
}

function score(name: string, items: readonly Item[], errors: boolean): void {
  const triples = new Count();
  const pairs = new Count();
  const traps = { all: 0, seen: 0 };
  const byRoot = new Map<string, [number, number]>();
  let modality = 0;
  let ours = 0;
  for (const { id, text, first, settled } of items) {
    const labels = settled ?? first;
    const all = found(read(text).events);
    ours += all.length;
    if (labels.length === 0) {
      traps.all++;
      if (all.length > 0) traps.seen++;
    }
    const right = matched(labels, all, (label, one) => allows(label.root, one.root) && sides(label, one));
    const wanted = labels.filter((label) => !label.optional);
    const counted = right.filter(([label]) => !label.optional);
    const rest = all.filter((one) => !right.some(([, other]) => other === one));
    const open = labels.filter((label) => !right.some(([other]) => other === label));
    for (const count of [triples, pairs]) {
      count.wanted += wanted.length;
      count.right += counted.length;
      count.found += all.length - (right.length - counted.length);
    }
    pairs.right += matched(open, rest, sides).length;
    modality += counted.filter(([label, one]) => allows(label.modality, one.modality)).length;
    for (const label of wanted) {
      const row = byRoot.get(String(label.root)) ?? [0, 0];
      const hit = counted.some(([other]) => other === label) ? 1 : 0;
      byRoot.set(String(label.root), [row[0] + hit, row[1] + 1]);
    }
    if (errors && id <= LOOKED_AT && (rest.length > 0 || counted.length < wanted.length)) {
      console.log(
        `${text}\n  settled ${labels.map(say).join('; ') || 'no event'}\n  ours    ${all.map(say).join('; ') || 'nothing'}\n`,
      );
    }
  }
  console.log(
    `sentences, ${name}: ${items.length} with ${triples.wanted} events, ${share(ours, items.length)} of ours each`,
  );
  console.log(`  source, root, target  ${triples}`);
  console.log(`  source and target     ${pairs}`);
  console.log(
    `  modality of the right ones ${share(modality, triples.right)}; an event in ${traps.seen} of ${traps.all} sentences without one`,
  );
  const roots = [...byRoot].sort().map(([root, [right, all]]) => `${root} ${right}/${all}`);
  console.log(`  recall by root: ${roots.join(', ')}`);
}
