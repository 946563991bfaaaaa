import { codeMeant } from '../world/index.js';
import { Refusal } from './problems.js';

/** The code of an actor that a request names. @throws Refusal `NO_ACTOR` */
export function codeOf(text: string, field: string): string {
  const name = text.trim();
  const code = codeMeant(/^[a-z]{3}$/.test(name) ? name.toUpperCase() : name);
  if (!code || !/^[A-Z]{3}$/.test(code))
    throw new Refusal('NO_ACTOR', `no actor of the name or code “${name}”`, field);
  return code;
}

/** The one or two actors of `between=A,B`. @throws Refusal `NO_ACTOR`, `BAD_REQUEST`, `SAME_ACTOR` */
export function sidesOf(between: string | undefined): { between?: readonly [string, string?] } {
  if (between === undefined || between.trim() === '') return {};
  const [a, b, ...more] = between.split(',').map((name) => codeOf(name, 'between'));
  if (more.length > 0) throw new Refusal('BAD_REQUEST', 'between: one or two actors', 'between');
  if (a === b) throw new Refusal('SAME_ACTOR', undefined, 'between');
  return { between: b === undefined ? [a!] : [a!, b] };
}

/** The parts of a parameter that holds a list. */
export function listOf(text: string | undefined): string[] | undefined {
  const parts = text?.split(',').map((part) => part.trim());
  return parts?.filter((part) => part !== '');
}

/** A field with its value; nothing where there is none. */
export function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]: V });
}

/** First and last day wanted, as the ledger names them. */
export function periodOf({ from, until }: { from?: string; until?: string }): { from?: string; to?: string } {
  return { ...given('from', from), ...given('to', until) };
}
