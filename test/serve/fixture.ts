import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles, Ledger, readReport, reportFromText } from '../../src/index.js';
import { type ServeOptions, serverOf } from '../../src/serve/index.js';

/** Short reports of ours: one act told by two outlets that count otherwise, talks with an agreement, and words of a speaker. */
export const REPORTS: readonly (readonly [outlet: string, published: string, text: string])[] = [
  [
    'Sample Wire',
    '2024-03-05',
    'Poland expels diplomats\n\nWARSAW, March 5, 2024 (Sample Wire) - Poland expelled two Russian diplomats on Tuesday.\n',
  ],
  [
    'Sample Courier',
    '2024-03-07',
    'Warsaw sends Russians home\n\nWARSAW, March 7, 2024 (Sample Courier) - Poland expelled nine Russian diplomats on March 5, 2024. Moscow criticised Poland on Thursday over a hurried decision of its young government.\n',
  ],
  [
    'Sample Wire',
    '2024-03-08',
    'Talks in Nairobi\n\nNAIROBI, March 8, 2024 (Sample Wire) - Kenya and Ethiopia held talks in Nairobi on Friday. Kenya and Ethiopia signed a trade agreement on Friday.\n\n“We have a future together,” Kenyan President William Ruto said.\n',
  ],
  [
    'Sample Wire',
    '2024-04-02',
    'Israel strikes base in Lebanon\n\nBEIRUT, April 2, 2024 (Sample Wire) - Israel struck a base in Lebanon on Tuesday, killing 12 soldiers.\n',
  ],
  [
    'Sample Courier',
    '2024-04-03',
    'Strike on Lebanese base\n\nBEIRUT, April 3, 2024 (Sample Courier) - Israel struck a base in Lebanon on April 2, 2024, killing 20 soldiers.\n',
  ],
];

/** Six months of four hostile acts each, then one of eight friendly ones, as a table of others' events. */
function table(): string {
  const rows = ['date,source,target,code'];
  for (let month = 1; month <= 6; month++)
    for (const day of ['03', '10', '17', '24']) rows.push(`2024-0${month}-${day},USA,CHN,112`);
  for (let day = 1; day <= 8; day++) rows.push(`2024-07-0${day},CHN,USA,040`);
  return `${rows.join('\n')}\n`;
}

/** A folder that is gone when `remove` is called. */
export function folder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'rapport-serve-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A ledger of the reports and the table; empty where `empty`. */
export async function ledgerIn(path: string, empty = false): Promise<string> {
  const file = join(path, empty ? 'empty.duckdb' : 'small.duckdb');
  const ledger = await Ledger.open(file);
  if (!empty) {
    await ledger.add(
      REPORTS.map(([outlet, published, text]) =>
        readReport(reportFromText(text, { outlet, published }), { today: '2026-01-01' }),
      ),
    );
    const csv = join(path, 'others.csv');
    writeFileSync(csv, table());
    for await (const one of importFiles(csv, { coder: 'Others' })) for await (const _ of ledger.import(one));
  }
  ledger.close();
  return file;
}

/** A server that is asked without a port. */
export async function server(options: ServeOptions) {
  const app = await serverOf(options);
  return {
    app,
    /** The body of an answer, of which the status is as expected. */
    async get<T = Record<string, unknown>>(url: string, status = 200): Promise<T> {
      const answer = await app.inject({ url });
      if (answer.statusCode !== status) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json() as T;
    },
    post(url: string, payload: object, headers: Record<string, string> = {}) {
      return app.inject({ method: 'POST', url, payload, headers });
    },
  };
}
