import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cameoCodes, cameoInfo } from '../../src/index.js';

const STATES =
  'USA RUS CHN GBR FRA DEU ISR PSE IRN IRQ SYR TUR IND PAK JPN KOR PRK UKR POL EGY SAU ARE NGA KEN ETH ZAF BRA ARG MEX CAN AUS IDN PHL VNM THA MMR LKA NPL ESP ITA'.split(
    ' ',
  );
const TYPES = ['GOV', 'MIL', 'COP', '', 'CVL', '', 'BUS', ''];

/** Numbers from 0 to below 1, the same on every machine (Park and Miller's generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Writes rows like those of GDELT 2.0 events: 61 columns, thirty years of days, states and roles unevenly spread. */
export async function writeGdelt(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  const random = randomNumbers(7);
  const codes = cameoCodes().filter((code) => code.length > 2);
  const uneven = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;
  const actor = (): string[] => {
    if (random() < 0.1) return Array<string>(10).fill('');
    const state = uneven(STATES);
    const type = TYPES[Math.floor(random() * TYPES.length)]!;
    return [state + type, state, state, '', '', '', '', type, '', ''];
  };
  let text = '';
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(1995, 0, 1) + Math.floor((i / rows) * 11_000) * 86_400_000);
    const date = day.toISOString().slice(0, 10).replaceAll('-', '');
    const code = uneven(codes);
    const geo = ['4', 'Somewhere, Somewhere', 'US', 'US01', '', '38.9', '-77.03', '1234'];
    const n = 1 + Math.floor(random() * 9);
    const cells = [
      ...[i + 1, date, date.slice(0, 6), date.slice(0, 4), '2000.0001'],
      ...[...actor(), ...actor(), 1, code, code.slice(0, 3), code.slice(0, 2), 1, cameoInfo(code)!.goldstein],
      ...[
        n,
        1,
        n,
        '-1.2345',
        ...geo,
        ...geo,
        ...geo,
        `${date}000000`,
        `https://news.example/${date}/${i % 5000}`,
      ],
    ];
    text += `${cells.join('\t')}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
