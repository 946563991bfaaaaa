import { InvalidArgumentError } from 'commander';
import { codeMeant } from '../world/index.js';

/** The actor code that a word of the command line means: a code as it is, else what the name stands for. */
export function actorCode(name: string): string {
  const code = codeMeant(name);
  if (!code) throw new InvalidArgumentError('no actor of this name is known; give a code such as PRK');
  return code;
}

/** The sides named on the command line: none, one or two. */
export function sidesOf(
  a: string | undefined,
  b: string | undefined,
): { between?: readonly [string, string?] } {
  if (a === undefined) return {};
  return { between: b === undefined ? [a] : [a, b] };
}
