import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverOf } from '../../src/serve/index.js';
import { fillLedger } from './fill.js';

/** Times each route is asked, each time for something that was not asked before. */
const TIMES = 10;
/** Milliseconds within which every answer should be there. */
const WANTED = 300;

/** Routes with their parameters; `N` becomes another number each time, so that no kept answer is given. */
const ROUTES: readonly (readonly [name: string, url: string])[] = [
  ['ledger', '/api/ledger?'],
  ['actors', '/api/actors?q=ru'],
  ['dyads', '/api/dyads?'],
  ['dyads, another page', '/api/dyads?cursor=CURSOR'],
  ['relation, the largest, by month', '/api/relations/USA/RUS?'],
  ['relation, the largest, by day', '/api/relations/USA/RUS?step=day'],
  ['the same, ten years by day', '/api/relations/USA/RUS?step=day&since=2010-01-01&until=2019-12-31'],
  ['relation, the largest, ten years', '/api/relations/USA/RUS?since=2005-01-01&until=2014-12-31'],
  ['relation, a small one', '/api/relations/NPL/LKA?'],
  ['world, a month', '/api/world?month=2019-0N'],
  ['events, all', '/api/events?'],
  ['events, another page', '/api/events?cursor=CURSOR'],
  ['events of the largest dyad', '/api/events?between=USA,RUS'],
  [
    'events of a month and a quad class',
    '/api/events?between=USA,RUS&quad=4&from=2012-0N-01&until=2012-0N-28',
  ],
  ['events of one actor', '/api/events?between=USA'],
  ['events by words', '/api/events?words=sentence'],
  ['stories, all', '/api/stories?'],
  ['stories, another page', '/api/stories?cursor=CURSOR'],
  ['stories by reports', '/api/stories?order=reports'],
  ['stories of a dyad by words', '/api/stories?between=USA,RUS&q=met'],
  ['a story', '/api/stories/STORY?'],
  ['disagreements', '/api/disagreements?'],
  ['disagreements of a dyad', '/api/disagreements?between=USA,RUS'],
  ['register of agreements', '/api/registers/agreements?'],
  ['register of material acts', '/api/registers/material?between=USA,RUS'],
  ['register of quotations', '/api/registers/quotations?'],
  ['reports by words', '/api/reports?q=troops'],
  ['a report, read again', '/api/reports/REPORT?'],
  ['sources', '/api/sources?'],
  ['a source', '/api/sources/SOURCE?'],
  ['a question: trend', '/api/ask?q=Are%20Russia%20and%20the%20United%20States%20getting%20closer%3F'],
  ['a question: list', '/api/ask?q=What%20has%20Russia%20sent%20to%20China%20since%202010%3F'],
];

/** Milliseconds of each route, over HTTP on this machine, with the median and the worst of ten. */
export async function measureServer(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  try {
    const ledger = option('ledger') ?? join(folder, 'page.duckdb');
    if (!existsSync(ledger)) await fillLedger(ledger, Number(option('events') ?? 1_000_000));
    const app = await serverOf({ ledger, perMinute: 1_000_000 });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const begun = performance.now();
    const { events, reports, stories } = await json(`${address}/api/ledger`);
    console.log(
      `${events} events, ${reports} reports, ${stories} stories, ${(statSync(ledger).size / 1e6).toFixed(0)} MB; first answer after ${(performance.now() - begun).toFixed(0)} ms`,
    );
    const first = await firstOf(address);
    console.log(`${'route'.padEnd(38)} median   worst   processor   (ms, of ${TIMES})`);
    for (const [name, url] of ROUTES) {
      const cpu = process.cpuUsage();
      const times = await timesOf(address, url, first);
      const { user, system } = process.cpuUsage(cpu);
      report(name, times, (user + system) / 1000 / TIMES);
    }
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function option(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

interface Answer {
  readonly [field: string]: unknown;
  readonly items?: readonly { readonly id: string }[];
  readonly next?: string | null;
}

async function json(url: string): Promise<Answer> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

/** Ids of what single views are asked for. */
async function firstOf(address: string): Promise<Readonly<Record<string, string>>> {
  const id = async (list: string): Promise<string> =>
    encodeURIComponent((await json(`${address}/api/${list}`)).items![0]!.id);
  return {
    STORY: await id('stories?order=reports&limit=1'),
    REPORT: await id('reports?q=Korea&limit=1'),
    SOURCE: await id('sources?limit=1'),
  };
}

async function timesOf(
  address: string,
  url: string,
  first: Readonly<Record<string, string>>,
): Promise<number[]> {
  const times: number[] = [];
  let cursor = url.includes('CURSOR') ? ((await json(address + url.split('?')[0])).next ?? '') : '';
  for (let i = 1; i <= TIMES; i++) {
    const asked = url
      .replace(/STORY|REPORT|SOURCE/, (name) => first[name]!)
      .replaceAll('0N', `0${1 + (i % 9)}`)
      .replace('CURSOR', cursor);
    const begun = performance.now();
    const { next } = await json(`${address}${asked}&_=${i}`);
    times.push(performance.now() - begun);
    if (next) cursor = next;
  }
  return times.sort((a, b) => a - b);
}

/** A line for a route: the processor's time, of all cores and of asking, too, says more where others use the machine. */
function report(name: string, times: readonly number[], processor: number): void {
  const [median, worst] = [(times[TIMES / 2 - 1]! + times[TIMES / 2]!) / 2, times.at(-1)!];
  const cells = [median, worst, processor].map((ms, at) => ms.toFixed(0).padStart([6, 7, 11][at]!));
  console.log(`${name.padEnd(38)} ${cells.join(' ')}${worst > WANTED ? `  above ${WANTED}` : ''}`);
}
