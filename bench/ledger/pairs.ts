import type { Ledger } from '../../src/index.js';
import { volumesChanged } from '../../src/ledger/store/volumes.js';

/**
 * Fills a ledger's table of pairs from row `from` to below row `to`: thirty years of days, 676 states that grow rarer
 * along the alphabet, so that some dyads have tens of thousands of events and most have few.
 */
export async function fillPairs(ledger: Ledger, from: number, to: number): Promise<void> {
  const letter = (seed: number): string =>
    `chr(65 + floor(pow((hash(i * 7 + ${seed}) % 1000003) / 1000003, 4) * 26)::INTEGER)`;
  const code = (seed: number): string => `repeat(${letter(seed)}, 2) || ${letter(seed + 1)}`;
  await volumesChanged(ledger.database);
  for (let at = from; at < to; at += 1_000_000) {
    const end = Math.min(to, at + 1_000_000);
    await ledger.database.run(
      `INSERT INTO pairs BY NAME
       SELECT 'bench-' || i AS event, 'bench' AS import, least(source, target) || '-' || greatest(source, target) AS dyad,
         DATE '1995-01-01' + (i % 11000)::INTEGER AS day, 'day' AS "precision", 'coder' AS basis, source, target,
         'CONSULT' AS root, (1 + hash(i * 3) % 4)::UTINYINT AS quad, '040' AS cameo,
         (hash(i * 5) % 21)::DOUBLE - 10 AS goldstein, 1 AS plover, 'done' AS modality, false AS background, 'bench' AS coder
       FROM (SELECT i, ${code(11)} AS source, ${code(17)} AS target FROM range(${at}, ${end}) AS r(i))`,
    );
  }
}
