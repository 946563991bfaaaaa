/** The letters and digits of a line, for comparing lines that differ in case, quotes and spacing. */
export function letters(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether two lines say the same: equal letters, or one is the other cut short or with an outlet's name behind. */
export function same(a: string, b: string): boolean {
  const x = letters(a.slice(0, 600));
  const y = letters(b.slice(0, 600));
  if (x === y) return x.length > 0;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return (
    short.length >= 15 &&
    short.length >= long.length * 0.6 &&
    (long.startsWith(short) || long.endsWith(short))
  );
}
