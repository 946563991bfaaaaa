import { existsSync } from 'node:fs';
import { dataPath, readTable } from '../base/index.js';
import type { Context } from './context.js';
import { listOf } from './tables.js';
import { keysOf } from './words.js';

interface Sense {
  /** ISO code, or `-` for something that is no state. */
  readonly code: string;
  readonly cues: readonly (readonly string[])[];
}

let table: Map<string, Sense[]> | undefined;

/** What words around a name say that it means, by name. */
function senses(): Map<string, Sense[]> {
  if (table) return table;
  table = new Map();
  if (!existsSync(dataPath('world/senses.tsv'))) return table;
  for (const row of readTable('world/senses.tsv')) {
    const key = keysOf(row.name!).join(' ');
    const sense = { code: row.code!, cues: listOf(row.cues).map(keysOf) };
    table.set(key, [...(table.get(key) ?? []), sense]);
  }
  return table;
}

/** Whether a name has senses that only the words around it can settle. */
export function hasSeveralSenses(key: string): boolean {
  return (senses().get(key)?.length ?? 0) > 1;
}

/** The code that the words around settle on, with the words; `-` when they say that no state is meant. */
export function senseOf(key: string, context: Context): { code: string; cues: string[] } | undefined {
  const scored = (senses().get(key) ?? [])
    .map(({ code, cues }) => ({
      code,
      cues: cues.filter((cue) => cue.every(context.has)).map((cue) => cue.join(' ')),
    }))
    .sort((a, b) => b.cues.length - a.cues.length);
  const [best, second] = scored;
  return best && best.cues.length > (second?.cues.length ?? 0) ? best : undefined;
}
