import { frameOf } from '../frame.js';
import { type Match, matchFrame } from '../match.js';
import { modalityOf } from '../modality.js';
import { GOLD15, type Root15 } from '../ontology.js';
import type { Modality } from '../types.js';
import type { Layout } from './layout.js';
import type { Syntax } from './syntax.js';

/** How far a reading is one of the pair, the best first: who fills the slots of actor and recipient. */
const FITS = ['both', 'source', 'target', 'turned', 'none'] as const;

/** A reading of the lexicon in a sentence. */
export interface LexicalReading {
  readonly match: Match;
  /** Undefined for a pattern that tells no act. */
  readonly root: Root15 | undefined;
  readonly modality: Modality;
  readonly fit: (typeof FITS)[number];
}

/** How many words from a party a predicate may stand: what is further off has no bearing, and long lists would cost too much. */
const REACH = 40;

function isNear({ source, target }: Layout, i: number): boolean {
  return [source, target].some((span) => span && i >= span.from - REACH && i < span.to + REACH);
}

/** The readings of the predicates near the pair, the ones that fit it best first. */
export function lexicalReadings(layout: Layout, { tree, source, target }: Syntax): LexicalReading[] {
  const out: LexicalReading[] = [];
  const holds = (slots: readonly (readonly number[])[], party: 's' | 't') =>
    slots.some((slot) => slot.some((i) => layout.party[i] === party));
  for (let i = 0; i < layout.words.length; i++) {
    if (!isNear(layout, i) || (layout.party[i] && i !== source && i !== target)) continue;
    const frame = frameOf(tree, i);
    const match = frame && matchFrame(tree, frame);
    if (!match) continue;
    const { reading, actors, recipients } = match;
    const s = holds(actors, 's');
    const t = holds(recipients, 't');
    const turned = holds(actors, 't') || holds(recipients, 's');
    const both = (s && t) || (reading.roles.reciprocal && turned && (s || t));
    const fit = both ? 'both' : turned ? 'turned' : s ? 'source' : t ? 'target' : 'none';
    const modality = reading.modality ?? modalityOf(tree, frame).modality;
    out.push({ match, root: reading.root && GOLD15[reading.root], modality, fit });
  }
  return out.sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
}
