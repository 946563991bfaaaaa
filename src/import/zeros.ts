import { cameoInfo } from '../code/index.js';
import { RowError } from './codes.js';

/**
 * Looks whether a spreadsheet has eaten the zeros at the head of a file's codes: none begins with one, and some are codes
 * only with it.
 */
export class Zeros {
  private kept = 0;
  private readonly lost = new Map<string, number>();

  look(code: string, root: string | undefined): void {
    const text = code.trim();
    if (text.startsWith('0')) this.kept++;
    else if (
      /^\d$/.test(root?.trim() ?? '') ||
      (/^\d{1,4}$/.test(text) && !standing(text) && standing(`0${text}`))
    )
      this.lost.set(text, (this.lost.get(text) ?? 0) + 1);
  }

  /** Whether one code has kept its zero, so that nothing more need be looked at. */
  get whole(): boolean {
    return this.kept > 0;
  }

  /** What was lost, in words; undefined when nothing was. */
  verdict(): string | undefined {
    if (this.kept > 0 || this.lost.size === 0) return undefined;
    const rows = [...this.lost.values()].reduce((sum, n) => sum + n, 0);
    const examples = [...this.lost.keys()].slice(0, 3).map((code) => `${code} for 0${code}`);
    return `no code begins with a zero, and at least ${rows} rows have lost theirs (${examples.join(', ')})`;
  }
}

/**
 * The code with its zero, where only one code can be meant.
 * @param root The row's root code, which may have lost its zero too; undefined when the file has none.
 * @throws RowError where both could be meant.
 */
export function restored(code: string, root: string | undefined): string {
  const text = code.trim();
  if (!/^\d{1,4}$/.test(text) || text.startsWith('0')) return text;
  if (root?.trim()) {
    const whole = root.trim().padStart(2, '0');
    const fits = [text, `0${text}`].filter((one) => one.startsWith(whole) && standing(one));
    if (fits.length === 1) return fits[0]!;
    throw new RowError(`code ${text} does not fit its root code ${root.trim()}`);
  }
  const fits = [text, `0${text}`].filter(standing);
  if (fits.length > 1) throw new RowError(`code ${text} can be ${fits.join(' or ')}: its zeros are lost`);
  return fits[0] ?? text;
}

/** Whether a code, or what it is a kind of, is CAMEO's: the root of a code of three digits or more has a name. */
function standing(code: string): boolean {
  return code.length > 1 && cameoInfo(code) !== undefined;
}
