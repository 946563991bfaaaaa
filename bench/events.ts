import { existsSync } from 'node:fs';
import { type Event, GOLD15, type Mention, read } from '../src/index.js';
import { jsonLines } from './files/jsonl.js';

/** A record of the codebook's gold standard: a sentence with its actors and root. */
interface Gold {
  id: string;
  text: string;
  event: string;
  source?: GoldActor[] | string;
  target?: GoldActor[] | string;
}

interface GoldActor {
  actorText: string;
  code: string;
}

const path = new URL('../../shared/data/gold/events.jsonl', import.meta.url).pathname;

/** ISO codes for the slips of the gold set, and one code for all organizations, as the gold set has it. */
const SAME: Record<string, string> = { JAP: 'JPN', ITL: 'ITA', UNO: 'IGO', EUR: 'IGO', NGO: 'IGO' };
/** Root names of the gold set's older codebook. */
const OLDER: Record<string, string> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
  CONCEDE: 'YIELD',
  RETREAT: 'YIELD',
};
const plain = (code: string): string => SAME[code] ?? code;

function codes(side: Gold['source']): string[] {
  return Array.isArray(side) ? [...new Set(side.map((a) => plain(a.code)))] : [];
}

function goldTriples(gold: Gold): string[] {
  const sources = codes(gold.source);
  const targets = codes(gold.target);
  return sources.flatMap((s) =>
    (targets.length > 0 ? targets : ['-']).map((t) => `${s} ${OLDER[gold.event] ?? gold.event} ${t}`),
  );
}

function ourTriples(events: readonly Event[], gold: ReadonlySet<string>): string[] {
  const side = (parties: Event['actors']): string[] => [
    ...new Set(parties.map((p) => plain(p.actor?.code ?? '?'))),
  ];
  const all = events
    .filter((e) => e.modality !== 'hypothetical')
    .flatMap((e) => {
      const root = GOLD15[e.root];
      const left = side(e.actors);
      const right = side(e.recipients);
      if (e.reciprocal) {
        const both = [...new Set([...left, ...right])];
        // What is done together the gold set gives without a target, once for each side.
        return both.flatMap((a) =>
          (gold.has(`${a} ${root} -`) ? ['-'] : both.filter((b) => b !== a)).map((b) => `${a} ${root} ${b}`),
        );
      }
      return left.flatMap((a) => (right.length > 0 ? right : ['-']).map((b) => `${a} ${root} ${b}`));
    });
  return [...new Set(all)];
}

/** The actors of a record whose words stand in its sentence, each words once. */
function goldActors({ text, source, target }: Gold): GoldActor[] {
  const all = [source, target].flatMap((side) => (Array.isArray(side) ? side : []));
  const named = all.filter(({ actorText }) => actorText && text.includes(actorText));
  return [...new Map(named.map((actor) => [actor.actorText, actor])).values()];
}

/** The code of the mention that covers most of some words of a text: the mention itself whole, rather than what lies within. */
function codeAt(text: string, words: string, mentions: readonly Mention[]): string | undefined {
  const start = text.indexOf(words);
  const end = start + words.length;
  const shared = (m: Mention): number => Math.min(m.end, end) - Math.max(m.start, start);
  const near = mentions
    .filter((m) => shared(m) > 0)
    .sort((a, b) => shared(b) - shared(a) || b.end - b.start - a.end + a.start);
  const known = near.find(({ resolution }) => resolution.actor);
  return known?.resolution.actor?.code;
}

export const about =
  'end to end on gold/events.jsonl: (source code, root, target code), the sentence alone given';

export async function run(): Promise<void> {
  if (!existsSync(path)) {
    console.log('skipped: ../shared/data/gold is not here');
    return;
  }
  const rows = jsonLines<Gold>(path);
  const errors = process.argv.includes('--errors');
  const count = { gold: 0, ours: 0, right: 0, pairsGold: 0, pairsOurs: 0, pairsRight: 0, reversed: 0 };
  const actors = { gold: 0, found: 0, right: 0 };
  for (const row of rows) {
    const gold = new Set(goldTriples(row));
    const { events, mentions, report } = read(row.text.replace(/^\{|\}$/g, ''));
    const ours = ourTriples(events, gold);
    for (const { actorText, code } of goldActors(row)) {
      const found = codeAt(report.text, actorText, mentions);
      actors.gold++;
      if (found) actors.found++;
      if (found && plain(found) === plain(code)) actors.right++;
      else if (errors) console.log(`  ${actorText}: gold ${code}, ours ${found ?? 'none'}`);
    }
    const pair = (t: string): string => `${t.slice(0, t.indexOf(' '))} ${t.slice(t.lastIndexOf(' ') + 1)}`;
    const goldPairs = new Set([...gold].map(pair));
    const ourPairs = new Set(ours.map(pair));
    count.gold += gold.size;
    count.ours += ours.length;
    count.right += ours.filter((t) => gold.has(t)).length;
    // The gold set gives one direction of what is reciprocal: the other one is no error.
    count.reversed += ours.filter((t) => !gold.has(t) && gold.has(t.split(' ').reverse().join(' '))).length;
    count.pairsGold += goldPairs.size;
    count.pairsOurs += ourPairs.size;
    count.pairsRight += [...ourPairs].filter((p) => goldPairs.has(p)).length;
    if (errors)
      console.log(`${row.text}\n  gold ${[...gold].join(', ')}\n  ours ${ours.join(', ') || 'nothing'}\n`);
  }
  const share = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(2));
  const counted = count.ours - count.reversed;
  console.log(
    `${rows.length} sentences, ${count.gold} triples; ours ${share(counted, rows.length)} a sentence`,
  );
  console.log(
    `triples  precision ${share(count.right, counted)}  recall ${share(count.right, count.gold)}  F1 ${share(2 * count.right, counted + count.gold)}  (${count.reversed} told the other way round too, not counted)`,
  );
  console.log(
    `pairs    precision ${share(count.pairsRight, count.pairsOurs)}  recall ${share(count.pairsRight, count.pairsGold)}  F1 ${share(2 * count.pairsRight, count.pairsOurs + count.pairsGold)}`,
  );
  console.log(
    `actor codes  ${actors.gold} actors, of ${actors.found} a code is given; right ${share(actors.right, actors.found)} of these, ${share(actors.right, actors.gold)} of all`,
  );
}
