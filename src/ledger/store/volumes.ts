import { isoOf } from '../../base/index.js';
import { filtered } from './counts.js';
import type { Database } from './database.js';
import { Where } from './query.js';
import type { CountFilter, DailyVolume } from './types.js';

/** Counts of all dyads by day and by what a filter may ask of them: a dyad's history needs them, and ten million pairs are long to count. */
export const VOLUMES = `
CREATE TABLE volumes (
  day DATE NOT NULL, "precision" VARCHAR, modality VARCHAR NOT NULL, background BOOLEAN NOT NULL, coder VARCHAR NOT NULL,
  q1 BIGINT NOT NULL, q2 BIGINT NOT NULL, q3 BIGINT NOT NULL, q4 BIGINT NOT NULL
);
`;

const STAMP = 'volumes';
const QUADS = [1, 2, 3, 4] as const;

/** How much is reported at all, by day: events of every pair of two different actors. */
export async function volume(database: Database, filter: CountFilter = {}): Promise<DailyVolume[]> {
  const kept = !filter.stateMediaOf && !filter.notStateMediaOf && (await areFresh(database));
  const where = filtered(kept ? new Where() : counted(), filter);
  const each = QUADS.map((q) => (kept ? `sum(q${q})::DOUBLE` : `${ofQuad(q)}::DOUBLE`));
  const [days, ...quads] = (await database.numbers(
    `SELECT (day - DATE '1970-01-01')::INTEGER AS day, ${each.join(', ')}
     FROM ${kept ? 'volumes' : 'pairs'} ${where} GROUP BY day ORDER BY day`,
    where.values,
  )) as [number[], number[], number[], number[], number[]];
  return days.map((day, i) => {
    const [a, b, c, d] = quads.map((q) => q[i]!) as [number, number, number, number];
    return { day: isoOf(day), events: a + b + c + d, quads: [a, b, c, d] };
  });
}

const ofQuad = (quad: number): string => `count(*) FILTER (quad = ${quad})`;

const counted = (): Where =>
  new Where().plain('day IS NOT NULL').plain('quad IS NOT NULL').plain('source <> target');

async function areFresh(database: Database): Promise<boolean> {
  const rows = await database.all('SELECT key FROM meta WHERE key = $1', [STAMP]);
  return rows.length > 0;
}

/** To be called within a transaction that changes pairs: the volumes are counted from the pairs until they are counted anew. */
export function volumesChanged(database: Database): Promise<void> {
  return database.run('DELETE FROM meta WHERE key = $1', [STAMP]);
}

/** Counts the volumes anew where pairs have changed. */
export async function refreshVolumes(database: Database): Promise<void> {
  if (await areFresh(database)) return;
  await database.transaction(async () => {
    await database.run('DELETE FROM volumes');
    await database.run(
      `INSERT INTO volumes SELECT day, "precision", modality, background, coder,
         ${QUADS.map(ofQuad).join(', ')}
       FROM pairs ${counted()} GROUP BY ALL ORDER BY ALL`,
    );
    await database.run(`INSERT OR REPLACE INTO meta VALUES ($1, 'fresh')`, [STAMP]);
  });
}
