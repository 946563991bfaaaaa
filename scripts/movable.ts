/** Writes data/time/movable.tsv: holidays of the lunar calendars, 1950 to 2060, from ICU's calendars. */
import { writeFileSync } from 'node:fs';

const RULES: [key: string, calendar: string, month: string, day: number, until?: number][] = [
  ['lunar', 'chinese', '1', 1],
  ['dragonboat', 'chinese', '5', 5],
  ['midautumn', 'chinese', '8', 15],
  ['ramadan', 'islamic-umalqura', '9', 1],
  ['fitr', 'islamic-umalqura', '10', 1],
  ['adha', 'islamic-umalqura', '12', 10],
  ['ashura', 'islamic-umalqura', '1', 10],
  ['passover', 'hebrew', 'Nisan', 15],
  ['roshhashanah', 'hebrew', 'Tishri', 1],
  ['yomkippur', 'hebrew', 'Tishri', 10],
  ['hanukkah', 'hebrew', 'Kislev', 25],
];

const formats = new Map(
  [...new Set(RULES.map((r) => r[1]))].map((calendar) => [
    calendar,
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: 'UTC',
      month: calendar === 'hebrew' ? 'long' : 'numeric',
      day: 'numeric',
    }),
  ]),
);
const DAY = 86_400_000;
const rows: string[] = [];
for (let at = Date.UTC(1950, 0, 1); at < Date.UTC(2061, 0, 1); at += DAY) {
  for (const [calendar, format] of formats) {
    const parts = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
    for (const [key, of, month, day] of RULES) {
      if (of !== calendar || parts.month !== month || Number(parts.day) !== day) continue;
      const date = new Date(at).toISOString().slice(0, 10);
      const end = key === 'ramadan' ? lastOfRamadan(at) : date;
      rows.push(`${key}\t${date}\t${end}\tICU ${process.versions.icu} ${calendar} calendar`);
    }
  }
}

function lastOfRamadan(from: number): string {
  const format = formats.get('islamic-umalqura');
  const day = format?.formatToParts(from + 29 * DAY).find((p) => p.type === 'day')?.value;
  return new Date(from + (day === '1' ? 28 : 29) * DAY).toISOString().slice(0, 10);
}

writeFileSync(
  new URL('../data/time/movable.tsv', import.meta.url),
  `key\tstart\tend\tsource\n${rows.sort().join('\n')}\n`,
);
